/** Answers what a computation asks of its pool, in this thread. Whoever has more threads splits each scan by `rangesOf`. */
import type { Pool } from './pool.ts';
import type { Asking, Found, Range, ScanJob } from './scan.ts';
import { scan } from './scan.ts';

export function answer<Answer>(pool: Pool, asking: Asking<Answer>): Answer {
  let step = asking.next();
  while (!step.done) step = asking.next(scan(pool, { from: 0, to: pool.wants.length }, step.value));
  return step.value;
}

/** All mentees in ranges of this size. */
export function rangesOf(mentees: number, size: number): readonly Range[] {
  return Array.from({ length: Math.ceil(mentees / size) }, (_, k) => {
    return { from: k * size, to: Math.min(mentees, (k + 1) * size) };
  });
}

/** The answers for ranges one after the other as one: the same, whoever found which. */
export function joined(parts: readonly Found[]): Found {
  const join = (name: keyof Found): Int32Array => {
    const list = new Int32Array(parts.reduce((sum, part) => sum + part[name].length, 0));
    let at = 0;
    for (const part of parts) {
      list.set(part[name], at);
      at += part[name].length;
    }
    return list;
  };
  return { mentee: join('mentee'), mentor: join('mentor'), score: join('score') };
}

/** Other threads to scan ranges, and who wants to know how far it is. */
export interface Helpers {
  readonly scan: (range: Range, job: ScanJob) => Promise<Found>;
  /** Mentees for each call; the answer is the same for any. */
  readonly size: number;
  /** After each range: how many scans were begun, and which part of the last one is done, 0 to 1. */
  readonly progress?: (scans: number, share: number) => void;
  /** Ends the computation with the signal's reason. */
  readonly signal?: AbortSignal;
}

export async function answerWith<Answer>(pool: Pool, asking: Asking<Answer>, helpers: Helpers): Promise<Answer> {
  const ranges = rangesOf(pool.wants.length, helpers.size);
  let step = asking.next();
  for (let scans = 1; !step.done; scans++) {
    const job = step.value;
    let done = 0;
    const parts = await Promise.all(
      ranges.map(async (range) => {
        helpers.signal?.throwIfAborted();
        const found = await helpers.scan(range, job);
        helpers.progress?.(scans, ++done / ranges.length);
        return found;
      }),
    );
    helpers.signal?.throwIfAborted();
    step = asking.next(joined(parts));
  }
  return step.value;
}
