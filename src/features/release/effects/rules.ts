/**
 * The size of a change between two rounds. Everything is computed from figures that may be seen anyway (shares, means, a number of
 * people), never from answers, so that it tells nothing more; what rounding hides makes the interval wider.
 */
import { mean, quantileSorted, sampleStandardDeviation, sampleWithReplacement } from 'simple-statistics';
import { sharesAsCounts } from '../worlds/model.ts';
import { chanceOf } from '../worlds/search/rules.ts';
import type { Effect, Size } from './model.ts';

export interface Summary {
  readonly mean: number;
  /** Standard deviation of a sample (n - 1). */
  readonly deviation: number;
  readonly people: number;
}

/** The correction for small samples: 1 - 3 / (4 df - 1) (Hedges 1981, J Educ Stat 6:107, eq. 6e as Borenstein et al. 2009 give it). */
export function correction(freedom: number): number {
  return 1 - 3 / (4 * freedom - 1);
}

/**
 * Hedges' g of the same people before and after: the difference of the means over the mean deviation of both rounds (d_av, Lakens
 * 2013, Front Psychol 4:863, eq. 10), corrected with n - 1 degrees of freedom (Borenstein et al. 2009, Introduction to
 * Meta-Analysis, eq. 4.26-4.30). 0 where nobody differs.
 */
export function hedgesPaired(before: Summary, after: Summary): number {
  const within = Math.sqrt((before.deviation ** 2 + after.deviation ** 2) / 2);
  return within === 0 ? 0 : correction(before.people - 1) * ((after.mean - before.mean) / within);
}

/** Hedges' g of two groups of people: over the pooled deviation, with n1 + n2 - 2 degrees of freedom (Hedges 1981). */
export function hedgesApart(before: Summary, after: Summary): number {
  const freedom = before.people + after.people - 2;
  const squares = (before.people - 1) * before.deviation ** 2 + (after.people - 1) * after.deviation ** 2;
  const pooled = Math.sqrt(squares / freedom);
  return pooled === 0 ? 0 : correction(freedom) * ((after.mean - before.mean) / pooled);
}

/**
 * Cliff's delta of two groups on an ordered scale, from how many gave each answer: the share of pairs in which the later one is
 * higher, less that in which it is lower (Cliff 1993, Psychol Bull 114:494).
 */
export function cliffsDelta(before: readonly number[], after: readonly number[]): number {
  let [higher, all] = [0, 0];
  for (const [low, one] of before.entries())
    for (const [high, other] of after.entries()) {
      higher += Math.sign(high - low) * one * other;
      all += one * other;
    }
  return all === 0 ? 0 : higher / all;
}

/** Cliff's delta of the same people (his d_w): the share of those who moved up less that of those who moved down. */
export function cliffsDeltaPaired(moved: readonly number[]): number {
  const middle = (moved.length - 1) / 2;
  const all = moved.reduce((sum, one) => sum + one, 0);
  return all === 0 ? 0 : moved.reduce((sum, one, place) => sum + Math.sign(place - middle) * one, 0) / all;
}

const draws = 1000;
/** Of larger samples so many are drawn, and the spread is made narrower by as much as theirs would be (m out of n). */
const mostDrawn = 200;

/**
 * The 95 % interval of a mean, or of the difference of two means, by the percentile bootstrap (Efron & Tibshirani 1993, ch. 13). The
 * same samples always give the same interval.
 */
export function bootstrapInterval(before: readonly number[] | undefined, after: readonly number[]): [number, number] {
  const chance = chanceOf(after.length + 1);
  const random = (): number => chance(4_294_967_296) / 4_294_967_296;
  const [earlier, later] = [before, after].map((values) => values && { all: [...values], middle: mean([...values]) });
  const spreadOf = (one: { readonly all: number[]; readonly middle: number } | undefined): number => {
    if (!one) return 0;
    const drawn = Math.min(one.all.length, mostDrawn);
    const found = mean(sampleWithReplacement(one.all, drawn, random)) - one.middle;
    return found * Math.sqrt(drawn / one.all.length);
  };
  const centre = (later?.middle ?? 0) - (earlier?.middle ?? 0);
  const found = Array.from({ length: draws }, () => centre + spreadOf(later) - spreadOf(earlier));
  found.sort((one, other) => one - other);
  return [quantileSorted(found, 0.025), quantileSorted(found, 0.975)];
}

/** What is told of a round: percentages of 1 to 5, their mean, and of how many people. */
export interface ToldRound {
  readonly shares: readonly number[];
  readonly mean: number;
  readonly people: number;
  /** In what steps the mean is told. */
  readonly step: number;
}

/** Below this no interval and no size is given: the figures of fewer are told in halves. */
export const leastForSize = 10;

/** Of the same people: `moved` are the percentages of those who moved by -2 or more, -1, 0, 1, 2 or more points. */
export function effectPaired(before: ToldRound, after: ToldRound, moved: readonly number[]): Effect {
  const change = tenth(after.mean - before.mean);
  if (after.people < leastForSize) return { change, size: 'few' };
  const moves = valuesOf(sharesAsCounts(moved, after.people), -2);
  const shift = after.mean - before.mean - mean(moves);
  const around = bootstrapInterval(
    undefined,
    moves.map((one) => one + shift),
  );
  const g = hedgesPaired(summaryOf(before), summaryOf(after));
  return effectOf({ change, g, delta: cliffsDeltaPaired(moved), around, hidden: (before.step + after.step) / 2 });
}

/** Of two rounds whose answers cannot be linked: as if other people had answered. */
export function effectApart(before: ToldRound, after: ToldRound): Effect {
  const change = tenth(after.mean - before.mean);
  if (Math.min(before.people, after.people) < leastForSize) return { change, size: 'few' };
  const [first, last] = [before, after].map(({ shares, people }) => valuesOf(sharesAsCounts(shares, people), 1));
  const around = bootstrapInterval(first, last ?? []);
  const g = hedgesApart(summaryOf(before), summaryOf(after));
  const delta = cliffsDelta(before.shares, after.shares);
  return effectOf({ change, g, delta, around, hidden: (before.step + after.step) / 2 });
}

interface Found {
  readonly change: number;
  readonly g: number;
  readonly delta: number;
  readonly around: readonly [number, number];
  /** By how much rounding may have moved the change. */
  readonly hidden: number;
}

function effectOf({ change, g, delta, around, hidden }: Found): Effect {
  const interval: [number, number] = [tenth(around[0] - hidden), tenth(around[1] + hidden)];
  const isClear = interval[0] > 0 || interval[1] < 0;
  return { change, interval, g: hundredth(g), delta: hundredth(delta), size: isClear ? sizeOf(g) : 'unclear' };
}

export function sizeOf(g: number): Size {
  const size = Math.abs(g);
  if (size < 0.2) return 'hardly';
  if (size < 0.5) return 'small';
  return size < 0.8 ? 'medium' : 'large';
}

function summaryOf({ shares, mean: middle, people }: ToldRound): Summary {
  return { mean: middle, deviation: sampleStandardDeviation(valuesOf(sharesAsCounts(shares, people), 1)), people };
}

/** A list of values from how often each comes, the first one standing for `from`. */
function valuesOf(counts: readonly number[], from: number): number[] {
  return counts.flatMap((count, place) => Array.from({ length: count }, () => from + place));
}

const tenth = (value: number): number => Math.round(value * 10) / 10 + 0;
const hundredth = (value: number): number => Math.round(value * 100) / 100 + 0;
