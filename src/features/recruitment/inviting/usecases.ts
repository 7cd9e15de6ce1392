/** An invitation to one person, as a card or as a mail; each looks again, just before it goes, whether there is still a reason. */
import { localDate } from '../../../platform/clock.ts';
import type { Card } from '../../../platform/cards.ts';
import type { Caller, JobResult } from '../../../platform/doors.ts';
import { newId } from '../../../platform/ids.ts';
import type { Platform } from '../../../platform/platform.ts';
import type { Language } from '../../../platform/words.ts';
import { deliver, type Letter } from '../../people/messages/usecases.ts';
import { callName, type Person } from '../../people/model.ts';
import { personOf } from '../../people/usecases.ts';
import { coordinatedProgramme, coordinatesNow, findProgramme, programmeOf } from '../../programmes/usecases.ts';
import type { Programme } from '../../programmes/model.ts';
import { inviteCard } from '../cards.ts';
import { draftOf, factsFor, kitOf } from '../kit/usecases.ts';
import { htmlOf, plainText, tellMail } from '../kit/rules.ts';
import type { Call } from '../model.ts';
import { isOpen } from '../rules.ts';
import { inviting, mailing, previewing } from '../sends.ts';
import { keepSource } from '../sources/usecases.ts';
import { stopLinkOf } from '../stopping/usecases.ts';
import { applications, calls, invitations } from '../store.ts';
import { closingDayOf } from '../usecases.ts';

interface Invited {
  readonly programmeId: string;
  readonly personId: string;
  readonly callId?: string | undefined;
}

export function sendInvitation(deps: Platform, one: Invited, taskId: string): Promise<JobResult> {
  const { programmeId, personId, callId } = one;
  return deliver(deps, {
    ...{ ...inviting.as, table: 'programmes', partition: programmeId, sendId: taskId, personId },
    data: { programmeId, personId, ...(callId === undefined ? {} : { callId }) },
    card: (language, receiver) => cardFor(deps, one, language, receiver),
  });
}

export function sendInvitationByMail(deps: Platform, one: Invited, taskId: string): Promise<JobResult> {
  const { programmeId, personId, callId } = one;
  return deliver(deps, {
    ...{ ...mailing.as, table: 'programmes', partition: programmeId, sendId: taskId, personId },
    data: { programmeId, personId, ...(callId === undefined ? {} : { callId }) },
    card: (language, receiver) => cardFor(deps, one, language, receiver),
    letter: async (language, receiver) => {
      const call = await callOf(deps, one);
      return letterFor(deps, { programme: await programmeOf(deps, programmeId), call }, language, receiver);
    },
  });
}

async function callOf(deps: Platform, { programmeId, personId }: Invited): Promise<Call | undefined> {
  const invited = await invitations.find(deps.tables, programmeId, personId);
  return invited && (await calls.find(deps.tables, programmeId, invited.value.callId))?.value;
}

/** Nothing when the person has answered or applied, or applying is over. */
async function cardFor(
  deps: Platform,
  { programmeId, personId }: Invited,
  language: Language,
  receiver: Person,
): Promise<Card | undefined> {
  const [programme, invited, own, closesOn] = await Promise.all([
    findProgramme(deps, programmeId),
    invitations.find(deps.tables, programmeId, personId),
    applications.find(deps.tables, programmeId, personId),
    closingDayOf(deps, programmeId),
  ]);
  if (!programme || !invited || !closesOn || own || invited.value.answer) return undefined;
  if (!isOpen(programme.stage, [{ closesOn }], localDate(deps.clock.now(), programme.zone))) return undefined;
  const call = (await calls.find(deps.tables, programmeId, invited.value.callId))?.value;
  if (!call) return undefined;
  const from = (await personOf(deps, call.createdBy)).name;
  const { code } = await keepSource(deps, { programmeId, callId: call.id, channel: 'chat', language });
  const named = invited.value.named === true;
  return inviteCard(language, { programme, call, until: closesOn, from, receiver, code, named });
}

interface About {
  readonly programme: Programme;
  readonly call: Call | undefined;
}

async function letterFor(
  deps: Platform,
  { programme, call }: About,
  language: Language,
  receiver: Person,
): Promise<Letter> {
  const [kit, source, stop] = await Promise.all([
    kitOf(deps, programme),
    keepSource(deps, draftOf(programme, call, 'mail', language)),
    stopLinkOf(deps, receiver.id),
  ]);
  const from = (await personOf(deps, call?.createdBy ?? programme.createdBy)).name;
  const facts = factsFor(deps, { ...kit, call }, language, source);
  const told = tellMail(language, { ...facts, name: callName(receiver), from, stop });
  return { subject: told.title, text: plainText(told), html: htmlOf(language, told) };
}

/** Sends the coordinator what others get, as card or mail; it invites nobody and counts for nothing. */
export async function previewToMyself(
  deps: Platform,
  caller: Caller,
  programmeId: string,
  by: 'chat' | 'mail',
): Promise<void> {
  await coordinatedProgramme(deps, caller, programmeId);
  await deps.outbox.ask('programmes', programmeId, {
    ...{ id: newId(), job: 'recruitment.send-preview', data: { programmeId, personId: caller.personId, by } },
  });
}

/** Whoever left the team since gets nothing. */
export async function sendPreview(
  deps: Platform,
  { programmeId, personId, by }: Invited & { readonly by: 'chat' | 'mail' },
  taskId: string,
): Promise<JobResult> {
  if (!(await coordinatesNow(deps, personId, programmeId))) return undefined;
  const about = async (): Promise<About> => {
    const programme = await programmeOf(deps, programmeId);
    return { programme, call: (await kitOf(deps, programme)).call };
  };
  return deliver(deps, {
    ...{ ...previewing.as, table: 'programmes', partition: programmeId, sendId: taskId, personId },
    data: { programmeId, personId, by },
    card: async (language, receiver) => {
      const { programme, call } = await about();
      const until = await closingDayOf(deps, programmeId);
      const told = { programme, call: call ?? { words: {} }, from: receiver.name, receiver };
      return inviteCard(language, { ...told, ...(until === undefined ? {} : { until }) });
    },
    ...(by === 'mail'
      ? { letter: async (language, receiver) => letterFor(deps, await about(), language, receiver) }
      : {}),
  });
}
