/** Asking for a talk, and the answers: yes, no, not now, and taking a yes back until the talk is closed. */
import { Failure, isFailure } from '../../../../platform/errors.ts';
import { idOf } from '../../../../platform/ids.ts';
import type { JobResult } from '../../../../platform/doors.ts';
import type { NewTask } from '../../../../platform/outbox.ts';
import type { Platform } from '../../../../platform/platform.ts';
import { deliver } from '../../../people/messages/usecases.ts';
import { callName } from '../../../people/model.ts';
import { findPerson } from '../../../people/usecases.ts';
import { askCard, type TalkInvitation } from '../cards.ts';
import type { Answered, Invited, InvitationPage, Talk, TalkAnswer } from '../model.ts';
import { mayAnswerTalk } from '../policy.ts';
import { answerOf, hasBegun } from '../rules.ts';
import { askingForTalk } from '../sends.ts';
import { findTalkRow, invitedRows, talks } from '../store.ts';
import { markAsked, nextTurn } from '../usecases.ts';

/** For the job: the card to one person, unless they answered in the tab or the talk is over by then. */
export async function sendAsking(deps: Platform, talkId: string, personId: string): Promise<JobResult> {
  return deliver(deps, {
    ...askingForTalk.as,
    table: 'surveys',
    partition: talkId,
    sendId: idOf('surveys.ask-talk', talkId, personId),
    data: { talkId, personId },
    personId,
    card: async (language) => {
      const [row, now] = await Promise.all([
        findTalkRow(deps.tables, talkId),
        invitedRows.find(deps.tables, talkId, personId),
      ]);
      if (row?.value.state !== 'asking' || now?.value.state !== 'asked') return undefined;
      await markAsked(deps, [personId]);
      return askCard(language, await invitationOf(deps, row.value));
    },
  });
}

export async function invitationOf(deps: Platform, one: Talk): Promise<TalkInvitation> {
  const { id: talkId, purpose, form, size, minutes, from, language, zone, closesBy = 0 } = one;
  const holder = await findPerson(deps, one.createdBy);
  const name = holder ? holder.name : '';
  return { talkId, purpose, form, size, minutes, from, talkLanguage: language, zone, closesBy, holder: name };
}

const mostTries = 5;

/** Keeps what somebody says; who said no is followed by somebody else. Failure `not-found` for whoever was not asked. */
export async function answerTalk(
  deps: Platform,
  personId: string,
  talkId: string,
  { answer, mayQuote }: { readonly answer: TalkAnswer; readonly mayQuote: boolean },
): Promise<Answered> {
  for (let turn = 1; ; turn += 1) {
    try {
      return await tryAnswer(deps, personId, talkId, { answer, mayQuote });
    } catch (error) {
      // Others answered at the same moment: what is true now decides.
      if (!isFailure(error, 'conflict') || turn === mostTries) throw error;
    }
  }
}

async function tryAnswer(
  deps: Platform,
  personId: string,
  talkId: string,
  { answer, mayQuote }: { readonly answer: TalkAnswer; readonly mayQuote: boolean },
): Promise<Answered> {
  const [row, own] = await Promise.all([
    findTalkRow(deps.tables, talkId),
    invitedRows.find(deps.tables, talkId, personId),
  ]);
  if (!own || !row || !mayAnswerTalk(own.value)) throw new Failure('not-found', 'talk-gone');
  const all = (await invitedRows.list(deps.tables, talkId)).map(({ value }) => value);
  const outcome = answerOf(row.value, own.value, all, answer);
  const isNothingNew = outcome === own.value.state && mayQuote === own.value.mayQuote;
  if (outcome === 'full' || outcome === 'over' || isNothingNew) return outcome;
  const began = hasBegun(row.value, own.value, deps.clock.now());
  const isTakenBack = began && own.value.state === 'yes' && outcome !== 'yes';
  const next: Talk = { ...nextTurn(row.value), ...(isTakenBack ? { takenBack: true } : {}) };
  const said: Invited = { ...own.value, state: outcome, mayQuote: outcome === 'yes' && mayQuote };
  await deps.outbox.commit(
    [talks.replace(row, next), invitedRows.replace(own, said)],
    outcome === 'yes' ? [] : [fillTask(next)],
  );
  return outcome;
}

/** For the job: no answer within the time is no answer, and somebody else is asked. */
export async function lapse(deps: Platform, talkId: string, personId: string): Promise<{ again: number } | undefined> {
  const [row, own] = await Promise.all([
    findTalkRow(deps.tables, talkId),
    invitedRows.find(deps.tables, talkId, personId),
  ]);
  if (row?.value.state !== 'asking' || own?.value.state !== 'asked') return undefined;
  const next = nextTurn(row.value);
  try {
    await deps.outbox.commit(
      [talks.replace(row, next), invitedRows.replace(own, { ...own.value, state: 'lapsed' })],
      [fillTask(next)],
    );
  } catch (error) {
    if (!isFailure(error, 'conflict')) throw error;
    return { again: deps.clock.now() + 1000 };
  }
  return undefined;
}

function fillTask({ id: talkId, turn }: Talk): NewTask {
  return { id: idOf('surveys.fill-talk', talkId, String(turn)), job: 'surveys.fill-talk', data: { talkId } };
}

/** What whoever is asked sees in the tab. */
export async function invitationPageOf(deps: Platform, personId: string, talkId: string): Promise<InvitationPage> {
  const [row, own] = await Promise.all([
    findTalkRow(deps.tables, talkId),
    invitedRows.find(deps.tables, talkId, personId),
  ]);
  if (!own || !row || !mayAnswerTalk(own.value)) throw new Failure('not-found', 'talk-gone');
  const { id, purpose, form, size, minutes, language, zone, from, closesBy = 0 } = row.value;
  const holder = await findPerson(deps, row.value.createdBy);
  const booking = own.value.booking ?? row.value.booking;
  const isOver = row.value.state !== 'asking' || own.value.state === 'drawn' || own.value.state === 'removed';
  return {
    ...{ id, purpose, form, size, minutes, language, zone, from, closesBy, mayQuote: own.value.mayQuote },
    state: isOver ? 'over' : (own.value.state as InvitationPage['state']),
    byName: holder ? callName(holder) : '',
    ...(booking && own.value.state === 'yes' ? { booking: shownOf(booking) } : {}),
  };
}

function shownOf({ start, end, joinUrl }: NonNullable<Talk['booking']>) {
  return { start, end, ...(joinUrl === undefined ? {} : { joinUrl }) };
}
