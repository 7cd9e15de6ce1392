/**
 * Successive shortest paths with potentials (Ahuja, Magnanti & Orlin, Network Flows, 1993, ch. 9), for either side: one
 * more pair for a node that should have one at the prices as they are, by the cheapest exchange. In whole numbers, so
 * exactly. Keeps what `Flow` promises, except that nodes may still be short of pairs.
 */
import { NodeHeap } from './heap.ts';
import type { Side, Sides } from './sides.ts';
import { drop, gainOf, take } from './sides.ts';

export class Augmenting {
  private readonly sides: Sides;
  private readonly near: Side;
  private readonly far: Side;
  private readonly used: Uint8Array;
  private readonly nearDistance: Float64Array;
  private readonly farDistance: Float64Array;
  /** The edge over which a node was reached. */
  private readonly nearEdge: Int32Array;
  private readonly farEdge: Int32Array;
  private readonly nearTouched: Int32Array;
  private readonly farTouched: Int32Array;
  private nearCount = 0;
  private farCount = 0;
  private readonly heap = new NodeHeap();
  private best = 0;
  /** Where the cheapest exchange found so far ends. */
  private end = 0;
  private endIsNear = true;
  private readonly nearNodes: number;

  constructor(sides: Sides, from: 'mentees' | 'mentors') {
    this.sides = sides;
    this.near = sides[from];
    this.far = sides[from === 'mentees' ? 'mentors' : 'mentees'];
    this.used = sides.used;
    this.nearNodes = this.near.units.length;
    this.nearDistance = new Float64Array(this.nearNodes).fill(Infinity);
    this.farDistance = new Float64Array(this.far.units.length).fill(Infinity);
    this.nearEdge = new Int32Array(this.nearNodes);
    this.farEdge = new Int32Array(this.far.units.length);
    this.nearTouched = new Int32Array(this.nearNodes);
    this.farTouched = new Int32Array(this.far.units.length);
  }

  /** Gives node x pairs as long as one more is worth something. */
  fill(x: number): void {
    for (;;) {
      const worth = gainOf(this.near, x, this.near.load[x]! + 1) + this.near.price[x]!;
      if (worth <= 0) return;
      this.search(x, worth);
      this.updatePrices();
      this.augment(x);
    }
  }

  private search(x: number, worth: number): void {
    this.best = worth;
    this.end = x;
    this.endIsNear = true;
    this.nearDistance[x] = 0;
    this.nearTouched[this.nearCount++] = x;
    this.scan(x, 0, true);
    const { heap, nearNodes } = this;
    while (heap.least < this.best) {
      const distance = heap.least;
      const node = heap.pop();
      if (node < nearNodes) {
        if (distance === this.nearDistance[node]) this.scan(node, distance, false);
      } else if (distance === this.farDistance[node - nearNodes]) this.passOn(node - nearNodes, distance);
    }
    heap.clear();
  }

  /** All that near node x could have besides. */
  private scan(x: number, distance: number, isStart: boolean): void {
    const { start, other, weight, edge, price, load } = this.near;
    const { farDistance, farEdge, used } = this;
    const farPrice = this.far.price;
    const base = distance + price[x]!;
    if (!isStart) this.offerEnd(x, true, base + gainOf(this.near, x, load[x]!));
    let best = this.best;
    const last = start[x + 1]!;
    for (let at = start[x]!; at < last; at++) {
      const z = other[at]!;
      const next = base + farPrice[z]! - weight[at]!;
      if (next >= best || next >= farDistance[z]! || used[edge[at]!]) continue;
      if (farDistance[z] === Infinity) this.farTouched[this.farCount++] = z;
      farDistance[z] = next;
      farEdge[z] = edge[at]!;
      this.heap.push(next, this.nearNodes + z);
      if (this.far.load[z]! < this.far.units[z]!) {
        const gain = gainOf(this.far, z, this.far.load[z]! + 1);
        this.offerEnd(z, false, next + Math.max(0, -gain - farPrice[z]!));
        best = this.best;
      }
    }
  }

  /** Far node z gives up one of its pairs for the new one. */
  private passOn(z: number, distance: number): void {
    const { slots, slotStart, load, price } = this.far;
    const { nodeOf } = this.near;
    const { weight } = this.sides;
    const from = slotStart[z]!;
    for (let at = from; at < from + load[z]!; at++) {
      const e = slots[at]!;
      const y = nodeOf[e]!;
      const next = distance + weight[e]! - price[z]! - this.near.price[y]!;
      if (next >= this.best || next >= this.nearDistance[y]!) continue;
      if (this.nearDistance[y] === Infinity) this.nearTouched[this.nearCount++] = y;
      this.nearDistance[y] = next;
      this.nearEdge[y] = e;
      if (next === distance) this.scan(y, next, false);
      else this.heap.push(next, y);
    }
  }

  private offerEnd(node: number, isNear: boolean, distance: number): void {
    if (distance >= this.best) return;
    this.best = distance;
    this.end = node;
    this.endIsNear = isNear;
  }

  private updatePrices(): void {
    const { best, nearDistance, farDistance } = this;
    for (let k = 0; k < this.nearCount; k++) {
      const x = this.nearTouched[k]!;
      const gap = best - nearDistance[x]!;
      if (gap > 0) this.near.price[x]! -= gap;
      nearDistance[x] = Infinity;
    }
    for (let k = 0; k < this.farCount; k++) {
      const z = this.farTouched[k]!;
      const gap = best - farDistance[z]!;
      if (gap > 0) this.far.price[z]! += gap;
      farDistance[z] = Infinity;
    }
    this.nearCount = 0;
    this.farCount = 0;
  }

  /** Walks back from the end. */
  private augment(x: number): void {
    let node = this.end;
    let isNear = this.endIsNear;
    while (!isNear || node !== x) {
      const e = isNear ? this.nearEdge[node]! : this.farEdge[node]!;
      if (isNear) drop(this.sides, e);
      else take(this.sides, e);
      node = isNear ? this.far.nodeOf[e]! : this.near.nodeOf[e]!;
      isNear = !isNear;
    }
  }
}
