/** From people to the pairs that are looked at: everybody in the order of their ids, who may be a pair, and the score. */
import { Columns, edgeAt } from './columns.ts';
import { graphOf } from './graph.ts';
import type { EngineMentee, EngineMentor, MatchProblem, PairIds, Proposal, Weights } from './model.ts';
import { poolOf } from './people-pool.ts';
import type { Pool } from './pool.ts';
import type { PairSet } from './rules.ts';
import { hasPair, pairSetOf, toldRule, whyNot, whyNotLocked } from './rules.ts';
import type { Found } from './scan.ts';
import { normaliseWeights, scorePair, weightList } from './scores.ts';

/** Points that a pair of the last proposal is worth in the next one: little change for 0.04 % of the score. */
export const usualKeptBonus = 150;

/** Up to so many pairs all are looked at; beyond, the best of each mentee at first. */
export const pairsMost = 600_000;
export const candidatesMost = 50;

export interface Candidates {
  readonly mentees: readonly EngineMentee[];
  readonly mentors: readonly EngineMentor[];
  readonly weights: Weights;
  readonly refused: PairSet;
  readonly kept: PairSet;
  readonly locked: PairSet;
  readonly keptBonus: number;
  /** Per mentee, in the order of their ids. */
  readonly bonus: Int32Array | null;
  readonly brokenLocks: Proposal['brokenLocks'];
  readonly pool: Pool;
}

/** Throws a RangeError when two mentees, or two mentors, have one id, or a number of places or the bonus is not whole. */
export function candidatesOf(problem: MatchProblem): Candidates {
  const mentees = inOrder(problem.mentees);
  const mentors = inOrder(problem.mentors);
  const keptBonus = problem.keptBonus ?? usualKeptBonus;
  for (const count of [...mentees.map(({ wants }) => wants), ...mentors.map(({ capacity }) => capacity), keptBonus])
    if (!(Number.isInteger(count) && count >= 0)) throw new RangeError(`not a whole number from 0 up: ${count}`);
  const weights = normaliseWeights(problem.weights);
  const refused = pairSetOf(problem.refused ?? []);
  const kept = pairSetOf(problem.kept ?? []);
  const { locked, broken } = locksOf(problem.locked ?? [], mentees, mentors, refused);
  const people = { mentees, mentors, weights, refused, locked };
  const pool = poolOf(people);
  const bonus = problem.bonus ? Int32Array.from(mentees, ({ id }) => problem.bonus?.[id] ?? 0) : null;
  if (problem.bonus && !isSmall(pool)) throw new RangeError('a bonus for mentees needs a pool that is looked at whole');
  return { ...people, kept, keptBonus, bonus, brokenLocks: broken, pool };
}

export function isSmall({ wants, capacity }: Pool): boolean {
  return wants.length * capacity.length <= pairsMost;
}

/** The graph of these pairs, and of those that are fixed or were kept. */
export function columnsFrom(candidates: Candidates, found: Found, isComplete: boolean): Columns {
  const { pool, locked, kept, keptBonus } = candidates;
  const { wants, waited, capacity } = pool;
  const columns = new Columns(graphOf({ wants, waited, capacity, ...found }), isComplete, candidates.bonus);
  columns.add(pairsIn(candidates, [locked, kept]));
  const { graph } = columns;
  for (const [i, j] of indicesIn(candidates, locked)) graph.locked[edgeAt(graph, i, j)] = 1;
  for (const [i, j] of indicesIn(candidates, kept)) {
    const at = edgeAt(graph, i, j);
    if (at >= 0) graph.bonus[at]! += keptBonus;
  }
  return columns;
}

/** Pairs of these sets that may be, with their scores. */
function pairsIn(candidates: Candidates, sets: readonly PairSet[]): Found {
  const { mentees, mentors, weights, refused, locked } = candidates;
  const list = weightList(weights);
  const all = new Map(sets.flatMap((set) => indicesIn(candidates, set)).map((pair) => [pair.join(' '), pair]));
  const pairs = [...all.values()].filter(([i, j]) => {
    const isLocked = hasPair(locked, mentees[i]!.id, mentors[j]!.id);
    return isLocked || whyNot(mentees[i]!, mentors[j]!, refused) === null;
  });
  return {
    mentee: Int32Array.from(pairs, ([i]) => i),
    mentor: Int32Array.from(pairs, ([, j]) => j),
    score: Int32Array.from(pairs, ([i, j]) => scorePair(mentees[i]!, mentors[j]!, list)),
  };
}

function indicesIn({ mentees, mentors }: Candidates, set: PairSet): (readonly [number, number])[] {
  if (set.size === 0) return [];
  const mentorAt = new Map(mentors.map(({ id }, j) => [id, j]));
  return mentees.flatMap(({ id }, i) =>
    [...(set.get(id) ?? [])].flatMap((other) => {
      const j = mentorAt.get(other);
      return j === undefined ? [] : [[i, j] as const];
    }),
  );
}

/** By code unit, so that no machine's language changes the order. */
export function compareIds(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}

function inOrder<Person extends { readonly id: string }>(people: readonly Person[]): readonly Person[] {
  const sorted = people.toSorted((one, other) => compareIds(one.id, other.id));
  const twice = sorted.find((person, k) => person.id === sorted[k + 1]?.id);
  if (twice) throw new RangeError(`person ${twice.id} is given twice`);
  return sorted;
}

function locksOf(
  wished: readonly PairIds[],
  mentees: readonly EngineMentee[],
  mentors: readonly EngineMentor[],
  refused: PairSet,
): { readonly locked: PairSet; readonly broken: Proposal['brokenLocks'] } {
  const menteeById = new Map(mentees.map((mentee) => [mentee.id, mentee]));
  const mentorById = new Map(mentors.map((mentor) => [mentor.id, mentor]));
  const load = new Map<EngineMentee | EngineMentor, number>();
  const broken: Proposal['brokenLocks'][number][] = [];
  const locked: PairIds[] = [];
  for (const pair of withoutDoubles(wished)) {
    const mentee = menteeById.get(pair.mentee);
    const mentor = mentorById.get(pair.mentor);
    const rule = brokenRule(mentee, mentor, refused, load);
    if (rule !== null || !mentee || !mentor) {
      broken.push({ ...pair, rule: rule ?? 'unknown-person' });
      continue;
    }
    locked.push(pair);
    for (const person of [mentee, mentor]) load.set(person, (load.get(person) ?? 0) + 1);
  }
  return { locked: pairSetOf(locked), broken };
}

function brokenRule(
  mentee: EngineMentee | undefined,
  mentor: EngineMentor | undefined,
  refused: PairSet,
  load: ReadonlyMap<EngineMentee | EngineMentor, number>,
): Proposal['brokenLocks'][number]['rule'] | null {
  if (!mentee || !mentor) return 'unknown-person';
  const rule = whyNotLocked(mentee, mentor, refused);
  if (rule) return toldRule(rule);
  if ((load.get(mentee) ?? 0) >= mentee.wants) return 'wants';
  return (load.get(mentor) ?? 0) >= mentor.capacity ? 'capacity' : null;
}

function withoutDoubles(pairs: readonly PairIds[]): readonly PairIds[] {
  return pairs
    .map(({ mentee, mentor }) => ({ mentee, mentor }))
    .toSorted((a, b) => compareIds(a.mentee, b.mentee) || compareIds(a.mentor, b.mentor))
    .filter((pair, k, all) => pair.mentee !== all[k - 1]?.mentee || pair.mentor !== all[k - 1]?.mentor);
}
