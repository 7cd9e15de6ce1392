/** Tiny graphs, and their best matching by trying every set of edges: what the engine is held against. */
import * as fc from 'fast-check';
import { type GraphInput, type MatchGraph, graphOf } from '../../../../src/features/matching/engine/graph.ts';
import type { FloorWish } from '../../../../src/features/matching/engine/model.ts';

interface Edge {
  readonly mentee: number;
  readonly mentor: number;
  readonly score: number;
  readonly bonus: number;
  readonly wish: number;
}

const everyPair = [0, 1, 2, 3].flatMap((mentee) => [0, 1, 2].map((mentor) => ({ mentee, mentor })));

/** At most 4 x 3 people and 10 pairs, with few different scores, so that many matchings are equally good. */
export const tinyGraphs: fc.Arbitrary<GraphInput> = fc
  .record({
    wants: fc.array(fc.constantFrom(0, 1, 1, 1, 2, 3), { minLength: 2, maxLength: 4, size: 'max' }),
    capacity: fc.array(fc.constantFrom(0, 1, 1, 2), { minLength: 2, maxLength: 3, size: 'max' }),
    waited: fc.array(fc.integer({ min: 0, max: 1 }), { minLength: 4, maxLength: 4 }),
    edges: fc.shuffledSubarray(everyPair, { minLength: 5, maxLength: 10 }),
    details: fc.array(
      fc.record({
        score: fc.oneof({ weight: 3, arbitrary: fc.nat(3) }, { weight: 1, arbitrary: fc.nat(10_000) }),
        bonus: fc.constantFrom(0, 0, 1, 100),
        wish: fc.nat(7),
      }),
      { minLength: 10, maxLength: 10 },
    ),
  })
  .map(({ wants, capacity, waited, edges, details }) => ({
    wants,
    capacity,
    waited: waited.slice(0, wants.length),
    ...columnsOf(
      edges.map((edge, k) => ({ ...edge, ...details[k]! })),
      wants,
      capacity,
    ),
  }));

/** Leaves out pairs of nobody; locks a few of the pairs for which there is room. */
function columnsOf(edges: readonly Edge[], wants: readonly number[], capacity: readonly number[]) {
  const places = { wants: [...wants], capacity: [...capacity] };
  const kept = edges.filter(({ mentee, mentor }) => mentee < wants.length && mentor < capacity.length);
  const locked = kept.map(({ mentee, mentor, wish }) => {
    if (wish > 0 || places.wants[mentee]! < 1 || places.capacity[mentor]! < 1) return 0;
    places.wants[mentee]!--;
    places.capacity[mentor]!--;
    return 1;
  });
  const column = (name: keyof Edge) => kept.map((edge) => edge[name]);
  return { mentee: column('mentee'), mentor: column('mentor'), score: column('score'), bonus: column('bonus'), locked };
}

export interface BestByTrying {
  readonly edges: readonly number[];
  readonly floor: number | null;
}

export function bestByTrying(input: GraphInput, wish: FloorWish): BestByTrying {
  const graph = graphOf(input);
  const matchings = allMatchings(graph);
  const from = (floor: number) =>
    matchings.filter((edges) => edges.every((e) => graph.locked[e] || graph.score[e]! >= floor));
  const floor = wish === 'best' ? highestFloor(graph, from) : wish === 'off' ? null : wish;
  const edges = from(floor ?? 0).reduce((best, next) => (isBetter(graph, next, best) ? next : best));
  return { edges, floor };
}

function highestFloor(graph: MatchGraph, from: (floor: number) => readonly (readonly number[])[]): number | null {
  const most = (all: readonly (readonly number[])[]) => Math.max(...all.map((edges) => coverage(graph, edges)));
  const locked = [...graph.locked.keys()].filter((e) => graph.locked[e]);
  const target = most(from(0));
  if (target === coverage(graph, locked)) return null;
  return Math.max(...[...graph.score].filter((score, e) => !graph.locked[e] && most(from(score)) === target));
}

function coverage(graph: MatchGraph, edges: readonly number[]): number {
  const matched = [...new Set(edges.map((e) => graph.mentee[e]!))];
  return 100 * matched.length + matched.filter((i) => graph.waited[i]).length;
}

function allMatchings(graph: MatchGraph): readonly (readonly number[])[] {
  const count = graph.score.length;
  const sets = Array.from({ length: 2 ** count }, (_, set) => [...graph.score.keys()].filter((e) => (set >> e) & 1));
  return sets.filter((edges) => {
    const room = { wants: graph.wants.slice(), capacity: graph.capacity.slice() };
    const fits = edges.every((e) => room.wants[graph.mentee[e]!]!-- > 0 && room.capacity[graph.mentor[e]!]!-- > 0);
    return fits && graph.locked.every((locked, e) => !locked || edges.includes(e));
  });
}

function isBetter(graph: MatchGraph, one: readonly number[], other: readonly number[]): boolean {
  const pointsOf = (edges: readonly number[]) => edges.reduce((sum, e) => sum + graph.score[e]! + graph.bonus[e]!, 0);
  const order =
    coverage(graph, one) - coverage(graph, other) || one.length - other.length || pointsOf(one) - pointsOf(other);
  return order !== 0 ? order > 0 : comesFirst(graph, one, other);
}

/** By mentee, then by mentor; having one more comes before having none. */
function comesFirst(graph: MatchGraph, one: readonly number[], other: readonly number[]): boolean {
  for (const i of graph.wants.keys()) {
    const mentorsOf = (edges: readonly number[]) =>
      edges.filter((e) => graph.mentee[e] === i).map((e) => graph.mentor[e]!);
    const [a, b] = [mentorsOf(one), mentorsOf(other)];
    for (let k = 0; k < Math.max(a.length, b.length); k++) {
      if (a[k] !== b[k]) return (a[k] ?? Infinity) < (b[k] ?? Infinity);
    }
  }
  return false;
}
