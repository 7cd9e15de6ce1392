/**
 * The two sides of a transportation problem, each seen from itself, so that one search serves both: mentees who look for
 * mentors, and mentors who look for mentees.
 */
import type { Flow, Transport } from './transport.ts';

export interface Side {
  /** Edges of node x: `start[x]` up to, without, `start[x + 1]`. */
  readonly start: Int32Array;
  /** Per place in the list of edges: the node on the other side, the weight, the edge's number. */
  readonly other: Int32Array;
  readonly weight: Int32Array;
  readonly edge: Int32Array;
  /** How many pairs a node may have; what the first gains, and each further one. */
  readonly units: Int32Array;
  readonly first: Float64Array;
  readonly further: number;
  readonly price: Float64Array;
  readonly load: Int32Array;
  /** The used edges of node x stand from `slotStart[x]` on, `load[x]` of them. */
  readonly slotStart: Int32Array;
  readonly slots: Int32Array;
  /** Per edge number: the node of this side. */
  readonly nodeOf: Int32Array;
}

export interface Sides {
  readonly mentees: Side;
  readonly mentors: Side;
  /** 1 for edges in use. */
  readonly used: Uint8Array;
  /** Per edge number. */
  readonly weight: Int32Array;
}

export function sidesOf(transport: Transport, flow: Flow): Sides {
  const { wants, capacity, first, further, rowStart, mentee, mentor, weight } = transport;
  const count = mentee.length;
  const edge = new Int32Array(count);
  for (let e = 0; e < count; e++) edge[e] = e;
  const menteeSide: Side = {
    ...{ start: rowStart, other: mentor, weight, edge, units: wants.slice(), first, further, nodeOf: mentee },
    ...{ price: flow.menteePrice, load: flow.menteeLoad, ...slotsOf(wants, rowStart) },
  };
  const columns = columnsOf(transport);
  const mentorSide: Side = {
    ...{ ...columns, units: capacity, first: new Float64Array(capacity.length), further: 0, nodeOf: mentor },
    ...{ price: flow.mentorPrice, load: flow.mentorLoad, ...slotsOf(capacity, columns.start) },
  };
  for (let e = 0; e < count; e++) {
    if (!flow.used[e]) continue;
    place(menteeSide, mentee[e]!, e);
    place(mentorSide, mentor[e]!, e);
  }
  return { mentees: menteeSide, mentors: mentorSide, used: flow.used, weight };
}

function place({ slots, slotStart }: Side, x: number, edge: number): void {
  let at = slotStart[x]!;
  while (slots[at]! >= 0) at++;
  slots[at] = edge;
}

/** Nobody uses more edges than there are, but for one more in the middle of an exchange. */
function slotsOf(units: Int32Array, start: Int32Array): Pick<Side, 'slotStart' | 'slots'> {
  const slotStart = new Int32Array(units.length + 1);
  for (let x = 0; x < units.length; x++)
    slotStart[x + 1] = slotStart[x]! + 1 + Math.min(units[x]!, start[x + 1]! - start[x]!);
  return { slotStart, slots: new Int32Array(slotStart[units.length]!).fill(-1) };
}

function columnsOf({ capacity, mentee, mentor, weight }: Transport): Pick<Side, 'start' | 'other' | 'weight' | 'edge'> {
  const count = mentor.length;
  const start = new Int32Array(capacity.length + 1);
  for (let e = 0; e < count; e++) start[mentor[e]! + 1]!++;
  for (let j = 0; j < capacity.length; j++) start[j + 1]! += start[j]!;
  const next = start.slice();
  const [other, ofEdge, edge] = [new Int32Array(count), new Int32Array(count), new Int32Array(count)];
  for (let e = 0; e < count; e++) {
    const at = next[mentor[e]!]!++;
    other[at] = mentee[e]!;
    ofEdge[at] = weight[e]!;
    edge[at] = e;
  }
  return { start, other, weight: ofEdge, edge };
}

/** Puts an edge into use, or out of it, on both sides. */
export function take({ mentees, mentors, used }: Sides, edge: number): void {
  used[edge] = 1;
  for (const side of [mentees, mentors]) {
    const x = side.nodeOf[edge]!;
    side.slots[side.slotStart[x]! + side.load[x]!++] = edge;
  }
}

export function drop({ mentees, mentors, used }: Sides, edge: number): void {
  used[edge] = 0;
  for (const side of [mentees, mentors]) {
    const x = side.nodeOf[edge]!;
    const last = side.slotStart[x]! + --side.load[x]!;
    let at = last;
    while (side.slots[at] !== edge) at--;
    side.slots[at] = side.slots[last]!;
    side.slots[last] = -1;
  }
}

/** What the k-th pair of node x gains: nothing brings one beyond its places, and none is no loss. */
export function gainOf({ units, first, further }: Side, x: number, k: number): number {
  if (k > units[x]!) return -Infinity;
  if (k < 1) return Infinity;
  return k > 1 ? further : first[x]!;
}
