/** "Did you meet?" and "We met on ...": one press for each of the two. One yes suffices, and two different answers are nobody's fault. */
import { beginOfDay, day, localDate, minute } from '../../../platform/clock.ts';
import type { Caller } from '../../../platform/doors.ts';
import { Failure } from '../../../platform/errors.ts';
import { idOf } from '../../../platform/ids.ts';
import type { NewTask } from '../../../platform/outbox.ts';
import type { Platform } from '../../../platform/platform.ts';
import { unlessChanged } from '../../../platform/tables/conflict.ts';
import { membersOf, type Pair } from '../../pairs/model.ts';
import { activePairFor } from '../../pairs/usecases.ts';
import { workingHoursOf } from '../../people/usecases.ts';
import { isPast, type Meeting, type MeetingAddress, type MetSaid, type PairAddress } from '../model.ts';
import { meetings } from '../store.ts';
import { meetingFor } from '../usecases.ts';
import { answered, twiceCancelled } from './rules.ts';

const tries = 4;

/** Failure `gone` before the meeting is over. */
export async function sayMet(
  deps: Platform,
  caller: Caller,
  at: MeetingAddress,
  said: MetSaid,
): Promise<{ readonly pair: Pair; readonly one: Meeting }> {
  for (let turn = 1; ; turn += 1) {
    const { pair, row } = await meetingFor(deps, caller, at);
    if (!isPast(row.value, deps.clock.now())) throw new Failure('gone', 'meeting-to-come');
    const next = answered(row.value, caller.personId, said);
    // Both may answer at the same moment: neither answer is lost.
    if (await unlessChanged(deps.tables.commit([meetings.replace(row, next)]))) return { pair, one: next };
    if (turn === tries) throw new Failure('conflict', 'changed-meanwhile');
  }
}

/** A meeting that no calendar knew of. One for a day, whoever of the two says it. */
export async function logMeeting(deps: Platform, caller: Caller, at: PairAddress, on: string): Promise<Meeting> {
  const { value: pair } = await activePairFor(deps, caller.personId, at.programmeId, at.pairId);
  const { zone } = await workingHoursOf(deps, caller.personId);
  const now = deps.clock.now();
  if (on > localDate(now, zone) || now - beginOfDay(on, zone) > 366 * day)
    throw new Failure('bad-input', 'not-a-past-day', { fields: [{ field: 'on', reason: 'not-a-past-day' }] });
  const id = idOf('held', pair.id, on);
  const end = Math.min(beginOfDay(on, zone) + 12 * 60 * minute, now);
  const held: Meeting = {
    ...{ id, programmeId: pair.programmeId, pairId: pair.id, start: end - 30 * minute, end, state: 'planned' },
    ...{ organiserId: caller.personId, byHand: true, logged: true, sequence: 0 },
    met: [{ personId: caller.personId, said: 'yes' }],
  };
  const isNew = await unlessChanged(deps.tables.commit([meetings.create(pair.programmeId, [pair.id, id], held)]));
  if (isNew) return held;
  return (await meetings.find(deps.tables, pair.programmeId, pair.id, id))?.value ?? held;
}

/** After a cancellation: a card for both that offers a new time, once, when it was the second in a row. */
export async function offersAfter(deps: Platform, pair: Pair, cancelled: Meeting): Promise<NewTask[]> {
  const rows = (await meetings.list(deps.tables, pair.programmeId, pair.id)).map((row) => row.value);
  const now = deps.clock.now();
  const all = rows.map((one) => (one.id === cancelled.id ? cancelled : one));
  const which = twiceCancelled(all, now);
  if (which === undefined) return [];
  return membersOf(pair).map((personId) => ({
    ...{ id: idOf('meetings.offer-again', which, personId), job: 'meetings.offer-again', due: now + day },
    data: { programmeId: pair.programmeId, pairId: pair.id, personId },
  }));
}

export async function isTwiceCancelled(deps: Platform, { programmeId, id }: Pair): Promise<boolean> {
  const rows = await meetings.list(deps.tables, programmeId, id);
  return (
    twiceCancelled(
      rows.map((row) => row.value),
      deps.clock.now(),
    ) !== undefined
  );
}
