/** Notes without names: nothing is kept while a name of the directory stands in them that nobody replaced or called none. */
import type { Caller } from '../../../../platform/doors.ts';
import { Failure } from '../../../../platform/errors.ts';
import { idFor } from '../../../../platform/ids.ts';
import type { Platform } from '../../../../platform/platform.ts';
import { findPeople } from '../../../people/usecases.ts';
import { nameFinder } from '../../names/rules.ts';
import { knownNames } from '../../names/usecases.ts';
import { mostNotes, type NewNotes, type Note, type NotesOutcome } from '../model.ts';
import { mayAnybodyBeQuoted, saidYes } from '../rules.ts';
import { unlessChanged } from '../../../../platform/tables/conflict.ts';
import { notes } from '../store.ts';
import { ownTalk } from '../usecases.ts';

/** All or none: the writer is told which words may be names, and sends again. */
export async function keepNotes(deps: Platform, caller: Caller, talkId: string, sent: NewNotes): Promise<NotesOutcome> {
  const { row, people } = await ownTalk(deps, caller, talkId);
  if (row.value.state !== 'asking') throw new Failure('conflict', 'talk-over');
  const there = await notes.list(deps.tables, talkId);
  if (there.length + sent.notes.length > mostNotes) throw new Failure('conflict', 'talk-notes-full');
  const yes = saidYes(people.map(({ value }) => value));
  if (sent.notes.some(({ mayQuote }) => mayQuote) && !mayAnybodyBeQuoted(yes))
    throw new Failure('conflict', 'talk-no-quotes');
  const close = await findPeople(
    deps,
    yes.map(({ personId }) => personId),
  );
  const find = nameFinder(await knownNames(deps, [...close.values()]));
  const problems = sent.notes.flatMap(({ text, mayQuote }, at) => {
    // A sentence that may be quoted is read by others: it names no place either.
    const found = find(text, { notNames: sent.notNames, places: mayQuote });
    return found.length > 0 ? [{ at, found }] : [];
  });
  if (problems.length > 0) return { outcome: 'names', notes: problems };
  const kept = sent.notes.map((one, at): Note => ({ ...one, id: idFor(caller, `note ${at}`), themes: [] }));
  // Where they are there already, they were kept by the request whose answer was lost.
  await unlessChanged(deps.tables.commit(kept.map((one) => notes.create(talkId, one.id, one))));
  return { outcome: 'kept' };
}

/** Gone at once, also after the talk is closed; not after it was told, since what was told stays. */
export async function dropNote(deps: Platform, caller: Caller, talkId: string, noteId: string): Promise<void> {
  const { row: talk } = await ownTalk(deps, caller, talkId);
  if (talk.value.isShared === true) throw new Failure('conflict', 'talk-told');
  const row = await notes.find(deps.tables, talkId, noteId);
  if (row) await deps.tables.commit([notes.remove(row)]);
}
