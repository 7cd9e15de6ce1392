/**
 * How counts are told: exact from ten on, as a band below, and the same for those who are left over, so that neither a few who did nor a
 * few who did not stand there. The bands are fixed by the whole alone: being told one says no more than the band.
 */
import { wilson } from '../../funnel/interval/rules.ts';
import type { Range } from '../../funnel/model.ts';
import type { ToldValue } from '../../goals/model.ts';

/** Fewer pairs or people in all say nothing. */
export const leastToTell = 10;

/** The band in which a part of `of` lies; `of` is ten or more. */
export function toldCount(count: number, of: number): Range {
  return bandsOf(of).find(({ from, to }) => count >= from && count <= to) ?? { from: count, to: count };
}

/** Between these bands numbers are told as they are. */
function bandsOf(of: number): Range[] {
  if (of < 15) return [low, { from: 5, to: of }];
  const high = { from: of - 4, to: of };
  if (of < 20) return [low, { from: 5, to: of - 5 }, high];
  return [low, { from: 5, to: 9 }, { from: of - 9, to: of - 5 }, high];
}

const low: Range = { from: 0, to: 4 };

/** A share in whole per cent; nothing of too few. */
export function toldShare(count: number, of: number): ToldValue | undefined {
  return of < leastToTell ? undefined : shareOfRange(toldCount(count, of), of);
}

export function shareOfRange({ from, to }: Range, of: number): ToldValue {
  if (from === to) {
    const value = Math.round((100 * from) / of);
    return { value, low: value, high: value };
  }
  return { low: Math.floor((100 * from) / of), high: Math.min(100, Math.ceil((100 * to) / of)) };
}

/** To one decimal. */
export function toldMean(sum: number, of: number): ToldValue | undefined {
  if (of < leastToTell) return undefined;
  const value = Math.round((10 * sum) / of) / 10;
  return { value, low: value, high: value };
}

/** 95 % certain, whole per cent outwards: `low` and `high` are what the share of those who answered can be, of 0 to 100. */
export function likely(share: { readonly low: number; readonly high: number }, of: number): ToldValue {
  const [least, most] = [share.low, share.high].map((one) => wilson((one / 100) * of, of));
  return {
    low: Math.floor(100 * (least?.low ?? 0) + tiny),
    high: Math.ceil(100 * (most?.high ?? 1) - tiny),
  };
}

/** What counting in halves leaves over. */
export const tiny = 1e-9;
