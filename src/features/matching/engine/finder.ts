/**
 * Finds the best mentors of one mentee without looking at all of them. Mentors stand in blocks that are alike in most
 * rules; those who share something of the heaviest list are looked at first; of the others only the blocks that could
 * still be good enough, from the cheapest on; and what is costly is added up only for pairs that could.
 */
import { cellsOf } from './cells.ts';
import { Lazy, Lead, leadOf, mostUpTo } from './overlaps.ts';
import type { CellPart, OverlapPart, Pool } from './pool.ts';

/** What one mentee's search is about: worth = score (if it counts) - price; from `least` up. */
export interface Bar {
  readonly isScored: boolean;
  readonly floor: number;
  /** Below this worth nothing counts; may rise while the search goes on. */
  least: number;
}

type Offer = (worth: number, mentor: number, score: number) => void;

/** What a search needs of a pool, whatever the prices. */
export class Ground {
  readonly pool: Pool;
  readonly cells: readonly CellPart[];
  /** Per cell: the most points of each kind of mentee. */
  readonly mostOfCell: readonly Int16Array[];
  readonly leading: OverlapPart | null;
  /** The parts that are counted pair by pair; the leading one too, for searches in which the score counts for nothing. */
  readonly others: readonly Lazy[];
  readonly all: readonly Lazy[];

  constructor(pool: Pool) {
    this.pool = pool;
    this.cells = cellsOf(pool).toReversed();
    this.mostOfCell = this.cells.map(mostPoints);
    const mostOf = pool.overlaps.map(mostUpTo);
    this.leading = leadOf(pool, mostOf);
    this.all = pool.overlaps.map((part, k) => new Lazy(part, mostOf[k]!, pool.capacity.length));
    this.others = this.all.filter((_, k) => pool.overlaps[k] !== this.leading);
  }
}

export class Finder {
  private readonly ground: Ground;
  /** Mentors by block, in it the cheapest first; positions in this order are what all lists below speak of. */
  private readonly order: Int32Array;
  private readonly place: Int32Array;
  private readonly price: Float64Array;
  private readonly leastPrice: number;
  private readonly blockStart: Int32Array;
  private readonly blockKind: Uint16Array;
  /** Per cell the kind at each position. */
  private readonly kinds: readonly Uint16Array[];
  private readonly lead: Lead | null;
  private readonly isSpecial: Uint8Array;
  private readonly points: Int16Array[] = [];

  /** `prices` by mentor; null: all 0. */
  constructor(ground: Ground, prices: Float64Array | null) {
    this.ground = ground;
    const { pool, cells, leading } = ground;
    const mentors = pool.capacity.length;
    const block = cells[0]!.mentorKind;
    const priceOf = (j: number): number => (prices ? prices[j]! : 0);
    this.order = Int32Array.from(pool.capacity, (_, j) => j).sort(
      (a, b) => block[a]! - block[b]! || priceOf(a) - priceOf(b) || a - b,
    );
    this.place = new Int32Array(mentors);
    for (let p = 0; p < mentors; p++) this.place[this.order[p]!] = p;
    this.price = Float64Array.from(this.order, priceOf);
    this.leastPrice = this.price.reduce((least, one) => Math.min(least, one), Infinity);
    this.kinds = cells.map(({ mentorKind }) => mentorKind.map((_, p) => mentorKind[this.order[p]!]!));
    const kind = this.kinds[0]!;
    const starts = [...kind.keys()].filter((p) => p === 0 || kind[p] !== kind[p - 1]);
    this.blockStart = Int32Array.from([...starts, mentors]);
    this.blockKind = Uint16Array.from(starts, (p) => kind[p]!);
    this.lead = leading && new Lead(leading, this.place);
    this.isSpecial = new Uint8Array(mentors);
  }

  /** Offers every mentor who reaches the bar as it stands then; in no order. */
  find(mentee: number, bar: Bar, offer: Offer): void {
    if (!bar.isScored && -this.leastPrice < bar.least) return;
    const { cells, pool, others, all } = this.ground;
    for (let k = 0; k < cells.length; k++) {
      const { table, menteeKind, width } = cells[k]!;
      this.points[k] = table.subarray(menteeKind[mentee]! * width, (menteeKind[mentee]! + 1) * width);
    }
    this.offerSpecial(mentee, bar, offer);
    const lead = bar.isScored ? this.lead : null;
    const lazies = lead ? others : all;
    let rest = 0;
    for (const lazy of lazies) {
      lazy.begin(mentee);
      rest += lazy.most;
    }
    const search: Search = { mentee, bar, offer, lazies, rest, most: rest + this.mostFrom(0, mentee) };
    const count = lead?.begin(mentee) ?? 0;
    if (lead) this.followLead(lead, count, search);
    this.searchBlocks(lead, search);
    lead?.end(count);
    const { start, mentor } = pool.special;
    for (let at = start[mentee]!; at < start[mentee + 1]!; at++) this.isSpecial[this.place[mentor[at]!]!] = 0;
  }

