/**
 * The same chance of a mentor for each group, where a programme asks for it: a price in points for each group (Lagrangian),
 * raised for groups that are matched less until the rates meet. It takes nobody's place away: as many people are matched as
 * without it. What the wish costs is told with a bound: no matching with these rates scores more than `bound`.
 */
import type { Assignment, Start } from './assignment.ts';
import { assign } from './assignment.ts';
import type { MatchGraph } from './graph.ts';
import type { FloorWish } from './model.ts';

export interface Parity {
  readonly assignment: Assignment;
  /** By group: points on top of the score of each of its pairs, and the share of its people who are matched. */
  readonly prices: readonly number[];
  readonly rates: readonly number[];
  /** Highest minus lowest rate, 0 to 1. */
  readonly gap: number;
  /** Points of all pairs: without the wish, with it, and the most that is possible at these rates. */
  readonly scoreWithout: number;
  readonly score: number;
  readonly bound: number;
}

const roundsMost = 30;
/** Points that a group needs for one more percent of its people, until it is known better. */
const pointsForPercent = 12;
const priceMost = 5_000;

/** Groups are numbers from 0 up, one for each mentee; rates are met when none is further apart than `tolerance`. */
export function meetRates(graph: MatchGraph, group: ArrayLike<number>, tolerance: number, floor: FloorWish): Parity {
  const sizes = countBy(graph, group, () => true);
  const free = assign(graph, floor);
  const wish: FloorWish = free.totals.floor ?? 'off'; // the floor that there is without the wish stays
  let prices = sizes.map(() => 0);
  let slopes = sizes.map(() => pointsForPercent * 100);
  let found = parityOf(free, prices, { group, sizes, free });
  let best = found;
  for (let round = 0; round < roundsMost && best.gap > tolerance; round++) {
    const next = nextPrices(found, slopes, sizes);
    const start = shifted(found.assignment, group, next, prices);
    const solved = parityOf(assign(priced(graph, group, next), wish, start), next, { group, sizes, free });
    slopes = slopes.map((slope, g) => slopeOf(next[g]! - prices[g]!, solved.rates[g]! - found.rates[g]!, slope));
    prices = next;
    found = solved;
    if (found.gap < best.gap) best = found;
  }
  return best;
}

function countBy({ wants }: MatchGraph, group: ArrayLike<number>, counts: (mentee: number) => boolean): number[] {
  const sizes: number[] = [];
  for (let i = 0; i < wants.length; i++) {
    const g = group[i]!;
    while (sizes.length <= g) sizes.push(0);
    if (wants[i]! > 0 && counts(i)) sizes[g]!++;
  }
  return sizes;
}

function nextPrices({ rates, prices }: Parity, slopes: readonly number[], sizes: readonly number[]): number[] {
  const total = sizes.reduce((sum, size) => sum + size, 0);
  const target = rates.reduce((sum, rate, g) => sum + rate * sizes[g]!, 0) / total;
  const wished = prices.map((price, g) => Math.round(price + (target - rates[g]!) * slopes[g]!));
  const least = Math.min(...wished);
  return wished.map((price) => Math.min(priceMost, price - least));
}

/** Points for a whole share; kept where the last step says nothing. */
function slopeOf(points: number, share: number, before: number): number {
  const slope = points / share;
  return Number.isFinite(slope) && slope > 0 ? Math.min(4 * before, Math.max(before / 4, slope)) : before;
}

function priced(graph: MatchGraph, group: ArrayLike<number>, prices: readonly number[]): MatchGraph {
  return { ...graph, bonus: graph.bonus.map((bonus, e) => bonus + prices[group[graph.mentee[e]!]!]!) };
}

/** A mentee whose pairs are all worth more is worth as much more. */
function shifted(
  { transport, flow }: Assignment,
  group: ArrayLike<number>,
  now: readonly number[],
  before: readonly number[],
): Start {
  const menteePrice = flow.menteePrice.map((price, i) => price + now[group[i]!]! - before[group[i]!]!);
  return { transport, flow: { ...flow, menteePrice } };
}

interface Setting {
  readonly group: ArrayLike<number>;
  readonly sizes: readonly number[];
  readonly free: Assignment;
}

function parityOf(assignment: Assignment, prices: readonly number[], { group, sizes, free }: Setting): Parity {
  const { graph, edges, totals } = assignment;
  const matched = new Set(Array.from(edges, (e) => graph.mentee[e]!));
  const counts = countBy(graph, group, (i) => matched.has(i));
  const rates = sizes.map((size, g) => (size > 0 ? (counts[g] ?? 0) / size : 1));
  const shown = rates.filter((_, g) => sizes[g]! > 0);
  // With the same numbers of each group the prices add the same to every matching: this one is the best of them.
  return {
    ...{ assignment, prices, rates, gap: Math.max(...shown) - Math.min(...shown) },
    ...{ scoreWithout: free.totals.score, score: totals.score, bound: totals.score },
  };
}
