/** A task as it is kept: a row of the partition whose change it follows from, and a row of the index by time. */
import { z } from 'zod';
import { bucketOf, id, newId } from '../ids.ts';
import { lanes, type Lane, type TaskAddress } from '../queues.ts';
import { rowsOf, tableNames, type Change, type Rows, type TableName } from '../tables.ts';
import { dueKey } from './due.ts';

export interface NewTask {
  /** Deterministic where the same thing could be asked for twice: programme, step, round, person. */
  readonly id: string;
  /** The name of a job in the worker's table. */
  readonly job: string;
  /** Domain time in milliseconds; now when absent. */
  readonly due?: number;
  /** `campaign` for what goes to many at once: everything else overtakes it. */
  readonly lane?: Lane;
  /** Ids only. */
  readonly data: Readonly<Record<string, string>>;
}

export const task = z.strictObject({
  id,
  job: z.string(),
  due: z.number(),
  lane: z.enum(lanes),
  data: z.record(z.string(), z.string()),
  state: z.enum(['waiting', 'failed']),
  attempts: z.number().int(),
  /** Machine time until which nobody else may run it: a worker has it, or it rests after a failure. */
  leaseUntil: z.number(),
  /** Made new by each claim: who holds an older one does not hold the task any more. */
  fence: z.string(),
  /** Names its row in the index; the next row has another, so that the old one can be dropped unseen. */
  mark: z.string(),
  /** Why it failed, or why it waits. */
  reason: z.string().optional(),
});
export type Task = z.infer<typeof task>;

export const tasks = Object.fromEntries(tableNames.map((table) => [table, rowsOf(table, 'task', task)])) as Record<
  TableName,
  Rows<Task>
>;

/** In the index: since when (machine time) the task is on the queue, or waits to be put there. */
export const dueRow = z.strictObject({ at: z.number(), lane: z.enum(lanes), queued: z.boolean() });
export type DueRow = z.infer<typeof dueRow>;

export const shards = 4;

export type Address = TaskAddress & { readonly table: TableName };

export const shardOf = ({ partition, id: taskId }: TaskAddress): string =>
  `shard-${bucketOf(`${partition}.${taskId}`, shards)}`;

export const dueRows = rowsOf('due', 'due', dueRow);

/** The row of the index for a task that is due at its `due`. */
export function indexRow(address: TaskAddress, one: Pick<Task, 'due' | 'mark'>, value: DueRow): Change {
  return dueRows.put(shardOf(address), [...dueKey(one.due, address), one.mark], value);
}

export function indexKey(address: TaskAddress, one: Pick<Task, 'due' | 'mark'>): [TableName, string, string] {
  return ['due', shardOf(address), ['due', ...dueKey(one.due, address), one.mark].join('.')];
}

export const newMark = (): string => newId().slice(0, 8);
