/**
 * Which times are suggested, and in which order. A time is a start on a quarter of an hour at which all sides are free (`../rules.ts`).
 *
 * Of two times the better one is, in this order: the one in which more sides have a half day that suits them best (passport); the rounder one
 * (whole hour, half, quarter); the earlier one. Nothing else counts, so asking twice, and asking from the other side, gives the same.
 *
 * Suggested are the earliest time of all, and of each day the best two that lie two hours apart; day after day until there are nine. They
 * are told in order of time, and the best of them is marked.
 */
import { DateTime } from 'luxon';
import { hour, minute } from '../../../platform/clock.ts';
import { touches } from '../../people/hours/rules.ts';
import type { Slot } from '../model.ts';
import { covers, freeTime, intersect, isFreeFor, likedTime, openTime, takenBy, type Side } from '../rules.ts';
import { statuses, type Status } from './model.ts';

const grid = 15 * minute;
const mostInAll = 9;
const mostInADay = 2;
/** Two suggestions on a day lie at least so far apart. */
const apart = 2 * hour;

export interface Wish {
  readonly from: number;
  readonly to: number;
  readonly minutes: number;
}

export interface Ranked extends Slot {
  /** On how many sides it lies in a half day that suits best; `mine` when the first side is one of them. */
  readonly liked: number;
  readonly mine: boolean;
}

export interface Suggested extends Ranked {
  /** The first at which everybody is free. */
  readonly earliest: boolean;
  readonly best: boolean;
}

/** Two to eight sides, the reader's first: its zone says what a day is. */
export function suggestTimes(sides: readonly Side[], wish: Wish): Suggested[] {
  const all = rankedTimes(sides, wish);
  const earliest = all[0]?.start;
  const found: Ranked[] = [];
  for (const ofDay of byDay(all, sides[0]?.hours.zone ?? 'UTC')) {
    if (found.length >= mostInAll) break;
    const first = ofDay.filter(({ start }) => start === earliest);
    const chosen = first.concat(bestOf(ofDay, mostInADay, better).filter(({ start }) => start !== earliest));
    found.push(...chosen.slice(0, mostInAll - found.length).sort((a, b) => a.start - b.start));
  }
  const best = found.toSorted(better)[0];
  return found.map((one) => ({ ...one, earliest: one.start === earliest, best: one === best }));
}

/** The best three on different days, in order of time: for a card. */
export function fewTimes(sides: readonly Side[], wish: Wish, most = 3): Ranked[] {
  const ofDays = byDay(rankedTimes(sides, wish), sides[0]?.hours.zone ?? 'UTC').map(
    (ofDay) => ofDay.toSorted(better)[0]!,
  );
  return ofDays
    .toSorted(better)
    .slice(0, most)
    .sort((a, b) => a.start - b.start);
}

/** Every time at which all are free, earliest first. */
export function rankedTimes(sides: readonly Side[], { from, to, minutes }: Wish): Ranked[] {
  const free = sides.map((side) => freeTime(side, from, to)).reduce(intersect);
  return rankedIn(free, sides, { from, to, minutes });
}

function rankedIn(open: readonly Slot[], sides: readonly Side[], { from, to, minutes }: Wish): Ranked[] {
  const liked = sides.map((side) => likedTime(side, from, to));
  return startsIn(open, minutes * minute).map((start) => {
    const slot = { start, end: start + minutes * minute };
    const likes = liked.map((spans) => spans.some((one) => covers(one, slot)));
    return { ...slot, liked: likes.filter(Boolean).length, mine: likes[0] === true };
  });
}

/** Negative when the first is the better one. */
export function better(a: Ranked, b: Ranked): number {
  return b.liked - a.liked || roundness(a.start) - roundness(b.start) || a.start - b.start;
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
    const count = Math.max(0, Math.floor((end - length - first) / grid) + 1);
    return Array.from({ length: count }, (_, at) => first + at * grid);
  });
}

function bestOf<T extends Slot>(slots: readonly T[], most: number, order: (a: T, b: T) => number): T[] {
  const chosen: T[] = [];
  for (const one of slots.toSorted(order))
    if (chosen.length < most && chosen.every((other) => Math.abs(other.start - one.start) >= apart)) chosen.push(one);
  return chosen;
}

