/** The world with its storage in trouble: one request that meets a fault, its repetition, the worker, and what came of it. */
import { say } from '../../../src/bot/words.ts';
import { hour } from '../../../src/platform/clock.ts';
import type { Job } from '../../../src/platform/doors.ts';
import { newUuid } from '../../../src/platform/ids.ts';
import type { Task } from '../../../src/platform/outbox/task.ts';
import { tablesInTrouble, type StorageFault, type Trouble } from '../../support/tables-in-trouble.ts';
import { memoryTables } from '../../support/delivery/memory.ts';
import type { Difference } from '../../support/scratch-tables.ts';
import { personIdOf, type Cell } from '../matrix.ts';
import { startWorld } from '../world.ts';
import { cardsIn, rowsIn, type End } from './end-states.ts';
import { handsFor, type Next } from './hands.ts';
import { brokenInvariants, type Broken } from './invariants.ts';
import { watchedOutlook } from './outlook.ts';
import { prepared } from './prepared.ts';
import { workerFor, workersDeps } from './worker.ts';

/** Between two tries people wait a little. */
const waitMs = 30_000;
const mostTries = 4;
/** Every day ends at the same time, however often somebody had to come again. */
const dayMs = 5 * 60_000;
/** The worker's own task, apart from those that follow from it. */
const ownTask = 'the-task-itself';

export interface Came {
  readonly end: End;
  readonly broken: Broken;
  readonly isDone: boolean;
  readonly writes: number;
  readonly met: boolean;
  readonly changesRow: readonly boolean[];
}

export type Scene = Awaited<ReturnType<typeof startScene>>;

export async function startScene(more: readonly Job[] = []) {
  let trouble!: Trouble;
  const outlook = watchedOutlook(() => trouble.breathe());
  const world = await startWorld({
    base: memoryTables(),
    over: (kept) => (trouble = tablesInTrouble(kept)).tables,
    calendar: outlook.calendar,
  });
  const deps = workersDeps(world, trouble);
  const worker = workerFor(world, deps, more);
  const hands = handsFor(world, worker);
  const { app } = world;
  const morning = app.clock.now();

  function reset(): void {
    world.tables.discard();
    outlook.forget();
    app.sent.length = 0;
    app.posts.length = 0;
    app.clock.setOffset(morning - Date.now());
  }

  function wait(untilMs = app.clock.now() + waitMs): void {
    app.clock.setOffset(untilMs - Date.now());
    app.rest({ hours: 2 });
  }

  /** The cell once under the fault, until the person (or the worker) knows that it is done; then the worker. */
  async function play(cell: Cell, fault?: StorageFault, at?: number): Promise<Came> {
    reset();
    const next = await prepared[cell.door]?.(hands);
    const ask = await asked({ ...cell, ...next });
    // Of what came before only the state counts.
    app.sent.length = 0;
    app.posts.length = 0;
    outlook.hush();
    const begun = app.clock.now();
    const before = await world.tables.differences();
    trouble.begin(fault, at);
    let isDone = await ask();
    await stragglers();
    const { writes, met, changesRow } = trouble.end();
    for (let turn = 1; !isDone && turn < mostTries; turn += 1) {
      wait();
      isDone = await ask();
    }
    for (let at = begun + dayMs; at <= begun + dayMs + (next?.hours ?? 0) * hour; at += 3 * hour) {
      wait(at);
      await worker.workOff();
    }
    const left = since(before, await world.tables.differences());
    const except = JSON.stringify([cell.path, cell.body, cell.subject, cell.inputs]);
    const posts = app.posts.map(({ channelId, card }) => `post in ${channelId}: ${card.summary}`);
    const end = { rows: rowsIn(left, except), cards: cardsIn(app.sent), outside: [...outlook.told(), ...posts] };
    return {
      end,
      broken: await brokenInvariants({ ...deps, tables: world.tables }, left),
      isDone,
      writes,
      met,
      changesRow,
    };
  }

  /** Ready to be asked, any number of times; says whether it is done. */
  async function asked(cell: Cell & Partial<Next>): Promise<() => Promise<boolean>> {
    const { method, view, path, body, subject = {}, inputs = {}, place } = cell;
    if (method === 'JOB') {
      const address = await worker.arrange(path, subject, ownTask, {}, place);
      return async () => {
        await work(address);
        return isOver(await taskAt(address));
      };
    }
    if (method !== 'PRESS') {
      const key = { 'idempotency-key': newUuid() };
      return async () => isYes(await world.ask(view, method, path, body, key));
    }
    const id = await world.button(personIdOf(view), path, { ...subject });
    return async () => {
      return isYes(await world.pressWith(view, path, { id, ...inputs }));
    };
  }

  const { taskAt, work } = worker;
  const isOver = (one: Task | undefined): boolean => !one || one.due > app.clock.now() || one.state === 'failed';

  const everywhere = ['p1', 'p2', 'p3', 'p4', 'p5'].map(
    (partition) => ({ table: 'programmes', partition, rowKey: 'pair.' }) as const,
  );
  reset();
  /** What does not hold in the world as it was made. */
  const broken = await brokenInvariants({ ...deps, tables: world.tables }, everywhere);

  return { broken, play, close: () => world.close() };
}

const comeAgain = [
  ...(['answer.later', 'answer.changed', 'answer.fault'] as const).map((word) => say('en', word)),
  // Of several papers: this one later.
  '"busy"',
  // Of several dates: this one not yet.
  '"booked":false',
];
const isYes = ({ status, text }: { readonly status: number; readonly text: string }): boolean =>
  status < 300 && !comeAgain.some((one) => text.includes(one));
const placeOf = ({ table, partition, rowKey }: Pick<Difference, 'table' | 'partition' | 'rowKey'>): string =>
  `${table} ${partition} ${rowKey}`;
/** What changed between two looks, of which each is held against the world as it was made. */
function since(before: readonly Difference[], now: readonly Difference[]): Difference[] {
  const places = (all: readonly Difference[]): Map<string, Difference> =>
    new Map(all.map((one) => [placeOf(one), one]));
  const [was, is] = [places(before), places(now)];
  const undone = before.filter((one) => !is.has(placeOf(one))).map((one) => ({ ...one, after: one.before }));
  const changed = now.filter((one) => {
    const earlier = was.get(placeOf(one));
    return (earlier ? earlier.after : one.before) !== one.after;
  });
  return [...changed, ...undone].filter(({ rowKey }) => !rowKey.endsWith(ownTask));
}

/** What of a request was under way when it ended has its turn before the trouble is over. */
async function stragglers(): Promise<void> {
  for (let turn = 0; turn < 5; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}
