/** The engine's answer as it is kept and shown: words in the place of scores, and nothing of what people kept private. Runs in a thread too. */
import { chancesOf } from '../engine/chances.ts';
import { equalChances } from '../engine/equal-chances.ts';
import type { LeftOut as EngineLeftOut, MatchProblem, PairIds, PairPart, Proposal as Answer } from '../engine/model.ts';
import { checkProposal, propose } from '../engine/propose.ts';
import { scorePair, weightList } from '../engine/scores.ts';
import type { FairnessFigures } from '../fairness/model.ts';
import { fairnessByCut, type PartsOf } from '../fairness/rules.ts';
import {
  strengths,
  type Alternative,
  type CostInWords,
  type LeftOut,
  type Proposal,
  type ProposedPair,
  type Reason,
  type Strength,
} from '../model.ts';
import { costInWords, countsOf, strengthOf, withoutPrivateWishes, withPrivateWishes } from '../rules.ts';
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
  const pairs = keptPairs(bare, answer);
  const least = strengths.findLast((one) => pairs.some(({ strength }) => strength === one));
  const waited = new Set(bare.mentees.filter((one) => one.waited).map(({ id }) => id));
  const waitedMatched = pairs.filter((one) => one.waited).length;
  const counts = { matched: pairs.length, firstChoice: pairs.filter((one) => one.firstChoice).length };
  return {
    pairs,
    leftOut: plain.leftOut.map((one) => ({ ...keptLeftOut(one), ...first(waited.has(one.mentee)) })),
    fairness: fairnessByCut(bare, plain.pairs, asked.partsOf),
    brokenLocks: answer.brokenLocks,
    summary: {
      counts: { ...countsOf(bare), ...counts, ...(waited.size > 0 ? { waited: waited.size, waitedMatched } : {}) },
      ...(least ? { everybodyAtLeast: least } : {}),
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

/** `problem`: without what people share in private. How well two fit is told as if nobody had wished for anybody. */
export function keptPairs(problem: MatchProblem, answer: Answer): ProposedPair[] {
  const silent = withoutPrivateWishes(problem);
  const mentees = new Map(silent.mentees.map((one) => [one.id, one]));
  const mentors = new Map(silent.mentors.map((one) => [one.id, one]));
  const weights = weightList(answer.weights);
  const fit = ({ mentee, mentor }: PairIds): Strength =>
    strengthOf(scorePair(mentees.get(mentee)!, mentors.get(mentor)!, weights));
  const chances = chancesOf(silent, new Map(answer.pairs.map(({ mentee, mentor }) => [mentee, mentor])));
  const options = new Map(answer.alternatives.map((one) => [one.mentee, one.options]));
  const hasFloor = (answer.objective.floor ?? 0) > 0;
  const alternativeOf = (mentee: string, option: Option): Alternative => ({
    ...{ mentorId: option.mentor, strength: fit({ mentee, mentor: option.mentor }) },
    ...{ cost: costOfSwitch(option, hasFloor), belowFloor: option.belowFloor },
    ...(option.displaces === undefined ? {} : { displacesId: option.displaces }),
  });
  return answer.pairs.map(({ mentee, mentor, locked, reasons }) => ({
    ...{ menteeId: mentee, mentorId: mentor, strength: fit({ mentee, mentor }), chosen: locked },
    firstChoice: chances.get(mentee)?.better === 0,
    reasons: reasonsOf(reasons.parts),
    parts: reasons.parts
      .filter(({ part }) => part !== 'picks')
      .map(({ part, score: value, weight, known }) => ({ part, score: value, weight, known })),
    languages: [...reasons.languages],
    alternatives: (options.get(mentee) ?? []).map((option) => alternativeOf(mentee, option)),
    places: mentors.get(mentor)?.capacity ?? 0,
    ...first(mentees.get(mentee)?.waited === true),
  }));
}

/** Said of those who were not matched last time, and of nobody else. */
const first = (waited: boolean): { readonly waited?: true } => (waited ? { waited } : {});

type Option = Answer['alternatives'][number]['options'][number];

/** The engine leaves the floor where it is; a new proposal would lower it before anybody loses a mentor. */
function costOfSwitch({ cost }: Option, hasFloor: boolean): CostInWords {
  const words = costInWords(cost);
  return words === 'a-match' && hasFloor ? 'a-match-or-floor' : words;
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
