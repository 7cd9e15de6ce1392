/**
 * Forgetting somebody. At once nobody gets in or is written to any more; then they are taken out of all that others share with them, with
 * what these hear of it; then every row of every table is looked at: what is theirs goes, what names them stays without the name. Some hours
 * later all rows are looked at again, until a pass finds nothing: a task that was under way may have written something meanwhile.
 *
 * Promise: cut off anywhere it goes on, done twice it is the same, and the end is proved by a whole pass. What is kept is a keyed
 * pseudonym and the moment; whoever restores an older copy forgets by it again (`audit`).
 */
import { hour, minute } from '../../../platform/clock.ts';
import { jobStep, type Caller, type JobResult } from '../../../platform/doors.ts';
import { Failure } from '../../../platform/errors.ts';
import { idOf, newUuid } from '../../../platform/ids.ts';
import { describeError } from '../../../platform/log.ts';
import type { NewTask } from '../../../platform/outbox.ts';
import type { Platform } from '../../../platform/platform.ts';
import { readers, type Change, type Page, type Row, type TableName } from '../../../platform/tables.ts';
import { unlessChanged, untilUnchanged } from '../../../platform/tables/conflict.ts';
import { passOn } from '../../../platform/tables/whole.ts';
import type { Language } from '../../../platform/words.ts';
import { partnerOf } from '../../pairs/model.ts';
import { pairsOfPerson } from '../../pairs/usecases.ts';
import type { Forgotten, ForgettingWhy } from '../../people/forgotten/model.ts';
import { forgottenPartition, forgottenRows } from '../../people/forgotten/store.ts';
import { forgottenRow, readAgain } from '../../people/forgotten/usecases.ts';
import type { Person } from '../../people/model.ts';
import { bucketOfPerson, findRow, people } from '../../people/store.ts';
import { findPerson, languageOfPerson } from '../../people/usecases.ts';
import { coordinated } from '../../programmes/store.ts';
import { coordinatorsOf } from '../../programmes/usecases.ts';
import type { Traced } from '../traces/model.ts';
import { mayConcern, traceIn, without } from '../traces/rules.ts';
import { tracedOf } from '../traces/usecases.ts';
import { say } from '../words.ts';
import type { ForgettingView } from './model.ts';

/** Takes somebody out of what a feature keeps of them in its own way; called once or more: be idempotent. */
export type Leaver = (deps: Platform, personId: string) => Promise<void>;

/** What others are told follows in tasks, which still need to know of whom. */
const beforeSweep = 10 * minute;
const beforeCheck = 2 * hour;
/** Then the rows go all the same: what is left to do elsewhere has tasks of its own. */
const mostFailures = 6;

const taskOf = (personId: string, at: number): NewTask => ({
  ...{ id: idOf('privacy.forget', personId, String(at)), job: 'privacy.forget', data: { personId } },
});

/** By the person. Failure `conflict` where a programme would have no coordinator any more. */
export async function forgetMe(deps: Platform, { personId }: Caller): Promise<ForgettingView> {
  for (const { value } of await coordinated.list(deps.tables, personId)) {
    const team = await coordinatorsOf(deps, value.id);
    if (team.length === 1 && team[0] === personId) throw new Failure('conflict', 'only-coordinator');
  }
  await forgetPerson(deps, personId, 'asked', personId);
  return viewForgetting(deps, personId);
}

/** Pressed twice it is once. `by`: who did it; nobody where it is by rule, or on a command. */
export async function forgetPerson(deps: Platform, personId: string, why: ForgettingWhy, by?: string): Promise<void> {
  const known = await forgottenRow(deps, personId);
  if (known && (known.value.stage !== 'done' || known.value.why === 'asked')) return;
  await deps.audit.note({
    ...(by === undefined ? {} : { who: by }),
    ...{ what: 'erasure', object: 'person', about: personId, outcome: why },
  });
  await unlessChanged(begin(deps, personId, why));
}

