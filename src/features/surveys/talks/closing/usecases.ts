/** The end of a talk: who was asked, what was sent to whom, and the buttons of their cards go; notes are written anew, shuffled. */
import { newId } from '../../../../platform/ids.ts';
import type { Platform } from '../../../../platform/platform.ts';
import type { Change } from '../../../../platform/tables.ts';
import { dropButtons } from '../../../../platform/teams/buttons.ts';
import { sentRows } from '../../../people/messages/store.ts';
import { forgetInLetterbox } from '../../../people/messages/usecases.ts';
import { findTalkRow, invitedRows, notes } from '../store.ts';

const rowsInBatch = 90;

/** For the job; repeated it goes on where it stopped. */
export async function forgetTalk(deps: Platform, talkId: string): Promise<void> {
  const row = await findTalkRow(deps.tables, talkId);
  if (row?.value.state !== 'closed' && row?.value.state !== 'cancelled') return;
  const [people, sent, tasks] = await Promise.all([
    invitedRows.list(deps.tables, talkId),
    sentRows.surveys.list(deps.tables, talkId),
    deps.outbox.tasksOf('surveys', talkId),
  ]);
  // What was still to be sent, or to lapse, names people too.
  for (const { id, data } of tasks)
    if (data['personId'] !== undefined) await deps.outbox.stop('surveys', talkId, id, async () => []);
  for (const { value } of people) {
    await dropButtons(deps.tables, value.personId, { talkId });
    await forgetInLetterbox(deps, value.personId, talkId);
  }
  await commitAll(
    deps,
    sent.map((one) => sentRows.surveys.remove(one)),
  );
  await settleNotes(deps, talkId, row.value.state);
  // Last, since it says whose buttons are to be dropped.
  await commitAll(
    deps,
    people.map((one) => invitedRows.remove(one)),
  );
}

/** New rows have one time for all of them: when each was noted no longer says after which talk. */
async function settleNotes(deps: Platform, talkId: string, state: 'closed' | 'cancelled'): Promise<void> {
  const all = await notes.list(deps.tables, talkId);
  if (state === 'cancelled')
    return commitAll(
      deps,
      all.map((one) => notes.remove(one)),
    );
  const isDone = all.every(({ value }) => value.isSettled === true);
  if (isDone) return;
  for (let start = 0; start < all.length; start += rowsInBatch / 2) {
    const some = all.slice(start, start + rowsInBatch / 2);
    const anew = some
      .map(({ value }) => ({ ...value, id: newId(), isSettled: true }))
      .toSorted((a, b) => (a.id < b.id ? -1 : 1));
    await deps.tables.commit([
      ...some.map((one) => notes.remove(one)),
      ...anew.map((one) => notes.create(talkId, one.id, one)),
    ]);
  }
}

async function commitAll(deps: Platform, changes: readonly Change[]): Promise<void> {
  for (let start = 0; start < changes.length; start += rowsInBatch)
    await deps.tables.commit(changes.slice(start, start + rowsInBatch));
}
