/**
 * The assignment: the lexicographic optimum over all feasible pairs, in whole numbers, with the prices that prove it.
 * Most mentees with a mentor (those who waited first), the best floor, the most pairs, the most points, then the order of
 * ids.
 */
import type { Certificate } from './certificate.ts';
import { bestFloor } from './floor.ts';
import type { Encoding, MatchGraph } from './graph.ts';
import { encodingOf } from './graph.ts';
import type { FloorWish } from './model.ts';
import { solveTransport } from './shortest-paths.ts';
import { settleTies } from './ties.ts';
import type { Flow, Transport } from './transport.ts';
import { transportOf } from './transport.ts';

export interface Totals {
  readonly mentees: number;
  readonly waited: number;
  readonly floor: number | null;
  readonly pairs: number;
  readonly score: number;
  readonly bonus: number;
}

export interface Assignment {
  /** The edges of the matching, locked ones too, ascending. */
  readonly edges: Int32Array;
  readonly totals: Totals;
  readonly certificate: Certificate;
  /** What was solved, for questions about it afterwards. */
  readonly encoding: Encoding;
  readonly transport: Transport;
  readonly flow: Flow;
}

export function assign(graph: MatchGraph, floorWish: FloorWish = 'best'): Assignment {
  const best = floorWish === 'best' ? bestFloor(graph) : null;
  const floor = best?.floor ?? (typeof floorWish === 'number' ? floorWish : null);
  const encoding = encodingOf(graph);
  const transport = transportOf(graph, floor ?? 0, encoding);
  const flow = solveTransport(transport);
  settleTies(transport, flow);

  const edges = chosenEdges(graph, transport, flow);
  const { menteePrice, mentorPrice } = flow;
  const proof = best && { reach: best.reach, above: best.above };
  const certificate = { menteePrice, mentorPrice, floor, proof };
  return { edges, totals: totalsOf(graph, edges, floor), certificate, encoding, transport, flow };
}

function chosenEdges(graph: MatchGraph, transport: Transport, flow: Flow): Int32Array {
  const chosen: number[] = [];
  for (let e = 0; e < graph.locked.length; e++) if (graph.locked[e]) chosen.push(e);
  for (let e = 0; e < flow.used.length; e++) if (flow.used[e]) chosen.push(transport.edge[e]!);
  return Int32Array.from(chosen).toSorted();
}

export function totalsOf(graph: MatchGraph, edges: Int32Array, floor: number | null): Totals {
  const matched = new Set(Array.from(edges, (e) => graph.mentee[e]!));
  const sumOf = (list: Int32Array): number => edges.reduce((sum, e) => sum + list[e]!, 0);
  const waited = [...matched].reduce((sum, i) => sum + graph.waited[i]!, 0);
  const [score, bonus] = [sumOf(graph.score), sumOf(graph.bonus)];
  return { mentees: matched.size, waited, floor, pairs: edges.length, score, bonus };
}
