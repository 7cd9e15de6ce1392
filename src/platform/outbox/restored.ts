/** Tasks that were brought back from a copy: the index by time is made anew out of them, so that what waited is found again. */
import type { Clock } from '../clock.ts';
import type { Change, TableName, Tables } from '../tables.ts';
import { listAsFailed } from './failed.ts';
import { indexRow, tasks, type Address } from './task.ts';

export interface TaskRow {
  readonly table: TableName;
  readonly partition: string;
  readonly text: string;
}

export const isTaskKey = (rowKey: string): boolean => rowKey.startsWith('task.');

/** Before the rows themselves, as with every task: an index row without a task is swept, a task without one would be lost. */
export async function indexAgain(tables: Tables, clock: Clock, rows: readonly TaskRow[]): Promise<void> {
  const index: Change[] = [];
  for (const { table, partition, text } of rows) {
    const one = tasks[table].valueIn(text);
    const address: Address = { table, partition, id: one.id };
    if (one.state === 'failed') await listAsFailed(tables, address, clock.now());
    else index.push(indexRow(address, one, { at: clock.machine(), lane: one.lane, queued: false }));
  }
  for (const shard of new Set(index.map((row) => row.partition))) {
    const group = index.filter((row) => row.partition === shard);
    for (let start = 0; start < group.length; start += 100) await tables.commit(group.slice(start, start + 100));
  }
}
