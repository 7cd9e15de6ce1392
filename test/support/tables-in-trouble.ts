/**
 * Storage in trouble, for one request at a time: the nth write of it meets a fault, as `tables.ts` hands it on when all its own
 * tries are used up. A store that hangs is the same to whoever asks, only later: other work goes on meanwhile.
 */
import { pause } from '../../src/platform/clock.ts';
import { Failure } from '../../src/platform/errors.ts';
import type { Change, Tables } from '../../src/platform/tables.ts';
import type { ScratchTables } from './scratch-tables.ts';

/**
 * `before`: nothing was written; `after`: it was, and the answer was lost; `hang-…`: the same, after a deadline (a short one here);
 * `conflict`: somebody else wrote a row of it first; `storm`: of each of the next writes; `partial`: the process dies after it.
 */
export const storageFaults = ['before', 'after', 'hang-before', 'hang-after', 'conflict', 'storm', 'partial'] as const;
export type StorageFault = (typeof storageFaults)[number];

/** The process is no more: nothing of it goes on. */
export class Killed extends Error {}

export interface Trouble {
  readonly tables: Tables;
  /** Throws when the process is dead: nothing is asked of anybody else either. */
  breathe(): void;
  /** From now on writes are counted, and the nth meets the fault. */
  begin(fault?: StorageFault, at?: number): void;
  /** Calm again. `met`: the fault happened. `changesRow`: for each write, whether somebody else could be first. */
  end(): { readonly writes: number; readonly met: boolean; readonly changesRow: readonly boolean[] };
}

const deadlineMs = 4;
/** As long as `untilUnchanged` tries, and once more. */
const stormLength = 5;

export function tablesInTrouble(base: ScratchTables): Trouble {
  let now: { readonly fault?: StorageFault | undefined; readonly at: number } | undefined;
  let dead = false;
  let met = false;
  let changesRow: boolean[] = [];

  function breathe(): void {
    if (dead) throw new Killed();
  }

  const unavailable = (): Failure => new Failure('unavailable', 'storage-down');

  /** Somebody else wrote the same once more: what it says is as it was, and who read it before is late. */
  async function overtake(changes: readonly Change[]): Promise<boolean> {
    const touched: Change[] = [];
    for (const one of changes.filter(({ etag }) => etag !== undefined)) {
      const row = await base.read(one.table, one.partition, one.rowKey);
      const { table, partition, rowKey } = one;
      if (row) touched.push({ table, partition, rowKey, how: 'put', value: JSON.parse(row.text) });
    }
    await base.arrange(touched);
    return touched.length > 0;
  }

  async function write<A>(changes: readonly Change[], work: () => Promise<A>): Promise<A> {
    breathe();
    if (!now) return work();
    changesRow.push(changes.some(({ etag }) => etag !== undefined));
    const { fault, at } = now;
    const place = changesRow.length;
    const meets = fault === 'storm' ? place >= at && place < at + stormLength : place === at;
    if (!fault || !meets) return work();
    return fail(fault, changes, work);
  }

  async function fail<A>(fault: StorageFault, changes: readonly Change[], work: () => Promise<A>): Promise<A> {
    if (fault === 'conflict' || fault === 'storm') {
      if (await overtake(changes)) met = true;
      return work();
    }
    met = true;
    if (fault.startsWith('hang')) await pause(deadlineMs);
    if (fault === 'before' || fault === 'hang-before') throw unavailable();
    const done = await work();
    if (fault === 'partial') {
      dead = true;
      throw new Killed();
    }
    void done;
    throw unavailable();
  }

  const alive =
    <A extends unknown[], R>(call: (...args: A) => Promise<R>) =>
    (...args: A): Promise<R> =>
      dead ? Promise.reject(new Killed()) : call(...args);

  return {
    tables: {
      prepare: base.prepare,
      read: alive(base.read),
      range: alive(base.range),
      scan: alive(base.scan),
      commit: (changes) =>
        changes.length === 0 ? Promise.resolve(undefined) : write(changes, () => base.commit(changes)),
      drop: (table, partition, rowKey) => write([], () => base.drop(table, partition, rowKey)),
    },
    breathe,
    begin: (fault, at = 0) => {
      [now, dead, met, changesRow] = [{ fault, at }, false, false, []];
    },
    end: () => {
      const seen = { writes: changesRow.length, met, changesRow };
      [now, dead] = [undefined, false];
      return seen;
    },
  };
}
