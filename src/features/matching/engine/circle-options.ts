/** The circles that each mentor could hold, and who could be in them. */
import type { Candidates } from './candidates.ts';
import type { EngineMentee, EngineMentor } from './model.ts';
import { whyNot } from './rules.ts';
import { scorePair, weightList } from './scores.ts';

/** How many mentees a circle has; a mentor with fewer places than the most has a smaller one. */
export interface CircleSize {
  readonly least: number;
  readonly most: number;
}
/** Below three there is no group to learn from, above eight not everybody gets to speak. */
export const usualCircle: CircleSize = { least: 3, most: 8 };

/** A circle that a mentor could hold, and who could be in it. */
export interface Option {
  readonly mentor: number;
  readonly topic: string;
  readonly language: string;
  readonly time?: string;
  readonly mentees: readonly number[];
  /** Scores of `mentees`. */
  readonly scores: readonly number[];
  readonly places: number;
}

/** What each mentor could hold; what another option of the same mentor can do as well is left out. */
export function optionsOf(people: Candidates, { least, most }: CircleSize): readonly (readonly Option[])[] {
  const { mentees, mentors, refused, weights } = people;
  const list = weightList(weights);
  const anyTimes = [...new Set(mentees.flatMap(({ times }) => times ?? []))].toSorted();
  return mentors.map((mentor, j) => {
    const places = Math.min(most, mentor.capacity);
    if (places < least) return [];
    const fits = mentees.flatMap((mentee, i) =>
      mentee.wants > 0 && whyNot(mentee, mentor, refused) === null
        ? [{ i, score: scorePair(mentee, mentor, list) }]
        : [],
    );
    const all = subjectsOf(mentor, anyTimes).flatMap((subject): Option[] => {
      const able = fits.filter(({ i }) => joins(mentees[i]!, subject));
      if (able.length < least) return [];
      const members = { mentees: able.map(({ i }) => i), scores: able.map(({ score }) => score) };
      return [{ mentor: j, ...subject, ...members, places }];
    });
    return all.filter((one, at) => !all.some((other, k) => k !== at && coversMore(other, one, k < at)));
  });
}

type Subject = Pick<Option, 'topic' | 'language' | 'time'>;

function subjectsOf(mentor: EngineMentor, anyTimes: readonly string[]): readonly Subject[] {
  const own = [...new Set(mentor.times ?? [])];
  const named = own.length > 0 ? own : anyTimes;
  const times: readonly { readonly time?: string }[] = named.length > 0 ? named.map((time) => ({ time })) : [{}];
  const topics = [...new Set(mentor.offers.map(({ topic }) => topic))];
  return topics.flatMap((topic) =>
    [...new Set(mentor.languages)].flatMap((language) => times.map((when) => ({ topic, language, ...when }))),
  );
}

/** Whoever names no times can always come, as whoever leaves an answer out is never worse off for it. */
function joins({ topics, languages, times }: EngineMentee, { topic, language, time }: Subject): boolean {
  const isFree = time === undefined || times === undefined || times.length === 0 || times.includes(time);
  return isFree && languages.includes(language) && topics.some((one) => one.topic === topic);
}

function coversMore(one: Option, other: Option, comesFirst: boolean): boolean {
  if (one.mentees.length < other.mentees.length) return false;
  const inOne = new Set(one.mentees);
  return other.mentees.every((i) => inOne.has(i)) && (one.mentees.length > other.mentees.length || comesFirst);
}
