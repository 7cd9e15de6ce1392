/** Tables for whoever only reads: each row once for a look, or shared with all who look at the same moment (`shared.ts`). */
import type { Change, Tables } from '../tables.ts';
import { sharedReads, type Reads } from './shared.ts';

interface Origin {
  readonly tables: Tables;
  /** Of everybody who looks at this moment. */
  readonly shared: Reads;
  /** Of each look that is going on; they hear of what is written. */
  readonly own: Set<Reads>;
}

export interface Look {
  readonly tables: Tables;
  /** It is over. */
  end(): void;
}

const origins = new WeakMap<Tables, Origin>();

/** The tables behind a look: what is remembered for them is remembered for every look. */
export const originOf = (tables: Tables): Tables => origins.get(tables)?.tables ?? tables;

/** Tables whose looks hear of what is written through them, also when nobody knows whether it was. */
export function watched(raw: Tables): Tables {
  const origin = { shared: sharedReads(raw), own: new Set<Reads>() };
  const written = (changes: readonly Pick<Change, 'table' | 'partition' | 'rowKey'>[]): void => {
    for (const reads of [origin.shared, ...origin.own])
      for (const { table, partition, rowKey } of changes) reads.forget(table, partition, rowKey);
  };
  const tables: Tables = {
    ...raw,
    commit: (changes) => raw.commit(changes).finally(() => written(changes)),
    drop: (table, partition, rowKey) =>
      raw.drop(table, partition, rowKey).finally(() => written([{ table, partition, rowKey }])),
  };
  origins.set(tables, { tables, ...origin });
  return tables;
}

/** `shares`: what is a moment old will do. Tables that nobody watches are looked at as they are. */
export function lookAt(tables: Tables, { shares }: { readonly shares: boolean }): Look {
  const origin = origins.get(tables);
  if (!origin) return { tables, end: () => undefined };
  const reads = shares ? origin.shared : sharedReads(origin.tables);
  if (!shares) origin.own.add(reads);
  const look: Tables = { ...origin.tables, read: reads.read, range: reads.range };
  origins.set(look, origin);
  return { tables: look, end: () => void origin.own.delete(reads) };
}

/** For what is only read after something was written: the same once, and with what others read at this moment. */
export function looking<D extends { readonly tables: Tables }, T>(deps: D, read: (seen: D) => Promise<T>): Promise<T> {
  const { tables, end } = lookAt(deps.tables, { shares: true });
  return read({ ...deps, tables }).finally(end);
}
