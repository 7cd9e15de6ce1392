/**
 * What goes by itself, looked at once a day: a year after a programme, three years after a survey, 30 days after somebody left. Removed is
 * removed: a look that was cut off goes on the next day, and what was removed is noted with how many rows it was.
 */
import { jobStep, type JobResult } from '../../../platform/doors.ts';
import { idOf, uuidsIn } from '../../../platform/ids.ts';
import type { Platform } from '../../../platform/platform.ts';
import type { Change, RawRow, TableName } from '../../../platform/tables.ts';
import { unlessChanged } from '../../../platform/tables/conflict.ts';
import { forgetSettled } from '../../checkins/forgetting/usecases.ts';
import { forgetGoalWords } from '../../pairs/goals/settling/usecases.ts';
import { leaveAllPairs } from '../../pairs/life/usecases.ts';
import { allPeople } from '../../people/store.ts';
import { programmeIndex } from '../../programmes/store.ts';
import { findProgramme } from '../../programmes/usecases.ts';
import { stories } from '../../stories/store.ts';
import { indexPartition, surveyIndex } from '../../surveys/store.ts';
import { findSurvey } from '../../surveys/usecases.ts';
import { forgottenAt } from '../../training/skills/counting/usecases.ts';
import { forgetPerson } from '../erasing/usecases.ts';
import { goesWithProgramme, goesWithSurvey, isOfProgramme, isSurveyOver, isToForget, isToPart } from './rules.ts';
import { endedPartition, endedRows, type Ended } from './store.ts';

/** So many of those who left begin to be forgotten in a day: each is a pass through all rows. */
const mostInADay = 50;
const pageSize = 1_000;
const batchSize = 100;

/** Asks for what is due: each is a task of its own, since it may take longer than a worker holds one. */
export async function lookAfterEnds(deps: Platform): Promise<void> {
  await partAndForgetLeavers(deps);
  const rows = await endedRows.list(deps.tables, endedPartition);
  const ended = new Set(rows.flatMap(({ key, value }) => (value.at === undefined ? [] : [key.join(' ')])));
  const now = deps.clock.now();
  for (const { value } of await programmeIndex.list(deps.tables, 'programmes')) {
    const programme = ended.has(`programme ${value.id}`) ? undefined : await findProgramme(deps, value.id);
    if (programme && now >= forgottenAt(programme)) await askToEmpty(deps, 'programme', value.id);
  }
  for (const { value } of await surveyIndex.list(deps.tables, indexPartition)) {
    const survey = ended.has(`survey ${value.surveyId}`) ? undefined : await findSurvey(deps, value.surveyId);
    if (survey && isSurveyOver(survey.closedAt, now)) await askToEmpty(deps, 'survey', value.surveyId);
  }
}

async function askToEmpty(deps: Platform, what: Ended, id: string): Promise<void> {
  await deps.outbox.ask('system', endedPartition, {
    ...{ id: idOf('privacy.empty', what, id), job: 'privacy.empty', data: { what, id } },
  });
}

/** For the job: what was removed in one step is not there in the next. */
export async function empty(deps: Platform, what: Ended, id: string): Promise<JobResult> {
  const end = deps.clock.machine() + jobStep;
  const rows = await (what === 'programme' ? emptyProgramme(deps, id, end) : emptySurvey(deps, id, end));
  const before = await endedRows.find(deps.tables, endedPartition, what, id);
  if (rows > 0) {
    const next = { rows: (before?.value.rows ?? 0) + rows };
    await deps.tables.commit([endedRows.put(endedPartition, [what, id], next)]);
    return { again: deps.clock.now() };
  }
  // A whole pass found nothing more: that is the proof.
  const next = { rows: before?.value.rows ?? 0, at: deps.clock.now() };
  await deps.tables.commit([endedRows.put(endedPartition, [what, id], next)]);
  return undefined;
}

async function partAndForgetLeavers(deps: Platform): Promise<void> {
  const now = deps.clock.now();
  const left = (await allPeople(deps.tables)).map(({ value }) => value).filter((one) => isToPart(one, now));
  const toForget = left.filter((one) => isToForget(one, now)).slice(0, mostInADay);
  for (const { id } of toForget) await forgetPerson(deps, id, 'left');
  const forgetting = new Set(toForget.map(({ id }) => id));
  for (const { id } of left) if (!forgetting.has(id)) await leaveAllPairs(deps, id);
}

