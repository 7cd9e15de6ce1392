/**
 * The assignment: the lexicographic optimum over all feasible pairs, in whole numbers, with the prices that prove it.
 * Most mentees with a mentor (those who waited first), the best floor, the most pairs, the most points, then the order of
 * ids.
 */
import type { Certificate } from './certificate.ts';
import { Columns, edgeAt } from './columns.ts';
import { bestFloor, cover } from './floor.ts';
import type { Encoding, MatchGraph } from './graph.ts';
import { encodingOf } from './graph.ts';
import type { FloorWish } from './model.ts';
import type { Asking, Found } from './scan.ts';
import { resolveTransport, solveTransport } from './shortest-paths.ts';
import { settleTies } from './ties.ts';
import type { Flow, Transport } from './transport.ts';
import { emptyFlow, transportOf } from './transport.ts';

export interface Totals {
  readonly mentees: number;
  readonly waited: number;
  readonly floor: number | null;
  readonly pairs: number;
  readonly score: number;
  readonly bonus: number;
}

export interface Assignment {
  /** All feasible pairs, or those of them that were looked at. */
  readonly graph: MatchGraph;
  /** The edges of the matching, locked ones too, ascending. */
  readonly edges: Int32Array;
  readonly totals: Totals;
  readonly certificate: Certificate;
  /** What was solved, for questions about it afterwards. */
  readonly encoding: Encoding;
  readonly transport: Transport;
  readonly flow: Flow;
}

/** Where to begin: a matching and prices of before. Whatever it is, the answer is the same; only the way is shorter. */
export type Start = Pick<Assignment, 'transport' | 'flow'>;

/** Of a graph that holds all feasible pairs. */
export function assign(graph: MatchGraph, floorWish: FloorWish = 'best', start?: Start): Assignment {
  const asking = assigning(new Columns(graph, true), floorWish, start);
  const { done, value } = asking.next();
  if (!done) throw new Error('a complete graph asks for no more pairs');
  return value;
}

/** At most so many pairs of each mentee are added at a time. */
const columnsMost = 24;

/** Asks for the pairs that are missing, until nothing that is better is left in the whole pool. */
export function* assigning(columns: Columns, floorWish: FloorWish = 'best', start?: Start): Asking<Assignment> {
  const best = floorWish === 'best' ? yield* bestFloor(columns) : null;
  const floor = best?.floor ?? (typeof floorWish === 'number' ? floorWish : null);
  if (!best) yield* cover(columns, floor ?? 0, Infinity);
  let solved = solve(columns.graph, floor, start);
  while (!columns.isComplete) {
    const { menteePrice: mentee, mentorPrice: mentor } = solved.flow;
    const found = yield { prices: { mentee, mentor, least: 0 }, isScored: true, floor: floor ?? 0, most: columnsMost };
    const known = columns.graph;
    if (columns.add(found) === 0) break;
    const wasBetter = found.mentee.some((_, k) => isBargain(found, k, known, solved.flow));
    solved = solve(columns.graph, floor, solved);
    if (!wasBetter) break; // what was added is as good as what there was: it counts for the order of ids only
  }
  const { graph } = columns;
  const { transport, flow } = solved;
  settleTies(transport, flow);

  const edges = chosenEdges(graph, transport, flow);
  const proof = best && { reach: best.reach, above: best.above };
  const certificate = { menteePrice: flow.menteePrice, mentorPrice: flow.mentorPrice, floor, proof };
  return { graph, edges, totals: totalsOf(graph, edges, floor), certificate, ...solved };
}

function isBargain({ mentee, mentor, score }: Found, k: number, known: MatchGraph, flow: Flow): boolean {
  const worth = score[k]! - flow.menteePrice[mentee[k]!]! - flow.mentorPrice[mentor[k]!]!;
  return worth > 0 && edgeAt(known, mentee[k]!, mentor[k]!) < 0;
}

/** The assignment with its prices, without the order of ids. */
export function solve(
  graph: MatchGraph,
  floor: number | null,
  start?: Start,
): Pick<Assignment, 'encoding' | 'transport' | 'flow'> {
  const encoding = encodingOf(graph);
  const transport = transportOf(graph, floor ?? 0, encoding);
  if (!start) return { encoding, transport, flow: solveTransport(transport) };
  const flow = flowFrom(transport, start);
  resolveTransport(transport, flow);
  return { encoding, transport, flow };
}

/** The same pairs and prices in another graph of the same people. */
function flowFrom(transport: Transport, { transport: before, flow: { used, menteePrice, mentorPrice } }: Start): Flow {
  const flow = { ...emptyFlow(transport), menteePrice: menteePrice.slice(), mentorPrice: mentorPrice.slice() };
  for (let e = 0; e < used.length; e++) {
    if (!used[e]) continue;
    const i = before.mentee[e]!;
    const j = before.mentor[e]!;
    const now = edgeAt(transport, i, j);
    if (now < 0 || flow.menteeLoad[i]! >= transport.wants[i]! || flow.mentorLoad[j]! >= transport.capacity[j]!)
      continue;
    flow.used[now] = 1;
    flow.menteeLoad[i]!++;
    flow.mentorLoad[j]!++;
  }
  return flow;
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
