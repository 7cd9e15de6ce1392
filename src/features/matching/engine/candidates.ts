/** From people to the graph: everybody in the order of their ids, every pair that the rules allow, its score. */
import type { MatchGraph } from './graph.ts';
import { graphOf } from './graph.ts';
import type { EngineMentee, EngineMentor, MatchProblem, PairIds, Proposal, Weights } from './model.ts';
import type { PairSet } from './rules.ts';
import { pairSetOf, toldRule, whyNot, whyNotLocked } from './rules.ts';
import { normaliseWeights, scorePair, weightList } from './scores.ts';

/** Points that a pair of the last proposal is worth in the next one: little change for 0.03 % of the score. */
const defaultKeptBonus = 100;

export interface Candidates {
  readonly mentees: readonly EngineMentee[];
  readonly mentors: readonly EngineMentor[];
  readonly weights: Weights;
  readonly refused: PairSet;
  readonly kept: PairSet;
  readonly brokenLocks: Proposal['brokenLocks'];
  readonly graph: MatchGraph;
}

/** Throws a RangeError when two mentees, or two mentors, have one id, or a number of places is not whole. */
export function candidatesOf(problem: MatchProblem): Candidates {
  const mentees = inOrder(problem.mentees);
  const mentors = inOrder(problem.mentors);
  const weights = normaliseWeights(problem.weights);
  const refused = pairSetOf(problem.refused ?? []);
  const kept = pairSetOf(problem.kept ?? []);
  const locks = locksOf(problem.locked ?? [], mentees, mentors, refused);
  const people = { mentees, mentors, weights, refused, kept };
  const graph = graphOf({
    ...edgesOf(people, locks.locked, problem.keptBonus ?? defaultKeptBonus),
    wants: mentees.map(({ wants }) => wants),
    waited: mentees.map(({ waited }) => Number(waited ?? false)),
    capacity: mentors.map(({ capacity }) => capacity),
  });
  return { ...people, brokenLocks: locks.broken, graph };
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

interface EdgeLists {
  readonly mentee: number[];
  readonly mentor: number[];
  readonly score: number[];
  readonly bonus: number[];
  readonly locked: number[];
}

function edgesOf(
  { mentees, mentors, weights, refused, kept }: Omit<Candidates, 'graph' | 'brokenLocks'>,
  locked: PairSet,
  keptBonus: number,
): EdgeLists {
  const list = weightList(weights);
  const edges: EdgeLists = { mentee: [], mentor: [], score: [], bonus: [], locked: [] };
  for (const [i, mentee] of mentees.entries()) {
    const lockedMentors = locked.get(mentee.id);
    const keptMentors = kept.get(mentee.id);
    for (let j = 0; j < mentors.length; j++) {
      const mentor = mentors[j]!;
      const isLocked = lockedMentors?.has(mentor.id) ?? false;
      if (!isLocked && whyNot(mentee, mentor, refused) !== null) continue;
      edges.mentee.push(i);
      edges.mentor.push(j);
      edges.score.push(scorePair(mentee, mentor, list));
      edges.bonus.push(keptMentors?.has(mentor.id) ? keptBonus : 0);
      edges.locked.push(Number(isLocked));
    }
  }
  return edges;
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
