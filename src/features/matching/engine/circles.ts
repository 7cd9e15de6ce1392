/**
 * Circles: a mentor with a group of mentees who all seek one topic that the mentor offers, speak one language with each other,
 * and have one time in common. A mentee is in one circle at most, a mentor holds one at most, and each pair of mentor and
 * mentee keeps the rules of pairs (`rules.ts`).
 *
 * Who goes where among given circles is the assignment of pairs, and optimal. Which circles to hold is not: places that stay
 * closed below a least number (facility location with lower bounds) are NP-hard. So beyond a few mentors circles are opened,
 * changed and closed one at a time as long as the whole gets better, and a bound says how far from the best possible that is.
 */
import { assign } from './assignment.ts';
import { candidatesOf, type Candidates } from './candidates.ts';
import { optionsOf, type CircleSize, type Option, usualCircle } from './circle-options.ts';
import { circleGraph, searchCircles, type CircleTotals } from './circle-search.ts';
import type { MatchProblem } from './model.ts';

export interface Circle {
  readonly mentor: string;
  readonly topic: string;
  readonly language: string;
  /** As people call their times; absent where nobody named any. */
  readonly time?: string;
  /** In the order of their ids, each with the score of the pair with the mentor. */
  readonly members: readonly { readonly mentee: string; readonly score: number }[];
}

export interface CircleProposal {
  /** In the order of the mentors' ids. */
  readonly circles: readonly Circle[];
  readonly left: readonly string[];
  readonly totals: CircleTotals;
  /** Whatever circles are held: no more than this. The best possible is reached where both are equal. */
  readonly bound: CircleTotals;
}

/**
 * Circles of the problem's people; `wants` only says who takes part (more than 0), `capacity` how many mentees a circle may
 * have. Wishes for single pairs (`locked`, `kept`, `bonus`, `floor`) are not looked at. Throws a RangeError for sizes that are
 * not whole or contradict each other, and as `propose` for ids and places.
 */
export function proposeCircles(problem: MatchProblem, size: CircleSize = usualCircle): CircleProposal {
  const { least, most } = size;
  if (!(Number.isInteger(least) && Number.isInteger(most) && least >= 2 && most >= least))
    throw new RangeError(`a circle cannot have from ${least} to ${most} mentees`);
  const { locked: _l, kept: _k, bonus: _b, ...plain } = problem;
  const people = candidatesOf(plain);
  const options = optionsOf(people, size);
  const found = searchCircles(people, options, size);
  const placed = new Set([...found.members.values()].flat());
  return {
    circles: [...found.held]
      .toSorted(([a], [b]) => a - b)
      .map(([mentor, option]) => circleOf(people, option, found.members.get(mentor) ?? [])),
    left: people.mentees.filter((one, i) => one.wants > 0 && !placed.has(i)).map(({ id }) => id),
    totals: found.totals,
    bound: boundOf(people, options),
  };
}

function circleOf({ mentees, mentors }: Candidates, option: Option, members: readonly number[]): Circle {
  const scores = new Map(option.mentees.map((i, k) => [i, option.scores[k]!]));
  return {
    ...{ mentor: mentors[option.mentor]!.id, topic: option.topic, language: option.language },
    ...(option.time === undefined ? {} : { time: option.time }),
    members: members.map((i) => ({ mentee: mentees[i]!.id, score: scores.get(i)! })),
  };
}

/** As if every mentor could hold all of his or her circles at once, however few come. */
function boundOf(people: Candidates, options: readonly (readonly Option[])[]): CircleTotals {
  const edges = options.flatMap((own) => {
    const scores = new Map(own.flatMap((one) => one.mentees.map((i, k): [number, number] => [i, one.scores[k]!])));
    return [...scores].map(([mentee, score]) => ({ mentee, mentor: own[0]!.mentor, score }));
  });
  const capacity = options.map(([first]) => first?.places ?? 0);
  const { mentees: most, waited, score } = assign(circleGraph(people, capacity, edges), 'off').totals;
  return { mentees: most, waited, score };
}
