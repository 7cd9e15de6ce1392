/**
 * The rhythm of a programme: two meetings in the first month, then one a month until it ends (evidence.md). Each date is a wish for some
 * days; a meeting that is planned counts for the date that it is nearest to, so one that moves takes no other with it.
 */
import { DateTime } from 'luxon';
import { day, endOfDay } from '../../../platform/clock.ts';
import type { Pair } from '../../pairs/model.ts';
import type { Programme } from '../../programmes/model.ts';
import type { Slot } from '../model.ts';
import { nearest, notice, type Side } from '../rules.ts';
import { better, fewTimes, type Ranked } from '../times/rules.ts';

/** From a wished day on, so long is looked for a time; then a little longer. */
const [usualDays, mostDays] = [7, 13] as const;
/** How far ahead dates are proposed: calendars further away are empty, not free. */
export const horizon = 240 * day;
/** Proposed at once. */
export const mostDates = 9;

export interface Course {
  /** When the pair began, and when the programme ends (ms). */
  readonly beganAt: number;
  readonly endsAt: number;
  readonly zone: string;
}

/** From when to when the rhythm of a pair goes. */
export function courseOf(
  { endsOn, zone }: Pick<Programme, 'endsOn' | 'zone'>,
  { activeAt, offeredAt }: Pick<Pair, 'activeAt' | 'offeredAt'>,
): Course {
  return { beganAt: activeAt ?? offeredAt, endsAt: endOfDay(endsOn, zone), zone };
}

/** The wished days: a week and three weeks after the beginning, then every month from there. */
export function wishedDays({ beganAt, endsAt, zone }: Course): number[] {
  const begin = DateTime.fromMillis(beganAt, { zone }).startOf('day');
  const second = begin.plus({ weeks: 3 });
  const found = [begin.plus({ weeks: 1 }).toMillis(), second.toMillis()];
  for (let month = 1; second.plus({ months: month }).toMillis() < endsAt; month += 1)
    found.push(second.plus({ months: month }).toMillis());
  return found.filter((one) => one < endsAt);
}

/** Wished days to which no meeting belongs, and for which there is still time; soonest first. */
export function openDays(course: Course, planned: readonly Pick<Slot, 'start'>[], now: number): number[] {
  const all = wishedDays(course);
  const starts = all.map((start) => ({ start }));
  const taken = new Set(planned.map(({ start }) => nearest(starts, start)?.start));
  return all.filter((one) => !taken.has(one) && one + usualDays * day > now + notice);
}

export interface ProposedDate {
  readonly wished: number;
  /** The best time of each of at most five days, in order of time. */
  readonly options: readonly Ranked[];
  /** The best of them; nothing where nobody is free around then. */
  readonly start?: number;
}

/** A time for each open day, by the same rules and in the same order as single times. */
export function proposeSeries(
  sides: readonly Side[],
  { days, minutes, now, endsAt }: { days: readonly number[]; minutes: number; now: number; endsAt: number },
): ProposedDate[] {
  return days.slice(0, mostDates).map((wished) => {
    const from = Math.max(wished, now + notice);
    const within = (most: number): Ranked[] =>
      fewTimes(sides, { from, to: Math.min(wished + most * day, endsAt), minutes }, 5);
    const usual = within(usualDays);
    const options = usual.length > 0 ? usual : within(mostDays);
    const best = options.toSorted(better)[0];
    return { wished, options, ...(best ? { start: best.start } : {}) };
  });
}
