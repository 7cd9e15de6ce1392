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
 * 4. a partition that is never still (`moving`) is as it was read, over as long as that took. Its tasks are read once more at the
 *    end: where a change has no task, that task is over. The manifest says which, and whoever asked for the copy is told.
 */
import { pause } from '../../../../platform/clock.ts';
import { isTaskKey } from '../../../../platform/outbox/restored.ts';
import type { CopyPlace } from '../../../../platform/places.ts';
import type { Platform } from '../../../../platform/platform.ts';
import { weightOf } from '../../../../platform/sealed/bytes.ts';
import type { Page } from '../../../../platform/tables.ts';
import { isCopied, type Contents, type Progress, type Reading, type Segment } from '../model.ts';
import { changedIn, fromHex, fromPartKey, fromTheTop, hexOf, isGoodEnough, mostTries, nextTable } from '../rules.ts';
import { partKey, plus, readingOf, restAfter, totalsOf, type Part } from '../rules.ts';
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
  /** Tasks that the take under way has read. */
  readonly early: Set<string>;
  readonly moving: Set<string>;
  /** Not yet in a segment. */
  lines: string[];
  size: number;
}

/** The take of whoever is read in the first pass. */
export const firstTake = 1;
/** Characters of a segment, before it is compressed. */
const segmentSize = 4 * 1024 * 1024;

export function newCopying(copy: Opened, now: number): Copying {
  return {
    ...copy,
    ...{ pass: 1, reading: fromTheTop('read'), waiting: [], changed: 0, takes: firstTake, from: now },
    ...{ segments: [], parts: new Map(), seen: new Map(), early: new Set(), moving: new Set(), lines: [], size: 0 },
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
  part.rows += 1;
  part.versions = plus(part.versions, versionOf(row));
  part.sum = plus(part.sum, weightOf(partition, rowKey, text));
  if (copying.pass > 1 && isTaskKey(rowKey)) copying.early.add(rowKey);
  const written = JSON.stringify([part.take, table, partition, rowKey, text]);
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
  copying.early.clear();
  copying.moving.delete(key);
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
  await takeLateTasks(deps, copying, key);
  copying.moving.add(key);
  return takeNext(deps, copying);
}

/** Each change that was read came with its tasks: they stand there by now, or are over. */
async function takeLateTasks({ tables }: CopyDeps, copying: Copying, key: string): Promise<void> {
  const { table, partition } = fromPartKey(key);
  const found = await tables.range(table, partition, { from: 'task.', to: 'task.~' });
  for (const row of found) if (!copying.early.has(row.rowKey)) take(copying, table, { ...row, partition, op: 'late' });
}

/** When all is read. */
export function contentsOf(copying: Copying, now: number): Contents {
  const { parts, segments, from, moving } = copying;
  return {
    ...{ segments, from, to: now, moving: [...moving] },
    tables: Object.fromEntries(totalsOf(parts)),
    retaken: [...parts].flatMap(([key, { take: number, rows }]): [string, number][] =>
      number === firstTake ? [] : [[key, rows === 0 ? 0 : number]],
    ),
  };
}

/** Without what is not yet in a segment. */
export function progressOf(copying: Copying, reading: Reading): Progress {
  const { pass, waiting, changed, takes, from, segments, parts, seen, early, moving } = copying;
  return {
    ...{ pass, reading, waiting, changed, takes, from, segments, early: [...early], moving: [...moving] },
    parts: [...parts].map(([key, one]) => [key, [one.take, one.rows, hexOf(one.versions), hexOf(one.sum)]]),
    seen: [...seen].map(([key, sum]) => [key, hexOf(sum)]),
  };
}

export function copyingFrom(copy: Opened, { parts, seen, early, moving, ...rest }: Progress): Copying {
  const partOf = ([number, rows, versions, sum]: Progress['parts'][number][1]): Part => ({
    ...{ take: number, rows, versions: fromHex(versions), sum: fromHex(sum) },
  });
  return {
    ...{ header: copy.header, key: copy.key, ...rest, lines: [], size: 0 },
    parts: new Map(parts.map(([key, one]) => [key, partOf(one)])),
    seen: new Map(seen.map(([key, sum]) => [key, fromHex(sum)])),
    ...{ early: new Set(early), moving: new Set(moving) },
  };
}
