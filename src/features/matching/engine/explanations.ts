/**
 * Why these two: the parts of the score, and the three that speak most for the pair. Computed by the functions that made
 * the score, so they add up to it. Nothing private is in it: what somebody kept to themselves leaves no trace here.
 */
import type { EngineMentee, EngineMentor, PairPart, PairReasons, Weights } from './model.ts';
import { partIds } from './model.ts';
import { commonOf, neutralScore, parts } from './scores.ts';

const mattersCount = 3;

/** The weights are whole and add up to 100 (`normaliseWeights`). */
export function explainPair(mentee: EngineMentee, mentor: EngineMentor, weights: Weights): PairReasons {
  const all = partIds.map((part): PairPart => {
    const known = parts[part].score(mentee, mentor);
    const score = known ?? neutralScore;
    const weight = weights[part];
    const facts = known === null ? [] : parts[part].facts(mentee, mentor);
    return { part, score, weight, contribution: score * weight, known: known !== null, facts };
  });
  return {
    score: all.reduce((sum, { contribution }) => sum + contribution, 0),
    parts: all,
    matters: all
      .filter(speaksForPair)
      .toSorted((a, b) => b.contribution - a.contribution)
      .slice(0, mattersCount),
    languages: commonOf(mentee.languages, mentor.languages),
  };
}

/** A weak part with a heavy weight is no reason, and neither is one with nothing to tell. */
function speaksForPair({ weight, score, facts }: PairPart): boolean {
  return weight > 0 && score >= neutralScore && facts.length > 0;
}
