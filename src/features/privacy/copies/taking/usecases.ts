/**
 * Reads the state of a live account into segments, page by page, so that it can stop after each and be gone on with elsewhere.
 *
 * What a copy promises. Storage cannot be read as of a moment, and people go on writing. So:
 * 1. everything is read once; then everything is looked at again (keys, and the operation that wrote each row), and each partition
 *    that changed is taken anew, as a whole, until a look sees what was read;
 * 2. this is done over until a look finds nothing changed, at most three times. So each partition is as it was at one moment: what
 *    was written in one batch is in the copy together or not at all, a change and its tasks included;
 * 3. these moments lie between `from` and `to` of the manifest: the last pass, which takes seconds. What one partition told another
 *    in between may be in the one and not yet in the other; a task that still waits carries on where it was cut;
 * 4. a partition that is never still (`moving`) is as it was read, over as long as that took. Then it is read once more, and the rest
 *    is added of each batch of which a part was read, and every task: where a change has no task, that task is over. A batch can
 *    be torn only where one of its rows was written again in these moments. The manifest says which, and whoever asked is told.
 */
import { pause } from '../../../../platform/clock.ts';
import { isTaskKey } from '../../../../platform/outbox/restored.ts';
import type { CopyPlace } from '../../../../platform/places.ts';
import type { Platform } from '../../../../platform/platform.ts';
import { weightOf } from '../../../../platform/sealed/bytes.ts';
import type { Page } from '../../../../platform/tables.ts';
import { isCopied, type Contents, type Line, type Progress, type Reading, type Segment } from '../model.ts';
import { changedIn, fromHex, fromPartKey, fromTheTop, hexOf, isGoodEnough, mostTries, nextTable } from '../rules.ts';
import { minus, partKey, plus, readingOf, restAfter, totalsOf, type Part } from '../rules.ts';
import { putSegment, type Opened } from '../store.ts';

export type CopyDeps = Pick<Platform, 'tables' | 'clock'> & CopyPlace;

/** A copy while it is being made. */
export interface Copying extends Opened {
  pass: number;
  /** Nothing when all is read. */
  reading: Reading | undefined;
  /** Partitions to take anew in this pass. */
  waiting: string[];
  /** How many this pass found changed. */
  changed: number;
  takes: number;
  /** Machine time at which this pass began. */
  from: number;
  readonly segments: Segment[];
  readonly parts: Map<string, Part>;
  /** Versions, as the look sees them that is under way. */
  readonly seen: Map<string, bigint>;
  /** What the take under way has read: keys, with the operation that wrote the row and what it adds to the sum. */
  readonly held: Map<string, HeldRow>;
  /** `table partition key` of rows in place of which another line counts, with its take. */
  readonly mended: Map<string, number>;
  readonly moving: Set<string>;
  /** Not yet in a segment. */
  lines: string[];
  size: number;
}

interface HeldRow {
  readonly op: string;
  readonly weight: bigint;
}

/** The take of whoever is read in the first pass. */
export const firstTake = 1;
/** Characters of a segment, before it is compressed. */
const segmentSize = 4 * 1024 * 1024;

export function newCopying(copy: Opened, now: number): Copying {
  return {
    ...copy,
    ...{ pass: 1, reading: fromTheTop('read'), waiting: [], changed: 0, takes: firstTake, from: now },
    ...{
      segments: [],
      parts: new Map(),
      seen: new Map(),
      held: new Map(),
      mended: new Map(),
      moving: new Set(),
      lines: [],
      size: 0,
    },
  };
}

/** One page, and what follows when it was the last of its reading. */
export async function readPage(deps: CopyDeps, copying: Copying, reading: Reading): Promise<void> {
  const { table, partition, how, next } = reading;
  const only = {
    ...(partition === undefined ? {} : { partition }),
    ...(how === 'look' ? { keys: true as const } : {}),
  };
  const page = await deps.tables.scan(table, next, only);
  for (const row of page.rows) if (isCopied(table, row.rowKey)) (how === 'look' ? noteSeen : take)(copying, table, row);
  await writeSegment(deps, copying, segmentSize);
  copying.reading = page.next === undefined ? await ended(deps, copying, reading) : { ...reading, next: page.next };
}

type ScannedRow = Page['rows'][number];
const versionOf = ({ rowKey, op }: ScannedRow): bigint => weightOf(rowKey, op);

function noteSeen({ seen }: Copying, table: string, row: ScannedRow): void {
  const key = partKey(table, row.partition);
  seen.set(key, plus(seen.get(key) ?? 0n, versionOf(row)));
}

function take(copying: Copying, table: string, row: ScannedRow): void {
  const { partition, rowKey, text } = row;
  const key = partKey(table, partition);
  const part = copying.parts.get(key) ?? newPart(copying, key, firstTake);
  const weight = weightOf(partition, rowKey, text);
  part.rows += 1;
  part.versions = plus(part.versions, versionOf(row));
  part.sum = plus(part.sum, weight);
  if (copying.pass > 1) copying.held.set(rowKey, { op: row.op, weight });
  addLine(copying, [part.take, table, partition, rowKey, text]);
}

function addLine(copying: Copying, one: Line): void {
  const written = JSON.stringify(one);
  copying.lines.push(written);
  copying.size += written.length;
}

function newPart({ parts }: Copying, key: string, number: number): Part {
  const part: Part = { take: number, rows: 0, versions: 0n, sum: 0n };
  parts.set(key, part);
  return part;
}

/** When there is as much as `least`. */
export async function writeSegment({ place }: CopyDeps, copying: Copying, least: number): Promise<void> {
  if (copying.lines.length === 0 || copying.size < least) return;
  copying.segments.push(await putSegment(place, copying, copying.segments.length + 1, copying.lines));
  [copying.lines, copying.size] = [[], 0];
}

