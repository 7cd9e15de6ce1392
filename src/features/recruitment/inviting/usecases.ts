/** An invitation to one person, as a card or as a mail; each looks again, just before it goes, whether there is still a reason. */
import type { Caller, JobResult } from '../../../platform/doors.ts';
import { idFor } from '../../../platform/ids.ts';
import type { Platform } from '../../../platform/platform.ts';
import type { Language } from '../../../platform/words.ts';
import { deliver, type Letter } from '../../people/messages/usecases.ts';
import { callName, type Person } from '../../people/model.ts';
import { personOf } from '../../people/usecases.ts';
import { coordinatedProgramme, coordinatesNow, findProgramme, programmeOf } from '../../programmes/usecases.ts';
import type { Programme } from '../../programmes/model.ts';
import { inviteCard } from '../cards.ts';
import { draftOf, factsFor, kitOf, type Kit } from '../kit/usecases.ts';
import { htmlOf, plainText, tellMail } from '../kit/rules.ts';
import type { Call } from '../model.ts';
import { quoteOf, type Quoting } from '../quoting/usecases.ts';
import { inviting, mailing, previewing } from '../sends.ts';
import { codeOf, keepSource } from '../sources/usecases.ts';
import { stopLinkOf } from '../stopping/usecases.ts';
import { applications, calls, invitations } from '../store.ts';
import { applyingNow, closingDayOf } from '../usecases.ts';

interface Invited {
  readonly programmeId: string;
  readonly personId: string;
  readonly callId?: string | undefined;
}

export function sendInvitation(deps: Quoting, one: Invited, taskId: string): Promise<JobResult> {
  return deliver(deps, {
    ...messageTo(one, taskId),
    ...inviting.as,
    card: async (language, receiver) => {
      const wanted = await wantedBy(deps, one);
      if (!wanted) return undefined;
      const { programme, call, closesOn, named } = wanted;
      const code = codeOf({ programmeId: programme.id, callId: call.id, channel: 'chat', language });
      const from = (await personOf(deps, call.createdBy)).name;
      return inviteCard(language, {
        programme,
        call,
        until: closesOn,
        from,
        receiver,
        code,
        named,
        quote: await quoteOf(deps, call),
      });
    },
  });
}

export function sendInvitationByMail(deps: Quoting, one: Invited, taskId: string): Promise<JobResult> {
  return deliver(deps, {
    ...messageTo(one, taskId),
    ...mailing.as,
    card: async (language, receiver) => {
      const wanted = await wantedBy(deps, one);
      if (!wanted) return undefined;
      const { programme, call } = wanted;
      const kit = { ...wanted, quote: await quoteOf(deps, call) };
      return letterFor(deps, kit, { language, receiver, code: codeOf(draftOf(programme, call, 'mail', language)) });
    },
  });
}

function messageTo({ programmeId, personId, callId }: Invited, sendId: string) {
  const data = { programmeId, personId, ...(callId === undefined ? {} : { callId }) };
  return { table: 'programmes', partition: programmeId, sendId, personId, data } as const;
}

interface Wanted {
  readonly programme: Programme;
  readonly call: Call;
  readonly closesOn: string;
  readonly named: boolean;
}

/** Nothing when the person has answered or applied, or applying is over. */
async function wantedBy(deps: Platform, { programmeId, personId }: Invited): Promise<Wanted | undefined> {
  const [programme, invited, own, closesOn] = await Promise.all([
    findProgramme(deps, programmeId),
    invitations.find(deps.tables, programmeId, personId),
    applications.find(deps.tables, programmeId, personId),
    closingDayOf(deps, programmeId),
  ]);
  if (!programme || !invited || !closesOn || own || invited.value.answer) return undefined;
  if ((await applyingNow(deps, programme)) !== 'open') return undefined;
  const call = (await calls.find(deps.tables, programmeId, invited.value.callId))?.value;
  return call && { programme, call, closesOn, named: invited.value.named === true };
}

interface To {
  readonly language: Language;
  readonly receiver: Person;
  /** Of the link in the letter. */
  readonly code: string;
}

async function letterFor(deps: Platform, about: Omit<Kit, 'ask'>, { language, receiver, code }: To): Promise<Letter> {
  const { programme, call } = about;
  const [stop, from] = await Promise.all([
    stopLinkOf(deps, receiver.id),
    personOf(deps, call?.createdBy ?? programme.createdBy),
  ]);
  // Whoever gets a mail asks whoever signed it.
  const facts = factsFor(deps, { ...about, ask: '' }, language, { code });
  const told = tellMail(language, { ...facts, name: callName(receiver), from: from.name, stop });
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
    ...{
      id: idFor(caller, 'preview'),
      job: 'recruitment.send-preview',
      data: { programmeId, personId: caller.personId, by },
    },
  });
}

/** Whoever left the team since gets nothing. */
export async function sendPreview(
  deps: Platform,
  { programmeId, personId, by }: Invited & { readonly by: 'chat' | 'mail' },
  taskId: string,
): Promise<JobResult> {
  if (!(await coordinatesNow(deps, personId, programmeId))) return undefined;
  return deliver(deps, {
    ...messageTo({ programmeId, personId }, taskId),
    ...{ ...previewing.as, data: { programmeId, personId, by } },
    card: async (language, receiver) => {
      const programme = await programmeOf(deps, programmeId);
      const kit = await kitOf(deps, programme);
      const { call, closesOn: until } = kit;
      if (by === 'mail') {
        const { code } = await keepSource(deps, draftOf(programme, call, 'mail', language));
        return letterFor(deps, kit, { language, receiver, code });
      }
      const told = { programme, call: call ?? { words: {} }, from: receiver.name, receiver, quote: kit.quote };
      return inviteCard(language, { ...told, ...(until === undefined ? {} : { until }) });
    },
  });
}
