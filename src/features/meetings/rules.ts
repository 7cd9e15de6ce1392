/** Which times to suggest: free for both, in the working hours and days of both, in their own zones, with notice, not twice a day. */
import { DateTime } from 'luxon';
import { hour, minute } from '../../platform/clock.ts';
import { intersect, subtract, workingTime } from '../people/hours/rules.ts';
import type { WorkingHours } from '../people/model.ts';
import type { Slot } from './model.ts';

export { intersect, subtract, workingTime } from '../people/hours/rules.ts';

/** Nobody is asked to meet sooner than this. */
export const notice = 24 * hour;
const grid = 15 * minute;
const mostInAll = 9;
const mostInADay = 2;
/** Two suggestions on a day lie at least so far apart. */
const apart = 2 * hour;

export interface Side {
  readonly hours: WorkingHours;
  /** When the calendar says busy. */
  readonly busy: readonly Slot[];
  /** Meetings of mentoring that are planned; their days are full. */
  readonly meetings: readonly Slot[];
}

export interface Wish {
  readonly from: number;
  readonly to: number;
  readonly minutes: number;
}

/** At most nine, two a day; whole hours first, then half, then quarters. The same question gives the same answer. */
export function suggestSlots(sides: readonly Side[], { from, to, minutes }: Wish): Slot[] {
  const length = minutes * minute;
  const free = sides.map((side) => freeTime(side, from, to)).reduce(intersect);
  const found: Slot[] = [];
  const perDay = new Map<string, Slot[]>();
  const zone = sides[0]?.hours.zone ?? 'UTC';
  for (const start of startsIn(free, length)) {
    const date = DateTime.fromMillis(start, { zone }).toISODate() ?? '';
    perDay.set(date, [...(perDay.get(date) ?? []), { start, end: start + length }]);
  }
  for (const slots of perDay.values()) {
    if (found.length >= mostInAll) break;
    found.push(...bestOfDay(slots).slice(0, mostInAll - found.length));
  }
  return found;
}

/** True when the slot may be booked: everything that a suggestion promises, at this moment. */
export function isFreeFor(sides: readonly Side[], wanted: Slot): boolean {
  return sides.every((side) => freeTime(side, wanted.start, wanted.end).some((one) => covers(one, wanted)));
}

function covers(outer: Slot, inner: Slot): boolean {
  return outer.start <= inner.start && outer.end >= inner.end;
}

function bestOfDay(slots: readonly Slot[]): Slot[] {
  const byRoundness = [...slots].sort((a, b) => roundness(a.start) - roundness(b.start) || a.start - b.start);
  const chosen: Slot[] = [];
  for (const one of byRoundness)
    if (chosen.length < mostInADay && chosen.every((other) => Math.abs(other.start - one.start) >= apart))
      chosen.push(one);
  return chosen.sort((a, b) => a.start - b.start);
}

/** 0 on the hour, 1 on the half, 2 on a quarter: all zones of today differ by quarters of an hour. */
function roundness(start: number): number {
  const past = start % hour;
  if (past === 0) return 0;
  return past === hour / 2 ? 1 : 2;
}

function startsIn(free: readonly Slot[], length: number): number[] {
  return free.flatMap(({ start, end }) => {
    const first = Math.ceil(start / grid) * grid;
    return Array.from(
      { length: Math.max(0, Math.floor((end - length - first) / grid) + 1) },
      (_, at) => first + at * grid,
    );
  });
}

function freeTime({ hours, busy, meetings }: Side, from: number, to: number): Slot[] {
  const full = meetings.map(({ start }) => dayOf(start, hours.zone));
  return subtract(subtract(intersect(workingTime(hours, from, to), [{ start: from, end: to }]), busy), full);
}

function dayOf(instant: number, zone: string): Slot {
  const start = DateTime.fromMillis(instant, { zone }).startOf('day');
  return { start: start.toMillis(), end: start.plus({ days: 1 }).toMillis() };
}
