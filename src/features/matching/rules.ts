/** Decisions of the matching around the engine: the problem it is given, and what of its answer is shown, in words. */
import type {
  EngineMentee,
  EngineMentor,
  EnginePerson,
  FloorWish,
  MatchProblem,
  PairIds,
  SwitchCost,
} from './engine/model.ts';
import { pairsMost } from './engine/candidates.ts';
import { isCandidate, type Person } from '../people/model.ts';
import { isPresentGuest } from '../people/rules.ts';
import { takesPartAs, type Application } from '../recruitment/model.ts';
import type { CostInWords, Counts, Override, Proposal, Standing, Strength, Aims } from './model.ts';
import { weightsOf } from './weighing/rules.ts';

/** Everything the problem is made of; the same facts give the same problem. */
export interface Facts {
  readonly applications: readonly Application[];
  readonly people: ReadonlyMap<string, Person>;
  /** Ids of managers above each person up to the top, nearest first. */
  readonly chains: ReadonlyMap<string, readonly string[]>;
  readonly standings: readonly Standing[];
  readonly overrides: readonly Override[];
  /** The pairs of the draft that this one takes the place of: they stay where that costs little. */
  readonly kept: readonly PairIds[];
  readonly aims: Aims;
}

/** How many people of the first list would be in the problem, on a side on which those of the second are not. */
export function countMissing(
  facts: Omit<Facts, 'applications'>,
  all: readonly Application[],
  ready: readonly Application[],
): number {
  if (all === ready) return 0;
  const [whole, rest] = [all, ready].map((applications) => problemFrom({ ...facts, applications }));
  const idsIn = (one: readonly EnginePerson[] = []): string[] => one.map(({ id }) => id);
  const [mentees, mentors] = [new Set(idsIn(rest?.mentees)), new Set(idsIn(rest?.mentors))];
  const open = (whole?.mentors ?? []).filter(({ capacity }) => capacity > 0);
  return new Set([
    ...idsIn(whole?.mentees).filter((id) => !mentees.has(id)),
    ...idsIn(open).filter((id) => !mentors.has(id)),
  ]).size;
}

/** Who has a mentor is not in it, and a mentor has the places that living pairs leave. */
export function problemFrom(facts: Facts): MatchProblem {
  const here = facts.applications.filter(({ personId }) => {
    const person = facts.people.get(personId);
    return person !== undefined && (isCandidate(person) || isPresentGuest(person));
  });
  const living = facts.standings.filter(({ state }) => state === 'living');
  const { refused, locked, later } = handMade(facts.overrides);
  const absent = new Set([...living.map(({ menteeId }) => menteeId), ...later]);
  const mentees = here
    .filter((one) => takesPartAs('mentee', one) && !absent.has(one.personId))
    .map((one) => menteeFrom(one, facts));
  const mentors = here.filter((one) => takesPartAs('mentor', one)).map((one) => mentorFrom(one, facts, living));
  const declined = facts.standings.filter(({ state }) => state === 'refused').map(idsOf);
  return {
    ...{ mentees, mentors, refused: [...refused, ...declined], locked, kept: facts.kept },
    ...{ weights: weightsOf(facts.aims), floor: floorOf(facts.aims) },
  };
}

export const floorOf = ({ floor }: Pick<Aims, 'floor'>): FloorWish => (floor ? 'best' : 'off');

const idsOf = ({ menteeId, mentorId }: Pick<Standing, 'menteeId' | 'mentorId'>): PairIds => ({
  ...{ mentee: menteeId, mentor: mentorId },
});

interface HandMade {
  readonly refused: readonly PairIds[];
  readonly locked: readonly PairIds[];
  /** Mentees who wait for another round. */
  readonly later: readonly string[];
}

/** What holds of the changes by hand: the last word on a pair, the last mentor set for a mentee, whether the mentee waits. */
export function handMade(overrides: readonly Override[]): HandMade {
  const refused = new Map<string, PairIds>();
  const locked = new Map<string, PairIds>();
  const later = new Set<string>();
  for (const { what, menteeId, mentorId } of overrides.toSorted((a, b) => a.at - b.at)) {
    const pair = mentorId === undefined ? undefined : { mentee: menteeId, mentor: mentorId };
    const isLocked = locked.get(menteeId)?.mentor === mentorId;
    if (what === 'later') later.add(menteeId);
    else later.delete(menteeId);
    if (!pair) continue;
    const isSet = what === 'chosen' || what === 'fixed';
    if (what === 'sent-back') refused.set(`${menteeId} ${mentorId}`, pair);
    else if (what !== 'later') refused.delete(`${menteeId} ${mentorId}`);
    if (isSet) locked.set(menteeId, pair);
    else if (isLocked) locked.delete(menteeId);
  }
  return { refused: [...refused.values()], locked: [...locked.values()], later: [...later] };
}

