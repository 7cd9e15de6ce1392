/** When somebody is at work, and sums of spans of time: what is in both, and what is left of one without the other. */
import { DateTime } from 'luxon';
import { day, minute } from '../../../platform/clock.ts';
import { weekdays, type WorkingHours } from '../model.ts';
import { parts, type HalfDay, type Part } from '../passport/model.ts';

/** From `start` up to `end`, in milliseconds. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * Working hours day by day, by the clock on the wall of the person's zone. Hours that end before they begin end the next day. A time
 * that the change to summer time leaves out is the moment of the change; of one that comes twice the first counts.
 */
export function workingTime({ zone, days, start, end }: WorkingHours, from: number, to: number): Span[] {
  const isOvernight = end <= start;
  return daysIn(zone, isOvernight ? from - day : from, to)
    .filter((date) => days.includes(weekdayOf(date)))
    .map((date) => ({ start: atTime(date, start), end: atTime(isOvernight ? date.plus({ days: 1 }) : date, end) }))
    .filter((one) => one.end > one.start);
}

/** Half past twelve parts a morning from an afternoon. */
const noon = '12:30';

/** The half days of these names, by the clock on the wall of the zone. */
export function halfDaysIn(zone: string, named: ReadonlySet<HalfDay>, from: number, to: number): Span[] {
  if (named.size === 0) return [];
  return daysIn(zone, from, to).flatMap((date) =>
    parts.filter((part) => named.has(`${weekdayOf(date)}-${part}`)).map((part) => halfOf(date, part)),
  );
}

function halfOf(date: DateTime, part: Part): Span {
  const middle = atTime(date, noon);
  const [start, end] = [date.toMillis(), date.plus({ days: 1 }).startOf('day').toMillis()];
  return part === 'morning' ? { start, end: middle } : { start: middle, end };
}

/** The whole days of these dates (`2027-05-06`) in a zone. */
export function wholeDays(zone: string, dates: readonly string[]): Span[] {
  return dates.map((date) => {
    const start = DateTime.fromISO(date, { zone }).startOf('day');
    return { start: start.toMillis(), end: start.plus({ days: 1 }).startOf('day').toMillis() };
  });
}

/** The beginning of each local day that a period touches. */
function daysIn(zone: string, from: number, to: number): DateTime[] {
  const found: DateTime[] = [];
  for (
    let date = DateTime.fromMillis(from, { zone }).startOf('day');
    date.toMillis() < to;
    date = date.plus({ days: 1 }).startOf('day')
  )
    found.push(date);
  return found;
}

const weekdayOf = (date: DateTime): (typeof weekdays)[number] => weekdays[date.weekday - 1] ?? 'sunday';
const quarter = 15 * minute;

function atTime(date: DateTime, time: string): number {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  const found = date.set({ hour, minute });
  if (found.hour === hour % 24 && found.minute === minute) return found.toMillis();
  // Not on this clock: the change itself, which lies on a quarter of an hour.
  let change = found.startOf('hour');
  while (change.minus(quarter).offset === found.offset) change = change.minus(quarter);
  return change.toMillis();
}

export function intersect(a: readonly Span[], b: readonly Span[]): Span[] {
  return a
    .flatMap((one) =>
      b.map((other) => ({ start: Math.max(one.start, other.start), end: Math.min(one.end, other.end) })),
    )
    .filter((one) => one.end > one.start)
    .sort((one, other) => one.start - other.start);
}

export function subtract(from: readonly Span[], taken: readonly Span[]): Span[] {
  return taken.reduce<Span[]>(
    (left, hole) =>
      left.flatMap((one) =>
        hole.end <= one.start || hole.start >= one.end
          ? [one]
          : [
              { start: one.start, end: Math.min(one.end, hole.start) },
              { start: Math.max(one.start, hole.end), end: one.end },
            ].filter((rest) => rest.end > rest.start),
      ),
    [...from],
  );
}

export const covers = (outer: Span, inner: Span): boolean => outer.start <= inner.start && outer.end >= inner.end;
export const touches = (one: Span, other: Span): boolean => one.start < other.end && one.end > other.start;
