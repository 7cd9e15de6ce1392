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

/** The first few by what they cost by themselves; equally cheap ones in the order of the mentors. */
function byPrices({ edge, reducedCost, belowFloor }: OpenEdges, count: number): readonly Candidate[] {
  const isBefore = (k: number, other: number): boolean =>
    belowFloor[k] === belowFloor[other]
      ? reducedCost[k]! < reducedCost[other]!
      : Number(belowFloor[k]) < Number(belowFloor[other]);
  const best: number[] = [];
  for (let k = 0; k < edge.length; k++) {
    let at = best.length;
    while (at > 0 && isBefore(k, best[at - 1]!)) at--;
    if (at === count) continue;
    best.splice(at, 0, k);
    if (best.length > count) best.pop();
  }
  return best.map((k) => ({
    ...{ edge: edge[k]!, reducedCost: reducedCost[k]!, belowFloor: belowFloor[k]! },
    ...{ cost: Math.max(0, reducedCost[k]!), displaces: -1 },
  }));
}

interface OpenEdge {
  readonly edge: number;
  /** What it costs by itself, at the prices of the assignment; below 0 only below the floor. */
  readonly reducedCost: number;
  readonly belowFloor: boolean;
}

/** The edges of a mentee that are not in the matching, as lists, by mentor: an object for each would be most of the work. */
interface OpenEdges {
  readonly edge: readonly number[];
  readonly reducedCost: readonly number[];
  readonly belowFloor: readonly boolean[];
}

function openEdges(i: number, graph: MatchGraph, { flow, certificate }: Assignment, taken: Uint8Array): OpenEdges {
  const { rowStart, mentor, score, bonus } = graph;
  const [edges, costs, below]: [number[], number[], boolean[]] = [[], [], []];
  const floor = certificate.floor ?? 0;
  const menteePrice = flow.menteePrice[i]!;
  for (let edge = rowStart[i]!; edge < rowStart[i + 1]!; edge++) {
    if (taken[edge]) continue;
    edges.push(edge);
    costs.push(menteePrice + flow.mentorPrice[mentor[edge]!]! - score[edge]! - bonus[edge]!);
    below.push(score[edge]! < floor);
  }
  return { edge: edges, reducedCost: costs, belowFloor: below };
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

function cheapest(i: number, open: OpenEdges, { graph, search, count }: Tools): readonly Candidate[] {
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
    const rest = waiting.cheapest();
    if (rest === Infinity) break;
    search.limit = last.cost - rest; // on a longer way, even the cheapest edge left would cost more
  }
  return best;
}

/** The open edges whose mentor has not been met yet. */
class WaitingEdges {
  private readonly open: OpenEdges;
  private readonly placeOf: Int32Array;
  private readonly taken: Uint8Array;

  constructor(open: OpenEdges, graph: MatchGraph) {
    this.open = open;
    this.taken = new Uint8Array(open.edge.length);
    this.placeOf = new Int32Array(graph.capacity.length).fill(-1);
    for (let k = 0; k < open.edge.length; k++) this.placeOf[graph.mentor[open.edge[k]!]!] = k;
  }

  take(mentor: number): OpenEdge | null {
    const place = this.placeOf[mentor] ?? -1;
    if (place < 0) return null;
    this.taken[place] = 1;
    const { edge, reducedCost, belowFloor } = this.open;
    return { edge: edge[place]!, reducedCost: reducedCost[place]!, belowFloor: belowFloor[place]! };
  }

  /** What the cheapest one that is left and not below the floor costs by itself; infinite when there is none. */
  cheapest(): number {
    const { reducedCost, belowFloor } = this.open;
    let least = Infinity;
    for (let k = 0; k < reducedCost.length; k++)
      if (reducedCost[k]! < least && !this.taken[k] && !belowFloor[k]) least = reducedCost[k]!;
    return least;
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