function byDay<T extends Slot>(slots: readonly T[], zone: string): T[][] {
  const days = new Map<string, T[]>();
  let [until, ofDay]: [number, T[]] = [0, []];
  for (const one of slots) {
    if (one.start >= until) {
      const date = DateTime.fromMillis(one.start, { zone });
      until = date.plus({ days: 1 }).startOf('day').toMillis();
      days.set(date.toISODate() ?? '', (ofDay = []));
    }
    ofDay.push(one);
  }
  return [...days.values()];
}

/** With one more time, suggested before, when it still suits all. */
export function withWanted(
  sides: readonly Side[],
  { minutes }: Wish,
  found: readonly Suggested[],
  start: number | undefined,
): Suggested[] {
  if (start === undefined || found.some((one) => one.start === start)) return [...found];
  const slot = { start, end: start + minutes * minute };
  if (!isFreeFor(sides, slot)) return [...found];
  const ranked = rankedIn([slot], sides, { from: slot.start, to: slot.end, minutes })[0]!;
  return [...found, { ...ranked, earliest: false, best: found.length === 0 }].sort((a, b) => a.start - b.start);
}

export interface Disturbing extends Slot {
  /** Whom it would disturb, by the place of the side. */
  readonly whom: readonly { readonly side: number; readonly status: Status }[];
}

const mostDisturbing = 5;
/** Times of the day for which one may ask where working hours never meet. */
const [wideStart, wideEnd] = ['07:00', '21:00'];

/**
 * For when nobody is free: the five times that disturb the fewest sides, then the mildest way (tentative before outside the hours before busy
 * before away), then as above; two a day, two hours apart. Told in order of time. Passports, holidays and full days hold as ever.
 */
export function leastDisturbing(sides: readonly Side[], wish: Wish): Disturbing[] {
  const { from, to } = wish;
  const open = sides.map((side) => openTime(side, from, to)).reduce(intersect);
  const inHours = weighed(open, sides, wish);
  const all =
    inHours.length > 0
      ? inHours
      : weighed(sides.map((side) => openTime(wide(side), from, to)).reduce(intersect), sides, wish);
  const byWeight = (a: Weighed, b: Weighed): number =>
    a.whom.length - b.whom.length || a.worst - b.worst || better(a, b);
  const ofDays = byDay(all, sides[0]?.hours.zone ?? 'UTC').flatMap((ofDay) => bestOf(ofDay, mostInADay, byWeight));
  return ofDays
    .toSorted(byWeight)
    .slice(0, mostDisturbing)
    .sort((a, b) => a.start - b.start)
    .map(({ start, end, whom }) => ({ start, end, whom }));
}

/** True when one may ask for this time: what passports, holidays and full days leave out is not asked for. */
export function isAskable(sides: readonly Side[], slot: Slot): boolean {
  return sides.every((side) => openTime(wide(side), slot.start, slot.end).some((one) => covers(one, slot)));
}

type Weighed = Ranked & Disturbing & { readonly worst: number };

function weighed(open: readonly Slot[], sides: readonly Side[], wish: Wish): Weighed[] {
  const atWork = sides.map((side) => openTime(side, wish.from, wish.to));
  return rankedIn(open, sides, wish).map((slot) => {
    const whom = sides.flatMap((side, place) => {
      const status = statusIn(side, atWork[place] ?? [], slot);
      return status === undefined ? [] : [{ side: place, status }];
    });
    return { ...slot, whom, worst: Math.max(-1, ...whom.map(({ status }) => statuses.indexOf(status))) };
  });
}

function statusIn(side: Side, atWork: readonly Slot[], slot: Slot): Status | undefined {
  const there = takenBy(side)
    .filter((one) => touches(one, slot))
    .map(({ status }) => asStatus(status));
  const isOutside = !atWork.some((one) => covers(one, slot));
  return statuses.findLast((one) => there.includes(one) || (one === 'hours' && isOutside));
}

const asStatus = (status: string | undefined): Status => (status === 'tentative' || status === 'oof' ? status : 'busy');

function wide(side: Side): Side {
  const { start, end } = side.hours;
  if (end <= start) return side;
  const hours = { ...side.hours, start: start < wideStart ? start : wideStart, end: end > wideEnd ? end : wideEnd };
  return { ...side, hours };
}
