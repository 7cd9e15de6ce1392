/**
 * Whom one might ask to be a mentor: where those are who could help with a topic that is short, and where fewest have been asked. Places and
 * levels, never people by name: nobody is ranked.
 */
import { bandOf } from '../../../release/rules.ts';
import { tenureOn, type TenureId } from '../../../people/everybody/rules.ts';
import type { Colleague } from '../../../people/everybody/usecases.ts';
import type { Filters } from '../../../surveys/audience/model.ts';
import { fitsRule } from '../../../surveys/audience/rules.ts';
import type { Topic } from '../../../surveys/needs/model.ts';
import type { Suggestion } from '../model.ts';

/** Who is likely to know a topic from their own way: by level, or by how long they have been here. */
type Profile = 'leads' | 'long-here' | 'some-years';

const profiles: Readonly<Record<Topic, Profile>> = {
  step: 'long-here',
  skill: 'long-here',
  network: 'long-here',
  trust: 'some-years',
  balance: 'some-years',
  place: 'some-years',
  lead: 'leads',
  language: 'some-years',
};

const stays: Readonly<Record<Exclude<Profile, 'leads'>, readonly TenureId[]>> = {
  'long-here': ['ten-years', 'longer'],
  'some-years': ['five-years', 'ten-years', 'longer'],
};

export interface Grounds {
  /** Who can be asked. */
  readonly people: readonly Colleague[];
  readonly short: readonly { readonly topic: Topic; readonly name: string }[];
  /** By this programme, and by all in the last twelve months. */
  readonly invited: ReadonlySet<string>;
  readonly times: ReadonlyMap<string, number>;
  readonly limit: number;
  readonly today: string;
}

/** Departments in one suggestion. */
const places = 3;
/** Fewer are no place to look. */
const leastPeople = 10;

/** One for each topic that is short, and one for where fewest were asked. */
export function suggest(grounds: Grounds): Suggestion[] {
  const topics = grounds.short.flatMap((one) => suggestionOf(grounds, profileRule(grounds, profiles[one.topic]), one));
  return [...topics, ...suggestionOf(grounds, profileRule(grounds, 'some-years'), undefined)];
}

/** Where the directory has no days of hiring, those who have somebody below them are the next best. */
function profileRule({ people, today }: Grounds, profile: Profile): Filters {
  const tenure = tenureOn(today);
  if (profile !== 'leads' && people.some(({ hiredOn }) => tenure(hiredOn) !== undefined))
    return { tenures: [...stays[profile]] };
  const lowest = people.reduce((most, { level = 0 }) => Math.max(most, level), 0);
  // The two lowest levels of a deep organisation lead nobody, or small teams.
  const last = Math.max(1, lowest <= 3 ? lowest - 1 : lowest - 2);
  return lowest === 0 ? {} : { levels: Array.from({ length: last }, (_, at) => at + 1) };
}

function suggestionOf(grounds: Grounds, rule: Filters, topic: Grounds['short'][number] | undefined): Suggestion[] {
  const { people, invited, times, limit, today } = grounds;
  const fits = fitsRule(rule, { groups: new Map(), participants: new Map(), today });
  const byDepartment = new Map<string, { all: number; asked: number; free: number }>();
  for (const one of people) {
    if (one.department === undefined || !fits(one)) continue;
    const place = byDepartment.get(one.department) ?? { all: 0, asked: 0, free: 0 };
    const asked = times.get(one.id) ?? 0;
    place.all += 1;
    if (asked > 0) place.asked += 1;
    if (asked < limit && !invited.has(one.id)) place.free += 1;
    byDepartment.set(one.department, place);
  }
  const ranked = [...byDepartment]
    .filter(([, { free }]) => free >= leastPeople)
    .toSorted(([a, x], [b, y]) => x.asked / x.all - y.asked / y.all || y.free - x.free || (a < b ? -1 : 1))
    .slice(0, places);
  if (ranked.length === 0) return [];
  const sum = (count: 'all' | 'asked' | 'free'): number => ranked.reduce((total, [, place]) => total + place[count], 0);
  return [
    {
      ...(topic ? { topic: topic.topic, name: topic.name } : {}),
      audience: { kind: 'chosen', departments: ranked.map(([name]) => name).toSorted(), ...rule },
      people: bandOf(sum('free')),
      askedShare: Math.round((20 * sum('asked')) / sum('all')) * 5,
    },
  ];
}
