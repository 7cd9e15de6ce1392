/**
 * What could still be moved around one mentee in an optimal flow, and at what price: shortest ways from everybody to
 * that mentee through the residual graph. Together with one more edge such a way is the cheapest exchange that brings
 * this edge into the matching.
 */
import { NodeHeap } from './heap.ts';
import type { Flow, Transport } from './transport.ts';
import { lastGain } from './transport.ts';

export class ReverseSearch {
  /** Mentees who are not to be moved any more, and used edges that stay. */
  readonly frozen: Uint8Array;
  readonly fixed: Uint8Array;
  /** Ways longer than this are not looked for; may be lowered during a search. */
  limit = Infinity;
  /** The node that stands for whatever is outside: places left free on both sides. */
  readonly outside: number;
  /** Per node (mentees, then mentors, then outside) of the last search: length of its way, next node and edge (or -1) on it. */
  readonly distance: Float64Array;
  readonly nextNode: Int32Array;
  readonly nextEdge: Int32Array;
  private readonly transport: Transport;
  private readonly flow: Flow;
  private readonly mentees: number;
  /** The used edges of each mentee. */
  private readonly held: number[][];
  private readonly columnStart: Int32Array;
  private readonly column: Int32Array;
  private readonly touched: number[] = [];
  /** The node given last, not yet entered. */
  private last = -1;
  private readonly heap = new NodeHeap();

  constructor(transport: Transport, flow: Flow) {
    this.transport = transport;
    this.flow = flow;
    this.mentees = transport.wants.length;
    this.outside = this.mentees + transport.capacity.length;
    this.frozen = new Uint8Array(this.mentees);
    this.fixed = new Uint8Array(transport.mentee.length);
    this.distance = new Float64Array(this.outside + 1).fill(Infinity);
    this.nextNode = new Int32Array(this.outside + 1);
    this.nextEdge = new Int32Array(this.outside + 1);
    this.columnStart = new Int32Array(transport.capacity.length + 1);
    this.column = new Int32Array(transport.mentor.length);
    this.held = Array.from(transport.wants, (): number[] => []);
    for (let e = 0; e < flow.used.length; e++) if (flow.used[e]) this.held[transport.mentee[e]!]!.push(e);
    this.fillColumns();
  }

  private fillColumns(): void {
    const { mentor } = this.transport;
    for (let e = 0; e < mentor.length; e++) this.columnStart[mentor[e]! + 1]!++;
    for (let j = 0; j + 1 < this.columnStart.length; j++) this.columnStart[j + 1]! += this.columnStart[j]!;
    const next = this.columnStart.slice();
    for (let e = 0; e < mentor.length; e++) this.column[next[mentor[e]!]!++] = e;
  }

  /** Begins to look for the nodes that have a way to this mentee. */
  begin(mentee: number): void {
    for (const node of this.touched) this.distance[node] = Infinity;
    this.touched.length = 0;
    this.heap.clear();
    this.last = -1;
    this.reach(mentee, 0, mentee, -1);
  }

  /** The next of them, nearest first; -1 when there are no more. What lies behind a node is looked at when one asks for more. */
  next(): number {
    if (this.last >= 0) this.enter(this.last);
    this.last = -1;
    while (this.last < 0 && this.heap.least <= this.limit && !this.heap.isEmpty) {
      const distance = this.heap.least;
      const node = this.heap.pop();
      if (distance <= this.distance[node]!) this.last = node;
    }
    return this.last;
  }

  private enter(node: number): void {
    const distance = this.distance[node]!;
    if (node === this.outside) this.enterOutside(distance);
    else if (node < this.mentees) this.enterMentee(node, distance);
    else this.enterMentor(node - this.mentees, distance);
  }

  private reach(node: number, distance: number, nextNode: number, nextEdge: number): void {
    if (distance >= this.distance[node]! || distance > this.limit) return;
    if (this.distance[node] === Infinity) this.touched.push(node);
    this.distance[node] = distance;
    this.nextNode[node] = nextNode;
    this.nextEdge[node] = nextEdge;
    this.heap.push(distance, node);
  }

  /** A mentee is entered by giving up a mentor, or by taking a place left free. */
  private enterMentee(i: number, distance: number): void {
    const { mentor, weight, wants, first, further } = this.transport;
    const { menteePrice, mentorPrice, menteeLoad } = this.flow;
    for (const e of this.held[i]!) {
      if (this.fixed[e]) continue;
      const cost = weight[e]! - menteePrice[i]! - mentorPrice[mentor[e]!]!;
      this.reach(this.mentees + mentor[e]!, distance + cost, i, e);
    }
    if (menteeLoad[i]! >= wants[i]!) return;
    const gain = menteeLoad[i]! > 0 ? further : first[i]!;
    this.reach(this.outside, distance - gain - menteePrice[i]!, i, -1);
  }

  /** A mentor is entered by taking one mentee more, or by one place less in use. */
  private enterMentor(j: number, distance: number): void {
    const { mentee, weight } = this.transport;
    const { used, menteePrice, mentorPrice, mentorLoad } = this.flow;
    const base = distance + mentorPrice[j]!;
    for (let at = this.columnStart[j]!; at < this.columnStart[j + 1]!; at++) {
      const e = this.column[at]!;
      const i = mentee[e]!;
      const next = base + menteePrice[i]! - weight[e]!;
      if (next < this.distance[i]! && next <= this.limit && !used[e] && !this.frozen[i]) {
        this.reach(i, next, this.mentees + j, e);
      }
    }
    if (mentorLoad[j]! > 0) this.reach(this.outside, base, this.mentees + j, -1);
  }

  /** One place less with a mentee, or one more with a mentor who has room. */
  private enterOutside(distance: number): void {
    const { capacity } = this.transport;
    const { menteeLoad, mentorLoad, menteePrice } = this.flow;
    for (let i = 0; i < this.mentees; i++) {
      if (menteeLoad[i] === 0 || this.frozen[i]) continue;
      this.reach(i, distance + lastGain(this.transport, this.flow, i) + menteePrice[i]!, this.outside, -1);
    }
    for (let j = 0; j < capacity.length; j++) {
      if (mentorLoad[j]! < capacity[j]!) this.reach(this.mentees + j, distance, this.outside, -1);
    }
  }

  /** Brings an unused edge of the mentee last searched for into the flow: one place moves along the way back to the mentee. */
  exchange(edge: number): void {
    const mentee = this.transport.mentee[edge]!;
    this.setUsed(edge, 1);
    let node = this.mentees + this.transport.mentor[edge]!;
    while (node !== mentee) {
      const next = this.nextNode[node]!;
      const moved = this.nextEdge[node]!;
      if (moved >= 0) this.setUsed(moved, node < this.mentees ? 1 : 0);
      else if (next === this.outside) this.addLoad(node, node < this.mentees ? -1 : 1);
      else this.addLoad(next, next < this.mentees ? 1 : -1);
      node = next;
    }
  }

  private setUsed(edge: number, used: 0 | 1): void {
    const i = this.transport.mentee[edge]!;
    this.flow.used[edge] = used;
    this.held[i] = used ? [...this.held[i]!, edge] : this.held[i]!.filter((e) => e !== edge);
  }

  private addLoad(node: number, by: 1 | -1): void {
    if (node < this.mentees) this.flow.menteeLoad[node]! += by;
    else this.flow.mentorLoad[node - this.mentees]! += by;
  }
}