/** After an older copy was put back: from the beginning, whatever the copy says of it. */
export async function forgetAgain(deps: Platform, personId: string, why: ForgettingWhy): Promise<void> {
  await untilUnchanged(() => begin(deps, personId, why));
}

async function begin(deps: Platform, personId: string, why: ForgettingWhy): Promise<void> {
  const at = deps.clock.now();
  const known = await forgottenRow(deps, personId);
  const next: Forgotten = { why, at, stage: 'leave', looked: 0, changed: 0, standIn: newUuid() };
  const key = await deps.audit.pseudonymOf(personId);
  const change = known ? forgottenRows.replace(known, next) : forgottenRows.create(forgottenPartition, key, next);
  await deps.outbox.commit([change], [taskOf(personId, at)]);
  // The task before the door is shut: whoever is shut out cannot ask again, and the task shuts it as well.
  await shutOut(deps, personId, at);
}

/** From this moment on no door lets them in, and nothing is sent to them. */
async function shutOut(deps: Platform, personId: string, at: number): Promise<void> {
  await untilUnchanged(async () => {
    const row = await findRow(deps.tables, personId);
    if (row && row.value.leftAt === undefined)
      await deps.tables.commit([people.replace(row, { ...row.value, leftAt: at })]);
  });
}

export async function viewForgetting(deps: Platform, personId: string): Promise<ForgettingView> {
  const one = (await forgottenRow(deps, personId))?.value;
  if (!one) return { state: 'none' };
  const { at: askedAt, doneAt, looked } = one;
  return doneAt === undefined ? { state: 'under', askedAt } : { state: 'done', askedAt, doneAt, looked };
}

/** For the job: as far as a step goes, and then again. */
export async function goOnForgetting(deps: Platform, personId: string, leavers: readonly Leaver[]): Promise<JobResult> {
  const row = await forgottenRow(deps, personId);
  const one = row?.value;
  if (!row || !one || one.stage === 'done') return undefined;
  const now = deps.clock.now();
  // Whatever brings the task here earlier, such as an end of it that could not be noted.
  if (one.due !== undefined && now < one.due) return { again: one.due };
  if (one.stage === 'leave') {
    await shutOut(deps, personId, one.at);
    await standForThem(deps, personId, one);
    // Before a row is changed: afterwards nothing leads from the person to a pair or a story any more.
    const { asMentee, stories } = await tracedOf(deps, personId);
    const leads = { asMentee: [...asMentee], stories: [...stories] };
    const failures = (await haveLeft(deps, personId, leavers)) ? 0 : (one.failures ?? 0) + 1;
    const isToRetry = failures > 0 && failures < mostFailures;
    const due = now + beforeSweep;
    await keep(deps, row, { ...one, leads, failures, due, stage: isToRetry ? 'leave' : 'sweep' });
    return { again: due };
  }
  const reached = await sweepOn(deps, personId, one);
  if (reached.table !== undefined) {
    await keep(deps, row, reached);
    return { again: now };
  }
  if (one.stage === 'sweep' || reached.changed > 0) {
    const due = now + beforeCheck;
    await keep(deps, row, { ...reached, due, stage: 'check' });
    return { again: due };
  }
  const { standIn: _standIn, leads: _leads, due: _due, ...rest } = reached;
  await deps.audit.note({ what: 'erasure', object: 'person', about: personId, outcome: `${rest.why}, done` });
  await keep(deps, row, { ...rest, stage: 'done', doneAt: now });
  return undefined;
}

/** Each by itself: where one fails the others are done all the same. */
async function haveLeft(deps: Platform, personId: string, leavers: readonly Leaver[]): Promise<boolean> {
  let isDone = true;
  for (const leave of leavers)
    await leave(deps, personId).catch((error: unknown) => {
      deps.log.warn(describeError(error), 'somebody who is to be forgotten could not be taken out of everything yet');
      isDone = false;
    });
  return isDone;
}

