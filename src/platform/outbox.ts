/**
 * The outbox: a change of state and what must follow from it are one batch in one partition. What follows is a task, due now or
 * later; an index by time finds it, a queue carries its address, and a worker claims it with a lease (trust.md 3).
 *
 * Promise: no task is lost, and one is run a second time only when the end of its first run was not recorded.
 */
import type { Clock } from './clock.ts';
import { isFailure } from './errors.ts';
import { newId } from './ids.ts';
import { describeError, type Log } from './log.ts';
import type { Delivery, Lane, Queue, TaskAddress } from './queues.ts';
import type { Change, Row, TableName, Tables } from './tables.ts';
import { unlessChanged } from './tables/conflict.ts';
import { step } from './telemetry/steps.ts';
import { claimOf, usualTiming, type Claim, type Timing } from './outbox/claim.ts';
import { createSweeper, type Sweeper } from './outbox/sweep.ts';
import { listFailed, unlistFailed, type FailedTask } from './outbox/failed.ts';
import { lookAtLine, type Line } from './outbox/line.ts';
import { indexKey, indexRow, newMark, tasks, type Address, type NewTask, type Task } from './outbox/task.ts';

export { mostAttempts, type Claim, type Timing } from './outbox/claim.ts';
export { mostFailed, type FailedTask } from './outbox/failed.ts';
export { mostCounted, type Line } from './outbox/line.ts';
export type { NewTask, Task } from './outbox/task.ts';

export interface Outbox extends Sweeper {
  /** A message that was received is to be hidden from others for so long. */
  readonly hiddenSeconds: number;
  /**
   * The changes and what follows from them, in one batch; all of one table and one partition. `over`: ids of tasks that need not
   * follow any more, which go with it; when a worker has one of them at this moment it is a conflict.
   */
  commit(changes: readonly Change[], follow?: readonly NewTask[], over?: readonly string[]): Promise<void>;
  /** A task without a change of state, in the given partition; a task with the same id is left as it is. */
  ask(table: TableName, partition: string, wanted: NewTask): Promise<void>;
  /** Claims the task of a queue message; nothing when it is over, not due, or another worker has it. */
  claim(delivery: Pick<Delivery, 'address'>): Promise<Claim | 'taken' | undefined>;
  find(table: TableName, partition: string, taskId: string): Promise<Task | undefined>;
  /** The tasks of a partition that are not over: waiting, failed. */
  tasksOf(table: TableName, partition: string): Promise<Task[]>;
  /** Gives a failed task another round of tries; false when there is none. */
  retry(table: TableName, partition: string, taskId: string): Promise<boolean>;
  /**
   * Takes a task out, with changes of its partition in the same batch; false when it is over. A worker that has it at this moment
   * cannot put it off or fail it any more; what it did is still recorded.
   */
  stop(
    table: TableName,
    partition: string,
    taskId: string,
    changesFor: (one: Task) => Promise<readonly Change[]>,
  ): Promise<boolean>;
  /** Tasks of all partitions that have used all their tries, longest first. */
  failed(): Promise<FailedTask[]>;
  /** What is due, on the queues and in the index, by lane. */
  line(): Promise<Line>;
  /** Calls back when there may be something to do at once: on the queue, or because the clock was moved. */
  onWork(listener: () => void): void;
  wake(): void;
}

export interface OutboxParts {
  readonly tables: Tables;
  readonly queue: Queue;
  /** What goes to many at once; the same queue where none is given. */
  readonly campaign?: Queue;
  readonly poison: Queue;
  readonly clock: Clock;
  readonly log: Log;
  readonly timing?: Timing;
}

/** Messages of a campaign put on its queue at the same time. */
const fewAtOnce = 4;

