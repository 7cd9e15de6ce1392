/**
 * Looking at sends, stopping them and sending again, for one message or for all of a kind and round. A stop of all is one row
 * that each message reads before it goes, so it holds at once, however many there are and whoever has them in hand; a task then
 * takes out what still waits.
 */
import type { JobResult } from '../../../../platform/doors.ts';
import { Failure } from '../../../../platform/errors.ts';
import { idOf } from '../../../../platform/ids.ts';
import { untilUnchanged } from '../../../../platform/tables/conflict.ts';
import type { NewTask, Task } from '../../../../platform/outbox.ts';
import type { Platform } from '../../../../platform/platform.ts';
import type { Change, Row } from '../../../../platform/tables.ts';
import type { Halt, Sent } from '../model.ts';
import { groupOf, mayBeSentAgain, roundOf } from '../rules.ts';
import { halts, letterboxes, sentRows, type SentTable } from '../store.ts';
import { leaveLine, turnBack } from '../usecases.ts';
import type { AgainFor, ByWay, SendLine } from './model.ts';
import { lineOfRecord, lineOfTask, mailEveryMs, receiverOf } from './rules.ts';

/** Where messages about a programme or survey are kept. */
export interface Place {
  readonly table: SentTable;
  readonly partition: string;
}

/** Every message about a programme or survey, of the kinds that are wanted; a stopped send's as stopped, even while a task waits. */
export async function sendsAbout(
  deps: Platform,
  { table, partition }: Place,
  isWanted: (kind: string) => boolean,
): Promise<SendLine[]> {
  const [tasks, records, stopped] = await Promise.all([
    deps.outbox.tasksOf(table, partition),
    sentRows[table].list(deps.tables, partition),
    halts[table].list(deps.tables, partition),
  ]);
  const moment = { now: deps.clock.now(), machine: deps.clock.machine() };
  const known = new Map(records.map(({ key, value }) => [key[0] ?? '', value]));
  const halted = new Map(stopped.map(({ key, value }) => [key[0] ?? '', value]));
  const waiting = tasks.filter(({ id, job }) => isWanted(job) && isOpen(known.get(id)));
  const under = new Set(waiting.map(({ id }) => id));
  const lines = [
    ...waiting.map((one) => lineOfTask(one, known.get(one.id), moment)),
    ...[...known].flatMap(([id, one]) => (isWanted(one.kind) && !under.has(id) ? [lineOfRecord(id, one)] : [])),
  ];
  return lines.map((one) => {
    const halt = halted.get(one.group);
    return halt ? underHalt(one, halt) : one;
  });
}

/** What waits will not go, and what is over goes again only when all of it does. */
function underHalt(one: SendLine, { at, by: who }: Halt): SendLine {
  const isOver = one.state !== 'planned' && one.state !== 'waiting';
  return { ...one, mayBeSentAgain: false, ...(isOver ? {} : { state: 'stopped', at, who }) };
}

const isOpen = (record: Sent | undefined): boolean => record === undefined || record.state === 'by-mail';

/** Takes one message out, and out of its receiver's line. Failure `gone` when it is over. */
export async function stopSend(deps: Platform, place: Place, sendId: string, who: string): Promise<void> {
  if (!(await stopTask(deps, place, sendId, who))) throw new Failure('gone', 'message-over');
}

async function stopTask(deps: Platform, { table, partition }: Place, sendId: string, who: string): Promise<boolean> {
  let personId: string | undefined;
  const isStopped = await deps.outbox.stop(table, partition, sendId, async (one) => {
    const before = await sentRows[table].find(deps.tables, partition, sendId);
    personId = receiverOf(one) ?? before?.value.personId;
    return isOpen(before?.value) && personId !== undefined
      ? [recordStop(deps, { table, partition }, one, { personId, who }, before)]
      : [];
  });
  if (isStopped && personId !== undefined)
    await leaveLine(deps, personId, await letterboxes.find(deps.tables, personId, 'own'), sendId);
  return isStopped;
}

function recordStop(
  deps: Platform,
  { table, partition }: Place,
  { id, job: kind, data }: Task,
  people: { readonly personId: string; readonly who: string },
  before: Row<Sent> | undefined,
): Change {
  const round = roundOf(data);
  const value: Sent = {
    ...{ kind, data, ...people, at: deps.clock.now(), state: 'stopped' },
    ...(round === '' ? {} : { round }),
  };
  return before ? sentRows[table].replace(before, value) : sentRows[table].create(partition, id, value);
}

export interface Again {
  readonly by: ByWay;
  readonly who: string;
  /** Domain time; now when absent. */
  readonly due?: number;
}

/**
 * Asks the job again for a message that did not arrive or was stopped, in chat or by mail. Pressed twice it is asked once.
 * Failure `gone` when it is settled.
 */
