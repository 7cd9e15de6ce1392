/**
 * What became of bookings that had no answer: Outlook is asked, with the rights of whoever booked as soon as they are there, with the
 * app's where it has them. What is in the calendar is planned; what is not is let go. Neither keeps anybody from planning meanwhile.
 */
import { day } from '../../../../platform/clock.ts';
import type { Caller, JobResult } from '../../../../platform/doors.ts';
import { Failure, isFailure } from '../../../../platform/errors.ts';
import type { Platform } from '../../../../platform/platform.ts';
import type { BookedEvent } from '../../../../platform/calendar.ts';
import type { Row } from '../../../../platform/tables.ts';
import { untilUnchanged } from '../../../../platform/tables/conflict.ts';
import type { Pair } from '../../../pairs/model.ts';
import { findPair } from '../../../pairs/usecases.ts';
import type { Meeting, MeetingAddress } from '../../model.ts';
import { followTasks } from '../../following/rules.ts';
import { meetings } from '../../store.ts';
import { isPlanning } from '../turns/usecases.ts';
import { openBookings } from '../rules.ts';
import { plannedFollows, settledAfter } from './rules.ts';

/** In the caller's turn: all meetings of the pair as they are then. What is not in the calendar stays open for a while: Outlook may still be at it. */
export async function settleOwn(
  deps: Platform,
  caller: Caller,
  pair: Pair,
): Promise<{ readonly bookedAfterAll: boolean; readonly all: readonly Row<Meeting>[] }> {
  const list = (): Promise<Row<Meeting>[]> => meetings.list(deps.tables, pair.programmeId, pair.id);
  const before = await list();
  let bookedAfterAll = false;
  for (const row of openBookings(before, caller.personId)) {
    const { start, end, id: transactionId } = row.value;
    const event = await deps.calendar.findBooked({ as: caller.assertion ?? '' }, { start, end, transactionId });
    if (!event) continue;
    await adopt(deps, pair, row, event);
    bookedAfterAll = true;
  }
  return { bookedAfterAll, all: bookedAfterAll ? await list() : before };
}

/** When the page is opened: what can be settled now is, and what cannot waits for the next time. */
export async function settleAtOpening(deps: Platform, caller: Caller, pair: Pair): Promise<void> {
  const { programmeId, id: pairId } = pair;
  if (caller.assertion === undefined) return;
  const open = openBookings(await meetings.list(deps.tables, programmeId, pairId), caller.personId);
  if (open.length === 0 || (await isPlanning(deps, { programmeId, pairId }))) return;
  await settleOwn(deps, caller, pair).catch((error: unknown) => {
    if (!isFailure(error)) throw error;
  });
}

/** By itself, some minutes later. Where the app may not look, whoever booked is waited for until the time is over. */
export async function settleLater(deps: Platform, at: MeetingAddress): Promise<JobResult> {
  const [row, pair] = await Promise.all([
    meetings.find(deps.tables, at.programmeId, at.pairId, at.meetingId),
    findPair(deps, at.programmeId, at.pairId),
  ]);
  if (row?.value.state !== 'booking' || !pair) return undefined;
  const now = deps.clock.now();
  if (await isPlanning(deps, at)) return { again: now + settledAfter, why: 'being-planned' };
  const { start, end, id: transactionId, organiserId } = row.value;
  let event: BookedEvent | undefined;
  try {
    event = await deps.calendar.findBooked({ through: organiserId }, { start, end, transactionId });
  } catch (error) {
    if (!isFailure(error)) throw error;
    if (error.code === 'unavailable' && end > now) return { again: Math.min(end, now + day), why: error.reason };
  }
  await (event ? adopt(deps, pair, row, event) : letGo(deps, row));
  return undefined;
}

const letGo = (deps: Platform, row: Row<Meeting>): Promise<void> =>
  whileOpen(deps, row, (now) => deps.outbox.commit([meetings.remove(now)]));

function adopt(deps: Platform, pair: Pair, row: Row<Meeting>, event: BookedEvent): Promise<void> {
  const { eventId, start, end, joinUrl } = event;
  return whileOpen(deps, row, async (now) => {
    const planned: Meeting = {
      ...{ ...now.value, state: 'planned', eventId, start, end, plannedAt: deps.clock.now() },
      ...(joinUrl === undefined ? {} : { joinUrl }),
    };
    const together = await isToldTogether(deps, planned);
    const follow = [...plannedFollows(pair, planned, together), ...followTasks(planned, deps.clock.now())];
    await deps.outbox.commit([meetings.replace(now, planned)], follow);
  });
}

/** As it is by then: whoever wrote to it meanwhile has settled it, or it is settled now. */
async function whileOpen(deps: Platform, row: Row<Meeting>, work: (now: Row<Meeting>) => Promise<void>): Promise<void> {
  await untilUnchanged(async () => {
    const now = await meetings.find(deps.tables, row.partition, ...row.key);
    if (now?.value.state === 'booking') await work(now);
  });
}

/** The card with all dates has not gone yet; a date that was planned later is told by itself. */
export async function isToldTogether({ outbox }: Platform, { programmeId, toldWith }: Meeting): Promise<boolean> {
  return toldWith !== undefined && (await outbox.find('programmes', programmeId, toldWith)) !== undefined;
}

/** What Outlook says no to, in the words of this feature; everything that may have been done all the same is `calendar-away`. */
export async function withOutlook<A>(ask: () => Promise<A>): Promise<A> {
  return ask().catch((error: unknown) => {
    if (!isFailure(error)) throw error;
    if (error.reason === 'no-mailbox') throw new Failure('unavailable', 'you-have-no-mailbox', { cause: error });
    if (error.reason === 'graph-not-permitted') throw new Failure('unavailable', 'consent-needed', { cause: error });
    if (error.code === 'unavailable' && error.reason !== 'consent-needed')
      throw new Failure('unavailable', 'calendar-away', { cause: error });
    throw error;
  });
}
