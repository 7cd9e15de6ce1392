/**
 * Puts a copy back into an empty account: everything is checked before anything is written; what broke off is gone on with; at the
 * end what stands there is held against the copy by count and sum, and people who were erased since the copy are erased again.
 */
import { mapAtOnce } from '../../../../platform/at-once.ts';
import { Failure } from '../../../../platform/errors.ts';
import { indexAgain, isTaskKey } from '../../../../platform/outbox/restored.ts';
import { weightOf } from '../../../../platform/sealed/bytes.ts';
import { tableNames, type Change, type Row, type TableName } from '../../../../platform/tables.ts';
import { copiedTables, isCopied, type Contents, type Line } from '../model.ts';
import { differing, partKey, plus, totalsOf, type Part } from '../rules.ts';
import { copiesPartition, listCopies, openCopy, readSegment, restoringRows, type Opened } from '../store.ts';
import { firstTake, type CopyDeps } from '../taking/usecases.ts';

export interface RestoreWish {
  /** The newest whole one where none is named. */
  readonly name?: string | undefined;
  /** Called when all rows stand: erases whoever was erased since the copy was made, and gives how many that were. */
  replayErasures(this: void): Promise<number>;
  heard?(this: void, step: RestoreStep): void;
}

export interface RestoreStep {
  readonly what: 'checked' | 'written' | 'compared';
  readonly done: number;
  readonly of: number;
}

export interface Restored {
  readonly name: string;
  readonly tables: Contents['tables'];
  /** Segments that an earlier run had written. */
  readonly wentOnFrom: number;
  readonly moving: readonly string[];
  readonly erasedAnew: number;
}

type Whole = Opened & { readonly contents: Contents };

/**
 * Failures `bad-input`: those of a copy that cannot be opened or is not whole; `conflict`: `account-not-empty` (with the table),
 * `account-other-copy` (with that copy); `copy-differs` when in the end something else stands there (with the tables).
 */
export async function restoreCopy(deps: CopyDeps, wish: RestoreWish): Promise<Restored> {
  const heard = wish.heard ?? ((): void => undefined);
  const name = wish.name ?? (await newestWhole(deps));
  const copy = { ...(await openCopy(deps, name)) };
  await checkCopy(deps, copy, heard);
  let mark = await beginIn(deps, name);
  const wentOnFrom = mark.value.segments;
  if (mark.value.stage === 'writing') {
    mark = await writeAll(deps, copy, mark, heard);
    await compare(deps, copy.contents, heard);
    mark = await noted(deps, mark, { ...mark.value, stage: 'erasing' });
  }
  const erasedAnew = await wish.replayErasures();
  await deps.tables.commit([restoringRows.remove(mark)]);
  const { tables, moving } = copy.contents;
  return { name, tables, moving, wentOnFrom, erasedAnew };
}

async function newestWhole({ place }: CopyDeps): Promise<string> {
  const newest = (await listCopies(place)).findLast(({ isWhole }) => isWhole);
  if (!newest) throw new Failure('bad-input', 'copy-none');
  return newest.name;
}

/** Lines of the take that counts, segment by segment. */
async function* linesOf(deps: CopyDeps, copy: Whole, from = 0): AsyncGenerator<{ place: number; lines: Line[] }> {
  const retaken = new Map(copy.contents.retaken);
  for (const [place, segment] of copy.contents.segments.entries()) {
    if (place < from) continue;
    const lines = await readSegment(deps.place, copy, segment);
    const counts = ([number, table, partition, rowKey]: Line): boolean => {
      const key = partKey(table, partition);
      return number === (retaken.get(partKey(key, rowKey)) ?? retaken.get(key) ?? firstTake);
    };
    yield { place, lines: lines.filter(counts) };
  }
}

/** Reads the whole copy, and holds it against what its manifest says. */
async function checkCopy(deps: CopyDeps, copy: Whole, heard: NonNullable<RestoreWish['heard']>): Promise<void> {
  const { contents } = copy;
  const parts = new Map<string, Part>();
  for await (const { place, lines } of linesOf(deps, copy)) {
    for (const [, table, partition, rowKey, text] of lines) addTo(parts, table, [partition, rowKey, text]);
    heard({ what: 'checked', done: place + 1, of: contents.segments.length });
  }
  const unknown = Object.keys(contents.tables).filter((table) => !tableNames.some((name) => name === table));
  const wrong = [...unknown, ...differing(Object.fromEntries(totalsOf(parts)), contents.tables)];
  if (wrong.length === 0) return;
  throw new Failure('bad-input', 'copy-broken', { fields: wrong.map((field) => ({ field, reason: 'differs' })) });
}

/** A sum for each table is enough: one part stands for it. */
function addTo(parts: Map<string, Part>, table: string, words: readonly string[]): void {
  const key = partKey(table, '');
  const part = parts.get(key) ?? { take: firstTake, rows: 0, versions: 0n, sum: 0n };
  parts.set(key, part);
  part.rows += 1;
  part.sum = plus(part.sum, weightOf(...words));
}

