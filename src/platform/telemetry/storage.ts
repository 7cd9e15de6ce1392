/** Each operation of the storage as a step of a trace: which table or container, what kind, how many rows. Keys and names are not told. */
import type { Blobs, ContainerName } from '../blobs.ts';
import type { Tables } from '../tables.ts';
import type { Facts } from './facts.ts';
import { note, step } from './steps.ts';

type Operation = NonNullable<Facts['operation']>;

export function tablesInSteps(tables: Tables): Tables {
  const { commit, drop, read, range, scan } = tables;
  const inStep = <T>(operation: Operation, store: string, work: () => Promise<T>): Promise<T> =>
    step('storage', { operation, store }, work);
  return {
    ...tables,
    commit: (changes) => {
      const [first] = changes;
      if (!first) return commit(changes);
      return step('storage', { operation: 'commit', store: first.table, rows: changes.length }, () => commit(changes));
    },
    drop: (table, ...key) => inStep('drop', table, () => drop(table, ...key)),
    read: (table, ...key) => inStep('read', table, () => read(table, ...key)),
    range: (table, ...keys) => inStep('range', table, () => range(table, ...keys)),
    scan: (table, ...page) => inStep('scan', table, () => scan(table, ...page)),
  };
}

export function blobsInSteps(blobs: Blobs): Blobs {
  const { append, read, list, put, remove } = blobs;
  const inStep = <T>(operation: Operation, container: ContainerName, work: () => Promise<T>): Promise<T> =>
    step('storage', { operation, store: `${container}-blobs` }, work);
  return {
    ...blobs,
    append: (container, ...rest) => inStep('append', container, () => append(container, ...rest)),
    read: (container, ...rest) => inStep('read', container, () => read(container, ...rest)),
    list: (container, ...rest) => inStep('list', container, () => list(container, ...rest)),
    put: (container, ...rest) => inStep('put', container, () => put(container, ...rest)),
    remove: (container, ...rest) => inStep('remove', container, () => remove(container, ...rest)),
  };
}

/** Most are done at the first try, which goes without saying. */
export function noteTry(turn: number): void {
  if (turn > 1) note({ tries: turn });
}
