/** What a worker holds while it runs a task: the end of the task goes to the store only as long as nobody else has claimed it. */
import { pause, type Clock } from '../clock.ts';
import { isFailure } from '../errors.ts';
import type { Queue } from '../queues.ts';
import type { Change, Row, Tables } from '../tables.ts';
import { unlessChanged } from '../tables/conflict.ts';
import { listAsFailed } from './failed.ts';
import { indexKey, indexRow, newMark, tasks, type Address, type Task } from './task.ts';

export interface Claim {
  readonly task: Task;
  /** The task is over, and with it, in one batch where they are of its partition, these changes. */
  done(changes?: readonly Change[]): Promise<void>;
  /** The same task again at a later domain time, and why. */
  again(due: number, why?: string): Promise<void>;
  /** This run failed; gives the seconds until the next try (`restMs` at least), or nothing when it has failed for good. */
  failed(reason: string, restMs?: number): Promise<number | undefined>;
  /** The worker ends before this run does: the task is free for others at once, and this run does not count as a try. */
  release(): Promise<void>;
}

export interface ClaimParts {
  readonly tables: Tables;
  readonly clock: Clock;
  readonly poison: Queue;
  readonly timing: Timing;
}

export const mostAttempts = 6;

export interface Timing {
  /** How long a worker may hold a task; a message that it received is hidden from others a little longer. */
  readonly leaseSeconds: number;
  /** The longest rest after the first failure; each later one is six times as long. */
  readonly firstRestSeconds: number;
  /** What is queued for so long and was not claimed may have been lost there. */
  readonly lostAfterSeconds: number;
}

/** Rests of 4, 24, 144, 864 and 5,184 s at most, and half of that at least: six tries take an hour or more. */
export const usualTiming: Timing = { leaseSeconds: 45, firstRestSeconds: 4, lostAfterSeconds: 120 };
/** What was sent must be written down: while the store is away this is tried until the lease nears its end. */
const patienceMs = 25_000;

/** `etag` is that of the claim; without it, because its answer was lost, the row is read. `found`: as it was before the claim. */
export function claimOf(
  parts: ClaimParts,
  { address, found, mine, etag }: { address: Address; found: Row<Task>; mine: Task; etag: string | undefined },
): Claim {
  const { tables, clock, poison, timing } = parts;
  const rows = tasks[address.table];

  async function held(): Promise<Row<Task> | undefined> {
    if (etag !== undefined) return { ...found, value: mine, etag };
    const row = await rows.find(tables, address.partition, address.id);
    return row?.value.fence === mine.fence ? row : undefined;
  }

  const unindex = (): Promise<void> => tables.drop(...indexKey(address, mine));

  async function replace(next: Task): Promise<boolean> {
    const row = await held();
    return row !== undefined && unlessChanged(tables.commit([rows.replace(row, next)]));
  }

  /** False when somebody else has the task by now: they end it. */
  async function finish(changes: readonly Change[]): Promise<boolean> {
    const row = await held();
    const together = changes.every((one) => one.table === address.table && one.partition === address.partition);
    if (row && together && (await unlessChanged(tables.commit([rows.remove(row), ...changes])))) return true;
    // The lease ran out, or the changes were made by an earlier run: each for itself.
    for (const change of changes) await unlessChanged(tables.commit([change]));
    return row !== undefined && unlessChanged(tables.commit([rows.remove(row)]));
  }

  return {
    task: mine,
    done: async (changes = []) => {
      if (await patiently(clock, () => finish(changes))) await unindex();
    },
    again: async (later, why) => {
      const { reason: _, ...rest } = mine;
      const next: Task = { ...rest, due: Math.ceil(later), attempts: 0, leaseUntil: 0, fence: '', mark: newMark() };
      const { lane } = mine;
      await tables.commit([indexRow(address, next, { at: clock.machine(), lane, queued: false })]);
      if (await replace(why === undefined ? next : { ...next, reason: why })) await unindex();
    },
    failed: async (reason, restMs = 0) => {
      if (mine.attempts < mostAttempts) {
        const rest = timing.firstRestSeconds * 6 ** (mine.attempts - 1) * (0.5 + Math.random() / 2);
        const seconds = Math.ceil(Math.max(restMs / 1000, rest));
        const leaseUntil = clock.machine() + seconds * 1000;
        return (await replace({ ...mine, reason, leaseUntil, fence: '' })) ? seconds : undefined;
      }
      await listAsFailed(tables, address, clock.now());
      if (!(await replace({ ...mine, reason, state: 'failed', leaseUntil: 0 }))) return undefined;
      await unindex();
      await poison.send(address);
      return undefined;
    },
    release: async () => {
      await replace({ ...mine, attempts: mine.attempts - 1, leaseUntil: 0, fence: '' });
    },
  };
}

async function patiently<T>(clock: Clock, work: () => Promise<T>): Promise<T> {
  for (const end = clock.machine() + patienceMs; ;)
    try {
      return await work();
    } catch (error) {
      if (!isFailure(error, 'unavailable') || clock.machine() > end) throw error;
      await pause(500);
    }
}
