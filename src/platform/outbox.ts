/**
 * The outbox: a change of state and what must follow from it are one batch in one partition. What follows is a task, due now or
 * later; an index by time finds it, a queue carries its address, and a worker claims it with a lease (trust.md 3).
 *
 * Promise: no task is lost, and one is run a second time only when the end of its first run was not recorded.
 */
import { z } from 'zod';
import type { Clock } from './clock.ts';
import { isFailure } from './errors.ts';
import { bucketOf, id, newId } from './ids.ts';
import { describeError, type Log } from './log.ts';
import type { Delivery, Queue, TaskAddress } from './queues.ts';
import { rowsOf, tableNames, type Change, type Row, type Rows, type TableName, type Tables } from './tables.ts';
import { dueKey, readDueKey } from './outbox/due.ts';

export interface NewTask {
  /** Deterministic where the same thing could be asked for twice: programme, step, round, person. */
  readonly id: string;
  /** The name of a job in the worker's table. */
  readonly job: string;
  /** Domain time in milliseconds; now when absent. */
  readonly due?: number;
  /** Ids only. */
  readonly data: Readonly<Record<string, string>>;
}

const task = z.strictObject({
  id,
  job: z.string(),
  due: z.number(),
  data: z.record(z.string(), z.string()),
  state: z.enum(['waiting', 'queued', 'failed']),
  /** Machine time of the last change to `queued`. */
  queuedAt: z.number(),
  attempts: z.number().int(),
  /** Machine time until which a worker has it; its fence ends with the next claim. */
  leaseUntil: z.number(),
  fence: z.string(),
  reason: z.string().optional(),
});
export type Task = z.infer<typeof task>;

const tasks = Object.fromEntries(tableNames.map((table) => [table, rowsOf(table, 'task', task)])) as Record<
  TableName,
  Rows<Task>
>;
const dueRow = z.strictObject({ at: z.number() });

const shards = 4;
const leaseMs = 45_000;
/** A queued task that nobody has claimed for so long is put on the queue again. */
const queuedAgainMs = 120_000;
/** An index row without a task is left from a change that failed; it is young while the change may still be under way. */
const orphanMs = 60_000;
export const mostAttempts = 6;
export const hiddenSeconds = 50;

export interface Claim {
  readonly task: Task;
  /** The task is over. */
  done(): Promise<void>;
  /** The same task again at a later domain time. */
  again(due: number): Promise<void>;
  /** This run failed; gives the seconds until the next try, or nothing when it has failed for good. */
  failed(reason: string): Promise<number | undefined>;
}

export interface Outbox {
  /** The changes and what follows from them, in one batch; all of one table and one partition. */
  commit(changes: readonly Change[], follow?: readonly NewTask[]): Promise<void>;
  /** A task without a change of state, in the given partition; a task with the same id is left as it is. */
  ask(table: TableName, partition: string, wanted: NewTask): Promise<void>;
  /** Puts what is due on the queue, in the order of time; gives how many. */
  sweep(): Promise<number>;
  /** Claims the task of a queue message; nothing when it is over, not due, or another worker has it. */
  claim(delivery: Delivery): Promise<Claim | 'taken' | undefined>;
  /** The tasks of a partition that are not over: waiting, queued, failed. */
  tasksOf(table: TableName, partition: string): Promise<Task[]>;
  /** Gives a failed task another round of tries. */
  retry(table: TableName, partition: string, taskId: string): Promise<void>;
  /** Calls back when there may be something to do at once: on the queue, or because the clock was moved. */
  onWork(listener: () => void): void;
  wake(): void;
}

export interface OutboxParts {
  readonly tables: Tables;
  readonly queue: Queue;
  readonly poison: Queue;
  readonly clock: Clock;
  readonly log: Log;
}