type Mark = Row<{ name: string; segments: number; stage: 'writing' | 'erasing' }>;

/** Where an earlier run of the same copy ended, or in an account in which nothing is. */
async function beginIn(deps: CopyDeps, name: string): Promise<Mark> {
  const before = await markIn(deps);
  if (before && before.value.name !== name)
    throw new Failure('conflict', 'account-other-copy', { fields: [{ field: before.value.name, reason: 'begun' }] });
  if (before) return before;
  for (const table of copiedTables)
    if (await hasRows(deps, table))
      throw new Failure('conflict', 'account-not-empty', { fields: [{ field: table, reason: 'rows' }] });
  await deps.tables.commit([restoringRows.create(copiesPartition, 'now', { name, segments: 0, stage: 'writing' })]);
  return theMark(deps);
}

const markIn = ({ tables }: CopyDeps): Promise<Mark | undefined> => restoringRows.find(tables, copiesPartition, 'now');

async function theMark(deps: CopyDeps): Promise<Mark> {
  const found = await markIn(deps);
  if (!found) throw new Failure('conflict', 'changed-meanwhile');
  return found;
}

async function hasRows({ tables }: CopyDeps, table: TableName): Promise<boolean> {
  for (let next: string | undefined, isFirst = true; isFirst || next !== undefined; isFirst = false) {
    const page = await tables.scan(table, next, { keys: true });
    if (page.rows.length > 0) return true;
    next = page.next;
  }
  return false;
}

async function noted(deps: CopyDeps, mark: Mark, value: Mark['value']): Promise<Mark> {
  const etag = await deps.tables.commit([restoringRows.replace(mark, value)]);
  return etag === undefined ? theMark(deps) : { ...mark, value, etag };
}

async function writeAll(
  deps: CopyDeps,
  copy: Whole,
  begun: Mark,
  heard: NonNullable<RestoreWish['heard']>,
): Promise<Mark> {
  let mark = begun;
  for await (const { place, lines } of linesOf(deps, copy, begun.value.segments)) {
    await writeLines(deps, lines);
    mark = await noted(deps, mark, { ...mark.value, segments: place + 1 });
    heard({ what: 'written', done: place + 1, of: copy.contents.segments.length });
  }
  return mark;
}

const batchesAtOnce = 12;
const [mostRows, mostCharacters] = [100, 1_000_000];

/** Written whatever is there: what a run before this one wrote is the same. */
async function writeLines(deps: CopyDeps, lines: readonly Line[]): Promise<void> {
  const waiting = lines.filter(([, , , rowKey]) => isTaskKey(rowKey));
  const tasks = waiting.map(([, table, partition, , text]) => ({ table: table as TableName, partition, text }));
  await indexAgain(deps.tables, deps.clock, tasks);
  await mapAtOnce(batchesOf(lines), batchesAtOnce, (batch) => deps.tables.commit(batch));
}

function batchesOf(lines: readonly Line[]): Change[][] {
  const open = new Map<string, { batch: Change[]; size: number }>();
  const all: Change[][] = [];
  for (const [, table, partition, rowKey, text] of lines) {
    const key = partKey(table, partition);
    let one = open.get(key);
    if (!one || one.batch.length >= mostRows || one.size + text.length > mostCharacters) {
      one = { batch: [], size: 0 };
      open.set(key, one);
      all.push(one.batch);
    }
    one.batch.push({ table: table as TableName, partition, rowKey, how: 'put', value: JSON.parse(text) as unknown });
    one.size += text.length;
  }
  return all;
}

/** What stands there now, row by row. */
async function compare(
  deps: CopyDeps,
  { tables: wanted }: Contents,
  heard: NonNullable<RestoreWish['heard']>,
): Promise<void> {
  const found = await totalsIn(deps, (done) => heard({ what: 'compared', done, of: copiedTables.length }));
  const wrong = differing(found, wanted);
  if (wrong.length > 0)
    throw new Failure('conflict', 'copy-differs', { fields: wrong.map((field) => ({ field, reason: 'differs' })) });
}

/** Count and sum of each table that is copied. */
export async function totalsIn({ tables }: Pick<CopyDeps, 'tables'>, heard: (done: number) => void = () => undefined) {
  const parts = new Map<string, Part>();
  for (const [place, table] of copiedTables.entries()) {
    for (let next: string | undefined, isFirst = true; isFirst || next !== undefined; isFirst = false) {
      const page = await tables.scan(table, next);
      for (const { partition, rowKey, text } of page.rows)
        if (isCopied(table, rowKey)) addTo(parts, table, [partition, rowKey, text]);
      next = page.next;
    }
    heard(place + 1);
  }
  return Object.fromEntries(totalsOf(parts));
}
