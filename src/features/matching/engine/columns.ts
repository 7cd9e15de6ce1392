/**
 * The pairs that are looked at: all feasible ones of a small pool, or the best of each mentee, to which those are added
 * that turn out to be missing (column generation). What is proven holds for all feasible pairs.
 */
import type { MatchGraph } from './graph.ts';
import { graphOf } from './graph.ts';
import type { Found } from './scan.ts';

export class Columns {
  graph: MatchGraph;
  /** Nothing is missing. */
  readonly isComplete: boolean;
  /** Points on top of every pair of a mentee. */
  private readonly menteeBonus: Int32Array | null;

  constructor(graph: MatchGraph, isComplete: boolean, menteeBonus: Int32Array | null = null) {
    this.graph = graph;
    this.isComplete = isComplete;
    this.menteeBonus = menteeBonus;
    if (menteeBonus) graph.mentee.forEach((i, e) => (graph.bonus[e]! += menteeBonus[i]!));
  }

  /** Gives how many of these pairs were missing. */
  add(found: Found): number {
    const isNew = Array.from(found.mentee, (i, k) => edgeAt(this.graph, i, found.mentor[k]!) < 0);
    const count = isNew.filter(Boolean).length;
    if (count === 0) return 0;
    const more = this.menteeBonus && found.mentee.map((i) => this.menteeBonus?.[i] ?? 0);
    const { wants, waited, capacity, mentee, mentor, score, bonus, locked } = this.graph;
    const joined = (old: Int32Array | Uint8Array, added: Int32Array | null): Int32Array => {
      const list = new Int32Array(old.length + count);
      list.set(old);
      let at = old.length;
      if (added) for (let k = 0; k < isNew.length; k++) if (isNew[k]) list[at++] = added[k]!;
      return list;
    };
    this.graph = graphOf({
      ...{ wants, waited, capacity, mentee: joined(mentee, found.mentee), mentor: joined(mentor, found.mentor) },
      ...{ score: joined(score, found.score), bonus: joined(bonus, more), locked: joined(locked, null) },
    });
    return count;
  }
}

/** The edge between the two, or -1: by halves, since the edges of a mentee stand by mentor. */
export function edgeAt({ rowStart, mentor }: Pick<MatchGraph, 'rowStart' | 'mentor'>, i: number, j: number): number {
  let low = rowStart[i]!;
  let high = rowStart[i + 1]!;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (mentor[middle]! < j) low = middle + 1;
    else high = middle;
  }
  return low < rowStart[i + 1]! && mentor[low] === j ? low : -1;
}
