/** The product's scores and rules as a pool: the same points as `scorePair`, and the same pairs out as `whyNot`. */
import type { EngineMentee, EngineMentor, MeetingForm, Weights } from './model.ts';
import type { CellPart, OverlapPart, Pool, SpecialPairs } from './pool.ts';
import { out } from './pool.ts';
import type { Key } from './pool-parts.ts';
import { cellPart, overlapPart, specialPairs } from './pool-parts.ts';
import type { PairSet } from './rules.ts';
import { cannotMeet, hasPair, reportingLevels, shareNoLanguage, whyNot } from './rules.ts';
import * as fit from './scores.ts';

type Mentees = readonly EngineMentee[];
type Mentors = readonly EngineMentor[];

export interface PoolPeople {
  /** In the order of their ids. */
  readonly mentees: Mentees;
  readonly mentors: Mentors;
  /** Whole, together 100. */
  readonly weights: Weights;
  readonly refused: PairSet;
  /** Pairs that no rule keeps apart any more. */
  readonly locked: PairSet;
}

export function poolOf(people: PoolPeople): Pool {
  const { mentees, mentors } = people;
  return {
    wants: Int32Array.from(mentees, ({ wants }) => wants),
    waited: Uint8Array.from(mentees, ({ waited }) => Number(waited ?? false)),
    capacity: Int32Array.from(mentors, ({ capacity }) => capacity),
    cells: cellsOf(people),
    overlaps: overlapsOf(people),
    special: specialOf(people),
  };
}

const placeKey = ({ meeting, site }: { readonly meeting?: MeetingForm; readonly site?: string }): Key =>
  JSON.stringify([meeting ?? 'either', site]);
const departmentKey = ({ department, departmentWish }: EngineMentee | EngineMentor): Key =>
  JSON.stringify([department, departmentWish ?? 'any']);
const languageKey = ({ languages }: EngineMentee | EngineMentor): Key => JSON.stringify(languages.toSorted());

function cellsOf({ mentees, mentors, weights }: PoolPeople): readonly CellPart[] {
  const cell = (
    key: (person: EngineMentee | EngineMentor) => Key,
    points: (a: EngineMentee, b: EngineMentor) => number,
  ) => cellPart(mentees, mentors, { menteeKey: key, mentorKey: key, points });
  return [
    cell(languageKey, (a, b) => (shareNoLanguage(a, b) ? out : 0)),
    cell(placeKey, (a, b) => (cannotMeet(a, b) ? out : weights.meeting * fit.partScore('meeting', a, b))),
    cell(departmentKey, (a, b) => weights.department * fit.partScore('department', a, b)),
    cell(
      ({ seniority }) => seniority ?? '',
      (a, b) => weights.seniority * fit.partScore('seniority', a, b),
    ),
    // Whoever is asked for by name is a special pair; here nobody is.
    cell(
      ({ picks }) => Number(picks.length > 0),
      (a, b) => weights.picks * fit.unpickedScore(a, b),
    ),
  ];
}

function overlapsOf({ mentees, mentors, weights }: PoolPeople): readonly OverlapPart[] {
  const counted = (
    part: 'values' | 'ambitions' | 'interests',
    score: (sum: number, one: number, other: number) => number,
  ): OverlapPart =>
    overlapPart(mentees, mentors, {
      ...{ menteeKey: (one) => one[part].length, mentorKey: (one) => one[part].length, held: (one) => one[part] },
      sought: (one) => one[part].map((item) => [item, 1] as const),
      points: (a, b, sum) => {
        const known = a[part].length > 0 && b[part].length > 0;
        return (
          weights[part] *
          (known ? score(Math.min(sum, a[part].length), a[part].length, b[part].length) : fit.neutralScore)
        );
      },
    });
  return [
    topicsPart(mentees, mentors, weights.topics),
    counted('values', (sum, one, other) => fit.valuesScore(sum, Math.min(one, other))),
    counted('ambitions', (sum, one) => fit.shareScore(sum, one)),
    counted('interests', (sum) => fit.interestsScore(sum)),
  ];
}

function topicsPart(mentees: Mentees, mentors: Mentors, weight: number): OverlapPart {
  return overlapPart(mentees, mentors, {
    menteeKey: ({ topics }) => fit.topicsTotal(topics),
    mentorKey: ({ offers }) => Number(offers.length > 0),
    sought: ({ topics }) =>
      topics.flatMap((sought) =>
        (['much', 'some'] as const).map(
          (level) => [`${sought.topic} ${level}`, fit.topicMet(sought.level, level)] as const,
        ),
      ),
    held: ({ offers }) =>
      offers
        .filter(({ topic }, at) => offers.findIndex((one) => one.topic === topic) === at)
        .map(({ topic, level }) => `${topic} ${level}`),
    points: ({ topics }, { offers }, sum) => {
      const total = fit.topicsTotal(topics);
      const known = total > 0 && offers.length > 0;
      return weight * (known ? Math.floor(Math.min(sum, 100 * total) / total) : fit.neutralScore);
    },
  });
}

/** Everybody who names somebody, or is named. */
function specialOf({ mentees, mentors, weights, refused, locked }: PoolPeople): SpecialPairs {
  const menteeAt = new Map(mentees.map(({ id }, i) => [id, i]));
  const mentorAt = new Map(mentors.map(({ id }, j) => [id, j]));
  const lists = mentees.map((): Map<number, number> => new Map());
  const list = fit.weightList(weights);
  const note = (i: number | undefined, j: number | undefined): void => {
    if (i === undefined || j === undefined || lists[i]!.has(j)) return;
    const [mentee, mentor] = [mentees[i]!, mentors[j]!];
    const isIn = hasPair(locked, mentee.id, mentor.id) || whyNot(mentee, mentor, refused) === null;
    lists[i]!.set(j, isIn ? fit.scorePair(mentee, mentor, list) : -1);
  };
  for (const [i, mentee] of mentees.entries()) for (const id of named(mentee)) note(i, mentorAt.get(id));
  for (const [j, mentor] of mentors.entries()) for (const id of named(mentor)) note(menteeAt.get(id), j);
  for (const pairs of [refused, locked])
    for (const [id, others] of pairs) for (const other of others) note(menteeAt.get(id), mentorAt.get(other));
  return specialPairs(lists);
}

function named({ id, managerChain, excluded, pairedBefore, picks }: EngineMentee | EngineMentor): readonly string[] {
  return [id, ...managerChain.slice(0, reportingLevels), ...excluded, ...pairedBefore, ...picks];
}
