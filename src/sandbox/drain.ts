/**
 * Moves the sandbox's clock on so that everything happens in its turn: from one due instant to the next, and each time until
 * the worker has done what is due. It reads the outbox's index by time and writes nothing.
 */
import { z } from 'zod';
import { hour, minute, pause } from '../platform/clock.ts';
import { dueKey, readDueKey } from '../platform/outbox/due.ts';
import type { Tables } from '../platform/tables.ts';

/** What falls due within one of these happens together, at its last instant: an hour is for long stories with many people. */
export type Step = keyof typeof stepMs;
const stepMs = { minute, hour };

export interface DrainClock {
  now(): number;
  set(to: number): Promise<void>;
}

/** A task that was due and did not end in the time it was given. */
export interface Stuck {
  readonly id: string;
  readonly job: string;
  readonly partition: string;
  readonly due: string;
  readonly attempts: number;
  readonly reason?: string | undefined;
}

export interface Drained {
  /** The domain's time at the end; before the target only when nobody works. */
  readonly now: string;
  /** How many tasks were seen to end. */
  readonly ran: number;
  readonly stuck: readonly Stuck[];
}

export interface Drain {
  /** One move after the other; an instant in the past only waits for what is due. */
  moveTo(target: number, step?: Step): Promise<Drained>;
  /** Waits until nothing is due, without moving the clock. */
  settle(): Promise<Drained>;
  /** The move under way, for a progress line. */
  moving(): { readonly from: number; readonly to: number; readonly ran: number } | undefined;
}

export interface DrainParts {
  readonly tables: Tables;
  readonly clock: DrainClock;
  /** How long nothing may end before what is due counts as stuck. */
  readonly patienceMs?: number;
  readonly pollMs?: number;
}

const shards = ['shard-0', 'shard-1', 'shard-2', 'shard-3'];
const pageSize = 200;
/** Each look costs the emulator as much as the work it waits for: where much is left, it looks less often. */
const pollMsOfOne = 5;
const longestPollMs = 250;
/** Tasks that ask for themselves again in the past would otherwise never let a move end. */
const longestSettleMs = 15 * minute;

const taskRow = z.looseObject({
  id: z.string(),
  job: z.string(),
  due: z.number(),
  state: z.enum(['waiting', 'queued', 'failed']),
  attempts: z.number(),
  reason: z.string().optional(),
});
type TaskRow = z.infer<typeof taskRow>;
interface IndexRow {
  readonly rowKey: string;
  readonly etag: string;
}

const timeKey = (instant: number): string => `due.${dueKey(instant)[0] ?? ''}`;

