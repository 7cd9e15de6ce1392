/** The world with its storage in trouble: one request that meets a fault, its repetition, the worker, and what came of it. */
import { say } from '../../../src/bot/words.ts';
import { jobs as jobsOfTheProduct } from '../../../src/worker/jobs.ts';
import type { Job } from '../../../src/platform/doors.ts';
import { isFailure } from '../../../src/platform/errors.ts';
import { newUuid } from '../../../src/platform/ids.ts';
import { tasks, type Address, type Task } from '../../../src/platform/outbox/task.ts';
import type { Platform } from '../../../src/platform/platform.ts';
import type { Change, TableName } from '../../../src/platform/tables.ts';
import { Killed, tablesInTrouble, type StorageFault, type Trouble } from '../../support/tables-in-trouble.ts';
import { memoryTables } from '../../support/delivery/memory.ts';
import type { Difference } from '../../support/scratch-tables.ts';
import { personIdOf, type Cell } from '../matrix.ts';
import { startWorld, type World } from '../world.ts';
import { cardsIn, rowsIn, type End } from './end-states.ts';
import { brokenInvariants, type Broken } from './invariants.ts';
import { watchedOutlook } from './outlook.ts';
import { prepared } from './prepared.ts';

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
  const jobs = new Map([...jobsOfTheProduct, ...more].map((one) => [one.name, one]));
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
    const made = await prepare(cell.door);
    const ask = await asked(made === undefined ? cell : { ...cell, path: cell.path.replace('made', made) });
    const before = await world.tables.differences();
    trouble.begin(fault, at);
    let isDone = await ask();
    await stragglers();
    const { writes, met, changesRow } = trouble.end();
    for (let turn = 1; !isDone && turn < mostTries; turn += 1) {
      wait();
      isDone = await ask();
    }
    wait(morning + dayMs);
    await workOff();
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

  /** What must have been done before; gives the id of what the last step made. */
  async function prepare(door: string): Promise<string | undefined> {
    let made: string | undefined;
    for (const { view, method, path, body } of prepared[door]?.first ?? []) {
      const { text } = await world.ask(view, method, path, body);
      made = /"(?:id|ownId)":"([^"]+)"/.exec(text)?.[1] ?? made;
    }
    return made;
  }

  /** Ready to be asked, any number of times; says whether it is done. */
  async function asked(cell: Cell): Promise<() => Promise<boolean>> {
    const { method, view, path, body, door, subject = {}, inputs = {} } = cell;
    if (method === 'JOB') {
      const address = await arrangeTask(door, subject);
      return async () => {
        await work(address);
        return isOver(await taskAt(address));
      };
    }
    if (method !== 'PRESS') {
      const key = { 'idempotency-key': newUuid() };
      return async () => isYes(await world.ask(view, method, path, body, key));
    }
    const id = await world.button(personIdOf(view), door, { ...subject });
    return async () => {
      return isYes(await world.pressWith(view, door, { id, ...inputs }));
    };
  }

  async function arrangeTask(name: string, data: Readonly<Record<string, string>>): Promise<Address> {
    const address: Address = { ...partitionFor(data), id: ownTask };
    const due = app.clock.now() - 1;
    const one: Task = { id: ownTask, job: name, due, lane: 'usual', data, state: 'waiting', ...freshTask };
    await world.tables.arrange([tasks[address.table].create(address.partition, ownTask, one)]);
    return address;
  }

  const taskAt = async ({ table, partition, id }: Address): Promise<Task | undefined> =>
    (await tasks[table].find(world.tables, partition, id))?.value;
  const isOver = (one: Task | undefined): boolean => !one || one.due > app.clock.now() || one.state === 'failed';

  /** A task as the worker takes it: claimed, run, and its end recorded. */
  async function work(address: Address): Promise<void> {
    try {
      const claim = await deps.outbox.claim({ address });
      if (!claim || claim === 'taken') return;
      try {
        const found = jobs.get(claim.task.job);
        if (!found) throw new Error(`no job is called ${claim.task.job}`);
        const result = await found.run(deps, found.data.parse(claim.task.data), claim.task);
        if (result && 'again' in result) await claim.again(result.again, result.why);
        else await claim.done(result?.done);
      } catch (error) {
        if (error instanceof Killed) throw error;
        await claim.failed(isFailure(error) ? error.reason : 'our-fault');
      }
    } catch (error) {
      if (!(error instanceof Killed || isFailure(error))) throw error;
    }
  }

  /** Everything that is due by now and was not there before, until nothing is. */
  async function workOff(): Promise<void> {
    const tried = new Map<string, number>();
    for (let isMore = true; isMore;) {
      isMore = false;
      for (const one of (await world.tables.differences()).filter(isWaitingTask)) {
        const address = { table: one.table, partition: one.partition, id: one.rowKey.slice('task.'.length) };
        const times = tried.get(placeOf(one)) ?? 0;
        const { due, state } = JSON.parse(one.after ?? '{}') as Task;
        if (times >= mostRuns || due > app.clock.now() || state !== 'waiting') continue;
        tried.set(placeOf(one), times + 1);
        isMore = true;
        if (times > 0) app.rest({ hours: 2 });
        await work(address);
      }
    }
  }

  const everywhere = ['p1', 'p2', 'p3', 'p4', 'p5'].map(
    (partition) => ({ table: 'programmes', partition, rowKey: 'pair.' }) as const,
  );
  reset();
  /** What does not hold in the world as it was made. */
  const broken = await brokenInvariants({ ...deps, tables: world.tables }, everywhere);

  return { broken, play, close: () => world.close() };
}

/** Of a task that comes again at once, or fails each time. */
const mostRuns = 3;
const freshTask = { attempts: 0, leaseUntil: 0, fence: '', mark: 'markmark' } as const;
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

const isWaitingTask = ({ rowKey, after }: Difference): boolean => rowKey.startsWith('task.') && after !== undefined;

/** What of a request was under way when it ended has its turn before the trouble is over. */
async function stragglers(): Promise<void> {
  for (let turn = 0; turn < 5; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}

/** Where a task with such data lies. */
function partitionFor(data: Readonly<Record<string, string>>): { table: TableName; partition: string } {
  if (data['table'] !== undefined) return { table: data['table'] as TableName, partition: data['partition'] ?? 'none' };
  if (data['programmeId'] !== undefined) return { table: 'programmes', partition: data['programmeId'] };
  if (data['surveyId'] !== undefined) return { table: 'surveys', partition: data['surveyId'] };
  if (data['personId'] !== undefined) return { table: 'people', partition: data['personId'] };
  return { table: 'system', partition: 'jobs' };
}

/** Cards are noted, with the letterbox beside them, as the real sending keeps it; nothing goes out of a dead process. */
function workersDeps({ jobDeps }: World, trouble: Trouble): Platform {
  const sendCard: Platform['teams']['sendCard'] = async (to, card, how) => {
    trouble.breathe();
    const alongside: readonly Change[] = how.alongside ?? [];
    await jobDeps.tables.commit(alongside);
    return jobDeps.teams.sendCard(to, card, { ...how, alongside: [] });
  };
  const postToChannel: Platform['teams']['postToChannel'] = async (...asked) => {
    trouble.breathe();
    return jobDeps.teams.postToChannel(...asked);
  };
  return { ...jobDeps, teams: { ...jobDeps.teams, sendCard, postToChannel } };
}