/** A proposal holds what was changed by hand in it and in those that it was made from. */
export function changesIn(
  proposal: Pick<Proposal, 'id' | 'basisId'> | undefined,
  all: readonly Pick<Proposal, 'id' | 'basisId'>[],
  overrides: readonly Override[],
): Override[] {
  const byId = new Map(all.map((one) => [one.id, one]));
  const line = new Set<string>();
  for (let one = proposal; one && !line.has(one.id); one = byId.get(one.basisId ?? '')) line.add(one.id);
  return overrides.filter(({ proposalId }) => line.has(proposalId));
}

/** Too many pairs to look at all of them. */
export function isLargePool({ mentees, mentors }: MatchProblem): boolean {
  return mentees.length * mentors.length > pairsMost;
}

function menteeFrom(one: Application, facts: Facts): EngineMentee {
  const topics = one.answers.sought.map(({ topic, level }) => ({ topic, level: levelOf(level) }));
  return { ...personFrom(one, facts), wants: 1, topics, waited: one.waited };
}

/** Whoever does not want to be shown by name takes nobody: nobody has to accept a nameless partner (trust.md 2). */
function mentorFrom(one: Application, facts: Facts, living: readonly Standing[]): EngineMentor {
  const taken = living.filter(({ mentorId }) => mentorId === one.personId).length;
  const places = one.answers.mayShowName ? Math.max(0, one.answers.capacity - taken) : 0;
  const offers = one.answers.offered.map(({ topic, level }) => ({ topic, level: levelOf(level) }));
  return { ...personFrom(one, facts), capacity: places, offers };
}

const levelOf = (level: number): 'some' | 'much' => (level === 3 ? 'much' : 'some');

function personFrom({ personId, answers }: Application, { people, chains, standings }: Facts): EnginePerson {
  const { department, site } = people.get(personId) ?? {};
  const chain = chains.get(personId) ?? [];
  const former = standings.filter((one) => one.state !== 'refused' && [one.menteeId, one.mentorId].includes(personId));
  return {
    id: personId,
    ...{ ambitions: answers.ambitions, interests: answers.interests, values: answers.values },
    ...{ languages: answers.languages, meeting: answers.meeting, departmentWish: answers.wishes.department },
    ...(site === undefined ? {} : { site }),
    ...(department === undefined ? {} : { department }),
    // The organisation's own scale: steps from the top of the tree.
    seniority: -chain.length,
    managerChain: chain,
    excluded: answers.ratherNot,
    pairedBefore: former.map((one) => (one.menteeId === personId ? one.mentorId : one.menteeId)),
    picks: answers.wishes.picks,
  };
}

/**
 * A private background preference counts as a wish for everybody on the other side who shares it: the part of the score for
 * wishes is the one that is never told to anybody (matching.md 1 and 5). `shared` gives ids for those who wish it.
 */
export function withPrivateWishes(problem: MatchProblem, shared: ReadonlyMap<string, readonly string[]>): MatchProblem {
  if (shared.size === 0) return problem;
  const wishing = <P extends EnginePerson>(one: P, others: ReadonlySet<string>): P => {
    const liked = (shared.get(one.id) ?? []).filter((id) => others.has(id) && id !== one.id);
    return liked.length === 0 ? one : { ...one, picks: [...new Set([...one.picks, ...liked])] };
  };
  const [mentees, mentors] = [problem.mentees, problem.mentors].map((all) => new Set(all.map(({ id }) => id)));
  return {
    ...problem,
    mentees: problem.mentees.map((one) => wishing(one, mentors ?? new Set())),
    mentors: problem.mentors.map((one) => wishing(one, mentees ?? new Set())),
  };
}

/** What may be told of how well people fit rests on this: who asked for whom, and who shares what, is in nothing that is shown. */
export function withoutPrivateWishes(problem: MatchProblem): MatchProblem {
  const silent = <P extends EnginePerson>(one: P): P => ({ ...one, picks: [] });
  return { ...problem, mentees: problem.mentees.map(silent), mentors: problem.mentors.map(silent) };
}

export function countsOf({ mentees, mentors }: MatchProblem): Pick<Counts, 'mentees' | 'mentors' | 'places'> {
  const open = mentors.filter(({ capacity }) => capacity > 0);
  const places = open.reduce((sum, { capacity }) => sum + capacity, 0);
  return { mentees: mentees.length, mentors: open.length, places };
}

/** Scores of random pairs lie around 5,000, those of a good matching around 6,200 (matching.md 3). */
export function strengthOf(score: number): Strength {
  if (score >= 7_500) return 'very-strong';
  if (score >= 6_000) return 'strong';
  return score >= 4_500 ? 'good' : 'fair';
}

/** Up to 5 % of a perfect pair, taken over everybody, is a little; so is half a per cent of a whole proposal. */
export function costInWords({ mentees, waited, pairs, points }: SwitchCost, whole = 0): CostInWords {
  if (mentees > 0 || waited > 0 || pairs > 0) return 'a-match';
  if (points <= 0) return 'nothing';
  return points <= Math.max(500, whole / 200) ? 'a-little' : 'much';
}
