/**
 * What somebody writes for the advisers in a check-in (`advisersAsReaders`), and what these do with it: read it, and say so. It is kept,
 * told and erased as requests are, but nobody is called for it: that its writer has to ask for.
 */
import { day } from '../../../platform/clock.ts';
import type { Caller } from '../../../platform/doors.ts';
import { Failure } from '../../../platform/errors.ts';
import { newId } from '../../../platform/ids.ts';
import type { Platform } from '../../../platform/platform.ts';
import { untilUnchanged } from '../../../platform/tables/conflict.ts';
import type { Confidence, NoteAddress } from '../../checkins/confiding/usecases.ts';
import type { Confided } from '../../checkins/model.ts';
import { sentRows } from '../../people/messages/store.ts';
import { cardOf } from '../../people/model.ts';
import { findPeople, findPerson } from '../../people/usecases.ts';
import { advisersApart, isAnyoneApart, takingNow } from '../advisers/usecases.ts';
import { eraseNote } from '../forgetting/usecases.ts';
import type { NoteToAdviser } from '../model.ts';
import { mayReadNote } from '../policy.ts';
import { goesOn, namedReaders } from '../rules.ts';
import { place } from '../store.ts';
import { tellAdviser } from '../usecases.ts';
import { allNotes, findNote, nameForNote, notes, openNote, sealNote, type KeptNote } from './store.ts';

const endOf = ({ at, readAt }: KeptNote): number => goesOn({ at, doneAt: readAt });
const isKept = (one: KeptNote, now: number): boolean => now < endOf(one);

/** Handed over to check-ins, which come before this feature. */
export const advisersAsReaders: Confidence = {
  advisersFor: async (deps, personId) => (await advisersApart(deps, personId)).map(({ person }) => person.name),
  isOffered: isAnyoneApart,
  find: findConfided,
  keep: (deps, of, text) => untilUnchanged(() => keepNote(deps, of, text)),
  takeBack: async (deps, of) => {
    const row = await findNote(deps, await nameForNote(deps, of));
    if (row) await eraseNote(deps, row);
  },
};

async function findConfided(deps: Platform, of: NoteAddress): Promise<Confided | undefined> {
  const one = (await findNote(deps, await nameForNote(deps, of)))?.value;
  if (!one || !isKept(one, deps.clock.now())) return undefined;
  const [{ text }, readers] = await Promise.all([openNote(deps, one), readersOf(deps, one, await takingNow(deps))]);
  const people = await findPeople(deps, readers);
  const nameOf = (id: string): string => people.get(id)?.name ?? '…';
  return {
    ...{ text, at: one.at, goesOn: endOf(one), advisers: readers.map(nameOf) },
    ...(one.readBy === undefined ? {} : { read: { by: nameOf(one.readBy), at: one.readAt ?? one.at } }),
  };
}

/** Who reads it now: see `namedReaders`; of the advisers of now those who are not near to its writer. */
async function readersOf(deps: Platform, one: KeptNote, taking: ReadonlySet<string>): Promise<readonly string[]> {
  const named = namedReaders(one, taking);
  if (named.length > 0) return named;
  const { personId } = await openNote(deps, one);
  return (await advisersApart(deps, personId)).map(({ person }) => person.id);
}

/** The same words again change nothing. While nobody takes requests what is there may be changed, and waits as before. */
async function keepNote(deps: Platform, of: NoteAddress, text: string): Promise<void> {
  const [id, apart] = await Promise.all([nameForNote(deps, of), advisersApart(deps, of.personId)]);
  const row = await findNote(deps, id);
  const now = deps.clock.now();
  // To the day: the moment would lead to the check-in that was answered then.
  const at = now - (now % day);
  const before = row && isKept(row.value, now) ? row.value : undefined;
  if (before && (await openNote(deps, before)).text === text) return;
  const advisers = apart.length > 0 ? apart.map(({ person }) => person.id).sort() : (before?.advisers ?? []);
  if (advisers.length === 0)
    throw new Failure('bad-input', 'adviser-none', { fields: [{ field: 'noteFor', reason: 'adviser-none' }] });

  const isUnread = before !== undefined && before.readBy === undefined;
  const base = { id, round: isUnread ? before.round : newId(), advisers, at };
  const next = { ...base, sealed: await sealNote(deps, base, { personId: of.personId, text }) };
  const hear = advisers.filter((one) => !(isUnread && before.advisers.includes(one)));
  await deps.outbox.commit(
    [row ? notes.replace(row, next) : notes.create(place, id, next)],
    hear.map((one) => tellAdviser(next, one, 'asked')),
  );
}

/** For the page of an adviser, the oldest first. */
export async function notesFor(deps: Platform, adviserId: string): Promise<NoteToAdviser[]> {
  const [rows, taking] = await Promise.all([allNotes(deps), takingNow(deps)]);
  const kept = rows.map(({ value }) => value).filter((one) => isKept(one, deps.clock.now()));
  const found = await Promise.all(
    kept.map(async (one) =>
      mayReadNote(adviserId, await readersOf(deps, one, taking)) ? [await shown(deps, one)] : [],
    ),
  );
  return found.flat().sort((a, b) => a.at - b.at);
}

async function shown(deps: Platform, one: KeptNote): Promise<NoteToAdviser> {
  const { personId, text } = await openNote(deps, one);
  const writer = await findPerson(deps, personId);
  return {
    ...{ id: one.id, text, at: one.at, goesOn: endOf(one) },
    person: writer ? cardOf(writer) : { id: personId, name: '…' },
    ...(writer?.mail === undefined ? {} : { mail: writer.mail }),
    ...(one.readAt === undefined ? {} : { readAt: one.readAt }),
  };
}

/** "I have read it". Pressed twice it is once. Failure `not-found` for what is not theirs to read, also when another has read it. */
export function readNote(deps: Platform, { personId }: Pick<Caller, 'personId'>, noteId: string): Promise<void> {
  return untilUnchanged(async () => {
    // Both, also where there is none: "not there" and "not yours" cost the same reads.
    const [row, taking] = await Promise.all([findNote(deps, noteId), takingNow(deps)]);
    if (!row || !mayReadNote(personId, await readersOf(deps, row.value, taking)))
      throw new Failure('not-found', 'note-gone');
    if (row.value.readBy !== undefined) return;
    await deps.tables.commit([notes.replace(row, { ...row.value, readBy: personId, readAt: deps.clock.now() })]);
  });
}

interface ToTell {
  readonly wishId: string;
  readonly round: string;
  readonly personId: string;
}

/** Still there, not read, and theirs to read. */
export async function isNoteToTell(deps: Platform, { wishId, round, personId }: ToTell): Promise<boolean> {
  const one = (await findNote(deps, wishId))?.value;
  if (one?.round !== round || one.readBy !== undefined) return false;
  return mayReadNote(personId, await readersOf(deps, one, await takingNow(deps)));
}

/** An adviser hears of notes once a day at most, however many there are: when it is this one's turn, where that is later. */
export async function turnToTell(deps: Platform, { wishId, personId }: ToTell): Promise<number | undefined> {
  if (!(await findNote(deps, wishId))) return undefined;
  const sent = await sentRows.concerns.list(deps.tables, place);
  const told = sent.flatMap(({ value }) =>
    value.personId === personId && value.state === 'arrived' ? [value.at] : [],
  );
  const turn = Math.max(-Infinity, ...told) + day;
  return turn > deps.clock.now() ? turn : undefined;
}
