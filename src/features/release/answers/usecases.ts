/** Takes anonymous answers in, mixes them, and forgets who took part. No line of a log is written here. */
import { Failure, isFailure } from '../../../platform/errors.ts';
import { newId } from '../../../platform/ids.ts';
import type { Platform } from '../../../platform/platform.ts';
import type { Change, Row } from '../../../platform/tables.ts';
import { unlessChanged, untilUnchanged } from '../../../platform/tables/conflict.ts';
import { floors } from '../model.ts';
import { linkLedger } from '../rounds/store.ts';
import { ledger } from '../store.ts';
import type { Kept, Response } from './model.ts';
import { answers, buffered, goneRows, held, markKey, marks } from './store.ts';

export interface NewAnswer {
  readonly surveyId: string;
  readonly personId: string;
  readonly response: Response;
  /** Asked again after writing: an answer that crossed the close is taken back. */
  isOpen(this: void): Promise<boolean>;
}

/** One answer for each person, whoever asks how often; mark and answer are written together. */
export async function keepAnswer(deps: Platform, { surveyId, personId, response, isOpen }: NewAnswer): Promise<Kept> {
  if (await hasAnswered(deps, surveyId, personId)) return 'already-answered';
  const responseId = newId();
  const key = markKey(surveyId, personId);
  try {
    await deps.tables.commit([marks.create(surveyId, key, {}), buffered.create(surveyId, responseId, response)]);
  } catch (error) {
    if (isFailure(error, 'conflict')) return 'already-answered';
    throw error;
  }
  if (await isOpen()) return 'kept';
  return (await takeBack(deps, surveyId, responseId, key)) ? 'closed' : 'kept';
}

/** False when the answer was mixed with the others already: then it counts. */
async function takeBack(deps: Platform, surveyId: string, responseId: string, key: string): Promise<boolean> {
  const [answer, own] = await Promise.all([
    buffered.find(deps.tables, surveyId, responseId),
    marks.find(deps.tables, surveyId, key),
  ]);
  if (!answer) return false;
  try {
    await deps.tables.commit([buffered.remove(answer), ...(own ? [marks.remove(own)] : [])]);
    return true;
  } catch (error) {
    if (isFailure(error, 'conflict')) return false;
    throw error;
  }
}

export async function hasAnswered(deps: Platform, surveyId: string, personId: string): Promise<boolean> {
  return (await marks.find(deps.tables, surveyId, markKey(surveyId, personId))) !== undefined;
}

/** Those of these people who have not answered, by one look at the marks. */
export async function withoutAnswer(deps: Platform, surveyId: string, people: readonly string[]): Promise<string[]> {
  const answered = new Set((await marks.list(deps.tables, surveyId)).map(({ key }) => key.join()));
  return people.filter((personId) => !answered.has(markKey(surveyId, personId)));
}

/** Writes buffered answers anew under other ids, five or more together; at the close also the last few, marks first. */
export async function mixAnswers(
  deps: Platform,
  surveyId: string,
  { isClosing }: { isClosing: boolean },
): Promise<void> {
  if (isClosing) await dropAll(deps, () => marks.list(deps.tables, surveyId), marks.remove);
  const waiting = await buffered.list(deps.tables, surveyId);
  for (const group of groupsOf(waiting, isClosing)) {
    const anew = group.map((row) => answers.create(surveyId, newId(), row.value));
    anew.sort((a, b) => (a.rowKey < b.rowKey ? -1 : 1));
    const mixed = deps.tables.commit([...group.map((row) => buffered.remove(row)), ...anew]);
    // Whoever looked at the same moment was faster, or one was taken back: what waits now is mixed.
    if (!(await unlessChanged(mixed))) return mixAnswers(deps, surveyId, { isClosing });
  }
}

const rowsInBatch = 100;

/** Groups that fit a batch (one row out, one row in), none under five except at the close. */
function groupsOf<T>(waiting: readonly T[], isClosing: boolean): T[][] {
  const most = rowsInBatch / 2 - floors.rating;
  const groups: T[][] = [];
  for (let start = 0; start < waiting.length;) {
    const left = waiting.length - start;
    const size = left < most + floors.rating ? left : most;
    groups.push(waiting.slice(start, start + size));
    start += size;
  }
  return groups.filter((group) => isClosing || group.length >= floors.rating);
}

/** Nothing is left that says who answered what, or who did: no mark, no answer, no list of who stands behind a figure. */
export async function forgetAnswers(deps: Platform, surveyId: string): Promise<void> {
  await dropAll(deps, () => marks.list(deps.tables, surveyId), marks.remove);
  await dropAll(deps, () => buffered.list(deps.tables, surveyId), buffered.remove);
  await dropAll(deps, () => answers.list(deps.tables, surveyId), answers.remove);
  await dropAll(deps, () => held.list(deps.tables, surveyId), held.remove);
  await dropAll(deps, () => goneRows.list(deps.tables, surveyId), goneRows.remove);
  await dropAll(deps, () => ledger.list(deps.tables, surveyId), ledger.remove);
  await dropAll(deps, () => linkLedger.list(deps.tables, surveyId), linkLedger.remove);
}

/** Somebody else may drop them too, or write to one of them: what is there then is looked at again. */
async function dropAll<T>(
  deps: Platform,
  list: () => Promise<readonly Row<T>[]>,
  remove: (row: Row<unknown>) => Change,
): Promise<void> {
  await untilUnchanged(async () => {
    const rows = await list();
    let isChanged = false;
    for (let start = 0; start < rows.length; start += rowsInBatch) {
      const some = rows.slice(start, start + rowsInBatch).map(remove);
      if (await unlessChanged(deps.tables.commit(some))) continue;
      isChanged = true;
      await Promise.all(some.map((one) => unlessChanged(deps.tables.commit([one]))));
    }
    if (isChanged) throw new Failure('conflict', 'changed-meanwhile');
  });
}
