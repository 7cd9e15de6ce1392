/** Keeps our directory like the organisation's: everybody at first, then what changed; everybody again when Graph lost its place. */
import { Failure } from '../../../platform/errors.ts';
import type { DirectoryUser } from '../../../platform/directory.ts';
import type { Platform } from '../../../platform/platform.ts';
import type { Change, Row } from '../../../platform/tables.ts';
import type { Person } from '../model.ts';
import { allPeople, bucketOfPerson, findRow, people, syncRows } from '../store.ts';
import { mergePerson, samePerson } from './rules.ts';

export interface SyncResult {
  readonly full: boolean;
  readonly written: number;
  readonly left: number;
}

const key = ['system', 'directory'] as const;
const fewPeople = 100;

export async function syncDirectory(deps: Platform): Promise<SyncResult> {
  const state = await syncRows.find(deps.tables, ...key);
  const pages = await readAll(deps, state?.value.delta);
  const full = state?.value.delta === undefined || pages === 'resync-needed';
  const { users, removed, delta } = pages === 'resync-needed' ? await readEverybody(deps) : pages;

  const named = full ? undefined : [...users.map(({ id }) => id), ...removed];
  const before = new Map((await rowsBefore(deps, named)).map((row) => [row.value.id, row]));
  const managers = full ? await missingManagers(deps, users) : new Map<string, string | null>();
  const merged = mergeAll(before, users, managers);
  const gone = full ? [...before.keys()].filter((id) => !merged.has(id)) : removed;
  const left = markLeft(deps, before, gone);
  const written = await write(deps, before, [...merged.values(), ...left]);

  const fresh = [...merged.keys()].filter((id) => !before.has(id)).length;
  const count = fresh + (full ? before.size : (state?.value.people ?? 0));
  const next = { ...(delta === undefined ? {} : { delta }), finishedAt: deps.clock.now(), people: count };
  await deps.tables.commit([state ? syncRows.replace(state, next) : syncRows.create(key[0], key[1], next)]);
  return { full, written, left: left.length };
}

/** Mostly nothing has changed, or a few people have: then only their rows are read. */
async function rowsBefore(deps: Platform, named: readonly string[] | undefined): Promise<Row<Person>[]> {
  if (named === undefined || named.length > fewPeople) return allPeople(deps.tables);
  const found = await Promise.all([...new Set(named)].map((id) => findRow(deps.tables, id)));
  return found.filter((row) => row !== undefined);
}

interface Pages {
  readonly users: readonly DirectoryUser[];
  readonly removed: readonly string[];
  readonly delta: string | undefined;
}

async function readAll(deps: Platform, from: string | undefined): Promise<Pages | 'resync-needed'> {
  const users: DirectoryUser[] = [];
  const removed: string[] = [];
  for (let link = from; ;) {
    const page = await deps.directory.changes(link);
    if (page.outcome === 'resync-needed') return page.outcome;
    users.push(...page.users);
    removed.push(...page.removed);
    if (page.next === undefined) return { users, removed, delta: page.delta };
    link = page.next;
  }
}

async function readEverybody(deps: Platform): Promise<Pages> {
  const pages = await readAll(deps, undefined);
  if (pages === 'resync-needed') throw new Failure('unavailable', 'graph-down');
  return pages;
}

/** Graph's first answer may name no managers; then they are asked for. */
function missingManagers(deps: Platform, users: readonly DirectoryUser[]): Promise<ReadonlyMap<string, string | null>> {
  const unknown = users.filter((user) => user.managerId === undefined && user.userType !== 'Guest');
  return deps.directory.managersOf(unknown.map((user) => user.id));
}

/** A person may come several times in one answer; the later word counts. */
function mergeAll(
  before: ReadonlyMap<string, Row<Person>>,
  users: readonly DirectoryUser[],
  managers: ReadonlyMap<string, string | null>,
): Map<string, Person> {
  const merged = new Map<string, Person>();
  for (const user of users) {
    const known = merged.get(user.id) ?? before.get(user.id)?.value;
    merged.set(
      user.id,
      mergePerson(known, { ...user, managerId: user.managerId === undefined ? managers.get(user.id) : user.managerId }),
    );
  }
  return merged;
}

function markLeft(deps: Platform, before: ReadonlyMap<string, Row<Person>>, ids: readonly string[]): Person[] {
  return ids.flatMap((id) => {
    const known = before.get(id)?.value;
    return known && known.leftAt === undefined ? [{ ...known, leftAt: deps.clock.now() }] : [];
  });
}

async function write(
  deps: Platform,
  before: ReadonlyMap<string, Row<Person>>,
  wanted: readonly Person[],
): Promise<number> {
  const byBucket = new Map<string, Change[]>();
  for (const one of wanted) {
    const row = before.get(one.id);
    if (row && samePerson(row.value, one)) continue;
    const bucket = bucketOfPerson(one.id);
    const change = row ? people.replace(row, one) : people.create(bucket, one.id, one);
    byBucket.set(bucket, [...(byBucket.get(bucket) ?? []), change]);
  }
  const batches = [...byBucket.values()].flatMap((changes) => inBatches(changes));
  for (const batch of batches) await deps.tables.commit(batch);
  return batches.reduce((sum, batch) => sum + batch.length, 0);
}

function inBatches(changes: readonly Change[]): Change[][] {
  return Array.from({ length: Math.ceil(changes.length / 100) }, (_, at) => changes.slice(at * 100, (at + 1) * 100));
}
