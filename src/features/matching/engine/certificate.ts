/**
 * The proof that a matching is the best, and its checker, which knows nothing of the solver. By duality of the
 * transportation problem, prices for mentees and mentors bound every matching from above: the bound minus the value of
 * a matching is a sum of terms, none below 0, one for each edge, mentor and place (complementary slackness). When all are
 * 0, nothing is better.
 */
import type { DualPrices } from './floor.ts';
import type { MatchGraph } from './graph.ts';
import { encodingOf } from './graph.ts';

export interface Certificate extends DualPrices {
  /** What every pair but the locked ones scores at least; null: no floor. */
  readonly floor: number | null;
  /** That the floor is the best there is; null when it was set, or is off. */
  readonly proof: { readonly reach: DualPrices; readonly above: DualPrices } | null;
}

export interface Verdict {
  readonly holds: boolean;
  /** Bound minus value, in encoded points (`encodingOf`). */
  readonly gap: number;
  /** For operators and tests, not for people. */
  readonly faults: readonly string[];
}

/** Checks that these edges are a matching, that no other is better, and that the floor is the best, over all edges. */
export function checkCertificate(graph: MatchGraph, edges: ArrayLike<number>, certificate: Certificate): Verdict {
  const chosen = new Int32Array(graph.score.length);
  for (let k = 0; k < edges.length; k++) chosen[edges[k]!]!++;
  const faults = matchingFaults(graph, chosen, edges, certificate.floor);
  const gap = gapOf(graph, chosen, certificate);
  if (gap !== 0) faults.push(`the prices leave a gap of ${gap}`);
  if (certificate.proof) faults.push(...floorFaults(graph, chosen, certificate.floor ?? 0, certificate.proof));
  return { holds: faults.length === 0, gap, faults };
}

function matchingFaults(
  graph: MatchGraph,
  chosen: Int32Array,
  edges: ArrayLike<number>,
  floor: number | null,
): string[] {
  const faults: string[] = [];
  const { wants, capacity } = placesLeft(graph, chosen, () => true);
  wants.forEach((left, i) => left < 0 && faults.push(`mentee ${i} has ${-left} pairs too many`));
  capacity.forEach((left, j) => left < 0 && faults.push(`mentor ${j} has ${-left} pairs too many`));
  for (let k = 0; k < edges.length; k++)
    if (chosen[edges[k]!] === undefined) faults.push(`there is no edge ${edges[k]}`);
  for (let e = 0; e < chosen.length; e++) {
    if (chosen[e]! > 1) faults.push(`edge ${e} is used twice`);
    if (graph.locked[e] && !chosen[e]) faults.push(`locked edge ${e} is missing`);
    if (chosen[e] && !graph.locked[e] && graph.score[e]! < (floor ?? 0)) faults.push(`edge ${e} is below the floor`);
  }
  return faults;
}

function gapOf(graph: MatchGraph, chosen: Int32Array, { menteePrice, mentorPrice, floor }: Certificate): number {
  const { mentee, waited, pair } = encodingOf(graph);
  const open = placesLeft(graph, graph.locked, () => true);
  const load = placesLeft(graph, chosen, (e) => !graph.locked[e]);
  let gap = 0;
  for (let e = 0; e < chosen.length; e++) {
    if (graph.locked[e] || graph.score[e]! < (floor ?? 0)) continue;
    const worth = graph.score[e]! + graph.bonus[e]! - menteePrice[graph.mentee[e]!]! - mentorPrice[graph.mentor[e]!]!;
    gap += Math.max(0, chosen[e] ? -worth : worth);
  }
  for (let j = 0; j < graph.capacity.length; j++) {
    const free = open.capacity[j]! - (graph.capacity[j]! - load.capacity[j]!);
    gap += mentorPrice[j]! < 0 ? Infinity : mentorPrice[j]! * free;
  }
  for (let i = 0; i < graph.wants.length; i++) {
    for (let place = 1; place <= open.wants[i]!; place++) {
      const isFirst = place === 1 && open.wants[i] === graph.wants[i];
      const worth = pair + (isFirst ? mentee + waited * graph.waited[i]! : 0) + menteePrice[i]!;
      gap += Math.max(0, place <= graph.wants[i]! - load.wants[i]! ? -worth : worth);
    }
  }
  return gap;
}

function floorFaults(
  graph: MatchGraph,
  chosen: Int32Array,
  floor: number,
  { reach, above }: NonNullable<Certificate['proof']>,
): string[] {
  const { wants } = placesLeft(graph, graph.locked, () => true);
  const after = placesLeft(graph, chosen, () => true);
  let reached = 0;
  for (let i = 0; i < wants.length; i++) {
    if (wants[i] === graph.wants[i] && after.wants[i]! < graph.wants[i]!) reached += 1 + graph.waited[i]!;
  }
  return [
    ...(coverBound(graph, 0, reach) === reached ? [] : ['it is not proven that nobody more can be matched']),
    ...(coverBound(graph, floor + 1, above) < reached ? [] : ['it is not proven that no higher floor is possible']),
  ];
}

/** No matching by edges from this score up reaches more mentees than this, those who waited counting double. */
function coverBound(graph: MatchGraph, from: number, { menteePrice, mentorPrice }: DualPrices): number {
  const open = placesLeft(graph, graph.locked, () => true);
  let bound = 0;
  for (let e = 0; e < graph.score.length; e++) {
    if (graph.locked[e] || graph.score[e]! < from) continue;
    bound += Math.max(0, -menteePrice[graph.mentee[e]!]! - mentorPrice[graph.mentor[e]!]!);
  }
  for (let j = 0; j < open.capacity.length; j++)
    bound += mentorPrice[j]! < 0 ? Infinity : mentorPrice[j]! * open.capacity[j]!;
  for (let i = 0; i < open.wants.length; i++) {
    const isOpen = open.wants[i]! > 0 && open.wants[i] === graph.wants[i];
    if (isOpen) bound += Math.max(0, 1 + graph.waited[i]! + menteePrice[i]!);
  }
  return bound;
}

/** Places that these edges leave on both sides. */
function placesLeft(
  graph: MatchGraph,
  edges: Int32Array | Uint8Array,
  counts: (e: number) => boolean,
): { readonly wants: Int32Array; readonly capacity: Int32Array } {
  const wants = graph.wants.slice();
  const capacity = graph.capacity.slice();
  for (let e = 0; e < edges.length; e++) {
    if (!edges[e] || !counts(e)) continue;
    wants[graph.mentee[e]!]! -= edges[e]!;
    capacity[graph.mentor[e]!]! -= edges[e]!;
  }
  return { wants, capacity };
}