export function createOutbox({ tables, queue, poison, clock, log }: OutboxParts): Outbox {
  const due = rowsOf('due', 'due', dueRow);
  let heard = (): void => undefined;
  /** Versions of index rows (a task that waits anew has another) whose task was seen on the queue, and since when it is there. */
  const onQueue = new Map<string, number>();

  const shardOf = (address: TaskAddress): string => `shard-${bucketOf(`${address.partition}.${address.id}`, shards)}`;
  const index = (address: TaskAddress, when: number): Change =>
    due.put(shardOf(address), dueKey(when, address), { at: clock.machine() });

  async function unindex(address: TaskAddress, when: number): Promise<void> {
    const row = await due.find(tables, shardOf(address), ...dueKey(when, address));
    if (row) await tables.commit([due.remove(row)]).catch(ignoreConflict);
  }

  async function send(address: TaskAddress): Promise<void> {
    await queue.send(address);
    heard();
  }

  /** The fast way after a commit; when it fails the sweep finds the task by its index row. */
  function sendSoon(addresses: readonly TaskAddress[]): void {
    for (const address of addresses)
      void send(address).catch((error: unknown) => log.warn(describeError(error), 'left to the sweep'));
  }

  async function commit(changes: readonly Change[], follow: readonly NewTask[] = []): Promise<void> {
    const first = changes[0];
    if (!first) return;
    const { table, partition } = first;
    const made = follow.map((wanted) => newTask(wanted, clock));
    const addresses = made.map((one) => ({ table, partition, id: one.id }));
    await indexAll(made.map((one, place) => index(addresses[place]!, one.due)));
    await tables.commit([...changes, ...made.map((one) => tasks[table].create(partition, one.id, one))]);
    sendSoon(addresses.filter((_, place) => made[place]?.state === 'queued'));
  }

  async function indexAll(rows: readonly Change[]): Promise<void> {
    for (const group of groupByPartition(rows).values())
      for (let start = 0; start < group.length; start += 100) await tables.commit(group.slice(start, start + 100));
  }

  async function ask(table: TableName, partition: string, wanted: NewTask): Promise<void> {
    if (await tasks[table].find(tables, partition, wanted.id)) return;
    const one = newTask(wanted, clock);
    const address = { table, partition, id: one.id };
    await tables.commit([index(address, one.due)]);
    await tables.commit([tasks[table].create(partition, one.id, one)]).catch(ignoreConflict);
    if (one.state === 'queued') sendSoon([address]);
  }

  async function sweep(): Promise<number> {
    const to = dueKey(clock.now() + 1)[0] ?? '';
    const lists = await Promise.all(
      Array.from({ length: shards }, (_, shard) =>
        tables.range('due', `shard-${shard}`, { from: 'due.', to: `due.${to}`, limit: 500 }),
      ),
    );
    const found = lists.flatMap((rows, shard) => rows.map((row) => ({ ...row, shard: `shard-${shard}` })));
    found.sort((a, b) => (a.rowKey < b.rowKey ? -1 : 1));
    const there = new Set(found.map(versionOf));
    for (const version of onQueue.keys()) if (!there.has(version)) onQueue.delete(version);
    let queued = 0;
    for (const row of found) if (await sweepOne(row)) queued += 1;
    return queued;
  }

  async function sweepOne(row: { rowKey: string; text: string; etag: string; shard: string }): Promise<boolean> {
    // A task on the queue needs nothing before it may be lost there: its row is not read at every sweep.
    if (clock.machine() - (onQueue.get(versionOf(row)) ?? 0) < queuedAgainMs) return false;
    const { when, address } = readDueKey(row.rowKey);
    const rows = tasks[address.table];
    const found = await rows.find(tables, address.partition, address.id);
    if (!found || found.value.due !== when || found.value.state === 'failed') {
      const { at } = dueRow.parse(JSON.parse(row.text));
      if (clock.machine() - at > orphanMs) await unindex(address, when);
      return false;
    }
    const { state, queuedAt, leaseUntil } = found.value;
    const machine = clock.machine();
    if (state === 'queued') onQueue.set(versionOf(row), queuedAt);
    if (state === 'queued' && (machine - queuedAt < queuedAgainMs || leaseUntil > machine)) return false;
    try {
      await tables.commit([rows.replace(found, { ...found.value, state: 'queued', queuedAt: machine })]);
    } catch (error) {
      ignoreConflict(error);
      return false;
    }
    await send(address);
    return true;
  }

  async function claim(delivery: Delivery): Promise<Claim | 'taken' | undefined> {
    const address = { ...delivery.address, table: delivery.address.table as TableName };
    const rows = tasks[address.table];
    const found = await rows?.find(tables, address.partition, address.id);
    if (!found || found.value.state !== 'queued' || found.value.due > clock.now()) return undefined;
    const machine = clock.machine();
    if (found.value.leaseUntil > machine) return 'taken';
    const { attempts } = found.value;
    const mine = {
      ...found.value,
      attempts: attempts + 1,
      fence: newId(),
      leaseUntil: machine + leaseMs,
      queuedAt: machine,
    };
    try {
      await tables.commit([rows.replace(found, mine)]);
    } catch (error) {
      ignoreConflict(error);
      return 'taken';
    }
    return claimOf(address, mine);
  }

  function claimOf(address: TaskAddress & { table: TableName }, mine: Task): Claim {
    const rows = tasks[address.table];
    /** The row as long as nobody else has claimed it since: the fence. */
    const held = async (): Promise<Row<Task> | undefined> => {
      const row = await rows.find(tables, address.partition, address.id);
      return row?.value.fence === mine.fence ? row : undefined;
    };
    return {
      task: mine,
      done: async () => {
        const row = await held();
        if (row) await tables.commit([rows.remove(row)]);
        await unindex(address, mine.due);
      },
      again: async (later) => {
        const when = Math.ceil(later);
        const row = await held();
        if (!row) return;
        await tables.commit([index(address, when)]);
        await tables.commit([
          rows.replace(row, { ...mine, due: when, state: 'waiting', attempts: 0, leaseUntil: 0, fence: '' }),
        ]);
        if (when !== mine.due) await unindex(address, mine.due);
      },
      failed: async (reason) => {
        const row = await held();
        if (!row) return undefined;
        if (mine.attempts < mostAttempts) {
          const seconds = Math.ceil(backoffSeconds(mine.attempts) * (0.5 + Math.random() / 2));
          await tables.commit([rows.replace(row, { ...mine, reason, leaseUntil: 0 })]);
          return seconds;
        }
        await tables.commit([rows.replace(row, { ...mine, reason, state: 'failed', leaseUntil: 0 })]);
        await unindex(address, mine.due);
        await poison.send(address);
        return undefined;
      },
    };
  }

  async function retry(table: TableName, partition: string, taskId: string): Promise<void> {
    const found = await tasks[table].find(tables, partition, taskId);
    if (found?.value.state !== 'failed') return;
    const address = { table, partition, id: taskId };
    await tables.commit([index(address, found.value.due)]);
    const fresh = { ...found.value, state: 'queued' as const, attempts: 0, queuedAt: clock.machine() };
    await tables.commit([tasks[table].replace(found, fresh)]);
    await send(address);
  }

  return {
    commit,
    ask,
    sweep,
    claim,
    retry,
    tasksOf: async (table, partition) => (await tasks[table].list(tables, partition)).map((row) => row.value),
    onWork: (listener) => {
      heard = listener;
    },
    wake: () => heard(),
  };
}

/** Seconds before the next try: 2, 8, 32, 128, 512; with the sixth try the task is given up. */
function backoffSeconds(attempts: number): number {
  return 2 * 4 ** (attempts - 1);
}

function newTask(wanted: NewTask, clock: Clock): Task {
  const due = Math.ceil(wanted.due ?? clock.now());
  const state = due <= clock.now() ? 'queued' : 'waiting';
  const { id: taskId, job, data } = wanted;
  return { id: taskId, job, due, data, state, queuedAt: clock.machine(), attempts: 0, leaseUntil: 0, fence: '' };
}

const versionOf = ({ rowKey, etag }: { rowKey: string; etag: string }): string => `${rowKey} ${etag}`;

function groupByPartition(rows: readonly Change[]): Map<string, Change[]> {
  const groups = new Map<string, Change[]>();
  for (const row of rows) groups.set(row.partition, [...(groups.get(row.partition) ?? []), row]);
  return groups;
}

function ignoreConflict(error: unknown): void {
  if (!isFailure(error, 'conflict')) throw error;
}
