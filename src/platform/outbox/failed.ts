/**
 * Which tasks of all partitions have used all their tries: a list beside the index by time, for whoever runs the product. A row
 * is written before its task fails, so that none is missing; one whose task has not failed after all is tidied here.
 */
import { z } from 'zod';
import { unseenTables } from '../kept.ts';
import { type TaskAddress } from '../queues.ts';
import { rowsOf, tableNames, type TableName, type Tables } from '../tables.ts';
import { tasks, type Address, type Task } from './task.ts';

const failedRow = z.strictObject({ table: z.enum(tableNames), partition: z.string(), id: z.string(), at: z.number() });
const failedRows = rowsOf('due', 'failed', failedRow);
const partition = 'failed';

export interface FailedTask extends Pick<Task, 'id' | 'job' | 'attempts'> {
  readonly table: TableName;
  readonly partition: string;
  /** Domain time at which the last try failed. */
  readonly since: number;
  readonly reason: string;
}

const keyOf = ({ table, partition: of, id }: TaskAddress): readonly string[] => [table, of, id];

export async function listAsFailed(tables: Tables, address: Address, at: number): Promise<void> {
  await tables.commit([failedRows.put(partition, keyOf(address), { ...address, at })]);
}

export function unlistFailed(tables: Tables, address: Address): Promise<void> {
  return tables.drop('due', partition, ['failed', ...keyOf(address)].join('.'));
}

export const mostFailed = 200;
/** A row may be a moment ahead of its task. */
const youngMs = 60_000;

/** At most 200, the longest first. */
export async function listFailed(tables: Tables, now: number): Promise<FailedTask[]> {
  const found = await tables.range('due', partition, { from: 'failed.', to: 'failed.~', limit: mostFailed });
  const rows = found.map(({ text }) => failedRows.valueIn(text)).filter(({ table }) => !unseenTables.includes(table));
  const all = await Promise.all(
    rows.map(async ({ at, ...address }) => {
      const one = (await tasks[address.table].find(tables, address.partition, address.id))?.value;
      if (one?.state === 'failed') return [failedTask(address, one, at)];
      if (now - at > youngMs) await unlistFailed(tables, address);
      return [];
    }),
  );
  return all.flat().sort((a, b) => a.since - b.since);
}

function failedTask(address: Address, { job, attempts, reason = 'our-fault' }: Task, since: number): FailedTask {
  return { ...address, job, attempts, reason, since };
}