export async function sendAgain(
  deps: Platform,
  { table, partition }: Place,
  sendId: string,
  wanted: Again,
): Promise<void> {
  const row = await sentRows[table].find(deps.tables, partition, sendId);
  if (!row) return retryTask(deps, { table, partition }, sendId, wanted);
  const { kind, data, personId } = row.value;
  if (!data || !mayBeSentAgain(row.value)) throw new Failure('gone', 'message-over');
  // Whoever asks knows that it may be there already: it sets out as if for the first time.
  await turnBack(deps, personId, sendId);
  const { by, who, due } = wanted;
  const { reason: _, ...rest } = row.value;
  const change =
    by === 'mail'
      ? sentRows[table].replace(row, { ...rest, state: 'by-mail', who, at: deps.clock.now() })
      : sentRows[table].remove(row);
  const task: NewTask = { id: sendId, job: kind, data, ...(due === undefined ? {} : { due }) };
  await deps.outbox.commit([change], [task]);
}

/** A task that used all its tries gets another round of them. */
async function retryTask(
  deps: Platform,
  { table, partition }: Place,
  taskId: string,
  { by, who }: Again,
): Promise<void> {
  const one = await deps.outbox.find(table, partition, taskId);
  const personId = one && receiverOf(one);
  if (one?.state !== 'failed' || (by === 'mail' && personId === undefined)) throw new Failure('gone', 'message-over');
  if (by === 'mail' && personId !== undefined) {
    const asked: Sent = { personId, kind: one.job, at: deps.clock.now(), state: 'by-mail', who };
    await deps.tables.commit([sentRows[table].create(partition, taskId, asked)]);
  }
  await deps.outbox.retry(table, partition, taskId);
}

export const stopJob = 'people.stop-sends';
export const againJob = 'people.send-again';

/** Nothing more of this kind and round goes out, from now on; said twice it is once. */
export async function stopAll(deps: Platform, { table, partition }: Place, group: string, who: string): Promise<void> {
  const before = await halts[table].find(deps.tables, partition, group);
  const at = before?.value.at ?? deps.clock.now();
  const task = { id: idOf(stopJob, group, String(at)), job: stopJob, data: { table, partition, group } };
  if (before) return deps.outbox.ask(table, partition, task);
  await deps.outbox.commit([halts[table].create(partition, group, { by: who, at })], [task]);
}

const atOnce = 16;
const inAStep = 480;

/** For the job: takes out, step by step, what still waits of a send that was stopped. */
export async function stopSome(deps: Platform, place: Place, group: string): Promise<JobResult> {
  const { table, partition } = place;
  const halt = await halts[table].find(deps.tables, partition, group);
  if (!halt) return undefined;
  const tasks = (await deps.outbox.tasksOf(table, partition)).filter(
    (one) => one.state === 'waiting' && groupOf(one.job, roundOf(one.data)) === group && receiverOf(one) !== undefined,
  );
  await inTurn(tasks.slice(0, inAStep), (one) => stopTask(deps, place, one.id, halt.value.by));
  return tasks.length > inAStep ? { again: deps.clock.now() } : undefined;
}

export interface AgainAll {
  readonly group: string;
  readonly what: AgainFor;
  readonly by: ByWay;
  readonly who: string;
}

/** Sends all of a group again that were stopped, or not reached; the first also opens the way for what still waits. */
export async function sendAllAgain(deps: Platform, place: Place, { group, what, by, who }: AgainAll): Promise<void> {
  const { table, partition } = place;
  const halt = await halts[table].find(deps.tables, partition, group);
  const asked = String(deps.clock.now());
  const task = {
    id: idOf(againJob, group, what, by, asked),
    job: againJob,
    data: { table, partition, group, what, by, who, asked },
  };
  if (halt && what === 'stopped') await deps.outbox.commit([halts[table].remove(halt)], [task]);
  else await deps.outbox.ask(table, partition, task);
}

/** For the job: asks again, step by step, for what had come to its end when this was asked for. */
export async function sendSomeAgain(
  deps: Platform,
  place: Place,
  { what, by, who, group, asked }: AgainAll & { readonly asked: number },
): Promise<JobResult> {
  const lines = (await sendsAbout(deps, place, () => true)).filter(
    (one) => one.group === group && one.state === what && one.mayBeSentAgain && one.at <= asked,
  );
  const now = deps.clock.now();
  const some = lines.slice(0, inAStep);
  const step = by === 'mail' ? mailEveryMs : 0;
  await inTurn([...some.entries()], ([at, { id }]) =>
    untilUnchanged(() => sendAgain(deps, place, id, { by, who, due: now + at * step })).catch((error: unknown) => {
      // Somebody pressed for this one meanwhile.
      if (!(error instanceof Failure) || (error.code !== 'gone' && error.code !== 'conflict')) throw error;
    }),
  );
  return lines.length > some.length ? { again: now + some.length * step } : undefined;
}

async function inTurn<A>(all: readonly A[], work: (one: A) => Promise<unknown>): Promise<void> {
  for (let start = 0; start < all.length; start += atOnce)
    await Promise.all(all.slice(start, start + atOnce).map(work));
}
