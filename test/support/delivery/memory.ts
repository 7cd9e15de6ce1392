/** A store and a queue that hold to the same promises as the real ones, in memory: for histories by the thousand. */
import { Failure } from '../../../src/platform/errors.ts';
import type { Delivery, Queue, TaskAddress } from '../../../src/platform/queues.ts';
import type { Change, Tables } from '../../../src/platform/tables.ts';

interface Kept {
  readonly text: string;
  readonly etag: string;
}

export function memoryTables(): Tables {
  /** By table and partition, then by key. */
  const partitions = new Map<string, Map<string, Kept>>();
  let version = 0;
  const nameOf = (table: string, partition: string): string => `${table}/${partition}`;
  const rowsIn = (table: string, partition: string): Map<string, Kept> => {
    const name = nameOf(table, partition);
    const rows = partitions.get(name) ?? new Map<string, Kept>();
    partitions.set(name, rows);
    return rows;
  };
  const fits = ({ table, partition, rowKey, how, etag }: Change): boolean => {
    const row = rowsIn(table, partition).get(rowKey);
    if (how === 'create') return row === undefined;
    return how === 'put' || (row !== undefined && row.etag === etag);
  };
  return {
    prepare: async () => undefined,
    read: async (table, partition, rowKey) => rowsIn(table, partition).get(rowKey),
    drop: async (table, partition, rowKey) => void rowsIn(table, partition).delete(rowKey),
    range: async (table, partition, { from, to, limit = Infinity }) => {
      const inRange = [...rowsIn(table, partition).keys()].filter((rowKey) => rowKey >= from && rowKey < to);
      const found = inRange.sort((a, b) => (a < b ? -1 : 1)).slice(0, limit);
      return found.flatMap((rowKey) => {
        const row = rowsIn(table, partition).get(rowKey);
        return row ? [{ rowKey, ...row }] : [];
      });
    },
    scan: async (table) => ({
      rows: [...partitions]
        .filter(([name]) => name.startsWith(`${table}/`))
        .flatMap(([name, rows]) =>
          [...rows].map(([rowKey, row]) => ({
            ...{ partition: name.slice(table.length + 1), rowKey, op: row.etag },
            ...row,
          })),
        )
        .toSorted((one, other) => (`${one.partition}/${one.rowKey}` < `${other.partition}/${other.rowKey}` ? -1 : 1)),
    }),
    commit: async (changes) => {
      if (!changes.every(fits)) throw new Failure('conflict', 'changed-meanwhile');
      const etag = String((version += 1));
      for (const { table, partition, rowKey, how, value } of changes)
        if (how === 'remove') rowsIn(table, partition).delete(rowKey);
        else rowsIn(table, partition).set(rowKey, { text: JSON.stringify(value), etag });
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
    tryWriting: async () => undefined,
  };
}
