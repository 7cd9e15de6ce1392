/** A store and a queue that hold to the same promises as the real ones, in memory: for histories by the thousand. */
import { Failure } from '../../../src/platform/errors.ts';
import type { Delivery, Queue, TaskAddress } from '../../../src/platform/queues.ts';
import type { Change, Tables } from '../../../src/platform/tables.ts';

export function memoryTables(): Tables {
  const rows = new Map<string, { text: string; etag: string }>();
  let version = 0;
  const keyOf = (table: string, partition: string, rowKey: string): string => `${table}/${partition}/${rowKey}`;
  const fits = ({ table, partition, rowKey, how, etag }: Change): boolean => {
    const row = rows.get(keyOf(table, partition, rowKey));
    if (how === 'create') return row === undefined;
    return how === 'put' || (row !== undefined && row.etag === etag);
  };
  return {
    prepare: async () => undefined,
    read: async (table, partition, rowKey) => rows.get(keyOf(table, partition, rowKey)),
    drop: async (table, partition, rowKey) => void rows.delete(keyOf(table, partition, rowKey)),
    range: async (table, partition, { from, to, limit = Infinity }) => {
      const prefix = keyOf(table, partition, '');
      const found = [...rows]
        .filter(([key]) => key.startsWith(prefix))
        .map(([key, row]) => ({ rowKey: key.slice(prefix.length), ...row }));
      const inRange = found.filter(({ rowKey }) => rowKey >= from && rowKey < to);
      return inRange.sort((a, b) => (a.rowKey < b.rowKey ? -1 : 1)).slice(0, limit);
    },
    scan: async (table) => ({
      rows: [...rows]
        .filter(([key]) => key.startsWith(`${table}/`))
        .toSorted(([one], [other]) => (one < other ? -1 : 1))
        .map(([key, row]) => {
          const [, partition = '', rowKey = ''] = key.split('/');
          return { ...{ partition, rowKey, op: row.etag }, ...row };
        }),
    }),
    commit: async (changes) => {
      if (!changes.every(fits)) throw new Failure('conflict', 'changed-meanwhile');
      const etag = String((version += 1));
      for (const { table, partition, rowKey, how, value } of changes)
        if (how === 'remove') rows.delete(keyOf(table, partition, rowKey));
        else rows.set(keyOf(table, partition, rowKey), { text: JSON.stringify(value), etag });
      return etag;
    },
  };
}

export interface MemoryQueue extends Queue {
  readonly waiting: TaskAddress[];
}

export function memoryQueue(): MemoryQueue {
  const waiting: TaskAddress[] = [];
  const deliveryOf = (address: TaskAddress): Delivery => ({
    address,
    remove: async () => undefined,
    postpone: async () => void waiting.push(address),
  });
  return {
    waiting,
    prepare: async () => undefined,
    send: async (address) => void waiting.push(address),
    receive: async (most) => waiting.splice(0, most).map(deliveryOf),
    length: async () => waiting.length,
  };
}
