/**
 * When a side can meet: in the working hours, on none of the days and half days that the passport leaves out, not before it allows, on no
 * public holiday, on no day that has a meeting already, and not while the calendar says busy. Which of these are suggested is in `times/`.
 */
import { DateTime } from 'luxon';
import { day, hour, minute } from '../../platform/clock.ts';
import { covers, halfDaysIn, intersect, subtract, wholeDays, workingTime } from '../people/hours/rules.ts';
import type { WorkingHours } from '../people/model.ts';
import type { HalfDay, HalfDays, Need } from '../people/passport/model.ts';
import type { Slot } from './model.ts';

export { covers, intersect, subtract, workingTime } from '../people/hours/rules.ts';

/** Nobody is asked to meet sooner than this. */
export const notice = 24 * hour;
/** With an interpreter, who must be found first, not sooner than this. */
export const interpretersNotice = 7 * day;
/** Whoever needs breaks has so long free before a meeting and after it. */
export const breather = 15 * minute;

/** Part of a calendar: as what Outlook shows it to colleagues. */
export interface Taken extends Slot {
  readonly status?: string;
}

export interface Side {
  readonly hours: WorkingHours;
  /** When the calendar says busy. */
  readonly busy: readonly Taken[];
  /** Meetings of mentoring that are planned; their days are full. */
  readonly meetings: readonly Slot[];
  /** Local dates without a meeting: public holidays, and the own days of the passport. */
  readonly closed?: readonly string[];
  /** Half days of the passport. */
  readonly halves?: HalfDays;
  /** The passport asks for no meeting before this. */
  readonly notBefore?: number;
  /** The passport asks for so many milliseconds around each meeting. */
  readonly around?: number;
  /** Times to which all said yes, whatever hours and calendars say. */
  readonly agreed?: readonly Slot[];
}

/** True when the slot may be booked: everything that a suggestion promises, at this moment. */
export function isFreeFor(sides: readonly Side[], wanted: Slot): boolean {
  return sides.every((side) => freeTime(side, wanted.start, wanted.end).some((one) => covers(one, wanted)));
}

/** When this side may be asked, and is free. */
export function freeTime(side: Side, from: number, to: number): Slot[] {
  const free = subtract(openTime(side, from, to), takenBy(side));
  const agreed = intersect(side.agreed ?? [], [{ start: from, end: to }]);
  return agreed.length === 0 ? free : joined([...free, ...subtract(agreed, leftOut(side, from, to))]);
}

/** What the calendar holds, with what must stay free around it. */
export function takenBy({ busy, around = 0 }: Side): readonly Taken[] {
  if (around === 0) return busy;
  return busy.map((one) => ({ ...one, start: one.start - around, end: one.end + around }));
}

/** When this side may be asked at all, whatever the calendar says. */
export function openTime(side: Side, from: number, to: number): Slot[] {
  const atWork = intersect(joined(workingTime(side.hours, from, to)), [{ start: from, end: to }]);
  const early = side.notBefore === undefined ? [] : [{ start: from, end: Math.max(from, side.notBefore) }];
  return subtract(atWork, [...leftOut(side, from, to), ...early]);
}

/** What passport, holidays and full days leave out, also where both said yes to a time before. */
function leftOut(side: Side, from: number, to: number): Slot[] {
  const { hours, closed = [] } = side;
  return [...wholeDays(hours.zone, closed), ...marked(side, 'never', from, to), ...fullDays(side)];
}

/** What a passport's needs ask of times. */
export function asksOf(needs: ReadonlySet<Need>, now: number): Pick<Side, 'notBefore' | 'around'> {
  const isLater = needs.has('sign-language') || needs.has('interpreter');
  return {
    ...(isLater ? { notBefore: now + interpretersNotice } : {}),
    ...(needs.has('breaks') ? { around: breather } : {}),
  };
}

/** Half days that suit this side best. */
export const likedTime = (side: Side, from: number, to: number): Slot[] => marked(side, 'rather', from, to);

function marked({ hours, halves = {} }: Side, mark: 'rather' | 'never', from: number, to: number): Slot[] {
  const named = Object.entries(halves).flatMap(([half, one]) => (one === mark ? [half as HalfDay] : []));
  return joined(halfDaysIn(hours.zone, new Set(named), from, to));
}

function fullDays({ hours, meetings }: Side): Slot[] {
  const dates = meetings.map(({ start }) => DateTime.fromMillis(start, { zone: hours.zone }).toISODate() ?? '');
  return wholeDays(hours.zone, dates);
}

/** Spans that touch or overlap become one. */
function joined(spans: readonly Slot[]): Slot[] {
  const found: { start: number; end: number }[] = [];
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    const last = found.at(-1);
    if (last && last.end >= start) last.end = Math.max(last.end, end);
    else found.push({ start, end });
  }
  return found;
}

/** The one of several that begins nearest to an instant; of two the earlier one. */
export function nearest<T extends Pick<Slot, 'start'>>(all: readonly T[], start: number): T | undefined {
  return all.toSorted((a, b) => Math.abs(a.start - start) - Math.abs(b.start - start) || a.start - b.start)[0];
}
