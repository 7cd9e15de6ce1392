/**
 * Which times to propose for several people: whoever holds the talk is free in all of them; times at which everybody is come first,
 * and where there is none the three at which the fewest would miss.
 */
import { DateTime } from 'luxon';
import { hour, minute } from '../../../../platform/clock.ts';
import { intersect, subtract, workingTime, type Span } from '../../../people/hours/rules.ts';
import type { WorkingHours } from '../../../people/model.ts';

const grid = 30 * minute;
/** Nobody is asked to come sooner than this. */
export const notice = 24 * hour;
const mostInAll = 6;
const mostInADay = 2;
const mostWithMissing = 3;

export interface Attendee {
  readonly hours: WorkingHours;
  readonly busy: readonly Span[];
}

export interface GroupTime extends Span {
  readonly missing: number;
}

interface Wish {
  readonly from: number;
  readonly to: number;
  readonly minutes: number;
}

export function timesFor(holder: Attendee, others: readonly Attendee[], { from, to, minutes }: Wish): GroupTime[] {
  const length = minutes * minute;
  const [own, free] = [freeTime(holder, from, to), others.map((one) => freeTime(one, from, to))];
  const starts = own.flatMap(({ start, end }) => startsIn(start, end - length));
  const all = starts.map((start) => {
    const wanted = { start, end: start + length };
    return { ...wanted, missing: free.filter((spans) => !spans.some((one) => covers(one, wanted))).length };
  });
  const whole = all.filter(({ missing }) => missing === 0);
  if (whole.length > 0) return spread(whole, holder.hours.zone).slice(0, mostInAll);
  const best = all
    .filter(({ missing }) => missing < others.length)
    .toSorted((a, b) => a.missing - b.missing || a.start - b.start);
  return apart(best).slice(0, mostWithMissing);
}

/** True when the holder is free then, as far as the calendar says. */
export const isFreeAt = (holder: Attendee, wanted: Span): boolean =>
  freeTime(holder, wanted.start, wanted.end).some((one) => covers(one, wanted));

function freeTime({ hours, busy }: Attendee, from: number, to: number): Span[] {
  return subtract(intersect(workingTime(hours, from, to), [{ start: from, end: to }]), busy);
}

const covers = (outer: Span, inner: Span): boolean => outer.start <= inner.start && outer.end >= inner.end;

function startsIn(start: number, last: number): number[] {
  const first = Math.ceil(start / grid) * grid;
  return Array.from({ length: Math.max(0, Math.floor((last - first) / grid) + 1) }, (_, at) => first + at * grid);
}

/** At most two a day, whole hours first, in the order of time. */
function spread(times: readonly GroupTime[], zone: string): GroupTime[] {
  const days = new Map<string, GroupTime[]>();
  for (const one of times) {
    const date = DateTime.fromMillis(one.start, { zone }).toISODate() ?? '';
    days.set(date, [...(days.get(date) ?? []), one]);
  }
  return [...days.values()].flatMap((ofDay) => {
    const round = ofDay.toSorted(
      (a, b) => Number(a.start % hour !== 0) - Number(b.start % hour !== 0) || a.start - b.start,
    );
    return apart(round)
      .slice(0, mostInADay)
      .toSorted((a, b) => a.start - b.start);
  });
}

/** In their order, without those that overlap one before. */
function apart(times: readonly GroupTime[]): GroupTime[] {
  const kept: GroupTime[] = [];
  for (const one of times) if (kept.every((other) => one.end <= other.start || one.start >= other.end)) kept.push(one);
  return kept;
}
