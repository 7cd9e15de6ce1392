/** The key of a task in the index by time: when it is due, then where it is kept. */
import type { TaskAddress } from '../queues.ts';
import { tableNames, type TableName } from '../tables.ts';

const digits = 15;

export function dueKey(when: number, address?: TaskAddress): string[] {
  const time = String(Math.max(0, Math.ceil(when))).padStart(digits, '0');
  return address ? [time, address.table, address.partition, address.id] : [time];
}

export function readDueKey(rowKey: string): { when: number; address: TaskAddress & { table: TableName } } {
  // What follows tells one row of a task from the next; nobody reads it.
  const [, time, table, partition, id] = rowKey.split('.');
  const known = tableNames.find((name) => name === table);
  if (!time || !known || !partition || !id) throw new Error(`not a key of the index: ${rowKey}`);
  return { when: Number(time), address: { table: known, partition, id } };
}
