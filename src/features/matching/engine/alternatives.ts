/**
 * What else there is for a mentee, and what it costs everybody together: for each other mentor the difference between
 * this proposal and the best one in which the two are a fixed pair (the floor for all others staying where it is). Exact: the
 * reduced cost of the edge and the shortest way back.
 */
import type { Assignment } from './assignment.ts';
import type { MatchGraph } from './graph.ts';
import { decode } from './graph.ts';
import type { SwitchCost } from './model.ts';
import { ReverseSearch } from './residual.ts';

export interface EdgeAlternative {
  readonly edge: number;
  readonly cost: SwitchCost;
  readonly belowFloor: boolean;
  /** Whether the whole exchange was looked for; otherwise the cost is what it is at least. */
  readonly exact: boolean;
  /** The mentee who leaves the mentor, or -1. */
  readonly displaces: number;
}

interface Candidate {
  readonly edge: number;
  readonly cost: number;
  readonly belowFloor: boolean;
  readonly displaces: number;
}

/**
 * For each mentee the `count` cheapest, those at or above the floor first; equally cheap ones by score, then by id. Without
 * `exact` by the prices alone, which a pool of any size affords.
 */
export function alternativesOf(
  graph: MatchGraph,
  assignment: Assignment,
  exact: boolean,
  count = 3,
): readonly EdgeAlternative[][] {
  const search = exact ? new ReverseSearch(assignment.transport, assignment.flow) : null;
  const taken = new Uint8Array(graph.score.length);
  for (const e of assignment.edges) taken[e] = 1;
  return Array.from(graph.wants, (_, i) => {
    if (assignment.transport.wants[i] === 0) return [];
    const open = openEdges(i, graph, assignment, taken);
    const best = search ? cheapest(i, open, { graph, search, count }) : byPrices(open, count);
    return best.map(({ edge, cost, belowFloor, displaces }) => {
      return { edge, cost: decode(cost, assignment.encoding), belowFloor, displaces, exact };
    });
  });
}

function byPrices(open: readonly OpenEdge[], count: number): readonly Candidate[] {
  return open.slice(0, count).map((one) => ({ ...one, cost: Math.max(0, one.reducedCost), displaces: -1 }));
}

interface OpenEdge {
  readonly edge: number;
  /** What it costs by itself, at the prices of the assignment; below 0 only below the floor. */
  readonly reducedCost: number;
  readonly belowFloor: boolean;
}

/** The edges of a mentee that are not in the matching, those at or above the floor first, by reduced cost. */
function openEdges(i: number, graph: MatchGraph, { flow, certificate }: Assignment, taken: Uint8Array): OpenEdge[] {
  const open: OpenEdge[] = [];
  for (let edge = graph.rowStart[i]!; edge < graph.rowStart[i + 1]!; edge++) {
    if (taken[edge]) continue;
    const prices = flow.menteePrice[i]! + flow.mentorPrice[graph.mentor[edge]!]!;
    const belowFloor = graph.score[edge]! < (certificate.floor ?? 0);
    open.push({ edge, reducedCost: prices - graph.score[edge]! - graph.bonus[edge]!, belowFloor });
  }
  return open.toSorted((a, b) => Number(a.belowFloor) - Number(b.belowFloor) || a.reducedCost - b.reducedCost);
}

interface Candidate extends OpenEdge {
  readonly cost: number;
  readonly displaces: number;
}

interface Tools {
  readonly graph: MatchGraph;
  readonly search: ReverseSearch;
  readonly count: number;
}

function cheapest(i: number, open: readonly OpenEdge[], { graph, search, count }: Tools): readonly Candidate[] {
  const mentees = graph.wants.length;
  const waiting = new WaitingEdges(open, graph);
  let best: readonly Candidate[] = [];
  search.limit = Infinity;
  search.begin(i);
  for (let node = search.next(); node >= 0; node = search.next()) {
    const found = node < mentees ? null : waiting.take(node - mentees);
    if (!found) continue;
    const next = search.nextNode[node]!;
    const cost = search.distance[node]! + found.reducedCost;
    best = withCandidate(best, { ...found, cost, displaces: next < mentees ? next : -1 }, graph, count);
    const last = best[count - 1];
    if (!last || last.belowFloor) continue;
    const rest = waiting.cheapest;
    if (!rest || rest.belowFloor) break;
    search.limit = last.cost - rest.reducedCost; // on a longer way, even the cheapest edge left would cost more
  }
  return best;
}

/** The open edges whose mentor has not been met yet. */
class WaitingEdges {
  private readonly open: readonly OpenEdge[];
  private readonly placeOf: Int32Array;
  private readonly taken: Uint8Array;
  private first = 0;

  constructor(open: readonly OpenEdge[], graph: MatchGraph) {
    this.open = open;
    this.taken = new Uint8Array(open.length);
    this.placeOf = new Int32Array(graph.capacity.length).fill(-1);
    for (let k = 0; k < open.length; k++) this.placeOf[graph.mentor[open[k]!.edge]!] = k;
  }

  take(mentor: number): OpenEdge | null {
    const place = this.placeOf[mentor] ?? -1;
    if (place < 0) return null;
    this.taken[place] = 1;
    while (this.taken[this.first]) this.first++;
    return this.open[place]!;
  }

  get cheapest(): OpenEdge | undefined {
    return this.open[this.first];
  }
}

function withCandidate(
  best: readonly Candidate[],
  candidate: Candidate,
  graph: MatchGraph,
  count: number,
): readonly Candidate[] {
  let at = best.length;
  while (at > 0 && compare(candidate, best[at - 1]!, graph) < 0) at--;
  return at === count ? best : [...best.slice(0, at), candidate, ...best.slice(at, count - 1)];
}

function compare(a: Candidate, b: Candidate, graph: MatchGraph): number {
  return (
    Number(a.belowFloor) - Number(b.belowFloor) ||
    a.cost - b.cost ||
    graph.score[b.edge]! - graph.score[a.edge]! ||
    a.edge - b.edge
  );
}
