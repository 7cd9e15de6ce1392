/**
 * The transportation problem behind the matching: which edges to use so that weights and gains are highest. Solved in
 * `shortest-paths.ts`.
 */
import type { Encoding, MatchGraph } from './graph.ts';

export interface Transport {
  /** Places after the locked pairs. */
  readonly wants: Int32Array;
  readonly capacity: Int32Array;
  /** What the first pair of a mentee gains on top of its weight (no less than `further`), and each further one. */
  readonly first: Float64Array;
  readonly further: number;
  readonly rowStart: Int32Array;
  readonly mentee: Int32Array;
  readonly mentor: Int32Array;
  readonly weight: Int32Array;
  /** The graph's edge that each edge is. */
  readonly edge: Int32Array;
}

/**
 * Places, edges and prices that go together: an unused edge has mentee price + mentor price >= weight, a used one <=;
 * a mentor with a free place has price 0; a mentee's price is at least minus the gain of the last place used, and at
 * most minus the gain of the first one unused.
 */
export interface Flow {
  /** 1 for edges in use. */
  readonly used: Uint8Array;
  readonly menteeLoad: Int32Array;
  readonly mentorLoad: Int32Array;
  readonly menteePrice: Float64Array;
  readonly mentorPrice: Float64Array;
}

/** Everything below the floor is left out, and so are locked pairs with the places that they take. */
export function transportOf(graph: MatchGraph, floor: number, encoding: Encoding): Transport {
  const free = withoutLocks(graph);
  const first = Float64Array.from(
    graph.wants,
    (_, i) => encoding.pair + (free.matched[i] ? 0 : encoding.mentee + encoding.waited * graph.waited[i]!),
  );
  const edges = openEdges(graph, floor);
  const weight = new Int32Array(edges.edge.length);
  for (let e = 0; e < weight.length; e++) weight[e] = graph.score[edges.edge[e]!]! + graph.bonus[edges.edge[e]!]!;
  return { ...edges, wants: free.wants, capacity: free.capacity, first, further: encoding.pair, weight };
}

/** Only how many mentees get somebody, those who waited counting double: no scores, one mentor each. */
export function coverageOf(graph: MatchGraph, floor: number): Transport {
  const free = withoutLocks(graph);
  const wants = free.wants.map((count, i) => (free.matched[i] ? 0 : Math.min(1, count)));
  const first = Float64Array.from(graph.waited, (waited) => 1 + waited);
  const edges = openEdges(graph, floor);
  return { ...edges, wants, capacity: free.capacity, first, further: 0, weight: new Int32Array(edges.edge.length) };
}

function withoutLocks(graph: MatchGraph): { wants: Int32Array; capacity: Int32Array; matched: Uint8Array } {
  const wants = graph.wants.slice();
  const capacity = graph.capacity.slice();
  const matched = new Uint8Array(wants.length);
  for (let e = 0; e < graph.locked.length; e++) {
    if (!graph.locked[e]) continue;
    wants[graph.mentee[e]!]!--;
    capacity[graph.mentor[e]!]!--;
    matched[graph.mentee[e]!] = 1;
  }
  return { wants, capacity, matched };
}

function openEdges(graph: MatchGraph, floor: number): Pick<Transport, 'rowStart' | 'mentee' | 'mentor' | 'edge'> {
  const { wants, rowStart, mentor: mentorOf, locked, score } = graph;
  const starts = new Int32Array(wants.length + 1);
  const [edge, mentee, mentor] = [
    new Int32Array(score.length),
    new Int32Array(score.length),
    new Int32Array(score.length),
  ];
  let count = 0;
  for (let i = 0; i < wants.length; i++) {
    const end = rowStart[i + 1]!;
    for (let e = rowStart[i]!; e < end; e++) {
      if (locked[e] || score[e]! < floor) continue;
      edge[count] = e;
      mentee[count] = i;
      mentor[count++] = mentorOf[e]!;
    }
    starts[i + 1] = count;
  }
  const found = (list: Int32Array): Int32Array => list.subarray(0, count);
  return { rowStart: starts, edge: found(edge), mentee: found(mentee), mentor: found(mentor) };
}

/** What the last place that mentee i uses gains. */
export function lastGain({ first, further }: Transport, { menteeLoad }: Flow, i: number): number {
  return menteeLoad[i]! > 1 ? further : first[i]!;
}

export function emptyFlow({ wants, capacity, mentor }: Transport): Flow {
  return {
    used: new Uint8Array(mentor.length),
    menteeLoad: new Int32Array(wants.length),
    mentorLoad: new Int32Array(capacity.length),
    menteePrice: new Float64Array(wants.length),
    mentorPrice: new Float64Array(capacity.length),
  };
}
