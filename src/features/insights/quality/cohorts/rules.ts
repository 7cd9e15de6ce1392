/** Pairs by the month in which they began: months with too few go together, and what is told of each keeps the small ones open. */
import type { Range } from '../../funnel/model.ts';
import type { Facts } from '../facts/model.ts';
import { leastToTell, toldCount } from '../telling/rules.ts';

type Month = Facts['months'][number];

export interface Cohort extends Omit<Month, 'month'> {
  readonly from: string;
  readonly to: string;
}

/** Months in a row with ten pairs or more together; what is left at the end belongs to the last of them. */
export function cohortsOf(months: readonly Month[]): Cohort[] {
  const found: Cohort[] = [];
  let open: Cohort | undefined;
  for (const { month, ...counts } of months) {
    open = open ? together(open, { from: month, to: month, ...counts }) : { from: month, to: month, ...counts };
    if (open.pairs < leastToTell) continue;
    found.push(open);
    open = undefined;
  }
  if (!open) return found;
  const last = found.pop();
  return last ? [...found, together(last, open)] : [];
}

function together(one: Cohort, other: Cohort): Cohort {
  const sum = (key: 'pairs' | 'met' | 'completed' | 'minutes' | 'open' | 'dated' | 'agreed'): number =>
    one[key] + other[key];
  return {
    ...{ from: one.from, to: other.to, pairs: sum('pairs'), met: sum('met'), completed: sum('completed') },
    ...{ minutes: sum('minutes'), open: sum('open'), dated: sum('dated'), agreed: sum('agreed') },
  };
}

export interface Part {
  readonly count: number;
  readonly of: number;
}

/** A range for each; fine ones, else fifths or halves of the whole, else nothing where the sum would narrow a small one. */
export function toldCohorts(parts: readonly Part[]): Range[] | undefined {
  if (parts.some(({ of }) => of < leastToTell)) return undefined;
  const sum = (of: (one: Part) => number): number => parts.reduce((all, one) => all + of(one), 0);
  const [count, of] = [sum((one) => one.count), sum((one) => one.of)];
  const total = toldCount(count, of);
  const ways = [parts.map((one) => toldCount(one.count, one.of)), parts.map(fifthOf), parts.map(halfOf)];
  return ways.find((told) => staysOpen(told, parts, total));
}

function fifthOf({ count, of }: Part): Range {
  const fifth = Math.min(4, Math.floor((5 * count) / of));
  const [from, next] = [Math.ceil((fifth * of) / 5), Math.ceil(((fifth + 1) * of) / 5)];
  return { from, to: fifth === 4 ? of : next - 1 };
}

function halfOf({ count, of }: Part): Range {
  const middle = Math.floor(of / 2);
  return count <= middle ? { from: 0, to: middle } : { from: middle + 1, to: of };
}

/** Whatever follows from the sum, of nobody fewer than ten, did or did not, are so few known that a band would be narrower. */
export function staysOpen(told: readonly Range[], parts: readonly Part[], total: Range): boolean {
  const least = told.reduce((sum, { from }) => sum + from, 0);
  const most = told.reduce((sum, { to }) => sum + to, 0);
  return told.every(({ from, to }, place) => {
    const of = parts[place]?.of ?? 0;
    const low = Math.max(from, total.from - (most - to));
    const high = Math.min(to, total.to - (least - from));
    const isFew = low < 10 || of - high < 10;
    return !isFew || high - low >= 4;
  });
}
