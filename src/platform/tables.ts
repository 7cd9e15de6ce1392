/**
 * Azure Tables through one file: every row carries an operation id and is changed with its ETag, every call has a deadline,
 * keys are built here, and the only queries are a row, a partition, or a range of keys in it (trust.md 4).
 */
import { odata, RestError, type TableClient } from '@azure/data-tables';
import type { TokenCredential } from '@azure/identity';
import { pause } from './clock.ts';
import { Failure } from './errors.ts';
import { newId } from './ids.ts';
import { register, type TableName } from './kept.ts';
import { actionOf, submit } from './tables/batch.ts';
import { clientFor } from './tables/client.ts';
import { withDeadline } from './tables/deadline.ts';
import { textOf, type Entity } from './tables/entity.ts';
import { watched } from './tables/look.ts';
import { noteTry, tablesInSteps } from './telemetry/storage.ts';

export { readers, rowsOf, schemas, type Row, type Rows } from './tables/rows.ts';

/** Each table and what is in it stands in the register. */
export const tableNames = Object.keys(register) as TableName[];
export type { TableName };

/** One change of one row; changes of one partition are committed together or not at all. */
export interface Change {
  readonly table: TableName;
  readonly partition: string;
  readonly rowKey: string;
  readonly how: 'create' | 'replace' | 'remove' | 'put';
  readonly etag?: string;
  readonly value?: unknown;
}

export interface Tables {
  /** Makes the tables that are missing. */
  prepare(): Promise<void>;
  /**
   * All changes or none; one table, one partition, at most 100. Throws Failure `conflict` when a row changed meanwhile.
   * Gives the new ETag of the first change, where the service said it.
   */
  commit(changes: readonly Change[]): Promise<string | undefined>;
  /** Removes a row whatever is in it; one that is gone is as good. Only where nobody else can have written it anew. */
  drop(table: TableName, partition: string, rowKey: string): Promise<void>;
  read(table: TableName, partition: string, rowKey: string): Promise<{ text: string; etag: string } | undefined>;
  /** Rows with `from` <= key < `to`, in the order of their keys. */
  range(table: TableName, partition: string, keys: KeyRange): Promise<RawRow[]>;
  /** A page of all rows of a table, in the order of their keys; `from` is the `next` of the page before. */
  scan(table: TableName, from?: string, only?: ScanOnly): Promise<Page>;
}

/** A row as it is kept: its value is parsed by whoever knows its kind. */
export interface RawRow {
  readonly rowKey: string;
  readonly text: string;
  readonly etag: string;
}

export interface Page {
  /** `op`: the operation that wrote the row; each write has its own. */
  readonly rows: readonly (RawRow & { readonly partition: string; readonly op: string })[];
  /** Nothing where this was the last page. */
  readonly next?: string;
}

export interface ScanOnly {
  readonly partition?: string;
  /** Keys and operations, without what the rows say. */
  readonly keys?: true;
}

export interface KeyRange {
  readonly from: string;
  readonly to: string;
  readonly limit?: number;
}

export interface TablesOptions {
  readonly prefix: string;
  /** A connection string of the emulator, or the account's table address and a credential. */
  readonly connection?: string;
  readonly url?: string;
  readonly credential?: TokenCredential;
}

type Query = { readonly filter?: string; readonly select?: string[] };

const tries = 4;

const statusOf = (error: unknown): number => (error instanceof RestError ? (error.statusCode ?? 0) : -1);
const isAbort = (error: unknown): boolean => error instanceof Error && error.name === 'AbortError';
const mayPass = (error: unknown): boolean => {
  const status = statusOf(error);
  // A yes that cannot be read: some proxy put a page of its own in the place of the answer.
  const unread = status >= 200 && status < 400;
  return (
    isAbort(error) || unread || status === 0 || status === 408 || status === 429 || status >= 500 || isTransport(error)
  );
};
const isTransport = (error: unknown): boolean => error instanceof SyntaxError || error instanceof TypeError;

