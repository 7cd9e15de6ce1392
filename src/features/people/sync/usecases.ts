/**
 * Keeps our directory like the organisation's: everybody at first, then what changed; everybody again when Graph lost its place, or when
 * more is asked of it than before. It is read some pages at a time, and how far it is stands in a row: a large directory takes
 * longer than a worker may hold a task, and what was read is not read again after a fault.
 */
import type { DirectoryUser } from '../../../platform/directory.ts';
import { Failure, isFailure } from '../../../platform/errors.ts';
import { userFields } from '../../../platform/graph/users.ts';
import { idOf } from '../../../platform/ids.ts';
import type { Platform } from '../../../platform/platform.ts';
import type { Row } from '../../../platform/tables.ts';
import { forgottenAmong } from '../forgotten/usecases.ts';
import type { Person } from '../model.ts';
import { seenRows, syncRows, type SyncState } from '../store.ts';
import { everybodyBefore, mergeAll, rowsNow, writePeople, type Before } from './writing/usecases.ts';

export interface SyncResult {
  readonly full: boolean;
  readonly written: number;
  readonly left: number;
  readonly pages: number;
  /** False when the time was used up: the next call goes on where this one ended. */
  readonly isDone: boolean;
}

const key = ['system', 'directory'] as const;
const seenPartition = 'directory-seen';
/** 1,600 people fill about one batch of each bucket. */
const pagesInAChunk = 8;

type Under = NonNullable<SyncState['under']>;

/** `within`: milliseconds of real time after which it stops at the next good place. */
export async function syncDirectory(deps: Platform, within = Infinity): Promise<SyncResult> {
  const end = deps.clock.machine() + within;
  let row = await syncRows.find(deps.tables, ...key);
  let under = row?.value.under ?? (await begun(deps, row?.value));
  let before = await beforeOf(deps, under);
  const written = new Set<string>();
  let next = readChunk(deps, under.link);
  for (;;) {
    const chunk = await next;
    if (chunk === 'resync-needed') {
      if (under.full && under.pages === 0) throw new Failure('unavailable', 'graph-down');
      under = await begun(deps, undefined);
      before = await beforeOf(deps, under);
      next = readChunk(deps, undefined);
      continue;
    }
    const isLast = chunk.next === undefined;
    // The next pages are fetched while these are written; where that fails is asked when they are needed.
    next = isLast || deps.clock.machine() >= end ? next : ahead(readChunk(deps, chunk.next));
    under = await keepChunk(deps, { under, before, written, known: row?.value.people ?? 0 }, chunk);
    if (isLast) return finish(deps, { row, under, before, written, delta: chunk.delta });
    row = await keepState(deps, row, { people: row?.value.people ?? 0, under });
    if (deps.clock.machine() >= end) return { ...resultOf(under), isDone: false };
  }
}

const ahead = <T>(fetched: Promise<T>): Promise<T> => {
  fetched.catch(() => undefined);
  return fetched;
};

/** A link that was made for fewer properties would never tell the others. */
async function begun(deps: Platform, state: SyncState | undefined): Promise<Under> {
  const link = state?.delta !== undefined && state.fields === userFields ? state.delta : undefined;
  if (link === undefined) for (const row of await seenRows.list(deps.tables, seenPartition)) await forget(deps, row);
  const counts = { pages: 0, fresh: 0, written: 0, left: 0 };
  return { full: link === undefined, ...(link === undefined ? {} : { link }), ...counts };
}

/** Of a whole reading all rows are needed, of changes those that they name. */
async function beforeOf(deps: Platform, { full }: Under): Promise<Before> {
  return full ? everybodyBefore(deps) : new Map();
}

interface Chunk {
  readonly users: readonly DirectoryUser[];
  readonly removed: readonly string[];
  readonly pages: number;
  readonly next: string | undefined;
  readonly delta: string | undefined;
}

async function readChunk(deps: Platform, from: string | undefined): Promise<Chunk | 'resync-needed'> {
  const users: DirectoryUser[] = [];
  const removed: string[] = [];
  let link = from;
  for (let pages = 1; ; pages += 1) {
    const page = await deps.directory.changes(link);
    if (page.outcome === 'resync-needed') return page.outcome;
    users.push(...page.users);
    removed.push(...page.removed);
    const { next, delta } = page;
    if (next === undefined || pages === pagesInAChunk) return { users, removed, pages, next, delta };
    link = next;
  }
}

interface Reading {
  readonly under: Under;
  readonly before: Before;
  /** Whom this call has written: their rows are others by now. */
  readonly written: Set<string>;
  /** How many people the directory had. */
  readonly known: number;
}

