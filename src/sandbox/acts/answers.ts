/** Plausible questionnaires of seeded people: different for each, the same at every run. */
import type { Questionnaire } from '../../features/recruitment/model.ts';
import { ambitions, interests, spoken, topics, values } from '../../features/recruitment/model.ts';
import type { Random } from '../organisation/random.ts';

type Language = (typeof spoken)[number];

function some<T>(list: readonly T[], count: number, random: Random): T[] {
  const left = [...list];
  return Array.from({ length: Math.min(count, left.length) }, () => left.splice(random.below(left.length), 1)).flat();
}

/** A few topics are sought and offered by many, as everywhere. */
function someTopics(count: number, random: Random): Questionnaire['sought'] {
  const common = topics.slice(0, 10);
  const picked = new Set([...some(common, Math.ceil(count * 0.7), random), ...some(topics, count, random)]);
  return [...picked].slice(0, count).map((topic) => ({ topic, level: 1 + random.below(3) }));
}

export function plausibleAnswers(role: Questionnaire['role'], language: string, random: Random): Questionnaire {
  const own: Language = spoken.find((one) => one === language) ?? 'en';
  const languages = [
    ...new Set<Language>([
      own,
      ...(random.chance(0.75) ? (['en'] as const) : []),
      ...(random.chance(0.3) ? (['fr'] as const) : []),
    ]),
  ];
  return {
    role,
    sought: role === 'mentor' ? [] : someTopics(random.between(2, 5), random),
    offered: role === 'mentee' ? [] : someTopics(random.between(3, 7), random),
    ambitions: some(ambitions, random.between(1, 3), random),
    interests: some(interests, random.between(2, 6), random),
    values: some(values, 5, random),
    languages,
    meeting: random.weighted([
      { weight: 6, form: 'either' as const },
      { weight: 3, form: 'remote' as const },
      { weight: 1, form: 'site' as const },
    ]).form,
    hoursAMonth: random.between(1, 3),
    capacity: random.chance(0.3) ? 2 : 1,
    wishes: { department: random.chance(0.3) ? 'other' : 'any', picks: [] },
    ratherNot: [],
    motivation: '',
    mayShowName: true,
  };
}
