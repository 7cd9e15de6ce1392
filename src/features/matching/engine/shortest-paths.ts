/**
 * Solves the transportation problem by successive shortest paths with potentials (Ahuja, Magnanti & Orlin, Network
 * Flows, 1993, ch. 9), one place of one mentee at a time; in whole numbers, so exactly.
 */
import { NodeHeap } from './heap.ts';
import type { Flow, Transport } from './transport.ts';
import { lastGain } from './transport.ts';

export function solveTransport(transport: Transport): Flow {
  const solver = new Solver(transport);
  const most = transport.wants.reduce((max, wants) => Math.max(max, wants), 0);
  for (let place = 1; place <= most; place++) {
    for (let i = 0; i < transport.wants.length; i++) if (transport.wants[i]! >= place) solver.addPlace(i, place);
  }
  return solver.flow;
}

class Solver {
  readonly flow: Flow;
  private readonly transport: Transport;
  private readonly mentees: number;
  /** The used edges of mentor j, from `slotStart[j]` on. */
  private readonly slotStart: Int32Array;
  private readonly slots: Int32Array;
  /** Per node (mentees, then mentors) of one search: distance from its start, and the edge on which it was reached. */
  private readonly distance: Float64Array;
  private readonly cameBy: Int32Array;
  private readonly touched: number[] = [];
  private readonly heap = new NodeHeap();
  /** Where the shortest way out found so far ends, and its length. */
  private end = 0;
  private best = 0;

  constructor(transport: Transport) {
    this.transport = transport;
    const { wants, capacity, rowStart, mentor, weight } = transport;
    this.mentees = wants.length;
    this.slotStart = new Int32Array(capacity.length + 1);
    for (let j = 0; j < capacity.length; j++)
      this.slotStart[j + 1] = this.slotStart[j]! + Math.min(capacity[j]!, wants.length);
    this.slots = new Int32Array(this.slotStart[capacity.length]!);
    this.distance = new Float64Array(wants.length + capacity.length).fill(Infinity);
    this.cameBy = new Int32Array(wants.length + capacity.length);
    this.flow = {
      used: new Uint8Array(mentor.length),
      menteeLoad: new Int32Array(wants.length),
      mentorLoad: new Int32Array(capacity.length),
      menteePrice: new Float64Array(wants.length).fill(-Infinity),
      mentorPrice: new Float64Array(capacity.length),
    };
    for (let i = 0; i < wants.length; i++) {
      for (let e = rowStart[i]!; e < rowStart[i + 1]!; e++) this.raisePrice(i, weight[e]!);
      if (rowStart[i] === rowStart[i + 1]) this.flow.menteePrice[i] = -transport.first[i]!;
    }
  }

  private raisePrice(i: number, price: number): void {
    if (price > this.flow.menteePrice[i]!) this.flow.menteePrice[i] = price;
  }

  /** Gives mentee i one more place, and moves whom it pays to move. */
  addPlace(i: number, place: number): void {
    const gain = place > 1 ? this.transport.further : this.transport.first[i]!;
    if (this.flow.menteeLoad[i] === 0) this.tightenPrice(i);
    if (gain + this.flow.menteePrice[i]! <= 0) return; // the place is worth nothing at these prices

    this.search(i, gain);
    this.updatePrices();
    this.augment(i);
  }

  /** A mentee without a pair is held by the unused edges only: the lowest price that they allow makes searches short. */
  private tightenPrice(i: number): void {
    const { rowStart, mentor, weight } = this.transport;
    if (rowStart[i] === rowStart[i + 1]) return;
    this.flow.menteePrice[i] = -Infinity;
    for (let e = rowStart[i]!; e < rowStart[i + 1]!; e++) {
      this.raisePrice(i, weight[e]! - this.flow.mentorPrice[mentor[e]!]!);
    }
  }

  private search(start: number, gain: number): void {
    this.best = gain + this.flow.menteePrice[start]!;
    this.end = start;
    this.reach(start, 0, -1);
    while (this.heap.least < this.best) {
      const distance = this.heap.least;
      const node = this.heap.pop();
      if (distance > this.distance[node]!) continue;
      if (node < this.mentees) this.leaveMentee(node, distance, start);
      else this.leaveMentor(node - this.mentees, distance);
    }
    this.heap.clear();
  }

  private reach(node: number, distance: number, edge: number): void {
    if (this.distance[node] === Infinity) this.touched.push(node);
    this.distance[node] = distance;
    this.cameBy[node] = edge;
    this.heap.push(distance, node);
  }

  private leaveMentee(i: number, distance: number, start: number): void {
    const { rowStart, mentor, weight, capacity } = this.transport;
    const { used, mentorPrice, mentorLoad, menteePrice } = this.flow;
    const base = distance + menteePrice[i]!;
    if (i !== start) this.offerEnd(i, base + lastGain(this.transport, this.flow, i));
    const last = rowStart[i + 1]!;
    for (let e = rowStart[i]!; e < last; e++) {
      const j = mentor[e]!;
      const next = base + mentorPrice[j]! - weight[e]!;
      if (next >= this.best || used[e] || next >= this.distance[this.mentees + j]!) continue;
      this.reach(this.mentees + j, next, e);
      if (mentorLoad[j]! < capacity[j]!) this.offerEnd(this.mentees + j, next);
    }
  }

  private leaveMentor(j: number, distance: number): void {
    const { mentee, weight } = this.transport;
    const { menteePrice, mentorPrice, mentorLoad } = this.flow;
    for (let slot = this.slotStart[j]!; slot < this.slotStart[j]! + mentorLoad[j]!; slot++) {
      const e = this.slots[slot]!;
      const i = mentee[e]!;
      const next = distance + weight[e]! - menteePrice[i]! - mentorPrice[j]!;
      if (next < this.best && next < this.distance[i]!) this.reach(i, next, e);
    }
  }

  private offerEnd(node: number, distance: number): void {
    if (distance >= this.best) return;
    this.best = distance;
    this.end = node;
  }

  private updatePrices(): void {
    for (const node of this.touched) {
      const gap = this.best - this.distance[node]!;
      if (gap <= 0) continue;
      if (node < this.mentees) this.flow.menteePrice[node]! -= gap;
      else this.flow.mentorPrice[node - this.mentees]! += gap;
    }
  }

  /** Walks back from the end: on each step a mentor takes one mentee more, and the mentee before gives one mentor up. */
  private augment(start: number): void {
    let node = this.end;
    const moved = node !== start;
    if (moved) {
      this.flow.menteeLoad[start]!++;
      if (node < this.mentees) this.flow.menteeLoad[node]!--;
    }
    while (node !== start) {
      const edge = this.cameBy[node]!;
      if (node < this.mentees) {
        this.drop(edge);
        node = this.mentees + this.transport.mentor[edge]!;
      } else {
        this.take(edge);
        node = this.transport.mentee[edge]!;
      }
    }
    for (const seen of this.touched) this.distance[seen] = Infinity;
    this.touched.length = 0;
  }

  private take(edge: number): void {
    const j = this.transport.mentor[edge]!;
    this.slots[this.slotStart[j]! + this.flow.mentorLoad[j]!++] = edge;
    this.flow.used[edge] = 1;
  }

  private drop(edge: number): void {
    const j = this.transport.mentor[edge]!;
    const start = this.slotStart[j]!;
    const at = this.slots.subarray(start, start + this.flow.mentorLoad[j]!).indexOf(edge);
    this.slots[start + at] = this.slots[start + --this.flow.mentorLoad[j]!]!;
    this.flow.used[edge] = 0;
  }
}
