/**
 * How far people can be reached before any score counts: as many pairs as there can be, the most valuable first (Hopcroft
 * & Karp 1973); and the levels that this leaves (Dulmage & Mendelsohn 1958): mentors for whom too many compete are full
 * in every best matching, and worth what the competitors would gain.
 */
import type { Transport } from './transport.ts';

/** What a place is worth before any score counts: a gain of the transportation problem, or 0 where there are enough. */
export interface Levels {
  readonly mentee: Float64Array;
  readonly mentor: Float64Array;
  /** What all first pairs together gain, at the most. */
  readonly gain: number;
}

export function levelsOf(transport: Transport): Levels {
  const { wants, first, further } = transport;
  const cover = new Cover(transport);
  const levels = {
    mentee: new Float64Array(wants.length),
    mentor: new Float64Array(transport.capacity.length),
    gain: 0,
  };
  const gains = [...new Set(first)].filter((gain) => gain > further).toSorted((a, b) => b - a);
  for (const gain of gains) {
    for (let i = 0; i < wants.length; i++) cover.units[i] = first[i]! >= gain ? Math.min(1, wants[i]!) : 0;
    cover.extend();
  }
  for (let i = 0; i < wants.length; i++) levels.gain += cover.load[i]! * first[i]!;
  for (const gain of gains) cover.mark(levels, gain, (i) => first[i]! >= gain);
  for (let i = 0; i < wants.length; i++) if (levels.mentee[i] === 0) cover.units[i] = wants[i]!;
  if (further > 0) {
    cover.extend();
    cover.mark(levels, further, () => true);
  }
  return levels;
}

/** A matching of the most pairs within the units of each mentee, which may be raised. */
class Cover {
  readonly units: Int32Array;
  readonly load: Int32Array;
  private readonly transport: Transport;
  private readonly used: Uint8Array;
  private readonly mentorLoad: Int32Array;
  private readonly slotStart: Int32Array;
  /** The used edges of each mentor. */
  private readonly slots: Int32Array;
  private readonly menteeDepth: Int32Array;
  private readonly mentorDepth: Int32Array;
  private readonly nextEdge: Int32Array;
  private readonly nextSlot: Int32Array;
  /** The way of one search: mentees, the edges taken from them, the slots given up for those. */
  private readonly way: Int32Array;
  private readonly taken: Int32Array;
  private readonly given: Int32Array;

  constructor(transport: Transport) {
    const { wants, capacity } = transport;
    this.transport = transport;
    this.units = new Int32Array(wants.length);
    this.load = new Int32Array(wants.length);
    this.used = new Uint8Array(transport.mentor.length);
    this.mentorLoad = new Int32Array(capacity.length);
    this.slotStart = new Int32Array(capacity.length + 1);
    for (let j = 0; j < capacity.length; j++)
      this.slotStart[j + 1] = this.slotStart[j]! + Math.min(capacity[j]!, wants.length);
    this.slots = new Int32Array(this.slotStart[capacity.length]!);
    this.menteeDepth = new Int32Array(wants.length);
    this.mentorDepth = new Int32Array(capacity.length);
    this.nextEdge = new Int32Array(wants.length);
    this.nextSlot = new Int32Array(capacity.length);
    this.way = new Int32Array(wants.length + 1);
    this.taken = new Int32Array(wants.length + 1);
    this.given = new Int32Array(wants.length + 1);
  }

  extend(): void {
    this.takeFree();
    while (this.layer((i) => this.load[i]! < this.units[i]!, true)) {
      this.nextEdge.set(this.transport.rowStart.subarray(0, this.units.length));
      this.nextSlot.set(this.slotStart.subarray(0, this.nextSlot.length));
      for (let i = 0; i < this.units.length; i++) while (this.load[i]! < this.units[i]! && this.augment(i));
    }
  }

  /** Gives this level to everybody whom the short of these can reach, and who has none yet. */
  mark(levels: Levels, gain: number, counts: (mentee: number) => boolean): void {
    this.layer((i) => levels.mentee[i] === 0 && counts(i) && this.load[i]! < this.units[i]!, false);
    for (let i = 0; i < this.units.length; i++)
      if (this.menteeDepth[i]! >= 0 && levels.mentee[i] === 0) levels.mentee[i] = gain;
    for (let j = 0; j < this.mentorDepth.length; j++)
      if (this.mentorDepth[j]! >= 0 && levels.mentor[j] === 0) levels.mentor[j] = gain;
  }

