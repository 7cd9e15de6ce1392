/**
 * Finds the best mentors of one mentee without looking at all of them. Mentors stand in blocks that are alike in most
 * rules; those who share something of the heaviest list are looked at first; of the others only the blocks that could
 * still be good enough; and what is costly is added up only for pairs that could.
 */
import { cellsOf } from './cells.ts';
import type { CellPart, OverlapPart, Pool } from './pool.ts';

/** What one mentee's search is about: worth = score (if it counts) - price; from `least` up. */
export interface Bar {
  /** By mentor; null: all 0. */
  readonly prices: Float64Array | null;
  readonly isScored: boolean;
  readonly floor: number;
  /** Below this worth nothing counts; may rise while the search goes on. */
  least: number;
}

type Offer = (worth: number, mentor: number, score: number) => void;

/** Lists of which fewer than this share of the mentors has a feature are quick to follow. */
const sparseShare = 0.35;

export class Finder {
  private readonly pool: Pool;
  private readonly cells: readonly CellPart[];
  /** Mentors by block; positions in this order are what all lists below speak of. */
  private readonly order: Int32Array;
  private readonly place: Int32Array;
  private readonly blockStart: Int32Array;
  private readonly blockKind: Uint16Array;
  /** Per cell: the kind at each position, and the most points of each kind of mentee. */
  private readonly kinds: readonly Uint16Array[];
  private readonly mostOfCell: readonly Int16Array[];
  private readonly lead: Lead | null;
  private readonly lazies: readonly Lazy[];
  private readonly isSpecial: Uint8Array;
  private readonly points: Int16Array[] = [];
  /** By position and by block; made anew when other prices come. */
  private known: Float64Array | null = null;
  private price: Float64Array;
  private blockPrice: Float64Array;
  private leastPrice = 0;

  constructor(pool: Pool) {
    this.pool = pool;
    this.cells = cellsOf(pool).toReversed();
    const mentors = pool.capacity.length;
    const first = this.cells[0]!;
    this.order = Int32Array.from(pool.capacity, (_, j) => j).sort(
      (a, b) => first.mentorKind[a]! - first.mentorKind[b]! || a - b,
    );
    this.place = new Int32Array(mentors);
    for (let p = 0; p < mentors; p++) this.place[this.order[p]!] = p;
    const starts = [...this.order.keys()].filter(
      (p) => p === 0 || first.mentorKind[this.order[p]!] !== first.mentorKind[this.order[p - 1]!],
    );
    this.blockStart = Int32Array.from([...starts, mentors]);
    this.blockKind = Uint16Array.from(starts, (p) => first.mentorKind[this.order[p]!]!);
    this.kinds = this.cells.map(({ mentorKind }) => mentorKind.map((_, p) => mentorKind[this.order[p]!]!));
    this.mostOfCell = this.cells.map(mostPoints);
    const leading = leadOf(pool);
    this.lead = leading && new Lead(leading, this.place, mentors);
    this.lazies = pool.overlaps.filter((part) => part !== leading).map((part) => new Lazy(part, this.order));
    this.isSpecial = new Uint8Array(mentors);
    this.price = new Float64Array(mentors);
    this.blockPrice = new Float64Array(starts.length);
  }

  /** Offers every mentor who reaches the bar as it stands then; in no order. */
  find(mentee: number, bar: Bar, offer: Offer): void {
    this.takePrices(bar.prices);
    if (!bar.isScored && -this.leastPrice < bar.least) return;
    this.cells.forEach(({ table, menteeKind, width }, k) => {
      this.points[k] = table.subarray(menteeKind[mentee]! * width, (menteeKind[mentee]! + 1) * width);
    });
    this.offerSpecial(mentee, bar, offer);
    const rest = this.lazies.reduce((most, lazy) => most + lazy.begin(mentee), 0);
    const lead = this.lead?.begin(mentee) ?? 0;
    for (let k = 0; k < lead; k++) {
      const p = this.lead!.met[k]!;
      if (!this.isSpecial[p]) this.consider(p, this.cellPoints(p) + this.lead!.gain(mentee, p), rest, bar, offer);
    }
    this.searchBlocks(mentee, rest, bar, offer);
    for (let k = 0; k < lead; k++) this.lead!.sum[this.lead!.met[k]!] = 0;
    const { start, mentor } = this.pool.special;
    for (let at = start[mentee]!; at < start[mentee + 1]!; at++) this.isSpecial[this.place[mentor[at]!]!] = 0;
  }

  private takePrices(prices: Float64Array | null): void {
    if (prices === this.known) return;
    this.known = prices;
    for (let p = 0; p < this.price.length; p++) this.price[p] = prices ? prices[this.order[p]!]! : 0;
    for (let k = 0; k < this.blockPrice.length; k++) {
      let least = Infinity;
      for (let p = this.blockStart[k]!; p < this.blockStart[k + 1]!; p++) least = Math.min(least, this.price[p]!);
      this.blockPrice[k] = least;
    }
    this.leastPrice = this.blockPrice.reduce((least, one) => Math.min(least, one), Infinity);
  }

  private offerSpecial(mentee: number, bar: Bar, offer: Offer): void {
    const { start, mentor, score } = this.pool.special;
    for (let at = start[mentee]!; at < start[mentee + 1]!; at++) {
      const p = this.place[mentor[at]!]!;
      this.isSpecial[p] = 1;
      const hasPlace = this.pool.capacity[mentor[at]!]! > 0;
      if (hasPlace) this.offerAt(p, score[at]!, bar, offer);
    }
  }

