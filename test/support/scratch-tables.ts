/**
 * Tables in which a test may write what it likes: what is read comes from the real ones and is kept, what is written stays here
 * until `discard`. For tests that ask thousands of questions of the same world; storage itself is tested against the emulator.
 */
import { Failure } from '../../src/platform/errors.ts';
import { newId } from '../../src/platform/ids.ts';
import type { Change, Page, Tables } from '../../src/platform/tables.ts';

interface Kept {
  readonly text: string;
  readonly etag: string;
}
type Partition = Map<string, Kept>;

export interface ScratchTables extends Tables {
  /** Reads since the last `discard`: `table partition from`, the keys of a range or of a row left out. */
  readonly reads: readonly { readonly table: string; readonly partition: string; readonly kind: string }[];
  readonly written: readonly Change[];
  /** Changes that belong to the scene: until `discard`, and not among the written. */
  arrange(changes: readonly Change[]): Promise<void>;
  /** Rows that are not as they lie in the real tables: what the questions since the last `discard` came to. */
  differences(): Promise<Difference[]>;
  discard(): void;
}

export interface Difference {
  readonly table: Change['table'];
  readonly partition: string;
  readonly rowKey: string;
  /** Nothing where there was no such row. */
  readonly before?: string | undefined;
  /** Nothing where it is gone. */
  readonly after?: string | undefined;
}

/** `discarding` is told of each `discard`: whatever else was written goes with it. */
export function scratchTables(base: Tables, discarding: () => void = () => undefined): ScratchTables {
  const loaded = new Map<string, Promise<Partition>>();
  let changed = new Map<string, Partition>();
  let reads: { table: string; partition: string; kind: string }[] = [];
  let written: Change[] = [];

  async function partitionOf(table: Change['table'], partition: string): Promise<Partition> {
    const place = `${table} ${partition}`;
    const mine = changed.get(place);
    if (mine) return mine;
    const known = loaded.get(place) ?? load(table, partition);
    loaded.set(place, known);
    return known;
  }

  /** Nothing else happens between the reading and the writing: of two changes at once, none undoes the other. */
  async function rewrite(table: Change['table'], partition: string, work: (rows: Partition) => void): Promise<void> {
    const asLoaded = await partitionOf(table, partition);
    const place = `${table} ${partition}`;
    const next = new Map(changed.get(place) ?? asLoaded);
    work(next);
    changed.set(place, next);
  }

  async function change(changes: readonly Change[]): Promise<void> {
    const [first] = changes;
    if (!first) return;
    await rewrite(first.table, first.partition, (rows) => changes.forEach((one) => apply(rows, one)));
  }

  async function load(table: Change['table'], partition: string): Promise<Partition> {
    const rows = await base.range(table, partition, { from: '!', to: '~' });
    return new Map(rows.map(({ rowKey, text, etag }) => [rowKey, { text, etag }]));
  }

  async function differences(): Promise<Difference[]> {
    const found: Difference[] = [];
    for (const [place, now] of changed) {
      const [table, partition] = place.split(' ') as [Change['table'], string];
      const was = await (loaded.get(place) ?? load(table, partition));
      for (const rowKey of new Set([...was.keys(), ...now.keys()])) {
        const [before, after] = [was.get(rowKey)?.text, now.get(rowKey)?.text];
        if (before !== after) found.push({ table, partition, rowKey, before, after });
      }
    }
    return found;
  }

  const noted = (table: string, partition: string, key: string): void =>
    void reads.push({ table, partition, kind: key.split('.')[0] ?? '' });

  return {
    prepare: () => base.prepare(),
    read: async (table, partition, rowKey) => {
      noted(table, partition, rowKey);
      return (await partitionOf(table, partition)).get(rowKey);
    },
    range: async (table, partition, { from, to, limit = Infinity }) => {
      noted(table, partition, from);
      const rows = [...(await partitionOf(table, partition))].filter(([key]) => key >= from && key < to);
      rows.sort(([one], [other]) => (one < other ? -1 : 1));
      return rows.slice(0, limit).map(([rowKey, kept]) => ({ rowKey, ...kept }));
    },
    scan: async (table) => {
      const places = new Set<string>();
      for (let from: string | undefined, isFirst = true; isFirst || from !== undefined; isFirst = false) {
        const page: Page = await base.scan(table, from);
        for (const { partition } of page.rows) places.add(partition);
        from = page.next;
      }
      for (const place of changed.keys()) if (place.startsWith(`${table} `)) places.add(place.slice(table.length + 1));
      const all = await Promise.all(
        [...places].map(async (partition) =>
          [...(await partitionOf(table, partition))].map(([rowKey, kept]) => ({
            ...{ partition, rowKey, op: kept.etag },
            ...kept,
          })),
        ),
      );
      return { rows: all.flat() };
    },
    commit: async (changes) => {
      await change(changes);
      written.push(...changes);
    },
    arrange: change,
    drop: async (table, partition, rowKey) => {
      await rewrite(table, partition, (rows) => void rows.delete(rowKey));
    },
    get reads() {
      return reads;
    },
    get written() {
      return written;
    },
    differences,
    discard: () => {
      discarding();
      changed = new Map();
      reads = [];
      written = [];
    },
  };
}

function apply(rows: Partition, { rowKey, how, etag, value }: Change): void {
  const before = rows.get(rowKey);
  const isGood = how === 'put' || (how === 'create' ? before === undefined : before?.etag === etag);
  if (!isGood) throw new Failure('conflict', 'changed-meanwhile');
  if (how === 'remove') rows.delete(rowKey);
  else rows.set(rowKey, { text: JSON.stringify(value), etag: newId() });
}