export function createDrain({ tables, clock, patienceMs = minute, pollMs = 25 }: DrainParts): Drain {
  let current: { from: number; to: number; ran: number } | undefined;
  let last: Promise<unknown> = Promise.resolve();
  /** Rows of the index without a task, left from changes that failed; the worker tidies them up. */
  const orphans = new Set<string>();

  /** The task behind a row of the index, when it still waits for that instant. */
  async function liveTask({ rowKey }: IndexRow): Promise<TaskRow | undefined> {
    const { when, address } = readDueKey(rowKey);
    const found = await tables.read(address.table, address.partition, `task.${address.id}`);
    const task = found && taskRow.parse(JSON.parse(found.text));
    return task?.due === when && task.state !== 'failed' ? task : undefined;
  }

  async function indexed(from: number, to: number): Promise<{ rows: IndexRow[]; whole: boolean }> {
    const keys = { from: timeKey(from), to: timeKey(to + 1), limit: pageSize };
    const pages = await Promise.all(shards.map((shard) => tables.range('due', shard, keys)));
    const cut = pages.filter((page) => page.length === pageSize).map((page) => page.at(-1)?.rowKey ?? '');
    const border = cut.toSorted()[0];
    const rows = pages.flat().toSorted((a, b) => (a.rowKey < b.rowKey ? -1 : 1));
    const inOrder = border === undefined ? rows : rows.filter((row) => row.rowKey <= border);
    return { rows: inOrder, whole: border === undefined };
  }

  /** The latest instant of the first step after `from` in which something is to happen. */
  async function nextInstant(from: number, to: number, step: Step): Promise<number | undefined> {
    const stepOf = (instant: number): number => Math.floor(instant / stepMs[step]);
    for (let start = from; ;) {
      const { rows, whole } = await indexed(start, to);
      const instants = rows.map((row) => ({ row, when: readDueKey(row.rowKey).when }));
      for (let first = 0; first < instants.length;) {
        const now = stepOf(instants[first]?.when ?? 0);
        const after = instants.findIndex(({ when }) => stepOf(when) > now);
        const next = after < 0 ? instants.length : after;
        // From the last one back: one that is live is enough.
        for (const { row, when } of instants.slice(first, next).toReversed()) if (await liveTask(row)) return when;
        first = next;
      }
      const end = instants.at(-1);
      if (whole || !end) return undefined;
      start = end.when + 1;
    }
  }

  /** Waits until nothing that was due at the instant is left, apart from what is known to be stuck. */
  async function settleAt(instant: number, stuck: Map<string, Stuck>): Promise<number> {
    let before: readonly IndexRow[] = [];
    let ran = 0;
    const end = Date.now() + longestSettleMs;
    for (let progress = Date.now(); ;) {
      const { rows } = await indexed(0, instant);
      const waiting = rows.filter((row) => !stuck.has(row.rowKey));
      const ended = goneFrom(before, waiting);
      if (ended > 0) progress = Date.now();
      ran += ended;
      if (current) current.ran += ended;
      if (!(await isAnyLive(waiting))) return ran + (await countLeaving(waiting, instant));
      if (Date.now() - progress > patienceMs || Date.now() > end) {
        for (const row of waiting) await noteStuck(row, stuck);
        return ran;
      }
      before = waiting;
      await pause(Math.min(longestPollMs, pollMs + waiting.length * pollMsOfOne));
    }
  }

  async function isAnyLive(rows: readonly IndexRow[]): Promise<boolean> {
    for (const row of rows) if (await liveTask(row)) return true;
    return false;
  }

  /** A task goes before its row in the index: gives the rows a moment to follow, so that they are counted. */
  async function countLeaving(leaving: readonly IndexRow[], instant: number): Promise<number> {
    const known = leaving.filter((row) => !orphans.has(row.rowKey + row.etag));
    let left = known;
    for (let turn = 0; turn < 10 && left.length > 0; turn += 1) {
      const { rows } = await indexed(0, instant);
      left = known.filter((row) => rows.some(({ rowKey }) => rowKey === row.rowKey));
    }
    for (const row of left) orphans.add(row.rowKey + row.etag);
    return known.length - left.length;
  }

  async function noteStuck(row: IndexRow, stuck: Map<string, Stuck>): Promise<void> {
    const task = await liveTask(row);
    if (!task) return;
    const { partition } = readDueKey(row.rowKey).address;
    const { id, job, attempts, reason } = task;
    stuck.set(row.rowKey, { id, job, partition, due: new Date(task.due).toISOString(), attempts, reason });
  }

  async function advance(target: number, step: Step): Promise<Drained> {
    const stuck = new Map<string, Stuck>();
    let ran = await settleAt(Math.max(clock.now(), 0), stuck);
    while (clock.now() < target && !nobodyWorks(stuck, ran)) {
      const next = (await nextInstant(clock.now(), target, step)) ?? target;
      if (next > clock.now()) await clock.set(next);
      ran += await settleAt(Math.max(next, clock.now()), stuck);
    }
    return { now: new Date(clock.now()).toISOString(), ran, stuck: await stillStuck(stuck) };
  }

  async function stillStuck(stuck: ReadonlyMap<string, Stuck>): Promise<Stuck[]> {
    const still = await Promise.all(
      [...stuck].map(async ([rowKey, one]) => ((await liveTask({ rowKey, etag: '' })) ? [one] : [])),
    );
    return still.flat();
  }

  function inTurn(target: () => number, step: Step): Promise<Drained> {
    const turn = last.then(async () => {
      current = { from: clock.now(), to: target(), ran: 0 };
      return advance(current.to, step);
    });
    last = turn.catch(() => undefined).finally(() => (current = undefined));
    return turn;
  }

  return {
    moveTo: (target, step = 'minute') => inTurn(() => target, step),
    settle: () => inTurn(() => clock.now(), 'minute'),
    moving: () => current,
  };
}

function goneFrom(before: readonly IndexRow[], now: readonly IndexRow[]): number {
  const left = new Set(now.map((row) => row.rowKey));
  return before.filter((row) => !left.has(row.rowKey)).length;
}

/** Due tasks that nobody even tried, and nothing else that ended: there is no worker, and to go on would skip everything. */
function nobodyWorks(stuck: ReadonlyMap<string, Stuck>, ran: number): boolean {
  return ran === 0 && stuck.size > 0 && [...stuck.values()].every((one) => one.attempts === 0);
}