export function createTables(options: TablesOptions): Tables {
  const clients = new Map<TableName, TableClient>();
  const clientOf = (name: TableName): TableClient => {
    let client = clients.get(name);
    if (!client) clients.set(name, (client = clientFor(options, options.prefix + name)));
    return client;
  };

  /** Tries again over passing faults; the operation id makes a write that was committed unseen count once. */
  async function persist<A>(attempt: (signal: AbortSignal) => Promise<A>): Promise<A> {
    for (let turn = 1; ; turn += 1) {
      noteTry(turn);
      try {
        return await withDeadline(attempt);
      } catch (error) {
        if (!mayPass(error)) throw error;
        if (turn >= tries) throw new Failure('unavailable', 'storage-down', { cause: error });
        await pause(50 * 4 ** (turn - 1) * (0.5 + Math.random()));
      }
    }
  }

  async function read(table: TableName, partition: string, rowKey: string) {
    try {
      const entity = await persist((abortSignal) =>
        clientOf(table).getEntity<Entity>(partition, rowKey, { abortSignal }),
      );
      return { text: textOf(entity), etag: entity.etag, op: entity.op };
    } catch (error) {
      if (statusOf(error) === 404) return undefined;
      throw error;
    }
  }

  async function pageOf(table: TableName, most: number, from: string | undefined, queryOptions: Query) {
    return persist(async (abortSignal) => {
      let isAnswer = false;
      const onResponse = ({ parsedBody }: { parsedBody?: { value?: unknown } }): void => {
        isAnswer = Array.isArray(parsedBody?.value);
      };
      const pages = clientOf(table).listEntities<Entity>({ queryOptions, abortSignal, onResponse });
      const continuation = from === undefined ? {} : { continuationToken: from };
      const found = await pages.byPage({ maxPageSize: Math.min(1000, most), ...continuation }).next();
      // The SDK takes any 2xx for a page, and one that is none for an empty one: no rows where there are some.
      if (!isAnswer) throw new SyntaxError('not the answer to this query');
      const entities = found.done ? [] : found.value;
      const next = found.done ? undefined : found.value.continuationToken;
      const rows = entities.map((entity) => ({
        ...{ partition: entity.partitionKey, rowKey: entity.rowKey, text: textOf(entity), etag: entity.etag },
        op: entity.op,
      }));
      return { rows, ...(next ? { next } : {}) };
    });
  }

  async function range(table: TableName, partition: string, { from, to, limit = Infinity }: KeyRange) {
    const filter = odata`PartitionKey eq ${partition} and RowKey ge ${from} and RowKey lt ${to}`;
    const found: RawRow[] = [];
    let next: string | undefined;
    do {
      const page: Page = await pageOf(table, limit, next, { filter });
      for (const { rowKey, text, etag } of page.rows) found.push({ rowKey, text, etag });
      next = page.next;
    } while (next !== undefined && found.length < limit);
    return found.slice(0, limit);
  }

  const scan: Tables['scan'] = (table, from, { partition, keys } = {}) =>
    pageOf(table, Infinity, from, {
      ...(partition === undefined ? {} : { filter: odata`PartitionKey eq ${partition}` }),
      ...(keys ? { select: ['PartitionKey', 'RowKey', 'op'] } : {}),
    });

  async function commit(changes: readonly Change[]): Promise<string | undefined> {
    const first = changes[0];
    if (!first) return undefined;
    if (changes.length > 100) throw new Error(`a batch holds 100 changes at most, not ${changes.length}`);
    if (changes.some((one) => one.table !== first.table || one.partition !== first.partition))
      throw new Error('a batch is of one partition');
    const op = newId();
    const actions = changes.map((change) => actionOf(change, op));
    try {
      return await persist((abortSignal) => submit(clientOf(first.table), actions, abortSignal));
    } catch (error) {
      if (![404, 409, 412].includes(statusOf(error))) throw error;
      if (!(await wasDone(changes, op))) throw new Failure('conflict', 'changed-meanwhile', { cause: error });
      return undefined;
    }
  }

  async function drop(table: TableName, partition: string, rowKey: string): Promise<void> {
    try {
      await persist((abortSignal) => clientOf(table).deleteEntity(partition, rowKey, { abortSignal }));
    } catch (error) {
      if (statusOf(error) !== 404) throw error;
    }
  }

  /** After 404, 409 or 412: our own operation id in the row means that the lost answer was a yes. */
  async function wasDone(changes: readonly Change[], op: string): Promise<boolean> {
    const written = changes.find((one) => one.how !== 'remove');
    if (written) return (await read(written.table, written.partition, written.rowKey))?.op === op;
    const left = await Promise.all(changes.map((one) => read(one.table, one.partition, one.rowKey)));
    return left.every((one) => one === undefined);
  }

  async function prepareOne(name: TableName, triesLeft = 3): Promise<void> {
    try {
      await persist((abortSignal) => clientOf(name).createTable({ abortSignal }));
    } catch (error) {
      if (statusOf(error) === 409) return;
      // A process that starts in the middle of trouble must not end by it.
      if (triesLeft === 0) throw error;
      await prepareOne(name, triesLeft - 1);
    }
  }

  const prepare = async (): Promise<void> => void (await Promise.all(tableNames.map((name) => prepareOne(name))));

  return watched(tablesInSteps({ prepare, commit, drop, read, range, scan }));
}
