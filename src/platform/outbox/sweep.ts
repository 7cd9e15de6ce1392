/**
 * Puts what is due on the queue, out of the index by time. One process at a time does it, by a lease that ends by itself; what
 * it has queued stands in the index, so that the next one does not queue it again.
 */
import { z } from 'zod';
import type { Clock } from '../clock.ts';
import { newId } from '../ids.ts';
import { lanes, type Lane, type Queue, type TaskAddress } from '../queues.ts';
import { rowsOf, type Tables } from '../tables.ts';
import { unlessChanged } from '../tables/conflict.ts';
import { dueKey, readDueKey } from './due.ts';
import { dueRows, shards, tasks, type Address, type DueRow } from './task.ts';

export interface SweepParts {
  readonly tables: Tables;
  readonly clock: Clock;
  readonly lostAfterMs: number;
  queue(lane: Lane): Queue;
  send(address: TaskAddress, lane: Lane): Promise<void>;
}

export interface Sweeper {
  /** Gives how many were put on the queue. */
  sweep(): Promise<number>;
  /** The same, when it is this process's turn; nothing otherwise. */
  sweepInTurn(): Promise<number>;
}

interface Found {
  readonly shard: string;
  readonly rowKey: string;
  readonly etag: string;
  readonly value: DueRow;
  readonly address: Address;
  readonly when: number;
}

const turnRows = rowsOf('system', 'turn', z.strictObject({ by: z.string(), until: z.number() }));
const turnMs = 3_000;
/** Of each shard at a time: a long line is looked through in many small looks, beside which everything else goes on. */
const pageSize = 200;
/** With more on the queue than this, nothing is lost: it waits in line. */
const lineIsShort = 200;
/** How often everything is looked at from the beginning; in between, only what has become due since. */
const wholeLookMs = 60_000;
/** An index row without a task is left from a change that failed; it is young while the change may still be under way. */
const orphanMs = 60_000;

export function createSweeper({ tables, clock, lostAfterMs, queue, send }: SweepParts): Sweeper {
  const me = newId();
  const from = new Map<string, string>();
  let wholeAt = 0;
  let turnUntil = 0;

  async function found(shard: string): Promise<Found[]> {
    const to = `due.${dueKey(clock.now() + 1)[0] ?? ''}`;
    const rows = await tables.range('due', shard, { from: from.get(shard) ?? 'due.', to, limit: pageSize });
    const last = rows.at(-1)?.rowKey;
    if (rows.length === pageSize && last !== undefined) from.set(shard, last);
    // Another clock, or a slow commit, may still put something in just behind.
    else from.set(shard, `due.${dueKey(clock.now() - 15_000)[0] ?? ''}`);
    return rows.map(({ rowKey, etag, text }) => ({
      ...{ shard, rowKey, etag, value: dueRows.valueIn(text) },
      ...readDueKey(rowKey),
    }));
  }

  async function sweep(): Promise<number> {
    if (clock.machine() - wholeAt > wholeLookMs) {
      from.clear();
      wholeAt = clock.machine();
    }
    const names = Array.from({ length: shards }, (_, shard) => `shard-${shard}`);
    const all = (await Promise.all(names.map(found))).flat().sort((a, b) => (a.rowKey < b.rowKey ? -1 : 1));
    const fresh = all.filter(({ value }) => !value.queued);
    const lost = await perhapsLost(all.filter(({ value }) => value.queued));
    const queued = [...fresh, ...(await Promise.all(lost.map(stillThere))).flat()];
    for (let at = 0; at < queued.length; at += 16)
      await Promise.all(queued.slice(at, at + 16).map(({ address, value }) => send(address, value.lane)));
    await note(queued);
    return queued.length;
  }

  /** Queued long ago while the line is short. */
  async function perhapsLost(all: readonly Found[]): Promise<Found[]> {
    const old = all.filter(({ value }) => clock.machine() - value.at > lostAfterMs);
    const long = new Set<Lane>();
    for (const lane of lanes)
      if (old.some(({ value }) => value.lane === lane) && (await queue(lane).length()) > lineIsShort) long.add(lane);
    return old.filter(({ value }) => !long.has(value.lane));
  }

  /** Tidies rows whose task is over, and gives those whose task nobody has. */
  async function stillThere(one: Found): Promise<Found[]> {
    const row = await tasks[one.address.table].find(tables, one.address.partition, one.address.id);
    if (row?.value.due === one.when && row.value.state === 'waiting')
      return row.value.leaseUntil > clock.machine() ? [] : [one];
    if (clock.machine() - one.value.at > orphanMs) await tables.drop('due', one.shard, one.rowKey);
    return [];
  }

  /** Rows that were dropped meanwhile, because their task was quick, must not come back: each by its ETag. */
  async function note(queued: readonly Found[]): Promise<void> {
    const at = clock.machine();
    const noted = ({ shard, rowKey, etag, value }: Found) =>
      ({
        table: 'due',
        partition: shard,
        rowKey,
        how: 'replace',
        etag,
        value: { ...value, at, queued: true },
      }) as const;
    for (const shard of new Set(queued.map((one) => one.shard))) {
      const changes = queued.filter((one) => one.shard === shard).map(noted);
      for (let start = 0; start < changes.length; start += 100) {
        const some = changes.slice(start, start + 100);
        if (await unlessChanged(tables.commit(some))) continue;
        await Promise.all(some.map((one) => unlessChanged(tables.commit([one]))));
      }
    }
  }

  async function isMyTurn(): Promise<boolean> {
    const now = clock.machine();
    if (turnUntil - now > turnMs / 2) return true;
    const row = await turnRows.find(tables, 'sweep', 'now');
    if (row && row.value.by !== me && row.value.until > now) return false;
    const mine = { by: me, until: now + turnMs };
    const change = row ? turnRows.replace(row, mine) : turnRows.create('sweep', 'now', mine);
    if (!(await unlessChanged(tables.commit([change])))) return false;
    turnUntil = mine.until;
    return true;
  }

  return { sweep, sweepInTurn: async () => ((await isMyTurn()) ? sweep() : 0) };
}
