/** The engine's answer as it is kept and shown: words in the place of scores, and nothing of what people kept private. Runs in a thread too. */
import { chancesOf } from '../engine/chances.ts';
import { equalChances } from '../engine/equal-chances.ts';
import type { LeftOut as EngineLeftOut, MatchProblem, PairPart, Proposal as Answer } from '../engine/model.ts';
import { checkProposal, propose } from '../engine/propose.ts';
import type { FairnessFigures } from '../fairness/model.ts';
import { fairnessByCut, type PartsOf } from '../fairness/rules.ts';
import type { Alternative, LeftOut, Proposal, ProposedPair, Reason } from '../model.ts';
import { costInWords, countsOf, strengthOf, withPrivateWishes } from '../rules.ts';
import type { Step } from '../runs/model.ts';

export interface Asked {
  readonly bare: MatchProblem;
  /** Ids of those who share something with each person that this person wishes. */
  readonly shared: ReadonlyMap<string, readonly string[]>;
  readonly partsOf: PartsOf;
  /** By this cut the chances are to be equal. */
  readonly equalBy?: 'site' | 'department' | undefined;
}

/** All of a proposal but who made it and when. */
export interface Computed {
  readonly pairs: readonly ProposedPair[];
  readonly leftOut: readonly LeftOut[];
  readonly fairness: FairnessFigures;
  readonly brokenLocks: Answer['brokenLocks'];
  readonly summary: Pick<Proposal, 'counts' | 'everybodyAtLeast' | 'score' | 'proven' | 'weights'>;
}

/** Tells the step that it begins. Throws a RangeError where equal chances are asked for in a pool that is too large. */
export function* computeProposal(_shared: unknown, asked: Asked): Generator<Step, Computed> {
  yield 'comparing';
  const bare = withEqualChances(asked);
  const answered = answerWith(bare, asked.shared);
  const { plain, problem, answer } = answered;
  yield 'proving';
  const isProven = [
    answered.plain === answer ? true : checkProposal(bare, plain).holds,
    checkProposal(problem, answer).holds,
  ];
  yield 'explaining';
  const pairs = keptPairs(problem, answer, bare.mentors);
  const least = Math.min(...answer.pairs.map(({ score }) => score));
  const counts = { matched: pairs.length, firstChoice: pairs.filter((one) => one.firstChoice).length };
  return {
    pairs,
    leftOut: plain.leftOut.map(keptLeftOut),
    fairness: fairnessByCut(bare, plain.pairs, asked.partsOf),
    brokenLocks: answer.brokenLocks,
    summary: {
      counts: { ...countsOf(bare), ...counts },
      ...(pairs.length > 0 ? { everybodyAtLeast: strengthOf(least) } : {}),
      ...{ score: answer.objective.score, proven: isProven.every(Boolean), weights: answer.weights },
    },
  };
}

function withEqualChances({ bare, partsOf, equalBy }: Asked): MatchProblem {
  if (!equalBy || bare.mentees.length === 0) return bare;
  return { ...bare, bonus: equalChances(bare, partsOf[equalBy]).bonus };
}

export interface Answered {
  /** Who has a place, and who is left out and why: without anybody's private wish. */
  readonly plain: Answer;
  /** The problem and the answer that pairs are taken from. */
  readonly problem: MatchProblem;
  readonly answer: Answer;
}

/**
 * Whether somebody has a partner, and how many, never depends on a private wish, neither the own nor another's: that is decided
 * without any. The wishes then count in who is with whom among those who have one (equal treatment, trust.md 2).
 */
export function answerWith(bare: MatchProblem, shared: ReadonlyMap<string, readonly string[]>): Answered {
  const plain = propose(bare);
  if (shared.size === 0) return { plain, problem: bare, answer: plain };
  const placed = new Set(plain.pairs.map(({ mentee }) => mentee));
  const load = new Map<string, number>();
  for (const { mentor } of plain.pairs) load.set(mentor, (load.get(mentor) ?? 0) + 1);
  const among: MatchProblem = {
    ...bare,
    mentees: bare.mentees.filter(({ id }) => placed.has(id)),
    mentors: bare.mentors.map((one) => ({ ...one, capacity: load.get(one.id) ?? 0 })),
  };
  const problem = withPrivateWishes(among, shared);
  return { plain, problem, answer: propose(problem) };
}

const mostReasons = 3;
const neutral = 50;

/** `mentors`: with the places that they really have; where wishes count, the problem holds only those that are taken. */
export function keptPairs(problem: MatchProblem, answer: Answer, mentors = problem.mentors): ProposedPair[] {
  const options = new Map(answer.alternatives.map((one) => [one.mentee, one.options]));
  const chances = chancesOf(problem, new Map());
  const hasFloor = (answer.objective.floor ?? 0) > 0;
  const places = new Map(mentors.map(({ id, capacity }) => [id, capacity]));
  return answer.pairs.map(({ mentee, mentor, score, locked, reasons }) => ({
    ...{ menteeId: mentee, mentorId: mentor, strength: strengthOf(score), chosen: locked },
    firstChoice: score >= (chances.get(mentee)?.best ?? 0),
    reasons: reasonsOf(reasons.parts),
    parts: reasons.parts
      .filter(({ part }) => part !== 'picks')
      .map(({ part, score: value, weight, known }) => ({ part, score: value, weight, known })),
    languages: [...reasons.languages],
    alternatives: (options.get(mentee) ?? []).map((option) => alternativeOf(option, hasFloor)),
    places: places.get(mentor) ?? 0,
  }));
}

/** The engine leaves the floor where it is; a new proposal would lower it before anybody loses a mentor. */
function alternativeOf(option: Answer['alternatives'][number]['options'][number], hasFloor: boolean): Alternative {
  const cost = costInWords(option.cost);
  return {
    mentorId: option.mentor,
    strength: strengthOf(option.score),
    cost: cost === 'a-match' && hasFloor ? 'a-match-or-floor' : cost,
    belowFloor: option.belowFloor,
    ...(option.displaces === undefined ? {} : { displacesId: option.displaces }),
  };
}

/** The weightiest that speak for the pair; a wish for a person is private, and leaves no trace here. */
export function reasonsOf(parts: readonly PairPart[]): Reason[] {
  return parts
    .filter(({ part, weight, score, facts }) => part !== 'picks' && weight > 0 && score >= neutral && facts.length > 0)
    .toSorted((a, b) => b.contribution - a.contribution)
    .slice(0, mostReasons)
    .map(({ part, facts }) => ({ kind: part, about: facts.slice(0, 6) }));
}

export function keptLeftOut(one: EngineLeftOut): LeftOut {
  return {
    ...{ menteeId: one.mentee, why: one.why, compatible: one.compatible },
    rules: one.rules.map(({ rule, mentors }) => ({ rule, mentors })),
    ...(one.scarcity ? { scarcity: { ...one.scarcity } } : {}),
    helps: one.helps.map((help) => ({
      help: help.help,
      mentorIds: help.help === 'another-place' ? [...help.mentors] : [],
      count: help.help === 'meet-otherwise' ? help.mentors : 1,
      languages: help.help === 'new-mentor' ? [...help.languages] : [],
      topics: help.help === 'new-mentor' ? [...help.topics] : [],
      ...(help.help === 'new-mentor' && help.site !== undefined ? { site: help.site } : {}),
    })),
  };
}
