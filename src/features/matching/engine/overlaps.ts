/** What a mentee and mentors have in common: followed along the lists of who has it, or counted for one pair. */
import type { OverlapPart, Pool } from './pool.ts';

/** Lists of which fewer than this share of the mentors has a feature are quick to follow. */
const sparseShare = 0.35;

/** The most that a mentee of each row can gain by what is in common. */
function mostGains({ table, width, span }: OverlapPart): Int16Array {
  return Int16Array.from({ length: table.length / width }, (_, row) => {
    let most = 0;
    for (let at = row * width; at < (row + 1) * width; at++)
      most = Math.max(most, table[at]! - table[at - ((at - row * width) % span)]!);
    return most;
  });
}

/** The part that tells most mentors apart: many points, and few mentors who have what one seeks. */
export function leadOf({ overlaps, capacity }: Pool): OverlapPart | null {
  let best: OverlapPart | null = null;
  let most = 0;
  for (const part of overlaps) {
    const sought = part.feature.length / Math.max(1, part.menteeStart.length - 1);
    const held = part.holder.length / Math.max(1, part.holderStart.length - 1);
    const gain = mostGains(part).reduce((high, one) => Math.max(high, one), 0);
    if (gain <= most || sought * held > sparseShare * capacity.length) continue;
    most = gain;
    best = part;
  }
  return best;
}

/** Follows the lists of mentors who have what the mentee seeks. */
export class Lead {
  readonly sum: Int32Array;
  /** Positions met in the last search, as many as `begin` said. */
  readonly met: Int32Array;
  private readonly part: OverlapPart;
  private readonly holder: Int32Array;
  private readonly base: Uint16Array;

  constructor(part: OverlapPart, place: Int32Array) {
    this.part = part;
    const mentors = place.length;
    this.sum = new Int32Array(mentors);
    this.met = new Int32Array(mentors);
    this.holder = part.holder.map((j) => place[j]!);
    // Ascending, so that what is read of the mentors lies close together.
    for (let f = 0; f + 1 < part.holderStart.length; f++)
      this.holder.subarray(part.holderStart[f]!, part.holderStart[f + 1]!).sort();
    this.base = new Uint16Array(mentors);
    for (let j = 0; j < mentors; j++) this.base[place[j]!] = part.mentorBase[j]!;
  }

  begin(mentee: number): number {
    const { menteeStart, feature, amount, holderStart } = this.part;
    const { sum, met, holder } = this;
    let count = 0;
    for (let at = menteeStart[mentee]!; at < menteeStart[mentee + 1]!; at++) {
      const more = amount[at]!;
      const end = holderStart[feature[at]! + 1]!;
      for (let k = holderStart[feature[at]!]!; k < end; k++) {
        const p = holder[k]!;
        if (sum[p] === 0) met[count++] = p;
        sum[p]! += more;
      }
    }
    return count;
  }

  end(count: number): void {
    for (let k = 0; k < count; k++) this.sum[this.met[k]!] = 0;
  }

  gain(mentee: number, p: number): number {
    const { menteeRow, width, table } = this.part;
    const base = menteeRow[mentee]! * width + this.base[p]!;
    return table[base + this.sum[p]!]! - table[base]!;
  }
}

/** Counts what one pair has in common, when asked. */
export class Lazy {
  private readonly part: OverlapPart;
  private readonly most: Int16Array;
  /** Per mentor so many words of bits, one for each feature that the mentor has. */
  private readonly words: number;
  private readonly bits: Int32Array;
  private from = 0;
  private to = 0;
  private row = 0;

  constructor(part: OverlapPart, mentors: number) {
    this.part = part;
    this.most = mostGains(part);
    const features = part.holderStart.length - 1;
    this.words = (features + 31) >> 5;
    this.bits = new Int32Array(mentors * this.words);
    for (let f = 0; f < features; f++)
      for (let k = part.holderStart[f]!; k < part.holderStart[f + 1]!; k++)
        this.bits[part.holder[k]! * this.words + (f >> 5)]! |= 1 << (f & 31);
  }

  /** Gives the most that this part could add. */
  begin(mentee: number): number {
    this.from = this.part.menteeStart[mentee]!;
    this.to = this.part.menteeStart[mentee + 1]!;
    this.row = this.part.menteeRow[mentee]! * this.part.width;
    return this.from === this.to ? 0 : this.most[this.part.menteeRow[mentee]!]!;
  }

  gain(mentor: number): number {
    const { feature, amount, table, mentorBase } = this.part;
    const { bits } = this;
    const at = mentor * this.words;
    let sum = 0;
    for (let k = this.from; k < this.to; k++) {
      const f = feature[k]!;
      if ((bits[at + (f >> 5)]! >> (f & 31)) & 1) sum += amount[k]!;
    }
    const base = this.row + mentorBase[mentor]!;
    return table[base + sum]! - table[base]!;
  }
}