  private offerSpecial(mentee: number, bar: Bar, offer: Offer): void {
    const { special, capacity } = this.ground.pool;
    const { start, mentor, score } = special;
    for (let at = start[mentee]!; at < start[mentee + 1]!; at++) {
      const p = this.place[mentor[at]!]!;
      this.isSpecial[p] = 1;
      if (capacity[mentor[at]!]! > 0) this.offerAt(p, score[at]!, bar, offer);
    }
  }

  /**
   * Those who share something of the leading list, who share much of it first: that raises the bar for the others, most of
   * whom are then too dear whatever else they score.
   */
  private followLead(lead: Lead, count: number, search: Search): void {
    let most = 0;
    for (let k = 0; k < count; k++) most = Math.max(most, lead.sum[lead.met[k]!]!);
    for (const isMuch of [true, false])
      for (let k = 0; k < count; k++) {
        const p = lead.met[k]!;
        if (2 * lead.sum[p]! > most === isMuch && !this.isSpecial[p]) this.considerLed(lead, p, search);
      }
  }

  private considerLed(lead: Lead, p: number, search: Search): void {
    const gain = lead.gain(search.mentee, p);
    if (search.most + gain - this.price[p]! < search.bar.least) return;
    this.consider(p, this.cellPoints(p) + gain, search);
  }

  /** The most that the cells from this one on can score. */
  private mostFrom(cell: number, mentee: number): number {
    const { cells, mostOfCell } = this.ground;
    let most = 0;
    for (let k = cell; k < cells.length; k++) most += mostOfCell[k]![cells[k]!.menteeKind[mentee]!]!;
    return most;
  }

  private cellPoints(p: number): number {
    const { points, kinds } = this;
    let sum = points[0]![kinds[0]![p]!]! + points[1]![kinds[1]![p]!]! + points[2]![kinds[2]![p]!]!;
    for (let k = 3; k < kinds.length; k++) sum += points[k]![kinds[k]![p]!]!;
    return sum;
  }

  private searchBlocks(lead: Lead | null, search: Search): void {
    const { bar, rest, mentee } = search;
    const others = rest + this.mostFrom(1, mentee);
    const first = this.points[0]!;
    const sum = lead?.sum;
    const [kindB, kindC] = [this.kinds[1]!, this.kinds[2]!];
    const [b, c] = [this.points[1]!, this.points[2]!];
    const isShort = this.kinds.length === 3;
    const { price, isSpecial } = this;
    for (let k = 0; k < this.blockKind.length; k++) {
      const a = first[this.blockKind[k]!]!;
      if (a + others < bar.floor) continue;
      const worth = bar.isScored ? a + others : 0;
      const end = this.blockStart[k + 1]!;
      for (let p = this.blockStart[k]!; p < end && worth - price[p]! >= bar.least; p++) {
        const points = isShort ? a + b[kindB[p]!]! + c[kindC[p]!]! : this.cellPoints(p);
        if (points < 0 || sum?.[p] || isSpecial[p]) continue;
        this.consider(p, points, search);
      }
    }
  }

  /** Adds what is missing, one part after the other, as long as the pair could then reach the bar. */
  private consider(p: number, points: number, { bar, offer, rest, lazies }: Search): void {
    if (points < 0) return;
    const mentor = this.order[p]!;
    const least = bar.isScored ? Math.max(bar.floor, bar.least + this.price[p]!) : bar.floor;
    let score = points;
    let left = rest;
    for (const lazy of lazies) {
      if (score + left < least) return;
      left -= lazy.most;
      if (score + left + lazy.mostWith(mentor) < least) return;
      score += lazy.gain(mentor);
    }
    this.offerAt(p, score, bar, offer);
  }

  private offerAt(p: number, score: number, bar: Bar, offer: Offer): void {
    if (score < bar.floor) return;
    const worth = (bar.isScored ? score : 0) - this.price[p]!;
    if (worth >= bar.least) offer(worth, this.order[p]!, score);
  }
}

interface Search {
  readonly mentee: number;
  readonly bar: Bar;
  readonly offer: Offer;
  readonly lazies: readonly Lazy[];
  /** The most that these can add; and all cells besides. */
  readonly rest: number;
  readonly most: number;
}

function mostPoints({ table, width }: CellPart): Int16Array {
  return Int16Array.from({ length: table.length / width }, (_, row) =>
    table.subarray(row * width, (row + 1) * width).reduce((most, points) => Math.max(most, points), -32_000),
  );
}