/** What is read next. */
function ended(deps: CopyDeps, copying: Copying, reading: Reading): Reading | undefined | Promise<Reading | undefined> {
  const { table, partition, how } = reading;
  if (partition !== undefined)
    return how === 'read'
      ? readingOf(partKey(table, partition), 'look', reading.tries)
      : lookedAt(deps, copying, reading);
  if (how === 'look') {
    copying.waiting.push(...changedIn(table, copying.parts, copying.seen));
    copying.seen.clear();
  }
  const next = nextTable(reading);
  if (next) return next;
  copying.changed = copying.waiting.length;
  return how === 'read' ? nextPass(deps, copying) : takeNext(deps, copying);
}

function nextPass({ clock }: CopyDeps, copying: Copying): Reading {
  copying.pass += 1;
  copying.from = clock.machine();
  return fromTheTop('look');
}

function takeNext(deps: CopyDeps, copying: Copying): Reading | undefined {
  const key = copying.waiting.pop();
  if (key !== undefined) return takeAnew(copying, key, 1);
  return isGoodEnough(copying.pass, copying.changed) ? undefined : nextPass(deps, copying);
}

function takeAnew(copying: Copying, key: string, tries: number): Reading {
  newPart(copying, key, (copying.takes += 1));
  copying.held.clear();
  copying.moving.delete(key);
  for (const row of copying.mended.keys()) if (row.startsWith(`${key} `)) copying.mended.delete(row);
  return readingOf(key, 'read', tries);
}

/** Whether the partition was still while it was taken. */
async function lookedAt(deps: CopyDeps, copying: Copying, { table, partition = '', tries }: Reading) {
  const key = partKey(table, partition);
  const isStill = (copying.seen.get(key) ?? 0n) === copying.parts.get(key)?.versions;
  copying.seen.clear();
  if (isStill) return takeNext(deps, copying);
  if (tries < mostTries) {
    await pause(restAfter(tries));
    return takeAnew(copying, key, tries + 1);
  }
  await mend(deps, copying, key);
  copying.moving.add(key);
  return takeNext(deps, copying);
}

/** Adds what belongs to what was read: the rest of its batches, and tasks, of which each stands there by now or is over. */
async function mend(deps: CopyDeps, copying: Copying, key: string): Promise<void> {
  const { table, partition } = fromPartKey(key);
  const begun = new Set([...copying.held.values()].map(({ op }) => op));
  const number = (copying.takes += 1);
  for (let next: string | undefined, isFirst = true; isFirst || next !== undefined; isFirst = false) {
    const page = await deps.tables.scan(table, next, { partition });
    for (const row of page.rows.filter(({ rowKey }) => isCopied(table, rowKey))) {
      const held = copying.held.get(row.rowKey);
      const isRest = begun.has(row.op) && held?.op !== row.op;
      if (!held && (isRest || isTaskKey(row.rowKey))) take(copying, table, row);
      else if (held && isRest) takeInstead(copying, table, { row, held, number });
    }
    await writeSegment(deps, copying, segmentSize);
    next = page.next;
  }
}

interface Instead {
  readonly row: ScannedRow;
  readonly held: HeldRow;
  readonly number: number;
}

function takeInstead(copying: Copying, table: string, { row, held, number }: Instead): void {
  const { parts, mended } = copying;
  const { partition, rowKey, text } = row;
  const key = partKey(table, partition);
  const part = parts.get(key);
  if (part) part.sum = plus(minus(part.sum, held.weight), weightOf(partition, rowKey, text));
  mended.set(partKey(key, rowKey), number);
  addLine(copying, [number, table, partition, rowKey, text]);
}

/** When all is read. */
export function contentsOf(copying: Copying, now: number): Contents {
  const { parts, segments, from, moving } = copying;
  return {
    ...{ segments, from, to: now, moving: [...moving] },
    tables: Object.fromEntries(totalsOf(parts)),
    retaken: [
      ...[...parts].flatMap(([key, { take: number, rows }]): [string, number][] =>
        number === firstTake ? [] : [[key, rows === 0 ? 0 : number]],
      ),
      ...copying.mended,
    ],
  };
}

/** Without what is not yet in a segment. */
export function progressOf(copying: Copying, reading: Reading): Progress {
  const { pass, waiting, changed, takes, from, segments, parts, seen, held, mended, moving } = copying;
  return {
    ...{ pass, reading, waiting, changed, takes, from, segments, mended: [...mended], moving: [...moving] },
    held: [...held].map(([key, { op, weight }]) => [key, op, hexOf(weight)]),
    parts: [...parts].map(([key, one]) => [key, [one.take, one.rows, hexOf(one.versions), hexOf(one.sum)]]),
    seen: [...seen].map(([key, sum]) => [key, hexOf(sum)]),
  };
}

export function copyingFrom(copy: Opened, { parts, seen, held, mended, moving, ...rest }: Progress): Copying {
  const partOf = ([number, rows, versions, sum]: Progress['parts'][number][1]): Part => ({
    ...{ take: number, rows, versions: fromHex(versions), sum: fromHex(sum) },
  });
  return {
    ...{ header: copy.header, key: copy.key, ...rest, lines: [], size: 0 },
    parts: new Map(parts.map(([key, one]) => [key, partOf(one)])),
    seen: new Map(seen.map(([key, sum]) => [key, fromHex(sum)])),
    held: new Map(held.map(([key, op, weight]) => [key, { op, weight: fromHex(weight) }])),
    ...{ mended: new Map(mended), moving: new Set(moving) },
  };
}