/** A year after its last day: answers without a name, rows about people, and what leads to them from those people. Gives how many went. */
async function emptyProgramme(deps: Platform, programmeId: string, end: number): Promise<number> {
  await forgetSettled(deps, programmeId);
  await forgetGoalWords(deps, programmeId);
  const standing = new Set(
    (await stories.list(deps.tables, programmeId)).flatMap(({ value }) =>
      value.state === 'published' ? [value.id] : [],
    ),
  );
  const seen = new Set<string>();
  let gone = 0;
  for await (const rows of pagesOf(deps, 'programmes', programmeId)) {
    const going = rows.filter(({ rowKey }) => {
      const [kind = '', ...key] = rowKey.split('.');
      return goesWithProgramme({ kind, key }, standing);
    });
    for (const personId of idsIn(going)) {
      if (seen.has(personId)) continue;
      seen.add(personId);
      gone += await emptyPerson(deps, personId, programmeId);
    }
    gone += await removeAll(deps, 'programmes', programmeId, going);
    if (gone > 0 && deps.clock.machine() >= end) return gone;
  }
  return gone;
}

async function emptyPerson(deps: Platform, personId: string, programmeId: string): Promise<number> {
  const rows = await deps.tables.range('people', personId, { from: '!', to: '~' });
  const taken = rows.map((row) => {
    const [kind = '', ...key] = row.rowKey.split('.');
    return { row, kind, key, value: JSON.parse(row.text) as unknown };
  });
  const lines = taken.filter((one) => one.kind === 'pair' && isOfProgramme(one, programmeId, new Set()));
  const pairs = new Set(lines.map(({ key }) => key[0] ?? ''));
  const going = taken.filter((one) => one.kind !== 'task' && isOfProgramme(one, programmeId, pairs));
  return removeAll(
    deps,
    'people',
    personId,
    going.map(({ row }) => row),
  );
}

async function emptySurvey(deps: Platform, surveyId: string, end: number): Promise<number> {
  let gone = 0;
  for (const table of ['surveys', 'answers'] as const)
    for await (const rows of pagesOf(deps, table, surveyId)) {
      const going = rows.filter(({ rowKey }) => goesWithSurvey(table, rowKey.split('.')[0] ?? ''));
      gone += await removeAll(deps, table, surveyId, going);
      if (gone > 0 && deps.clock.machine() >= end) return gone;
    }
  return gone;
}

async function* pagesOf(deps: Platform, table: TableName, partition: string): AsyncGenerator<RawRow[]> {
  for (let from = '!'; ;) {
    const rows = await deps.tables.range(table, partition, { from, to: '~', limit: pageSize });
    yield rows;
    const last = rows.at(-1)?.rowKey;
    if (last === undefined || rows.length < pageSize) return;
    from = `${last}!`;
  }
}

/** Tasks by way of the outbox, which knows where else they stand. */
async function removeAll(
  deps: Platform,
  table: TableName,
  partition: string,
  rows: readonly RawRow[],
): Promise<number> {
  const isTask = ({ rowKey }: RawRow): boolean => rowKey.startsWith('task.');
  for (const { rowKey } of rows.filter(isTask))
    await deps.outbox.stop(table, partition, rowKey.slice('task.'.length), async () => []);
  const changes = rows.flatMap((row): Change[] =>
    isTask(row) ? [] : [{ table, partition, rowKey: row.rowKey, how: 'remove', etag: row.etag }],
  );
  for (let start = 0; start < changes.length; start += batchSize) {
    const batch = changes.slice(start, start + batchSize);
    // Somebody changed one of them at this moment: then each by itself.
    if (!(await unlessChanged(deps.tables.commit(batch))))
      for (const { rowKey } of batch) await deps.tables.drop(table, partition, rowKey);
  }
  return rows.length;
}

const idsIn = (rows: readonly RawRow[]): string[] =>
  uuidsIn(rows.map(({ rowKey, text }) => `${rowKey} ${text}`).join(' '));