/** Whom the others of their pairs see in their place: nobody in particular, in the language of one of them. */
async function standForThem(deps: Platform, personId: string, { standIn, at }: Forgotten): Promise<void> {
  const [pair] = await pairsOfPerson(deps, personId);
  if (!pair || standIn === undefined) return;
  const name = say(await languageOf(deps, partnerOf(pair, personId)), 'gone.name');
  const nobody: Person = { id: standIn, name, kind: 'service', enabled: false, leftAt: at };
  await deps.tables.commit([people.put(bucketOfPerson(standIn), standIn, nobody)]);
}

async function languageOf(deps: Platform, personId: string): Promise<Language> {
  const one = await findPerson(deps, personId);
  return one ? languageOfPerson(deps, one) : 'en';
}

async function keep(deps: Platform, row: Row<Forgotten>, next: Forgotten): Promise<void> {
  await deps.tables.commit([forgottenRows.replace(row, next)]);
}

/** Goes on through all tables for one step; without a table where the pass is at its end. */
async function sweepOn(deps: Platform, personId: string, one: Forgotten): Promise<Forgotten> {
  const end = deps.clock.machine() + jobStep;
  const { asMentee = [], stories = [] } = one.leads ?? {};
  const who: Traced = { personId, asMentee: new Set(asMentee), stories: new Set(stories) };
  const { page, table, ...rest } = one;
  let [looked, changed] = table === undefined ? [0, 0] : [one.looked, one.changed];
  const isOver = (): boolean => deps.clock.machine() >= end;
  const reached = await passOn(deps.tables, { table, page }, isOver, async (name, found) => {
    changed += await clean(deps, name, found, { why: one.why, who, standIn: one.standIn ?? newUuid() });
    looked += found.rows.length;
  });
  return { ...rest, ...reached, looked, changed };
}

/** A paper to show elsewhere is worth something there. It goes when it is withdrawn, or somebody asks to be forgotten. */
const lastAfterLeaving: ReadonlySet<string> = new Set(['certificate', 'certificatelink']);

interface Cleaning {
  readonly why: ForgettingWhy;
  readonly who: Traced;
  readonly standIn: string;
}

async function clean(
  deps: Platform,
  table: TableName,
  { rows }: Page,
  { why, who, standIn }: Cleaning,
): Promise<number> {
  let changed = 0;
  for (const row of rows) {
    const [kind = '', ...key] = row.rowKey.split('.');
    if (!mayConcern(row, who)) continue;
    const value: unknown = JSON.parse(row.text);
    const trace = traceIn({ table, kind, partition: row.partition, key, value }, who);
    if (!trace || (why === 'left' && lastAfterLeaving.has(kind))) continue;
    if (kind === 'task') {
      if (isOwnTask(value)) continue;
      await deps.outbox.stop(table, row.partition, key[0] ?? '', async () => []);
    } else if (trace.kind === 'own') await deps.tables.drop(table, row.partition, row.rowKey);
    else await unlessChanged(deps.tables.commit([renamed(table, row, without(value, who.personId, standIn))]));
    changed += 1;
  }
  return changed;
}

const isOwnTask = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'job' in value && value.job === 'privacy.forget';

function renamed(table: TableName, { partition, rowKey, etag }: Page['rows'][number], value: unknown): Change {
  const reader = readers.get(`${table} ${rowKey.split('.')[0]}`);
  return { table, partition, rowKey, how: 'replace', etag, value: reader ? reader.checked(value) : value };
}

/** Somebody who was forgotten takes part again: from now on the directory counts. Failure `conflict` while it is still being done. */
export async function comeBack(deps: Platform, personId: string): Promise<void> {
  const row = await forgottenRow(deps, personId);
  if (!row) return;
  if (row.value.stage !== 'done') throw new Failure('conflict', 'forgetting-under-way');
  await deps.audit.note({ who: personId, what: 'erasure.undone', object: 'person', about: personId });
  // Read first: whoever is cut off after it comes back once more, and nobody else would read them.
  await readAgain(deps, personId);
  await untilUnchanged(async () => {
    const now = await forgottenRow(deps, personId);
    if (now?.value.stage === 'done') await deps.tables.commit([forgottenRows.remove(now)]);
  });
}
