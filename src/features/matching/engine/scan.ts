/**
 * What is asked of all pairs of a pool: the best few of each mentee, and, at given prices, the pairs that would better the
 * matching. Each answer is about a range of mentees, so that several threads can share the work.
 */
import type { Bar } from './finder.ts';
import { Finder, Ground } from './finder.ts';
import type { Pool } from './pool.ts';

export interface ScanJob {
  /** The best by score; with prices, those only that are worth `least` or more above them. */
  readonly prices: { readonly mentee: Float64Array; readonly mentor: Float64Array; readonly least: number } | null;
  /** Whether the score counts in that worth: then the best are those that are worth most. */
  readonly isScored: boolean;
  /** Pairs that score less are left aside. */
  readonly floor: number;
  /** At most so many of each mentee; the first by mentor of equally good ones. */
  readonly most: number;
}

/** A computation that asks for scans of the whole pool on its way, whoever does them: this thread, or several. */
export type Asking<Answer> = Generator<ScanJob, Answer, Found>;

export interface Range {
  readonly from: number;
  readonly to: number;
}

/** Pairs by mentee, then mentor. */
export interface Found {
  readonly mentee: Int32Array;
  readonly mentor: Int32Array;
  readonly score: Int32Array;
}

/** What this thread last searched a pool with. */
const known = new WeakMap<
  Pool,
  { readonly ground: Ground; readonly prices: Float64Array | null; readonly finder: Finder }
>();

function finderOf(pool: Pool, prices: Float64Array | null): Finder {
  const last = known.get(pool);
  if (last && areSame(last.prices, prices)) return last.finder;
  const ground = last?.ground ?? new Ground(pool);
  const finder = new Finder(ground, prices);
  known.set(pool, { ground, prices, finder });
  return finder;
}

/** Another thread's prices come as a copy with each range. */
function areSame(one: Float64Array | null, other: Float64Array | null): boolean {
  if (one === other || !one || !other) return one === other;
  return one.length === other.length && one.every((price, j) => price === other[j]);
}

export function scan(pool: Pool, { from, to }: Range, job: ScanJob): Found {
  const list = new FoundList();
  const best = new Best(Math.min(job.most, pool.capacity.length), pool.capacity.length);
  const { prices, isScored } = job;
  const finder = finderOf(pool, prices?.mentor ?? null);
  const bar: Bar = { isScored, floor: Math.max(0, job.floor), least: 0 };
  const offer = (worth: number, mentor: number, score: number): void => {
    best.add(isScored ? worth : score, mentor, score);
    if (isScored) bar.least = Math.max(bar.least, best.threshold); // else the best are those of the best score
  };
  for (let i = from; i < to; i++) {
    if (pool.wants[i] === 0) continue;
    bar.least = prices ? prices.mentee[i]! + prices.least : 0;
    best.begin(isScored ? bar.least : 0);
    finder.find(i, bar, offer);
    list.addRow(i, best);
  }
  return list.found();
}

/** Keys are whole numbers in a float: the worth first, then the mentor, the lower the better. */
const mentorsMost = 2 ** 20;
const worthMost = 2 ** 32;

/** The best so many of a stream, the first by mentor of equally good ones. */
class Best {
  /** By mentor, of those that were added. */
  readonly scores: Int32Array;
  /** The worth from which another one counts. */
  threshold = 0;
  private readonly most: number;
  private readonly keys: Float64Array;
  private count = 0;
  private base = 0;

  constructor(most: number, mentors: number) {
    this.most = most;
    this.keys = new Float64Array(Math.max(64, 3 * most));
    this.scores = new Int32Array(mentors);
  }

  /** A new stream, in which nothing is worth less than this. */
  begin(least: number): void {
    this.base = least;
    this.threshold = least;
    this.count = 0;
  }

  add(worth: number, mentor: number, score: number): void {
    if (worth < this.threshold) return;
    this.keys[this.count++] = Math.min(worth - this.base, worthMost) * mentorsMost + (mentorsMost - 1 - mentor);
    this.scores[mentor] = score;
    if (this.count === this.keys.length) this.shrink();
  }

  private shrink(): void {
    if (this.count <= this.most) return;
    const kept = this.keys.subarray(0, this.count).sort();
    kept.copyWithin(0, this.count - this.most);
    this.count = this.most;
    this.threshold = this.base + Math.floor(this.keys[0]! / mentorsMost);
  }

  /** The mentors, ascending. */
  take(): Int32Array {
    this.shrink();
    return Int32Array.from(this.keys.subarray(0, this.count), (key) => mentorsMost - 1 - (key % mentorsMost)).sort();
  }
}

class FoundList {
  private size = 0;
  private mentee = new Int32Array(1024);
  private mentor = new Int32Array(1024);
  private score = new Int32Array(1024);

  addRow(mentee: number, best: Best): void {
    const mentors = best.take();
    if (this.size + mentors.length > this.mentee.length) this.grow(this.size + mentors.length);
    this.mentee.fill(mentee, this.size, this.size + mentors.length);
    this.mentor.set(mentors, this.size);
    for (let k = 0; k < mentors.length; k++) this.score[this.size + k] = best.scores[mentors[k]!]!;
    this.size += mentors.length;
  }

  private grow(least: number): void {
    const size = Math.max(least, 2 * this.mentee.length);
    for (const name of ['mentee', 'mentor', 'score'] as const) {
      const grown = new Int32Array(size);
      grown.set(this[name]);
      this[name] = grown;
    }
  }

  found(): Found {
    return {
      mentee: this.mentee.slice(0, this.size),
      mentor: this.mentor.slice(0, this.size),
      score: this.score.slice(0, this.size),
    };
  }
}
