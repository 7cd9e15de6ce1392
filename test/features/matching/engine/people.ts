/** Builders for the engine's tests, and a made-up pool of any size from a seed. */
import type {
  DepartmentWish,
  EngineMentee,
  EngineMentor,
  MeetingForm,
  TopicWish,
} from '../../../../src/features/matching/engine/model.ts';

const nothing = {
  ambitions: [],
  interests: [],
  values: [],
  managerChain: [],
  excluded: [],
  pairedBefore: [],
  picks: [],
};

export function aMentee(overrides: Partial<EngineMentee> = {}): EngineMentee {
  return { ...nothing, id: 'mentee', languages: ['nl'], wants: 1, topics: [], ...overrides };
}

export function aMentor(overrides: Partial<EngineMentor> = {}): EngineMentor {
  return { ...nothing, id: 'mentor', languages: ['nl'], capacity: 1, offers: [], ...overrides };
}

export interface PoolSize {
  readonly seed: number;
  readonly mentees: number;
  readonly mentors: number;
  readonly places?: number;
}

/** People of a Belgian organisation; the same for the same seed. */
export function aPool({ seed, mentees, mentors, places = 3 }: PoolSize): {
  readonly mentees: readonly EngineMentee[];
  readonly mentors: readonly EngineMentor[];
} {
  let state = seed;
  const below = (n: number): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * n);
  };
  const some = (kind: string, of: number, count: number): string[] => [
    ...new Set(Array.from({ length: count }, () => `${kind}-${below(of)}`)),
  ];
  const topics = (): TopicWish[] =>
    some('topic', 24, 2 + below(4)).map((topic) => ({ topic, level: below(2) ? 'much' : 'some' }));
  const person = (id: string, others: number, other: string) => ({
    id,
    ambitions: some('ambition', 8, below(3)),
    interests: some('interest', 30, below(6)),
    values: below(5) ? some('value', 20, 5) : [],
    languages: [['nl'], ['fr'], ['nl', 'fr'], ['nl', 'en'], ['fr', 'en'], ['de', 'en']][below(6)]!,
    ...(below(8) ? { site: `site-${below(5)}` } : {}),
    meeting: (['site', 'remote', 'either', 'either', 'either'] as const satisfies MeetingForm[])[below(5)]!,
    department: `department-${below(9)}`,
    departmentWish: (['same', 'other', 'any'] as const satisfies DepartmentWish[])[below(3)]!,
    seniority: 1 + below(8),
    managerChain: [],
    excluded: below(20) ? [] : [`${other}-${below(others)}`],
    pairedBefore: below(20) ? [] : [`${other}-${below(others)}`],
    picks: below(6) ? [] : [`${other}-${below(others)}`],
  });
  return {
    mentees: Array.from({ length: mentees }, (_, k) => ({
      ...person(`mentee-${k}`, mentors, 'mentor'),
      wants: below(8) ? 1 : 2,
      topics: topics(),
      waited: below(6) === 0,
    })),
    mentors: Array.from({ length: mentors }, (_, k) => ({
      ...person(`mentor-${k}`, mentees, 'mentee'),
      capacity: 1 + below(places),
      offers: topics(),
    })),
  };
}
