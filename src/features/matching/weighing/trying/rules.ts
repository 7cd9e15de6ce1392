/** Own weights tried on a sample: the same matching twice, with the preset and with them, and what is different, as figures only. */
import { commonOf } from '../../engine/scores.ts';
import type { EngineMentee, EngineMentor, EnginePerson, MatchProblem, Weights } from '../../engine/model.ts';
import { propose } from '../../engine/propose.ts';
import { withoutPrivateWishes } from '../../rules.ts';
import { figureNames, isShare, type Effect, type FigureName, type Preview } from './model.ts';

export const menteesMost = 60;
export const mentorsMost = 40;
/** Nothing is told of fewer people. */
const fewest = 10;

/** Nothing private is in it: no wish, no "rather not", no pair that was declined; and nothing that was set by hand. */
export function sampleOf(problem: MatchProblem): MatchProblem {
  const { mentees, mentors } = withoutPrivateWishes(problem);
  const open = <P extends EnginePerson>(one: P): P => ({ ...one, excluded: [] });
  return {
    mentees: mentees.slice(0, menteesMost).map(open),
    mentors: mentors
      .filter(({ capacity }) => capacity > 0)
      .slice(0, mentorsMost)
      .map(open),
  };
}

interface Match {
  readonly mentee: EngineMentee;
  readonly mentor: EngineMentor;
}

export function previewOf(sample: MatchProblem, before: Weights, after: Weights): Preview {
  const [mentees, mentors] = [sample.mentees.length, sample.mentors.length];
  if (mentees < fewest || mentors < fewest) return { mentees, mentors };
  const [old, now] = [matchesOf(sample, before), matchesOf(sample, after)];
  if (old.size < fewest || now.size < fewest) return { mentees, mentors };
  const moved = [...old.values()].filter(({ mentee, mentor }) => now.get(mentee.id)?.mentor.id !== mentor.id);
  return {
    ...{ mentees, mentors },
    tried: {
      moved: Math.round((100 * moved.length) / mentees),
      matched: { before: old.size, after: now.size },
      effects: figureNames.flatMap((figure) => effectOf(figure, [...old.values()], [...now.values()])),
    },
  };
}

function matchesOf(sample: MatchProblem, weights: Weights): ReadonlyMap<string, Match> {
  const mentors = new Map(sample.mentors.map((one) => [one.id, one]));
  const mentees = new Map(sample.mentees.map((one) => [one.id, one]));
  const { pairs } = propose({ ...sample, weights });
  return new Map(
    pairs.map((pair) => [pair.mentee, { mentee: mentees.get(pair.mentee)!, mentor: mentors.get(pair.mentor)! }]),
  );
}

function effectOf(figure: FigureName, old: readonly Match[], now: readonly Match[]): Effect[] {
  const [before, after] = [old, now].map((matches) => meanOf(figure, matches));
  return before === undefined || after === undefined ? [] : [{ figure, before, after }];
}

/** Percent are whole, numbers in common have one decimal; who left the question out is not in it. */
function meanOf(figure: FigureName, matches: readonly Match[]): number | undefined {
  const known = matches.flatMap(({ mentee, mentor }) => measures[figure](mentee, mentor) ?? []);
  if (known.length < fewest) return undefined;
  const mean = known.reduce((sum, one) => sum + one, 0) / known.length;
  return isShare(figure) ? Math.round(100 * mean) : Math.round(10 * mean) / 10;
}

type Measure = (mentee: EngineMentee, mentor: EngineMentor) => number | undefined;

const measures: Readonly<Record<FigureName, Measure>> = {
  'first-topic': (mentee, mentor) => {
    const first = mentee.topics[0];
    return first && Number(mentor.offers.some(({ topic }) => topic === first.topic));
  },
  topics: (mentee, mentor) => {
    const offered = mentor.offers.map(({ topic }) => topic);
    return shareMet(
      mentee.topics.map(({ topic }) => topic),
      offered,
    );
  },
  values: (mentee, mentor) => numberInCommon(mentee.values, mentor.values),
  ambitions: (mentee, mentor) =>
    mentor.ambitions.length === 0 ? undefined : shareMet(mentee.ambitions, mentor.ambitions),
  interests: (mentee, mentor) => numberInCommon(mentee.interests, mentor.interests),
  /** Two or three steps ahead: what the engine holds for best. */
  seniority: ({ seniority: one }, { seniority: other }) =>
    one === undefined || other === undefined ? undefined : Number(other - one === 2 || other - one === 3),
  'other-department': (mentee, mentor) => isOther(mentee.department, mentor.department),
  'same-site': (mentee, mentor) => {
    const other = isOther(mentee.site, mentor.site);
    return other === undefined ? undefined : 1 - other;
  },
};

function shareMet(sought: readonly string[], offered: readonly string[]): number | undefined {
  return sought.length === 0 ? undefined : commonOf(sought, offered).length / sought.length;
}

function numberInCommon(one: readonly string[], other: readonly string[]): number | undefined {
  return one.length === 0 || other.length === 0 ? undefined : commonOf(one, other).length;
}

function isOther(one: string | undefined, other: string | undefined): number | undefined {
  return one === undefined || other === undefined ? undefined : Number(one !== other);
}
