/** What people, the worker and time do before a fault comes: the product's own doors, so that the state is one that there can be. */
import assert from 'node:assert/strict';
import { day, hour, minute } from '../../../src/platform/clock.ts';
import type { Task } from '../../../src/platform/outbox/task.ts';
import type { Change, TableName } from '../../../src/platform/tables.ts';
import { personIdOf, type Cell } from '../matrix.ts';
import type { View } from '../people.ts';
import type { Params } from '../things.ts';
import type { World } from '../world.ts';
import type { Place, Worker } from './worker.ts';

export interface Hands {
  readonly world: World;
  /** Over HTTP; what is refused fails the sweep, for then there is no such state. Gives what was answered. */
  ask(view: View, method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, body?: unknown): Promise<unknown>;
  /** The id in an answer of `ask`. */
  make(view: View, method: 'POST' | 'PUT', path: string, body?: unknown): Promise<string>;
  press(view: View, verb: string, subject: Params, inputs?: object): Promise<void>;
  /** Everything that is due by now. */
  work(): Promise<void>;
  /** Time goes on, for people and for machines, and what falls due is done. */
  pass(time: { readonly days?: number; readonly hours?: number; readonly minutes?: number }): Promise<void>;
  /** The worker's turn, with these data, as the task with this id. */
  run(job: string, data: Params, id?: string): Promise<void>;
  /** A task of this job that waits, taken out, and the clock at the moment when it is due. */
  due(job: string): ReturnType<Worker['take']>;
  /** What no door makes: a copy that is older, a file that somebody left. */
  rows(...changes: readonly Change[]): Promise<void>;
  /** A task that waits, or has used all its tries; gives its id. */
  lay(job: string, data: Params, over?: Partial<Pick<Task, 'due' | 'state'>>): Promise<string>;
  /** Rows whose key begins like this. */
  found<T>(table: TableName, partition: string, from: string): Promise<readonly T[]>;
}

/** What is done under the fault, where the cells of the matrix will not do. */
export type Next = Partial<Cell> &
  Pick<Cell, 'view' | 'method' | 'path'> & {
    /** Of a task; else where such data lie. */
    readonly place?: Place;
    /** Work in stages with hours between them: what it came to is looked at when the last is over. */
    readonly hours?: number;
  };
export type Prepare = (hands: Hands) => Promise<Next>;

export function handsFor(world: World, worker: Worker): Hands {
  const { app } = world;
  const to = (at: number): void => {
    const passed = Math.max(0, at - app.clock.now());
    app.clock.setOffset(at - Date.now());
    app.rest({ hours: passed / hour });
  };

  const hands: Hands = {
    world,
    ask: async (view, method, path, body) => {
      const { status, text } = await world.ask(view, method, path, body);
      assert.ok(status < 300, `${method} ${path} as ${view} was answered ${status}: ${text.slice(0, 300)}`);
      return text === '' ? undefined : (JSON.parse(text) as unknown);
    },
    make: async (view, method, path, body) => {
      const answer = JSON.stringify(await hands.ask(view, method, path, body));
      const [, id] = /"(?:id|ownId)":"([^"]+)"/.exec(answer) ?? [];
      assert.ok(id !== undefined, `${method} ${path} answered without an id: ${answer.slice(0, 200)}`);
      return id;
    },
    press: async (view, verb, subject, inputs = {}) => {
      const id = await world.button(personIdOf(view), verb, { ...subject });
      const { status, text } = await world.pressWith(view, verb, { id, ...inputs });
      assert.ok(status < 300, `${verb} as ${view} was answered ${status}: ${text.slice(0, 300)}`);
    },
    work: worker.workOff,
    pass: async ({ days = 0, hours = 0, minutes = 0 }) => {
      to(app.clock.now() + days * day + hours * hour + minutes * minute);
      await worker.workOff();
    },
    run: (job, data, id) => worker.run(job, data, id),
    lay: async (job, data, over) => (await worker.arrange(job, data, undefined, over)).id,
    due: async (job) => {
      const task = await worker.take(job);
      to(Math.max(app.clock.now(), task.due));
      return task;
    },
    rows: (...changes) => world.tables.arrange(changes),
    found: async <T>(table: TableName, partition: string, from: string) =>
      (await world.tables.range(table, partition, { from, to: `${from}~` })).map(({ text }) => JSON.parse(text) as T),
  };
  return hands;
}

/** The worker's own turn, with these data. */
export const jobOf = (name: string, subject: Params): Next => ({
  ...{ view: 'employee', method: 'JOB', path: name, subject, told: [] },
});

/** The task of this job that waits, when it is due. */
export async function whenDue({ due }: Hands, job: string): Promise<Next> {
  const { data, place } = await due(job);
  return { ...jobOf(job, data), place };
}

export const doNext = (view: View, method: 'POST' | 'PUT' | 'DELETE', path: string, body?: unknown): Next => ({
  ...{ view, method, path },
  ...(body === undefined ? {} : { body }),
});

/** Something is made, or said, and then taken back. */
export const undo =
  (view: View, method: 'POST' | 'PUT', path: string, body: unknown, then = path): Prepare =>
  async ({ ask }) => {
    await ask(view, method, path, body);
    return doNext(view, 'DELETE', then);
  };

/** Nothing comes first: the matrix has no cell in which there is something to change. */
export const only =
  (view: View, method: 'POST' | 'PUT' | 'DELETE', path: string, body?: unknown): Prepare =>
  async () =>
    doNext(view, method, path, body);
