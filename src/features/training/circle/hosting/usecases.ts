/** What a host does besides writing: pin a question, and take a text out with a reason that its writer reads. Never change one. */
import { localDate } from '../../../../platform/clock.ts';
import type { Caller } from '../../../../platform/doors.ts';
import { Failure } from '../../../../platform/errors.ts';
import type { Platform } from '../../../../platform/platform.ts';
import { untilUnchanged } from '../../../../platform/tables/conflict.ts';
import { isQuestion, mostPinned, type CircleRemoval, type CircleText } from '../model.ts';
import { isWriterOf, mayHost } from '../policy.ts';
import { circleRemovals, circleTexts, marksOf } from '../store.ts';
import { comeIn, takePart, type Inside } from '../usecases.ts';
import type { TextAddress } from '../writing/usecases.ts';

async function host(deps: Platform, caller: Caller, programmeId: string): Promise<Inside> {
  const inside = await comeIn(deps, caller, programmeId);
  if (!mayHost(inside.seat)) throw new Failure('not-found', 'circle-gone');
  return inside;
}

/** Noted in the audit log before it is so, without the words and without a writer. */
export async function removeText(deps: Platform, caller: Caller, at: TextAddress, why: string): Promise<void> {
  const { programmeId, questionId, textId } = at;
  const { programme } = await host(deps, caller, programmeId);
  if (!(await circleTexts.find(deps.tables, programmeId, questionId, textId)))
    throw new Failure('not-found', 'circle-gone');
  await deps.audit.note({
    ...{ who: caller.personId, what: 'circle.removed', object: `programme:${programmeId}` },
    outcome: textId === questionId ? 'question' : 'answer',
  });
  const on = localDate(deps.clock.now(), programme.zone);
  await untilUnchanged(async () => {
    const thread = await circleTexts.list(deps.tables, programmeId, questionId);
    const gone = textId === questionId ? thread : thread.filter(({ value }) => value.id === textId);
    await deps.tables.commit(
      gone.flatMap((row) => [
        circleTexts.remove(row),
        circleRemovals.put(programmeId, row.value.id, removalOf(row.value, textId, { why, on })),
      ]),
    );
  });
}

function removalOf(one: CircleText, removedId: string, told: Pick<CircleRemoval, 'why' | 'on'>): CircleRemoval {
  const what = isQuestion(one) ? 'question' : one.id === removedId ? 'answer' : 'answer-with-question';
  return { id: one.id, mark: one.mark, what, ...told };
}

/** Whoever wrote it has read why: nothing is left of it. */
export async function readRemoval(deps: Platform, caller: Caller, programmeId: string, textId: string): Promise<void> {
  await takePart(deps, caller, programmeId);
  const [row, marks] = await Promise.all([
    circleRemovals.find(deps.tables, programmeId, textId),
    marksOf(deps, programmeId, caller.personId),
  ]);
  if (!row || !isWriterOf(row.value, marks(textId))) throw new Failure('not-found', 'circle-gone');
  await deps.tables.commit([circleRemovals.remove(row)]);
}

/** The first questions that everybody sees. */
export async function pinQuestion(
  deps: Platform,
  caller: Caller,
  { programmeId, questionId }: Omit<TextAddress, 'textId'>,
  pinned: boolean,
): Promise<void> {
  await host(deps, caller, programmeId);
  await untilUnchanged(async () => {
    const rows = await circleTexts.list(deps.tables, programmeId);
    const row = rows.find(({ value }) => value.id === questionId && isQuestion(value));
    if (!row) throw new Failure('not-found', 'circle-gone');
    const { pinned: before = false, ...one } = row.value;
    if (before === pinned) return;
    const already = rows.filter(({ value }) => value.pinned).length;
    if (pinned && already >= mostPinned) throw new Failure('conflict', 'circle-pins-full');
    await deps.tables.commit([circleTexts.replace(row, pinned ? { ...one, pinned } : one)]);
  });
}