export function createOutbox(parts: OutboxParts): Outbox {
  const { tables, queue, campaign = queue, poison, clock, log, timing = usualTiming } = parts;
  let heard = (): void => undefined;
  const queueOf = (lane: Lane): Queue => (lane === 'campaign' ? campaign : queue);

  async function send(address: TaskAddress, lane: Lane): Promise<void> {
    const { table, partition, id } = address;
    await step('send', { lane }, () => queueOf(lane).send({ table, partition, id }));
    heard();
  }

  /** The fast way after a commit; when it fails the sweep finds the task by its index row. */
  function sendSoon(address: TaskAddress, lane: Lane): Promise<void> {
    return send(address, lane).catch((error: unknown) => log.warn(describeError(error), 'left to the sweep'));
  }

  const isDue = (one: Task): boolean => one.due <= clock.now();
  const index = (address: Address, one: Task): Change =>
    indexRow(address, one, { at: clock.machine(), lane: one.lane, queued: isDue(one) });

  async function commit(
    changes: readonly Change[],
    follow: readonly NewTask[] = [],
    over: readonly string[] = [],
  ): Promise<void> {
    const first = changes[0];
    if (!first) return;
    const { table, partition } = first;
    const made = follow.map((wanted) => newTask(wanted, clock));
    const addresses = made.map((one) => ({ table, partition, id: one.id }));
    const found = await Promise.all(over.map((id) => tasks[table].find(tables, partition, id)));
    const ended = found.flatMap((row) => row ?? []);
    await indexAll(made.map((one, place) => index(addresses[place]!, one)));
    const batch = [
      ...changes,
      ...ended.map((row) => tasks[table].remove(row)),
      ...made.map((one) => tasks[table].create(partition, one.id, one)),
    ];
    await tables.commit(batch).catch(async (error: unknown) => {
      if (isFailure(error, 'conflict')) await unindex(made.map((one, place) => [addresses[place]!, one]));
      throw error;
    });
    await forget(table, ended);
    const due = made.flatMap((one, place) => (isDue(one) ? [{ address: addresses[place]!, lane: one.lane }] : []));
    for (const { address, lane } of due) if (lane === 'usual') void sendSoon(address, lane);
    await sendInTurn(due.filter(({ lane }) => lane === 'campaign'));
  }

  /** What names tasks that were taken out; what stays is found by the sweep, and by whoever looks at what failed. */
  async function forget(table: TableName, ended: readonly Row<Task>[]): Promise<void> {
    for (const { partition, value } of ended) {
      const address = { table, partition, id: value.id };
      const failed = value.state === 'failed' ? unlistFailed(tables, address) : undefined;
      await Promise.all([tables.drop(...indexKey(address, value)), failed]).catch((error: unknown) =>
        log.warn(describeError(error), 'left to the sweep'),
      );
    }
  }

  /** What goes to many is put on its queue few at a time, and waited for: nobody else's message stands behind it. */
  async function sendInTurn(all: readonly { readonly address: TaskAddress; readonly lane: Lane }[]): Promise<void> {
    for (let start = 0; start < all.length; start += fewAtOnce)
      await Promise.all(all.slice(start, start + fewAtOnce).map(({ address, lane }) => sendSoon(address, lane)));
  }

  async function indexAll(rows: readonly Change[]): Promise<void> {
    for (const shard of new Set(rows.map((row) => row.partition))) {
      const group = rows.filter((row) => row.partition === shard);
      for (let start = 0; start < group.length; start += 100) await tables.commit(group.slice(start, start + 100));
    }
  }

  /** Rows of the index whose tasks were not made, so that nobody waits for them until the sweep takes them for left behind. */
  async function unindex(all: readonly (readonly [Address, Task])[]): Promise<void> {
    for (const [address, one] of all) await tables.drop(...indexKey(address, one));
  }

  async function ask(table: TableName, partition: string, wanted: NewTask): Promise<void> {
    if (await tasks[table].find(tables, partition, wanted.id)) return;
    const one = newTask(wanted, clock);
    const address = { table, partition, id: one.id };
    await tables.commit([index(address, one)]);
    const isNew = await unlessChanged(tables.commit([tasks[table].create(partition, one.id, one)]));
    if (!isNew) return unindex([[address, one]]);
    if (isDue(one)) void sendSoon(address, one.lane);
  }

  async function claim(delivery: Pick<Delivery, 'address'>): Promise<Claim | 'taken' | undefined> {
    const address = { ...delivery.address, table: delivery.address.table as TableName };
    const rows = tasks[address.table];
    const found = await rows?.find(tables, address.partition, address.id);
    if (!found || found.value.state !== 'waiting' || !isDue(found.value)) return undefined;
    const machine = clock.machine();
    if (found.value.leaseUntil > machine) return 'taken';
    const attempts = found.value.attempts + 1;
    const mine = { ...found.value, attempts, fence: newId(), leaseUntil: machine + timing.leaseSeconds * 1000 };
    let etag: string | undefined;
    const isMine = await unlessChanged(tables.commit([rows.replace(found, mine)]).then((made) => (etag = made)));
    return isMine ? claimOf({ tables, clock, poison, timing }, { address, found, mine, etag }) : 'taken';
  }

  async function retry(table: TableName, partition: string, taskId: string): Promise<boolean> {
    const found = await tasks[table].find(tables, partition, taskId);
    if (found?.value.state !== 'failed') return false;
    const address = { table, partition, id: taskId };
    const fresh: Task = { ...found.value, state: 'waiting', attempts: 0, mark: newMark() };
    await tables.commit([index(address, fresh)]);
    await tables.commit([tasks[table].replace(found, fresh)]);
    await unlistFailed(tables, address);
    await send(address, fresh.lane);
    return true;
  }

  const stop: Outbox['stop'] = async (table, partition, taskId, changesFor) => {
    const address = { table, partition, id: taskId };
    for (;;) {
      const found = await tasks[table].find(tables, partition, taskId);
      if (!found) return false;
      // A worker that claims it, or puts it off, in between is the one thing that may change it: then once more.
      const changes = [tasks[table].remove(found), ...(await changesFor(found.value))];
      if (!(await unlessChanged(tables.commit(changes)))) continue;
      await tables.drop(...indexKey(address, found.value));
      if (found.value.state === 'failed') await unlistFailed(tables, address);
      return true;
    }
  };

  return {
    ...createSweeper({ tables, clock, lostAfterMs: timing.lostAfterSeconds * 1000, queue: queueOf, send }),
    ...{ commit, ask, claim, retry, stop, hiddenSeconds: timing.leaseSeconds + 5 },
    failed: () => listFailed(tables, clock.now()),
    line: () => lookAtLine(tables, clock, queueOf),
    find: async (table, partition, taskId) => (await tasks[table].find(tables, partition, taskId))?.value,
    tasksOf: async (table, partition) => (await tasks[table].list(tables, partition)).map((row) => row.value),
    onWork: (listener) => {
      heard = listener;
    },
    wake: () => heard(),
  };
}

function newTask(wanted: NewTask, clock: Clock): Task {
  const { id, job, data, lane = 'usual' } = wanted;
  const due = Math.ceil(wanted.due ?? clock.now());
  return { id, job, due, lane, data, state: 'waiting', attempts: 0, leaseUntil: 0, fence: '', mark: newMark() };
}
