/**
 * When a pair pauses or ends, or somebody leaves, what is planned is called off with a kind line: by the own rights of whoever has it in
 * the calendar as soon as they look, by the app's where the administrator allowed it, else a card asks for one press.
 */
import { minute } from '../../../platform/clock.ts';
import type { Caller } from '../../../platform/doors.ts';
import { isFailure } from '../../../platform/errors.ts';
import { idOf } from '../../../platform/ids.ts';
import type { NewTask } from '../../../platform/outbox.ts';
import type { Platform } from '../../../platform/platform.ts';
import type { Row } from '../../../platform/tables.ts';
import { untilUnchanged } from '../../../platform/tables/conflict.ts';
import { membersOf, partnerOf, type Pair } from '../../pairs/model.ts';
import { pairsOfPerson, type PairListener } from '../../pairs/usecases.ts';
import { isCandidate } from '../../people/model.ts';
import { findPerson, languageOfPerson, personOf } from '../../people/usecases.ts';
import { settleAtOpening } from '../booking/settling/usecases.ts';
import { offText } from '../cards.ts';
import type { Meeting } from '../model.ts';
import { meetings, plannedOf } from '../store.ts';

/** Whoever pressed sees the page of the pair, which calls off with the own rights, before a card asks for it. */
const cardAfter = 5 * minute;

/** Of a pair that pauses or ended: what is still to come. Called by a job, so once or more. */
export const callOffMeetings: PairListener = async (deps, pair) => {
  if (pair.state === 'active') return;
  for (const row of await toCome(deps, pair)) await callOff(deps, pair, row);
};

/** For whoever leaves or is forgotten: everything to come in all their pairs; also what the other organises. */
export async function cancelAllOf(deps: Platform, personId: string): Promise<void> {
  for (const pair of await pairsOfPerson(deps, personId))
    for (const row of await toCome(deps, pair)) await callOff(deps, pair, row);
}

/** Whoever opens the page of a pair: their own bookings without an answer are settled, and what is off leaves their calendar. */
export async function lookAtOpening(deps: Platform, caller: Caller, pair: Pair): Promise<void> {
  if (pair.state === 'active') return settleAtOpening(deps, caller, pair);
  const { assertion } = caller;
  if (assertion === undefined) return;
  for (const row of await toCome(deps, pair)) {
    if (!isInCalendarOf(caller.personId, row.value)) continue;
    await deps.calendar
      .cancel(assertion, row.value.eventId ?? '', await kindLine(deps, pair, row.value))
      .catch(unlessGone)
      .then(() => keepOff(deps, row, []))
      .catch((error: unknown) => {
        // The page opens all the same; the next time goes on.
        if (!isFailure(error)) throw error;
      });
  }
}

/** True while a meeting of a pair that is not active stands in this person's calendar. */
export async function hasToCallOff(deps: Platform, pair: Pair, personId: string): Promise<boolean> {
  if (pair.state === 'active') return false;
  return (await toCome(deps, pair)).some(({ value }) => isInCalendarOf(personId, value));
}

function isInCalendarOf(personId: string, { organiserId, byHand }: Meeting): boolean {
  return organiserId === personId && !byHand;
}

async function toCome(deps: Platform, { programmeId, id }: Pair): Promise<Row<Meeting>[]> {
  const now = deps.clock.now();
  return (await plannedOf(deps.tables, programmeId, id)).filter(({ value }) => value.start > now);
}

async function callOff(deps: Platform, pair: Pair, row: Row<Meeting>): Promise<void> {
  const { byHand, organiserId, eventId = '' } = row.value;
  // Outlook tells those who were invited; who has it as a file is told by card.
  if (byHand)
    return keepOff(
      deps,
      row,
      membersOf(pair).map((to) => tellOff(row.value, to)),
    );
  try {
    await deps.calendar.cancelIn(organiserId, eventId, await kindLine(deps, pair, row.value));
  } catch (error) {
    if (isFailure(error) && error.reason === 'graph-not-permitted') return askForIt(deps, pair, row);
    unlessGone(error);
  }
  return keepOff(deps, row, []);
}

/** An event or a mailbox that is gone holds nothing to call off. */
function unlessGone(error: unknown): void {
  if (!isFailure(error) || error.code === 'unavailable' || error.code === 'conflict') throw error;
}

async function kindLine(deps: Platform, pair: Pair, one: Meeting): Promise<string> {
  return offText(await languageOfPerson(deps, await personOf(deps, partnerOf(pair, one.organiserId))));
}

/** Whoever has left can press nothing: the other is told, and takes it out of the own calendar. */
async function askForIt(deps: Platform, pair: Pair, row: Row<Meeting>): Promise<void> {
  const { programmeId, pairId, organiserId: personId } = row.value;
  const organiser = await findPerson(deps, personId);
  if (!organiser || !isCandidate(organiser)) return keepOff(deps, row, [tellOff(row.value, partnerOf(pair, personId))]);
  await deps.outbox.ask('programmes', programmeId, {
    ...{ id: idOf('meetings.ask-off', pairId, personId), job: 'meetings.ask-off', due: deps.clock.now() + cardAfter },
    data: { programmeId, pairId, personId },
  });
}

function tellOff({ programmeId, pairId, id: meetingId, sequence }: Meeting, to: string): NewTask {
  const id = idOf('meetings.tell', meetingId, 'off', String(sequence + 1), to);
  return { id, job: 'meetings.tell', data: { programmeId, pairId, meetingId, to, news: 'off' } };
}

async function keepOff(deps: Platform, row: Row<Meeting>, follow: readonly NewTask[]): Promise<void> {
  // Somebody may have written to the row meanwhile: it is off all the same.
  await untilUnchanged(async () => {
    const now = await meetings.find(deps.tables, row.partition, ...row.key);
    if (now?.value.state !== 'planned') return;
    const off: Meeting = {
      ...now.value,
      ...{ state: 'cancelled', calledOff: true, sequence: now.value.sequence + 1 },
    };
    await deps.outbox.commit([meetings.replace(now, off)], follow);
  });
}
