/**
 * The share of people who agree, and how it changed, from released figures alone. What rounding hides and what chance does both make it
 * wider: 95 % intervals (Wilson; Newcombe for a difference) that hold for every share within what is told.
 */
import type { Figure, Headcount } from '../../../release/model.ts';
import type { Distribution, LinkedFigure } from '../../../release/rounds/model.ts';
import { leastOf } from '../../../release/rules.ts';
import { shareStepFor } from '../../../release/worlds/model.ts';
import { difference } from '../../funnel/interval/rules.ts';
import { likely, tiny } from '../../quality/telling/rules.ts';
import type { ToldValue } from '../model.ts';

export interface SaidFigure {
  readonly of: Headcount;
  /** The least that their number can be. */
  readonly people: number;
  /** What the share of those who answered can be, in per cent; absent where it is not told. */
  readonly share?: { readonly low: number; readonly high: number };
  readonly told?: ToldValue;
}

/**
 * Two of five shares that were rounded by largest remainders to one hundred are, together, off by less than 1.2 steps: two are rounded up
 * together only where none of the other three has a larger rest, so they rest on two fifths of a step each at least.
 */
export const hiddenSteps = 1.2;

/** From 1 to 5, who said 4 or 5. */
export function agreeing(figure: Figure | undefined, of: Headcount): SaidFigure {
  const people = leastOf(of);
  const share = figure && shareOf(figure, people);
  if (!share) return { of, people };
  return saidFigure(of, share);
}

function saidFigure(of: Headcount, share: Share): SaidFigure {
  const people = leastOf(of);
  const told = { ...(share.value === undefined ? {} : { value: share.value }), ...likely(share, people) };
  return { of, people, share, told };
}

interface Share {
  readonly value?: number;
  readonly low: number;
  readonly high: number;
}

function shareOf(figure: Figure, people: number): Share | undefined {
  if (figure.state === 'shown') return roundedShare(figure.shares, people);
  if (figure.state !== 'nearly-all' || figure.side === 'middle') return undefined;
  const others = Math.min(100, (100 * Math.max(2, people / 20)) / people);
  return figure.side === 'high' ? { low: 100 - others, high: 100 } : { low: 0, high: others };
}

function roundedShare(shares: readonly number[], people: number): Share {
  const value = (shares[3] ?? 0) + (shares[4] ?? 0);
  const hidden = hiddenSteps * shareStepFor(people);
  return { value, low: Math.max(0, value - hidden), high: Math.min(100, value + hidden) };
}

/** Of those who answered both rounds, where the comparison told it. */
export function linkedAgreeing(both: LinkedFigure | undefined): { before: SaidFigure; after: SaidFigure } | undefined {
  if (both?.state !== 'told') return undefined;
  const { people: of } = both;
  const people = leastOf(of);
  const said = ({ shares }: Distribution): SaidFigure => saidFigure(of, roundedShare(shares, people));
  return { before: said(both.before), after: said(both.after) };
}

/** In percentage points; of the same people too as if they were others, which is wider where who agreed tends to agree again. */
export function changeBetween(before: SaidFigure, after: SaidFigure): ToldValue | undefined {
  const [first, last] = [before.share, after.share];
  if (!first || !last) return undefined;
  const counted = (share: number, { people }: SaidFigure): [number, number] => [(share / 100) * people, people];
  const all = [last.low, last.high].flatMap((later) =>
    [first.low, first.high].map((earlier) => difference(counted(later, after), counted(earlier, before))),
  );
  const [low, high] = [Math.min(...all.map((one) => one.low)), Math.max(...all.map((one) => one.high))];
  const [was, is] = [before.told?.value, after.told?.value];
  return {
    ...(was === undefined || is === undefined ? {} : { value: is - was }),
    ...{ low: Math.floor(100 * low + tiny), high: Math.ceil(100 * high - tiny) },
  };
}
