/**
 * Reads that are shared for a moment: the sections of a page ask at once, and mostly for the same rows. What seldom changes is shared for
 * some seconds. What this process writes is forgotten at once; what another one writes follows within the time. Of a person's own
 * partition all is read at once when more than one thing of it is asked for.
 */
import { systemClock } from '../clock.ts';
import type { KeyRange, RawRow, TableName, Tables } from '../tables.ts';

/** Milliseconds. A withdrawal must be felt within a minute. */
const momentMs = 2_000;
const seldomMs = 15_000;
/** The list of what has ended is cut when it is so long. */
const fewEnded = 1_000;

/** Kinds that seldom change and are nobody's own, by table. Who coordinates is none of them: that counts from the next request on. */
const seldom: Partial<Record<TableName, readonly string[]>> = {
  directory: ['person'],
  programmes: ['programme', 'closing', 'call', 'resource', 'finding', 'telling', 'session', 'honourevent'],
  surveys: ['survey'],
  system: ['survey', 'owncourse', 'story', 'country', 'ring'],
  concerns: ['adviser'],
};

export interface Reads extends Pick<Tables, 'read' | 'range'> {
  forget(table: TableName, partition: string, rowKey: string): void;
}

const kindOf = (rowKey: string): string => rowKey.split('.', 1)[0] ?? '';

/** What is forgotten together: of a person all, else the rows of a kind in a partition. */
const groupOf = (table: TableName, partition: string, rowKey: string): string =>
  table === 'people' ? `${table} ${partition}` : `${table} ${partition} ${kindOf(rowKey)}`;

export function sharedReads(tables: Pick<Tables, 'read' | 'range'>): Reads {
  const kept = keptForAMoment();
  const shared = <T>(table: TableName, partition: string, at: { rowKey: string; key: string }, read: () => T): T =>
    kept.of(groupOf(table, partition, at.rowKey), at.key, read, momentsOf(table, at.rowKey));
  const personal = (partition: string): Joined =>
    shared('people', partition, { rowKey: '', key: '' }, () => joined(tables, partition));

  function among(table: TableName, partition: string, rowKey: string): Promise<RawRow[]> | undefined {
    const parts = rowKey.split('.');
    for (let count = parts.length - 1; count > 0; count -= 1) {
      const from = `${parts.slice(0, count).join('.')}.`;
      const found = kept.known(groupOf(table, partition, rowKey), keyOf({ from, to: `${from}~` }));
      if (found) return found as Promise<RawRow[]>;
    }
    return undefined;
  }

  return {
    read: (table, partition, rowKey) => {
      if (table === 'people') return personal(partition).read(rowKey);
      const list = among(table, partition, rowKey);
      if (list) return list.then((rows) => rows.find((row) => row.rowKey === rowKey));
      return shared(table, partition, { rowKey, key: rowKey }, () => tables.read(table, partition, rowKey));
    },
    range: (table, partition, keys) => {
      if (table === 'people') return personal(partition).range(keys);
      const read = () => tables.range(table, partition, keys);
      return shared(table, partition, { rowKey: keys.from, key: keyOf(keys) }, read);
    },
    forget: (table, partition, rowKey) => kept.forget(groupOf(table, partition, rowKey)),
  };
}

const keyOf = ({ from, to, limit }: KeyRange): string => `${from} ${to} ${limit ?? ''}`;
const momentsOf = (table: TableName, rowKey: string): number =>
  seldom[table]?.includes(kindOf(rowKey)) ? seldomMs : momentMs;

interface Kept {
  readonly until: number;
  readonly found: unknown;
}

/** Of all that is kept for so long, in the order in which it ends. */
interface Line {
  readonly ends: { readonly group: string; readonly key: string; readonly until: number }[];
  /** Those before have ended. */
  first: number;
}

/** What was found, by group and key, for so many milliseconds; what failed is asked for again. */
function keptForAMoment() {
  const groups = new Map<string, Map<string, Kept>>();
  const lines = new Map<number, Line>();

  function drop(group: string, key: string, until: number): void {
    const kept = groups.get(group);
    if (kept?.get(key)?.until !== until) return;
    kept.delete(key);
    if (kept.size === 0) groups.delete(group);
  }
  function dropEnded(line: Line, now: number): void {
    for (let one = line.ends[line.first]; one && one.until <= now; one = line.ends[line.first]) {
      drop(one.group, one.key, one.until);
      line.first += 1;
    }
    if (line.first < fewEnded) return;
    line.ends.splice(0, line.first);
    line.first = 0;
  }
  function known(group: string, key: string): unknown {
    const one = groups.get(group)?.get(key);
    return one && one.until > systemClock.machine() ? one.found : undefined;
  }
  return {
    known,
    forget: (group: string): void => void groups.delete(group),
    of<T>(group: string, key: string, read: () => T, ms: number): T {
      const before = known(group, key);
      if (before !== undefined) return before as T;
      const now = systemClock.machine();
      const line = lines.get(ms) ?? { ends: [], first: 0 };
      lines.set(ms, line);
      dropEnded(line, now);
      const [until, found] = [now + ms, read()];
      line.ends.push({ group, key, until });
      groups.set(group, (groups.get(group) ?? new Map<string, Kept>()).set(key, { until, found }));
      if (found instanceof Promise) found.catch(() => drop(group, key, until));
      return found;
    },
  };
}

type Joined = {
  read(rowKey: string): Promise<Pick<RawRow, 'text' | 'etag'> | undefined>;
  range(keys: KeyRange): Promise<RawRow[]>;
};

const everything: KeyRange = { from: '0', to: '~' };

/** A person's partition: what is asked for in the same turn is known before anything is read. */
function joined(tables: Pick<Tables, 'read' | 'range'>, partition: string): Joined {
  const asked = new Set<string>();
  let alone: Promise<unknown> | undefined;
  let whole: Promise<RawRow[]> | undefined;
  async function together<T>(key: string, one: () => Promise<T>, of: (rows: readonly RawRow[]) => T): Promise<T> {
    asked.add(key);
    if (!whole) await new Promise(setImmediate);
    try {
      if (asked.size === 1) return (await (alone ??= one())) as T;
      whole ??= tables.range('people', partition, everything);
      return of(await whole);
    } catch (error) {
      [alone, whole] = [undefined, undefined];
      throw error;
    }
  }
  return {
    read: (rowKey) =>
      together(
        rowKey,
        () => tables.read('people', partition, rowKey),
        (rows) => rows.find((row) => row.rowKey === rowKey),
      ),
    range: (keys) =>
      together(
        keyOf(keys),
        () => tables.range('people', partition, keys),
        (rows) => rows.filter(({ rowKey }) => rowKey >= keys.from && rowKey < keys.to).slice(0, keys.limit),
      ),
  };
}
