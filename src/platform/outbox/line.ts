/** How long the line is, for whoever runs the product: out of the queues and the index by time, which all workers share. */
import type { Clock } from '../clock.ts';
import { lanes, type Lane, type Queue } from '../queues.ts';
import { unseenTables, type TableName } from '../kept.ts';
import type { Tables } from '../tables.ts';
import { dueKey, readDueKey } from './due.ts';
import { dueRows, shards, tasks, type Task } from './task.ts';

export interface LaneState {
  readonly lane: Lane;
  /** On the queue, those that workers have in hand included. */
  readonly queued: number;
  /** How many of the index's oldest rows are due; together with the other lane 4,000 at most. */
  readonly due: number;
  /** Since when the oldest has been due (domain time); nothing when none is. */
  readonly oldest?: number;
}

export interface WaitingTask extends Pick<Task, 'id' | 'job' | 'due' | 'lane' | 'attempts'> {
  readonly reason: string;
  /** Machine time until which it rests after a failure, or a worker has it. */
  readonly until?: number;
}

export interface Line {
  readonly lanes: readonly LaneState[];
  /** Due, and on at least their second try; the oldest first. */
  readonly resting: readonly WaitingTask[];
  /** Due later: how many, 4,000 at most. */
  readonly later: number;
}

const mostOfShard = 1_000;
/** A count that is as high may be higher. */
export const mostCounted = shards * mostOfShard;
/** So many of those that have been due the longest are looked at one by one. */
const lookedAt = 50;

export async function lookAtLine(tables: Tables, clock: Clock, queueOf: (lane: Lane) => Queue): Promise<Line> {
  const now = clock.now();
  const [due, later, queued] = await Promise.all([
    indexRows(tables, 'due.', edge(now)),
    indexRows(tables, edge(now), 'due.~'),
    Promise.all(lanes.map((lane) => queueOf(lane).length())),
  ]);
  const sorted = due.toSorted((a, b) => a.when - b.when);
  const states = lanes.map((lane, place): LaneState => {
    const mine = sorted.filter((one) => one.lane === lane);
    const oldest = mine[0]?.when;
    return { lane, queued: queued[place] ?? 0, due: mine.length, ...(oldest === undefined ? {} : { oldest }) };
  });
  return { lanes: states, later: later.length, resting: await restingOf(tables, clock, sorted.slice(0, lookedAt)) };
}

const edge = (now: number): string => `due.${dueKey(now + 1)[0] ?? ''}`;

type Found = ReturnType<typeof readDueKey> & { readonly lane: Lane };

async function indexRows(tables: Tables, from: string, to: string): Promise<Found[]> {
  const names = Array.from({ length: shards }, (_, shard) => `shard-${shard}`);
  const all = await Promise.all(names.map((name) => tables.range('due', name, { from, to, limit: mostOfShard })));
  return all
    .flat()
    .map(({ rowKey, text }) => ({ ...readDueKey(rowKey), lane: dueRows.valueIn(text).lane }))
    .filter(({ address }) => !unseenTables.includes(address.table as TableName));
}

async function restingOf(tables: Tables, clock: Clock, some: readonly Found[]): Promise<WaitingTask[]> {
  const rows = await Promise.all(
    some.map(({ address: { table, partition, id } }) => tasks[table].find(tables, partition, id)),
  );
  return rows.flatMap((row) => {
    if (row?.value.state !== 'waiting' || row.value.attempts === 0 || row.value.reason === undefined) return [];
    const { id, job, due, lane, attempts, reason, leaseUntil } = row.value;
    return [{ id, job, due, lane, attempts, reason, ...(leaseUntil > clock.machine() ? { until: leaseUntil } : {}) }];
  });
}
