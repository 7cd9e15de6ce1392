/** What a mentee and mentors have in common: followed along the lists of who has it, or counted for one pair. */
import type { OverlapPart, Pool } from './pool.ts';

/** Lists of which fewer than this share of the mentors has a feature are quick to follow. */
const sparseShare = 0.35;

/** The part that tells most mentors apart (`mostOf` for each part: see `mostUpTo`): many points, and few mentors who have what one seeks. */
export function leadOf({ overlaps, capacity }: Pool, mostOf: readonly Int16Array[]): OverlapPart | null {
  let best: OverlapPart | null = null;
  let most = 0;
  for (const [k, part] of overlaps.entries()) {
    const sought = part.feature.length / Math.max(1, part.menteeStart.length - 1);
    const held = part.holder.length / Math.max(1, part.holderStart.length - 1);
    const gain = mostOf[k]!.reduce((high, one) => Math.max(high, one), 0);
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
  /** The most that this part could add for the mentee. */
  most = 0;
  private readonly part: OverlapPart;
  private readonly mostUpTo: Int16Array;
  /** Per mentor so many words of bits, one for each feature that the mentor has. */
  private readonly words: number;
  private readonly bits: Int32Array;
  /** What the mentee has: so many times a word of the bits, which of them, and the amount of each. */
  private count = 0;
  private readonly word: Int32Array;
  private readonly mask: Int32Array;
  private readonly amount: Int32Array;
  private total = 0;
  private row = 0;

  constructor(part: OverlapPart, most: Int16Array, mentors: number) {
    this.part = part;
    this.mostUpTo = most;
    const { menteeStart } = part;
    const longest = menteeStart.reduce((most, end, i) => (i === 0 ? 0 : Math.max(most, end - menteeStart[i - 1]!)), 0);
    this.word = new Int32Array(longest);
    this.mask = new Int32Array(longest);
    this.amount = new Int32Array(longest);
    const features = part.holderStart.length - 1;
    this.words = (features + 31) >> 5;
    this.bits = new Int32Array(mentors * this.words);
    for (let f = 0; f < features; f++)
      for (let k = part.holderStart[f]!; k < part.holderStart[f + 1]!; k++)
        this.bits[part.holder[k]! * this.words + (f >> 5)]! |= 1 << (f & 31);
  }

  begin(mentee: number): void {
    const { menteeStart, feature, amount, menteeRow, width, span } = this.part;
    this.count = this.total = this.most = 0;
    this.row = menteeRow[mentee]! * width;
    for (let at = menteeStart[mentee]!; at < menteeStart[mentee + 1]!; at++) {
      this.total += amount[at]!;
      this.note(feature[at]! >> 5, 1 << (feature[at]! & 31), amount[at]!);
    }
    for (let base = 0; base < width; base += span)
      this.most = Math.max(this.most, this.mostUpTo[this.row + base + this.total]!);
  }

  private note(word: number, bit: number, amount: number): void {
    let k = 0;
    while (k < this.count && (this.word[k] !== word || this.amount[k] !== amount)) k++;
    if (k === this.count) {
      this.word[k] = word;
      this.amount[k] = amount;
      this.mask[this.count++] = 0;
    }
    this.mask[k]! |= bit;
  }

  /** The most that it could add with this mentor. */
  mostWith(mentor: number): number {
    return this.mostUpTo[this.row + this.part.mentorBase[mentor]! + this.total]!;
  }

  gain(mentor: number): number {
    const { table, mentorBase } = this.part;
    const at = mentor * this.words;
    let sum = 0;
    for (let k = 0; k < this.count; k++)
      sum += this.amount[k]! * bitsIn(this.bits[at + this.word[k]!]! & this.mask[k]!);
    const base = this.row + mentorBase[mentor]!;
    return table[base + sum]! - table[base]!;
  }
}

/** How many bits are set: in pairs, in fours, in bytes, then all of them (Warren, Hacker's Delight, 2012, ch. 5). */
function bitsIn(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** Per entry of the table the most that up to that sum can be gained. */
export function mostUpTo({ table, span }: OverlapPart): Int16Array {
  const most = new Int16Array(table.length);
  for (let base = 0; base < table.length; base += span)
    for (let sum = 1; sum < span; sum++)
      most[base + sum] = Math.max(most[base + sum - 1]!, table[base + sum]! - table[base]!);
  return most;
}