  private takeFree(): void {
    const { rowStart, mentor } = this.transport;
    for (let i = 0; i < this.units.length; i++) {
      for (let e = rowStart[i]!; e < rowStart[i + 1]! && this.load[i]! < this.units[i]!; e++) {
        if (this.used[e] || !this.hasRoom(mentor[e]!)) continue;
        this.load[i]!++;
        this.take(e);
      }
    }
  }

  private hasRoom(j: number): boolean {
    return this.mentorLoad[j]! < this.slotStart[j + 1]! - this.slotStart[j]!;
  }

  private take(e: number): void {
    const j = this.transport.mentor[e]!;
    this.used[e] = 1;
    this.slots[this.slotStart[j]! + this.mentorLoad[j]!++] = e;
  }

  /** Depths from these mentees, up to the first free place if so wished; whether there is one. */
  private layer(isShort: (mentee: number) => boolean, toFirst: boolean): boolean {
    const { rowStart, mentor, mentee } = this.transport;
    const { menteeDepth, mentorDepth, slots, slotStart, way: queue, used } = this;
    menteeDepth.fill(-1);
    mentorDepth.fill(-1);
    let end = 0;
    for (let i = 0; i < menteeDepth.length; i++) {
      if (!isShort(i)) continue;
      menteeDepth[i] = 0;
      queue[end++] = i;
    }
    let found = Infinity;
    for (let at = 0; at < end; at++) {
      const i = queue[at]!;
      const depth = menteeDepth[i]!;
      if (toFirst && depth > found) break;
      for (let e = rowStart[i]!; e < rowStart[i + 1]!; e++) {
        const j = mentor[e]!;
        if (mentorDepth[j]! >= 0 || used[e]) continue;
        mentorDepth[j] = depth;
        if (this.hasRoom(j)) found = Math.min(found, depth);
        const last = slotStart[j]! + this.mentorLoad[j]!;
        for (let slot = slotStart[j]!; slot < last; slot++) {
          const y = mentee[slots[slot]!]!;
          if (menteeDepth[y]! >= 0) continue;
          menteeDepth[y] = depth + 1;
          queue[end++] = y;
        }
      }
    }
    return found < Infinity;
  }

  /** One more pair for a mentee over a way of the layers; nobody is on two ways of one layering. */
  private augment(start: number): boolean {
    const { mentee } = this.transport;
    this.way[0] = start;
    for (let at = 0; at >= 0;) {
      const i = this.way[at]!;
      const e = this.nextOf(i, at);
      if (e < 0) {
        at--;
        continue;
      }
      const j = this.transport.mentor[e]!;
      if (this.hasRoom(j)) {
        this.nextEdge[i]!++;
        this.shift(at);
        this.take(e);
        this.load[start]!++;
        return true;
      }
      const slot = this.nextSlot[j]!++;
      this.taken[at] = e;
      this.given[at] = slot;
      const y = mentee[this.slots[slot]!]!;
      this.menteeDepth[y] = -1;
      this.way[++at] = y;
    }
    return false;
  }

  /** The next edge of mentee i, this deep on the way, on which the search can go on, or -1; the mentor's `nextSlot` says with whom. */
  private nextOf(i: number, depth: number): number {
    const { rowStart, mentor, mentee } = this.transport;
    const { mentorDepth, menteeDepth, nextEdge, nextSlot, slotStart, slots } = this;
    for (let e = nextEdge[i]!; e < rowStart[i + 1]!; nextEdge[i] = ++e) {
      const j = mentor[e]!;
      if (mentorDepth[j] !== depth || this.used[e]) continue;
      if (this.hasRoom(j)) return e;
      const last = slotStart[j]! + this.mentorLoad[j]!;
      while (nextSlot[j]! < last && menteeDepth[mentee[slots[nextSlot[j]!]!]!] !== depth + 1) nextSlot[j]!++;
      if (nextSlot[j]! < last) return e;
    }
    return -1;
  }

  private shift(end: number): void {
    for (let at = 0; at < end; at++) {
      this.used[this.slots[this.given[at]!]!] = 0;
      this.used[this.taken[at]!] = 1;
      this.slots[this.given[at]!] = this.taken[at]!;
    }
  }
}
