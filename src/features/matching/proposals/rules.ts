/** The engine's answer as it is kept and shown: words in the place of scores, and nothing of what people kept private. */
import type { LeftOut as EngineLeftOut, MatchProblem, PairPart, Proposal as Answer } from '../engine/model.ts';
import { pairSetOf, whyNot } from '../engine/rules.ts';
import { scorePair, weightList } from '../engine/scores.ts';
import { propose } from '../engine/propose.ts';
import { withPrivateWishes } from '../rules.ts';
import type { Alternative, LeftOut, ProposedPair, Reason } from '../model.ts';
import { costInWords, strengthOf } from '../rules.ts';

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

export function keptPairs(problem: MatchProblem, answer: Answer): ProposedPair[] {
  const options = new Map(answer.alternatives.map((one) => [one.mentee, one.options]));
  const best = bestScores(problem, answer);
  return answer.pairs.map(({ mentee, mentor, score, locked, reasons }) => ({
    ...{ menteeId: mentee, mentorId: mentor, strength: strengthOf(score), chosen: locked },
    firstChoice: score >= (best.get(mentee) ?? 0),
    reasons: reasonsOf(reasons.parts),
    parts: reasons.parts
      .filter(({ part }) => part !== 'picks')
      .map(({ part, score: value, weight, known }) => ({ part, score: value, weight, known })),
    languages: [...reasons.languages],
    alternatives: (options.get(mentee) ?? []).map(alternativeOf),
  }));
}

function alternativeOf(option: Answer['alternatives'][number]['options'][number]): Alternative {
  return {
    mentorId: option.mentor,
    strength: strengthOf(option.score),
    cost: costInWords(option.cost),
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

/** The best score that each mentee could have with any mentor whom no rule keeps apart. */
function bestScores(problem: MatchProblem, answer: Answer): Map<string, number> {
  const refused = pairSetOf(problem.refused ?? []);
  const weights = weightList(answer.weights);
  const best = (mentee: MatchProblem['mentees'][number]): number =>
    problem.mentors.reduce(
      (most, mentor) =>
        whyNot(mentee, mentor, refused) === null ? Math.max(most, scorePair(mentee, mentor, weights)) : most,
      0,
    );
  return new Map(problem.mentees.map((mentee) => [mentee.id, best(mentee)]));
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