  private cellPoints(p: number): number {
    const { points, kinds } = this;
    let sum = points[0]![kinds[0]![p]!]! + points[1]![kinds[1]![p]!]! + points[2]![kinds[2]![p]!]!;
    for (let k = 3; k < kinds.length; k++) sum += points[k]![kinds[k]![p]!]!;
    return sum;
  }

  private searchBlocks(mentee: number, rest: number, bar: Bar, offer: Offer): void {
    let others = rest;
    for (let k = 1; k < this.cells.length; k++) others += this.mostOfCell[k]![this.cells[k]!.menteeKind[mentee]!]!;
    const first = this.points[0]!;
    const sum = this.lead?.sum;
    const [kindB, kindC] = [this.kinds[1]!, this.kinds[2]!];
    const [b, c] = [this.points[1]!, this.points[2]!];
    const isShort = this.kinds.length === 3;
    const price = this.price;
    for (let k = 0; k < this.blockKind.length; k++) {
      const a = first[this.blockKind[k]!]!;
      if (a + others < bar.floor || (bar.isScored ? a + others : 0) - this.blockPrice[k]! < bar.least) continue;
      const end = this.blockStart[k + 1]!;
      for (let p = this.blockStart[k]!; p < end; p++) {
        if (!bar.isScored && -price[p]! < bar.least) continue;
        const points = isShort ? a + b[kindB[p]!]! + c[kindC[p]!]! : this.cellPoints(p);
        if (points < 0 || sum?.[p] || this.isSpecial[p]) continue;
        this.consider(p, points, rest, bar, offer);
      }
    }
  }

  /** Adds what is missing, if the pair could then reach the bar. */
  private consider(p: number, points: number, rest: number, bar: Bar, offer: Offer): void {
    if (points < 0 || points + rest < bar.floor) return;
    if ((bar.isScored ? points + rest : 0) - this.price[p]! < bar.least) return;
    let score = points;
    for (const lazy of this.lazies) score += lazy.gain(p);
    this.offerAt(p, score, bar, offer);
  }

  private offerAt(p: number, score: number, bar: Bar, offer: Offer): void {
    if (score < bar.floor) return;
    const worth = (bar.isScored ? score : 0) - this.price[p]!;
    if (worth >= bar.least) offer(worth, this.order[p]!, score);
  }
}

function mostPoints({ table, width }: CellPart): Int16Array {
  return Int16Array.from({ length: table.length / width }, (_, row) =>
    table.subarray(row * width, (row + 1) * width).reduce((most, points) => Math.max(most, points), -32_000),
  );
}

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
function leadOf({ overlaps, capacity }: Pool): OverlapPart | null {
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
class Lead {
  readonly sum: Int32Array;
  /** Positions met in the last search, as many as `begin` said. */
  readonly met: Int32Array;
  private readonly part: OverlapPart;
  private readonly holder: Int32Array;
  private readonly base: Uint16Array;

  constructor(part: OverlapPart, place: Int32Array, mentors: number) {
    this.part = part;
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

  gain(mentee: number, p: number): number {
    const { menteeRow, width, table } = this.part;
    const base = menteeRow[mentee]! * width + this.base[p]!;
    return table[base + this.sum[p]!]! - table[base]!;
  }
}

/** Counts what one pair has in common, when asked. */
class Lazy {
  private readonly part: OverlapPart;
  private readonly most: Int16Array;
  private readonly base: Uint16Array;
  /** Per position so many words of bits, one for each feature that the mentor has. */
  private readonly words: number;
  private readonly bits: Int32Array;
  private from = 0;
  private to = 0;
  private row = 0;

  constructor(part: OverlapPart, order: Int32Array) {
    this.part = part;
    this.most = mostGains(part);
    this.base = Uint16Array.from(order, (j) => part.mentorBase[j]!);
    const features = part.holderStart.length - 1;
    this.words = (features + 31) >> 5;
    this.bits = new Int32Array(order.length * this.words);
    const place = new Int32Array(order.length);
    order.forEach((j, p) => (place[j] = p));
    for (let f = 0; f < features; f++)
      for (let k = part.holderStart[f]!; k < part.holderStart[f + 1]!; k++)
        this.bits[place[part.holder[k]!]! * this.words + (f >> 5)]! |= 1 << (f & 31);
  }

  /** Gives the most that this part could add. */
  begin(mentee: number): number {
    this.from = this.part.menteeStart[mentee]!;
    this.to = this.part.menteeStart[mentee + 1]!;
    this.row = this.part.menteeRow[mentee]! * this.part.width;
    return this.from === this.to ? 0 : this.most[this.part.menteeRow[mentee]!]!;
  }

  gain(p: number): number {
    const { feature, amount, table } = this.part;
    const { bits } = this;
    const at = p * this.words;
    let sum = 0;
    for (let k = this.from; k < this.to; k++) {
      const f = feature[k]!;
      if ((bits[at + (f >> 5)]! >> (f & 31)) & 1) sum += amount[k]!;
    }
    const base = this.row + this.base[p]!;
    return table[base + sum]! - table[base]!;
  }
}
