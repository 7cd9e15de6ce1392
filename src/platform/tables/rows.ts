/** The kinds of rows that a feature keeps: how they are found, read and changed. */
import type { z } from 'zod';
import { Failure } from '../errors.ts';
import { idPattern } from '../ids.ts';
import type { KindIn, TableName } from '../kept.ts';
import type { Change, RawRow, Tables } from '../tables.ts';
import { rowReader, type Rest, type RowReader, type Step } from './forms.ts';

export interface Row<T> {
  readonly partition: string;
  readonly key: readonly string[];
  readonly value: T;
  readonly etag: string;
  /** Fields of a newer release: whoever changes the row leaves them as they are. */
  readonly rest?: Rest;
}

/** What a row of each kind may hold, by `table kind`: of every kind whose feature was loaded. */
export const schemas = new Map<string, z.ZodType>();
/** How a row of each kind is read, by the same name. */
export const readers = new Map<string, RowReader<unknown>>();

/**
 * The kinds of rows a feature keeps, each named in the register: keys are `<kind>.<part>.<part>`, values are parsed when they are read.
 * `steps`: what makes a row of a former form one of the next, the oldest first (`forms.ts` says when one is needed).
 */
export function rowsOf<T, N extends TableName = TableName>(
  table: N,
  kind: KindIn<N>,
  schema: z.ZodType<T>,
  steps: readonly Step[] = [],
) {
  const reader = rowReader(schema, steps);
  schemas.set(`${table} ${kind}`, schema);
  readers.set(`${table} ${kind}`, reader as RowReader<unknown>);
  const rowKey = (key: string | readonly string[]): string => joinKey(kind, typeof key === 'string' ? [key] : key);
  const rowFrom = (partition: string, key: string, found: Pick<RawRow, 'text' | 'etag'>): Row<T> => ({
    partition,
    key: key.split('.').slice(1),
    ...reader.read(found.text),
    etag: found.etag,
  });
  return {
    /** A row that somebody else fetched. */
    valueIn: (text: string): T => reader.read(text).value,
    async find(tables: Tables, partition: string, ...key: readonly string[]): Promise<Row<T> | undefined> {
      if (![partition, ...key].every((part) => idPattern.test(part))) return undefined;
      const found = await tables.read(table, partition, rowKey(key));
      return found && rowFrom(partition, rowKey(key), found);
    },
    /** All rows of the kind in a partition, or those whose key begins with the given parts. */
    async list(tables: Tables, partition: string, ...prefix: readonly string[]): Promise<Row<T>[]> {
      if (![partition, ...prefix].every((part) => idPattern.test(part))) return [];
      const from = `${joinKey(kind, prefix)}.`;
      const found = await tables.range(table, partition, { from, to: `${from}~` });
      return found.map((one) => rowFrom(partition, one.rowKey, one));
    },
    /** At most so many rows of the kind, from a key on and then from the first again: where keys are chance, any of them. */
    async some(tables: Tables, partition: string, from: string, most: number): Promise<Row<T>[]> {
      const [first, start] = [`${joinKey(kind, [])}.`, rowKey(from)];
      const found = await tables.range(table, partition, { from: start, to: `${first}~`, limit: most });
      const missing = most - found.length;
      const rest = missing > 0 ? await tables.range(table, partition, { from: first, to: start, limit: missing }) : [];
      return [...found, ...rest].map((one) => rowFrom(partition, one.rowKey, one));
    },
    /** The row out of several of its partition that were read together. */
    among(partition: string, all: readonly RawRow[], ...key: readonly string[]): Row<T> | undefined {
      const found = all.find((one) => one.rowKey === rowKey(key));
      return found && rowFrom(partition, found.rowKey, found);
    },
    /** Fails as a conflict when the row is there already. */
    create: (partition: string, key: string | readonly string[], value: T): Change => ({
      ...{ table, partition, rowKey: rowKey(key), how: 'create', value: reader.written(value) },
    }),
    /** Fails as a conflict when the row changed since it was read. */
    replace: (row: Row<unknown>, value: T): Change => ({
      ...{ table, partition: row.partition, rowKey: rowKey(row.key), how: 'replace' },
      value: reader.written(value, row.rest),
      etag: row.etag,
    }),
    remove: (row: Row<unknown>): Change => ({
      ...{ table, partition: row.partition, rowKey: rowKey(row.key), how: 'remove', etag: row.etag },
    }),
    /** Writes whatever is there, fields of a newer release too: only for rows that nobody contests, such as a projection. */
    put: (partition: string, key: string | readonly string[], value: T): Change => ({
      ...{ table, partition, rowKey: rowKey(key), how: 'put', value: reader.written(value) },
    }),
  };
}

export type Rows<T> = ReturnType<typeof rowsOf<T, TableName>>;

function joinKey(kind: string, parts: readonly string[]): string {
  for (const part of parts) if (!idPattern.test(part)) throw new Failure('not-found', 'bad-id');
  return [kind, ...parts].join('.');
}
