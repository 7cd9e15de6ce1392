/** Decisions about pairs: when a reminder is due, when an offer waits too long, when a pair has completed, and what the matching is told of it. */
import { DateTime } from 'luxon';
import { beginOfDay, localDate } from '../../platform/clock.ts';
import type { Standing } from '../matching/model.ts';
import type { Programme } from '../programmes/model.ts';
import { waitsFor, type Pair } from './model.ts';

export const reminderWorkingDays = 3;
export const overdueWorkingDays = 5;

/** The same local time so many working days (Monday to Friday) on. */
export function workingDaysAfter(instant: number, days: number, zone: string): number {
  let at = DateTime.fromMillis(instant, { zone });
  for (let left = days; left > 0;) {
    at = at.plus({ days: 1 });
    if (at.weekday <= 5) left -= 1;
  }
  return at.toMillis();
}

/** Since when an offer waits for the answer that is due now; for other pairs since when they are as they are. */
export function waitingSince(one: Pair): number {
  if (waitsFor(one) === 'mentor') return one.mentorAskedAt ?? one.offeredAt;
  return one.endedAt ?? one.activeAt ?? one.offeredAt;
}

export function isOverdue(one: Pair, now: number, zone: string): boolean {
  return waitsFor(one) !== undefined && now > workingDaysAfter(waitingSince(one), overdueWorkingDays, zone);
}

/** Refused and past pairs are not proposed again; a living one takes its places. A withdrawn offer is as if it never was. */
export function standingOf(one: Pair): Standing | undefined {
  const { menteeId, mentorId } = one;
  switch (one.state) {
    case 'offered':
    case 'active':
    case 'paused':
      return { menteeId, mentorId, state: 'living' };
    case 'ended':
      return { menteeId, mentorId, state: 'past' };
    case 'declined':
      return { menteeId, mentorId, state: 'refused' };
    case 'withdrawn':
      return undefined;
    default:
      return one.state satisfies never;
  }
}

type Ends = Pick<Programme, 'endsOn' | 'zone' | 'stage' | 'stageAt'>;

/** Whether a pair was together until the programme's last day, or until it was closed. */
export function lastedToTheEnd(
  { endedAt }: Pick<Pair, 'endedAt'>,
  { endsOn, zone, stage, stageAt }: Ends,
  now: number,
) {
  const until = endedAt ?? now;
  return localDate(until, zone) >= endsOn || (stage === 'close' && until >= stageAt);
}

/** When a pair completed: rounded off together, or together until the programme's end. Nothing for a pair that somebody left. */
export function completedAt(
  one: Pick<Pair, 'activeAt' | 'endedAt' | 'ending'>,
  programme: Ends,
  now: number,
): number | undefined {
  if (one.activeAt === undefined) return undefined;
  if (one.ending === 'together') return one.endedAt;
  if (!lastedToTheEnd(one, programme, now)) return undefined;
  const lastDay = beginOfDay(programme.endsOn, programme.zone);
  const over = programme.stage === 'close' ? Math.min(lastDay, programme.stageAt) : lastDay;
  return Math.max(one.activeAt, over);
}
