/**
 * How numbers of people are told: in ranges, of everybody and of parts, at every size. A number in the lowest range stays open
 * between none and four whatever is told beside it; where finer ranges would narrow it, coarser ones are told, and else nothing.
 */
import { bandOf } from '../../../release/rules.ts';
import type { Range } from '../model.ts';

export function rangeOf(count: number): Range {
  const band = bandOf(count);
  switch (band.kind) {
    case 'under-5':
      return { from: 0, to: 4 };
    case '5-to-9':
      return { from: 5, to: 9 };
    case 'band':
      return { from: band.from, to: band.to };
    case 'exact':
      return { from: band.people, to: band.people };
    default:
      return band satisfies never;
  }
}

/** 0 to 9, 10 to 19, 20 to 39, 40 to 79 and so on. */
export function coarseRangeOf(count: number): Range {
  let from = 10;
  while (count >= from * 2) from *= 2;
  return count < 10 ? { from: 0, to: 9 } : { from, to: from * 2 - 1 };
}

/** Of everybody at a step. */
export function totalOf(counts: readonly number[]): Range {
  const sum = counts.reduce((all, one) => all + one, 0);
  return sum < 10 ? { from: 0, to: 9 } : rangeOf(sum);
}

/** The parts of one step; nothing where all of them are few, or where neither way of telling keeps the small ones open. */
export function toldParts(counts: readonly number[]): Range[] | undefined {
  const total = totalOf(counts);
  if (total.from === 0 || counts.every((count) => count < 5)) return undefined;
  return [counts.map(rangeOf), counts.map(coarseRangeOf)].find((told) => staysOpen(told, total));
}

/** What follows from the sum: the bounds of an interval are exact here, since one sum is all that binds the parts. */
export function staysOpen(told: readonly Range[], total: Range): boolean {
  const least = told.reduce((sum, { from }) => sum + from, 0);
  const most = told.reduce((sum, { to }) => sum + to, 0);
  return told.every(({ from, to }) => {
    if (from > 0) return true;
    return total.from - (most - to) <= 0 && total.to - (least - from) >= 4;
  });
}
