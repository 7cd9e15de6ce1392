/** When somebody is at work, and sums of spans of time: what is in both, and what is left of one without the other. */
import { DateTime } from 'luxon';
import { weekdays, type WorkingHours } from '../model.ts';

/** From `start` up to `end`, in milliseconds. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Working hours day by day, by the clock on the wall of the person's zone. */
export function workingTime({ zone, days, start, end }: WorkingHours, from: number, to: number): Span[] {
  const found: Span[] = [];
  for (
    let date = DateTime.fromMillis(from, { zone }).startOf('day');
    date.toMillis() < to;
    date = date.plus({ days: 1 })
  ) {
    const weekday = weekdays[date.weekday - 1];
    if (weekday && days.includes(weekday)) found.push({ start: atTime(date, start), end: atTime(date, end) });
  }
  return found.filter((one) => one.end > one.start);
}

function atTime(date: DateTime, time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return date.set({ hour: hours, minute: minutes }).toMillis();
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
