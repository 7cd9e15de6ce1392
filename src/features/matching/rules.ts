/** Decisions of the matching around the engine: the problem it is given, and what of its answer is shown, in words. */
import type { EngineMentee, EngineMentor, EnginePerson, MatchProblem, PairIds, SwitchCost } from './engine/model.ts';
import { isCandidate, type Person } from '../people/model.ts';
import { asksForMentor, offersToMentor, type Application } from '../recruitment/model.ts';
import type { CostInWords, Counts, Override, Standing, Strength } from './model.ts';

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
}

/** Who has a mentor is not in it, and a mentor has the places that living pairs leave. */
export function problemFrom(facts: Facts): MatchProblem {
  const here = facts.applications.filter(({ personId }) => {
    const person = facts.people.get(personId);
    return person !== undefined && isCandidate(person);
  });
  const living = facts.standings.filter(({ state }) => state === 'living');
  const matched = new Set(living.map(({ menteeId }) => menteeId));
  const mentees = here
    .filter((one) => asksForMentor(one.answers.role) && !matched.has(one.personId))
    .map((one) => menteeFrom(one, facts));
  const mentors = here.filter((one) => offersToMentor(one.answers.role)).map((one) => mentorFrom(one, facts, living));
  const { refused, locked } = handMade(facts.overrides);
  const declined = facts.standings.filter(({ state }) => state === 'refused').map(idsOf);
  return { mentees, mentors, refused: [...refused, ...declined], locked, kept: facts.kept };
}

const idsOf = ({ menteeId, mentorId }: Pick<Standing, 'menteeId' | 'mentorId'>): PairIds => ({
  ...{ mentee: menteeId, mentor: mentorId },
});

/** What holds of the changes by hand: the last word on a pair, and the last mentor chosen for a mentee. */
export function handMade(overrides: readonly Override[]): { refused: PairIds[]; locked: PairIds[] } {
  const lastOfPair = new Map<string, Override>();
  const chosen = new Map<string, Override>();
  for (const one of overrides.toSorted((a, b) => a.at - b.at)) {
    lastOfPair.set(`${one.menteeId} ${one.mentorId}`, one);
    if (one.what === 'chosen') chosen.set(one.menteeId, one);
    else if (chosen.get(one.menteeId)?.mentorId === one.mentorId) chosen.delete(one.menteeId);
  }
  const refused = [...lastOfPair.values()].filter(({ what }) => what === 'sent-back').map(idsOf);
  return { refused, locked: [...chosen.values()].map(idsOf) };
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

/** Up to 5 % of a perfect pair, taken over everybody, is a little. */
export function costInWords({ mentees, waited, pairs, points }: SwitchCost): CostInWords {
  if (mentees > 0 || waited > 0 || pairs > 0) return 'a-match';
  if (points <= 0) return 'nothing';
  return points <= 500 ? 'a-little' : 'much';
}
