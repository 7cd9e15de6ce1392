/** What somebody's own answers say: a mean for each skill, a word for it, and the two lowest. Safe in the browser. */
import type { Part, Skill, SkillsView } from '../model.ts';

/** Names for a mean of 1 to 5; our own limits, no norm. */
export const levels = ['new', 'growing', 'firm', 'strong'] as const;
export type SkillLevel = (typeof levels)[number];

export function levelOf(mean: number): SkillLevel {
  if (mean < 2.5) return 'new';
  if (mean < 3.5) return 'growing';
  return mean < 4.5 ? 'firm' : 'strong';
}

/** Half a point of a mean of two: one answer moved by one. */
const clearly = 0.5;
export type Turn = 'more' | 'same' | 'less';

export function turnOf(from: number, to: number): Turn {
  if (to - from >= clearly) return 'more';
  return from - to >= clearly ? 'less' : 'same';
}

export interface SkillProfile {
  readonly skill: Skill;
  /** Means of what was said of its items, 1 to 5; absent where nothing was. */
  readonly means: Readonly<Partial<Record<Part, number>>>;
  /** Of what was said last. */
  readonly level?: SkillLevel;
}

export function profileOf({ skills, said }: Pick<SkillsView, 'skills' | 'said'>): SkillProfile[] {
  return skills.map((one) => {
    const [before, now, back] = [said.before, said.now, said.back].map((answers) => meanOf(one, answers ?? {}));
    const means = { ...given('before', before), ...given('now', now), ...given('back', back) };
    const last = now ?? before;
    return { skill: one, means, ...(last === undefined ? {} : { level: levelOf(last) }) };
  });
}

function meanOf({ items }: Skill, answers: Readonly<Record<string, number>>): number | undefined {
  const values = items.flatMap(({ id }) => answers[id] ?? []);
  return values.length === 0 ? undefined : values.reduce((sum, one) => sum + one, 0) / values.length;
}

const given = (part: Part, mean: number | undefined): Partial<Record<Part, number>> =>
  mean === undefined ? {} : { [part]: mean };

/** The lowest of what was said last, at most two, and none that is strong already; of equals the first. */
export function lowestOf(profile: readonly SkillProfile[]): SkillProfile[] {
  const lastOf = ({ means }: SkillProfile): number => means.now ?? means.before ?? Infinity;
  return profile
    .filter(({ level }) => level !== undefined && level !== 'strong')
    .toSorted((a, b) => lastOf(a) - lastOf(b))
    .slice(0, 2);
}
