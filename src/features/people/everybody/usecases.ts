/** Everybody at once, for whoever counts or chooses people: as it is now, or as this process last read it while the directory has not been read anew. */
import type { Platform } from '../../../platform/platform.ts';
import type { Tables } from '../../../platform/tables.ts';
import { originOf } from '../../../platform/tables/look.ts';
import { isCandidate, type Person } from '../model.ts';
import { allPeople, syncRows } from '../store.ts';
import { levelsFromTop } from './rules.ts';

type Told = Pick<Person, 'id' | 'name' | 'kind' | 'enabled'>;
type Perhaps = 'department' | 'site' | 'country' | 'language' | 'jobTitle' | 'hiredOn' | 'leftAt';

/** Of a person what one can be chosen by, and no address; `level` is that from the top, 1 being the top. */
export type Colleague = Readonly<Told & { [K in Perhaps]: Person[K] | undefined } & { level: number | undefined }>;

interface Read {
  readonly stamp: number;
  readonly found: Promise<readonly Colleague[]>;
}

const kept = new WeakMap<Tables, Read>();

/** As it is now, who left included. */
export async function everybody(deps: Pick<Platform, 'tables'>): Promise<readonly Colleague[]> {
  const rows = await allPeople(deps.tables);
  return colleagues(rows.map(({ value }) => value));
}

/**
 * As it was when the directory was last read from Graph, for a count that is asked again and again: 100,000 people are read in seconds and
 * counted in milliseconds. Rows of people change by that reading only.
 */
export async function everybodyAsRead(deps: Pick<Platform, 'tables'>): Promise<readonly Colleague[]> {
  const state = (await syncRows.find(deps.tables, 'system', 'directory'))?.value;
  const before = kept.get(originOf(deps.tables));
  // Before the first reading is over there is nothing to go by; while a later one is on its way, the former holds.
  if (state?.finishedAt === undefined) return everybody(deps);
  if (before && (state.under || before.stamp === state.finishedAt)) return before.found;
  const found = everybody(deps);
  kept.set(originOf(deps.tables), { stamp: state.finishedAt, found });
  found.catch(() => kept.delete(originOf(deps.tables)));
  return found;
}

/** The same text is one text: departments, sites and titles come again thousands of times. */
function colleagues(all: readonly Person[]): Colleague[] {
  const texts = new Map<string, string>();
  const one = (text: string | undefined): string | undefined => {
    if (text === undefined) return undefined;
    if (!texts.has(text)) texts.set(text, text);
    return texts.get(text);
  };
  const levels = levelsFromTop(all.filter(isInTree));
  return all.map((person) => ({
    ...{ id: person.id, name: person.name, language: person.language, hiredOn: person.hiredOn },
    ...{ kind: person.kind, enabled: person.enabled, leftAt: person.leftAt },
    department: one(person.department),
    site: one(person.site),
    country: one(person.country),
    jobTitle: one(person.jobTitle),
    level: isCandidate(person) ? levels.get(person.id) : undefined,
  }));
}

/** Whoever left stays in the tree, for those who have not been given another manager yet. */
const isInTree = ({ kind }: Person): boolean => kind === 'member';
