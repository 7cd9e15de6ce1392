/** The highest rate that is held: steps up until one fails, then halves of what is between; the same for the product and for storage alone. */
import type { Asked, Offered } from './steady.ts';

/** What a rate must keep to be held. */
export const bar = { errors: 0.001, readMs: 500, writeMs: 800, share: 0.98 } as const;

export interface Verdict {
  /** Answered a second. */
  readonly rate: number;
  readonly errors: number;
  readonly p95ReadMs: number;
  readonly p95WriteMs: number;
  readonly isHeld: boolean;
}

export function judge({ asked, seconds }: Offered, rate: number): Verdict {
  const good = asked.filter(({ status }) => status >= 200 && status < 300);
  const timesOf = (isRead: boolean): number[] =>
    good.filter(({ method }) => (method === 'GET') === isRead).map(({ ms }) => ms);
  const [p95ReadMs, p95WriteMs] = [p95(timesOf(true)), p95(timesOf(false))];
  const errors = 1 - good.length / Math.max(1, asked.length);
  const held = good.length / seconds;
  const isHeld = errors < bar.errors && p95ReadMs < bar.readMs && p95WriteMs < bar.writeMs && held >= rate * bar.share;
  return { rate: held, errors, p95ReadMs, p95WriteMs, isHeld };
}

export const p95 = (times: readonly number[]): number => {
  const sorted = times.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * 0.95))] ?? 0;
};

/** Of an answer by its kind, for whoever wants to know what failed. */
export function failuresIn(asked: readonly Asked[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { method, path, status } of asked) {
    if (status >= 200 && status < 300) continue;
    const what = `${status} ${method} ${path.replace(/(pair|next)-\d+/g, '$1')}`;
    counts[what] = (counts[what] ?? 0) + 1;
  }
  return counts;
}

const up = 1.3;
/** Between what is held and what is not, at the end. */
const near = 1.07;

/** Tries rates; `first` is where it begins. */
export async function highestRate(first: number, isHeld: (rate: number) => Promise<boolean>): Promise<number> {
  let [good, bad] = [0, Infinity];
  for (let rate = first; good === 0 || bad === Infinity || bad / good > near;) {
    // One pause of the machine in a short step must not bound the search: what fails is tried once more.
    if ((await isHeld(rate)) || (await isHeld(rate))) good = rate;
    else bad = rate;
    if (bad < 1) throw new Error('not even one request a second is held');
    if (bad === Infinity) rate = good * up;
    else if (good === 0) rate = bad / up;
    else rate = Math.sqrt(good * bad);
  }
  return good;
}
