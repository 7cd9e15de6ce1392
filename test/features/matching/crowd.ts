/** A programme with a crowd of applicants who differ as people do: sites, departments, languages, topics; the same for the same numbers. */
import { bucketOfPerson, people } from '../../../src/features/people/store.ts';
import { ambitions, interests, topics, values } from '../../../src/features/recruitment/model.ts';
import { applications } from '../../../src/features/recruitment/store.ts';
import type { Person } from '../../../src/features/people/model.ts';
import type { Change } from '../../../src/platform/tables.ts';
import { aPerson, type TestApp } from '../../support/app.ts';
import { anApplication } from '../pairs/journey.ts';

export interface CrowdSize {
  readonly mentees: number;
  readonly mentors: number;
}

/** Mentors have these numbers from here on. */
export const firstMentor = 50_001;

const given = ['Amina', 'Bram', 'Chloé', 'Daan', 'Elif', 'Fatima', 'Gilles', 'Hanne', 'Ilse', 'Jonas', 'Karim', 'Léa'];
const family = ['Peeters', 'Dubois', 'Yılmaz', 'Janssens', 'Lambert', 'Maes', 'El Amrani', 'Claes', 'Müller', 'Nowak'];
const sites = ['Ghent', 'Liège', 'Antwerp', 'Eupen', 'Brussels'];
const departments = ['Finance', 'Engineering', 'Sales', 'People', 'Operations', 'Legal', 'Care'];

export async function addCrowd(app: TestApp, programmeId: string, { mentees, mentors }: CrowdSize): Promise<void> {
  const numbers = [
    ...Array.from({ length: mentees }, (_, at) => at + 1),
    ...Array.from({ length: mentors }, (_, at) => firstMentor + at),
  ];
  const here = numbers.map(someone);
  await inBatches(
    app,
    here.map((one) => people.put(bucketOfPerson(one.id), one.id, one)),
  );
  await inBatches(
    app,
    numbers.map((number) => {
      const one = applicationOf(programmeId, number);
      return applications.put(programmeId, one.personId, one);
    }),
  );
}

async function inBatches({ deps }: TestApp, rows: readonly Change[]): Promise<void> {
  for (const partition of new Set(rows.map((row) => row.partition))) {
    const own = rows.filter((row) => row.partition === partition);
    for (let start = 0; start < own.length; start += 100) await deps.tables.commit(own.slice(start, start + 100));
  }
}

export function someone(number: number): Person {
  const below = drawsOf(number);
  const name = `${given[below(given.length)]} ${family[below(family.length)]} ${number}`;
  const site = sites[Math.min(below(sites.length), below(sites.length))]!;
  const language = (['nl', 'fr', 'de', 'en'] as const)[below(4)]!;
  return aPerson(number, { name, site, language, department: departments[below(departments.length)]! });
}

export function applicationOf(programmeId: string, number: number) {
  const below = drawsOf(number + 7_000_000);
  const some = <T>(all: readonly T[], count: number): T[] => [
    ...new Set(Array.from({ length: count }, () => all[below(all.length)]!)),
  ];
  const wanted = some(topics, 2 + below(3)).map((topic) => ({ topic, level: 1 + below(3) }));
  const isMentor = number >= firstMentor;
  return anApplication(programmeId, number, isMentor ? 'mentor' : 'mentee', {
    ...{ sought: isMentor ? [] : wanted, offered: isMentor ? wanted : [] },
    ...{ ambitions: some(ambitions, below(3)), interests: some(interests, below(6)), values: some(values, below(6)) },
    languages: (['nl', 'fr', 'en'] as const).filter((_, at) => at === below(3) || below(2) === 0),
    meeting: (['either', 'either', 'either', 'remote', 'site'] as const)[below(5)]!,
    capacity: 1 + below(2),
    wishes: { department: (['any', 'other', 'same'] as const)[below(3)]!, picks: [] },
  });
}

/** mulberry32. */
export function drawsOf(seed: number): (n: number) => number {
  let state = Math.imul(seed, 2_654_435_761) >>> 0;
  return (n) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 2 ** 32) * n);
  };
}