async function keepChunk(deps: Platform, { under, before, written, known }: Reading, chunk: Chunk): Promise<Under> {
  const { removed, pages, next } = chunk;
  const users = await withoutForgotten(deps, chunk.users);
  const ids = [...users.map(({ id }) => id), ...removed];
  const stale = under.full ? ids.filter((id) => written.has(id)) : ids;
  for (const [id, row] of await rowsNow(deps, stale, known)) before.set(id, row);
  const managers = under.full ? await missingManagers(deps, users) : new Map<string, string | null>();
  const goneManagers = await forgottenAmong(
    deps,
    [...managers.values()].flatMap((one) => one ?? []),
  );
  const merged = mergeAll(before, users, withoutGone(managers, goneManagers));
  const left = markLeft(deps, before, under.full ? [] : removed);
  const fresh = [...merged.keys()].filter((id) => !before.has(id) && !written.has(id)).length;
  const count = await writePeople(deps, before, [...merged.values(), ...left]);
  for (const id of merged.keys()) written.add(id);
  if (under.full && ids.length > 0)
    await deps.tables.commit([seenRows.put(seenPartition, idOf('seen', String(under.pages)), [...merged.keys()])]);
  const { link: _, ...rest } = under;
  return {
    ...rest,
    ...(next === undefined ? {} : { link: next }),
    pages: under.pages + pages,
    fresh: under.fresh + fresh,
    written: under.written + count,
    left: under.left + left.length,
  };
}

/** Whoever asked to be forgotten is read by nobody, as a manager of others neither. */
async function withoutForgotten(deps: Platform, users: readonly DirectoryUser[]): Promise<readonly DirectoryUser[]> {
  const gone = await forgottenAmong(deps, [...new Set(users.flatMap(({ id, managerId }) => [id, managerId ?? id]))]);
  if (gone.size === 0) return users;
  return users
    .filter(({ id }) => !gone.has(id))
    .map((one) => (one.managerId && gone.has(one.managerId) ? { ...one, managerId: null } : one));
}

function withoutGone(
  managers: ReadonlyMap<string, string | null>,
  gone: ReadonlySet<string>,
): ReadonlyMap<string, string | null> {
  if (gone.size === 0) return managers;
  return new Map([...managers].map(([id, of]) => [id, of !== null && gone.has(of) ? null : of]));
}

/** Graph's first answer may name no managers; then they are asked for. */
function missingManagers(deps: Platform, users: readonly DirectoryUser[]): Promise<ReadonlyMap<string, string | null>> {
  const unknown = users.filter((user) => user.managerId === undefined && user.userType !== 'Guest');
  return deps.directory.managersOf(unknown.map((user) => user.id));
}

function markLeft(deps: Platform, before: Before, ids: readonly string[]): Person[] {
  return ids.flatMap((id) => {
    const known = before.get(id)?.value;
    return known && known.leftAt === undefined ? [{ ...known, leftAt: deps.clock.now() }] : [];
  });
}

interface Ended extends Omit<Reading, 'known'> {
  readonly row: Row<SyncState> | undefined;
  readonly delta: string | undefined;
}

/** Whoever a whole reading did not name has left. */
async function finish(deps: Platform, { row, under, before, written, delta }: Ended): Promise<SyncResult> {
  const seen = under.full ? await seenRows.list(deps.tables, seenPartition) : [];
  const named = new Set(seen.flatMap(({ value }) => value));
  const left = under.full
    ? markLeft(
        deps,
        before,
        [...before.keys()].filter((id) => !named.has(id)),
      )
    : [];
  const count = await writePeople(deps, before, left);
  const fresh = [...written].filter((id) => !before.has(id)).length;
  const known = under.full ? before.size + fresh : (row?.value.people ?? 0) + under.fresh;
  const ended = { ...under, written: under.written + count, left: under.left + left.length };
  await keepState(deps, row, {
    ...(delta === undefined ? {} : { delta, fields: userFields }),
    ...{ finishedAt: deps.clock.now(), people: known },
  });
  for (const one of seen) await forget(deps, one);
  return { ...resultOf(ended), isDone: true };
}

async function forget(deps: Platform, row: Row<readonly string[]>): Promise<void> {
  await deps.tables.commit([seenRows.remove(row)]).catch((error: unknown) => {
    if (!isFailure(error, 'conflict')) throw error;
  });
}

const resultOf = ({ full, written, left, pages }: Under): Omit<SyncResult, 'isDone'> => ({
  full,
  written,
  left,
  pages,
});

/** With the former delta link as long as the new one is not there. */
async function keepState(deps: Platform, row: Row<SyncState> | undefined, next: SyncState): Promise<Row<SyncState>> {
  const { delta, fields, finishedAt } = row?.value ?? {};
  const former = next.under
    ? {
        ...(delta === undefined ? {} : { delta }),
        ...(fields === undefined ? {} : { fields }),
        ...(finishedAt === undefined ? {} : { finishedAt }),
      }
    : {};
  const value = { ...former, ...next };
  const change = row ? syncRows.replace(row, value) : syncRows.create(key[0], key[1], value);
  const etag = await deps.tables.commit([change]);
  const kept =
    etag === undefined
      ? await syncRows.find(deps.tables, ...key)
      : { ...{ partition: key[0], key: [key[1]] }, value, etag };
  if (!kept) throw new Failure('conflict', 'changed-meanwhile');
  return kept;
}
