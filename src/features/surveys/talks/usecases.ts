/** The verbs of whoever holds a talk: draw people, ask them, and close it, by which who took part is forgotten. */
import { localDate } from '../../../platform/clock.ts';
import type { Caller } from '../../../platform/doors.ts';
import { Failure, isFailure } from '../../../platform/errors.ts';
import { idFor, idOf, newId } from '../../../platform/ids.ts';
import type { NewTask } from '../../../platform/outbox.ts';
import type { Platform } from '../../../platform/platform.ts';
import type { Change, Row } from '../../../platform/tables.ts';
import { organisationZone as zone } from '../../../platform/zone.ts';
import { cardOf } from '../../people/model.ts';
import { findPeople } from '../../people/usecases.ts';
import { requireOwnProgramme, type Knowing } from '../audience/usecases.ts';
import { drawFor } from './drawing/usecases.ts';
import type { Drawn } from './drawing/rules.ts';
import type { Invited, Note, Talk, TalkDraft, TalkLine, TalkPage } from './model.ts';
import { mayHoldTalks, mayLeadTalk } from './policy.ts';
import { closesBy, hasBegun, holdsPlace, isOpen, lapsesAt, placesLeft, problemsOfTalk, saidYes } from './rules.ts';
import {
  askedMarks,
  findTalkRow,
  indexPartition,
  invitedRows,
  marksPartition,
  notes,
  onlyRow,
  talkIndex,
  talks,
} from './store.ts';

/** The talk with everybody of it, for whoever holds it; else Failure `not-found`. */
export async function ownTalk(
  deps: Platform,
  caller: Caller,
  talkId: string,
): Promise<{ row: Row<Talk>; people: Row<Invited>[] }> {
  const row = await findTalkRow(deps.tables, talkId);
  if (!row || !mayLeadTalk(caller, row.value)) throw new Failure('not-found', 'talk-gone');
  return { row, people: await invitedRows.list(deps.tables, talkId) };
}

/** A draft with people drawn: nobody is asked anything yet. */
export async function createTalk(deps: Knowing, caller: Caller, draft: TalkDraft): Promise<Talk> {
  requireHolder(caller);
  await requireOwnProgramme(deps, caller, draft.audience);
  const fields = problemsOfTalk(draft, zone, deps.clock.now());
  if (fields[0]) throw new Failure('bad-input', fields[0].reason, { fields });
  const id = idFor(caller, 'talk');
  const before = await findTalkRow(deps.tables, id);
  if (before) return before.value;
  const created: Talk = {
    ...draft,
    ...{ id, state: 'draft', seed: newId(), zone, turn: 0 },
    ...{ createdAt: deps.clock.now(), createdBy: caller.personId },
  };
  const drawn = await drawFor(deps, created, [], created.size);
  await deps.tables.commit([talkIndex.put(indexPartition, created.id, { talkId: created.id })]);
  await deps.tables.commit([talks.create(created.id, onlyRow, created), ...rowsFor(created.id, drawn, 'drawn')]);
  return created;
}

function rowsFor(talkId: string, drawn: readonly Drawn[], state: 'drawn' | 'asked'): Change[] {
  return drawn.map(({ id: personId, because }) =>
    invitedRows.create(talkId, personId, { personId, state, because, mayQuote: false }),
  );
}

/** Before anybody is asked: somebody else is drawn in this person's place. */
export async function drawAgain(deps: Knowing, caller: Caller, talkId: string, personId: string): Promise<Talk> {
  const { row, people } = await ownTalk(deps, caller, talkId);
  const out = people.find(({ value }) => value.personId === personId && value.state === 'drawn');
  if (row.value.state !== 'draft' || !out) throw new Failure('conflict', 'talk-asked');
  const all = people.map(({ value }) => (value === out.value ? { ...value, state: 'removed' as const } : value));
  const drawn = await drawFor(deps, row.value, all, placesLeft(row.value, all));
  const next = nextTurn(row.value);
  const removed = invitedRows.replace(out, { ...out.value, state: 'removed' });
  await deps.tables.commit([talks.replace(row, next), removed, ...rowsFor(talkId, drawn, 'drawn')]);
  return next;
}

/** Asks everybody who is drawn. Pressed twice it asks once. */
export async function askPeople(deps: Platform, caller: Caller, talkId: string): Promise<Talk> {
  const { row, people } = await ownTalk(deps, caller, talkId);
  if (row.value.state === 'asking') return row.value;
  if (row.value.state !== 'draft') throw new Failure('conflict', 'talk-over');
  const drawn = people.filter(({ value }) => value.state === 'drawn');
  if (drawn.length === 0) throw new Failure('conflict', 'talk-nobody');
  const now = deps.clock.now();
  const asking: Talk = { ...nextTurn(row.value), state: 'asking', closesBy: closesBy(now) };
  await markAsked(
    deps,
    drawn.map(({ value }) => value.personId),
  );
  await deps.outbox.commit(
    [talks.replace(row, asking), ...drawn.map((one) => invitedRows.replace(one, { ...one.value, state: 'asked' }))],
    [
      ...drawn.flatMap(({ value }) => askTasks(talkId, value.personId, now)),
      { id: idOf('surveys.end-talk', talkId), job: 'surveys.end-talk', data: { talkId }, due: closesBy(now) },
    ],
  );
  return asking;
}

/** For the job after somebody said no, or nothing: asks others for the places that are free; again when answers came meanwhile. */
export async function fillPlaces(deps: Knowing, talkId: string): Promise<{ again: number } | undefined> {
  const row = await findTalkRow(deps.tables, talkId);
  if (row?.value.state !== 'asking') return undefined;
  const all = (await invitedRows.list(deps.tables, talkId)).map(({ value }) => value);
  const drawn = await drawFor(deps, row.value, all, placesLeft(row.value, all));
  if (drawn.length === 0) return undefined;
  const now = deps.clock.now();
  try {
    await deps.outbox.commit(
      [talks.replace(row, nextTurn(row.value)), ...rowsFor(talkId, drawn, 'asked')],
      drawn.flatMap(({ id }) => askTasks(talkId, id, now)),
    );
  } catch (error) {
    if (!isFailure(error, 'conflict')) throw error;
    return { again: now + 1000 };
  }
  // After it: whoever was drawn and then not asked would rest from being asked. Who is cut off here is marked with their card.
  await markAsked(
    deps,
    drawn.map(({ id }) => id),
  );
  return undefined;
}

/** From now on they rest from being asked for another talk. */
export async function markAsked(deps: Platform, ids: readonly string[]): Promise<void> {
  const on = localDate(deps.clock.now(), zone);
  await deps.tables.commit(ids.map((id) => askedMarks.put(marksPartition, id, { on })));
}

function askTasks(talkId: string, personId: string, now: number): NewTask[] {
  const of = (job: string): Pick<NewTask, 'id' | 'job' | 'data'> => ({
    ...{ id: idOf(job, talkId, personId), job, data: { talkId, personId } },
  });
  return [
    { ...of('surveys.ask-talk'), lane: 'campaign' },
    { ...of('surveys.lapse-talk'), due: lapsesAt(now) },
  ];
}

export const nextTurn = (one: Talk): Talk => ({ ...one, turn: one.turn + 1 });

/** Everything that says who took part is deleted; the notes stay. `heard`: words that were taken back are out of the notes. */
export async function closeTalk(
  deps: Platform,
  caller: Caller,
  talkId: string,
  { heard }: { readonly heard: boolean },
): Promise<Talk> {
  const { row, people } = await ownTalk(deps, caller, talkId);
  if (row.value.state === 'closed') return row.value;
  if (row.value.state !== 'asking') throw new Failure('conflict', 'talk-not-asked');
  if (row.value.takenBack === true && !heard) throw new Failure('conflict', 'talk-taken-back');
  return end(deps, row, people, 'closed');
}

/** Nothing of it stays. For `callOffTalk`, which knows whose it is. */
export async function cancelTalk(deps: Platform, talkId: string): Promise<Talk> {
  const row = await findTalkRow(deps.tables, talkId);
  if (!row) throw new Failure('not-found', 'talk-gone');
  if (row.value.state === 'cancelled') return row.value;
  if (row.value.state === 'closed') throw new Failure('conflict', 'talk-over');
  return end(deps, row, await invitedRows.list(deps.tables, talkId), 'cancelled');
}

/** For the job: at the latest day, whatever happened. What was taken back and not taken out ends the talk without its notes. */
export async function endTalk(deps: Platform, talkId: string): Promise<void> {
  const row = await findTalkRow(deps.tables, talkId);
  if (!row || !isOpen(row.value)) return;
  const people = await invitedRows.list(deps.tables, talkId);
  await end(deps, row, people, row.value.takenBack === true ? 'cancelled' : 'closed');
}

async function end(
  deps: Platform,
  row: Row<Talk>,
  people: readonly Row<Invited>[],
  state: 'closed' | 'cancelled',
): Promise<Talk> {
  const now = deps.clock.now();
  const all = people.map(({ value }) => value);
  const tookPart = saidYes(all).filter((one) => hasBegun(row.value, one, now)).length;
  const { booking: _, closesBy: __, seed: ___, ...rest } = nextTurn(row.value);
  const ended: Talk = { ...rest, state, ...(state === 'closed' ? { tookPart } : {}) };
  const { id } = ended;
  await deps.outbox.commit(
    [talks.replace(row, ended)],
    [{ id: idOf('surveys.forget-talk', id), job: 'surveys.forget-talk', data: { talkId: id } }],
  );
  return ended;
}

/** All talks of the organisation, newest first; of those of others only that there are such. */
export async function listTalks(deps: Platform, caller: Caller): Promise<TalkLine[]> {
  requireHolder(caller);
  const lines = await talkIndex.list(deps.tables, indexPartition);
  const found = await Promise.all(lines.map(({ value }) => findTalkRow(deps.tables, value.talkId)));
  const known = found.flatMap((row) => (row ? [row.value] : [])).toSorted((a, b) => b.createdAt - a.createdAt);
  const holders = await findPeople(
    deps,
    known.map(({ createdBy }) => createdBy),
  );
  return known.map(({ id, purpose, form, size, state, createdAt, createdBy }) => {
    const name = holders.get(createdBy)?.name;
    const isMine = createdBy === caller.personId;
    return { id, purpose, form, size, state, createdAt, isMine, ...(name === undefined ? {} : { byName: name }) };
  });
}

function requireHolder(caller: Caller): void {
  if (!mayHoldTalks(caller)) throw new Failure('not-found', 'talk-gone');
}

export async function talkPageOf(deps: Platform, caller: Caller, talkId: string): Promise<TalkPage> {
  const { row, people } = await ownTalk(deps, caller, talkId);
  const noted = (await notes.list(deps.tables, talkId)).map(({ value }) => value);
  return pageOf(
    row.value,
    people.map(({ value }) => value),
    noted,
    await peopleIn(deps, people),
  );
}

const peopleIn = (deps: Platform, people: readonly Row<Invited>[]) =>
  findPeople(
    deps,
    people.map(({ value }) => value.personId),
  );

function pageOf(
  one: Talk,
  all: readonly Invited[],
  noted: readonly Note[],
  known: Awaited<ReturnType<typeof findPeople>>,
): TalkPage {
  const { id, purpose, form, size, state, minutes, language, from, audience } = one;
  const count = (...states: Invited['state'][]): number => all.filter((other) => states.includes(other.state)).length;
  // Who was not asked yet may be looked at; then only those who said yes are known by name.
  const seen = all.filter((other) => other.state === (state === 'draft' ? 'drawn' : 'yes'));
  return {
    ...{ id, purpose, form, size, state, minutes, language, from, audience, zone: one.zone },
    people: seen.flatMap(({ personId, state: of, because, mayQuote, booking }) => {
      const found = known.get(personId);
      return found ? [{ person: cardOf(found), state: of, because, mayQuote, ...(booking ? { booking } : {}) }] : [];
    }),
    counts: { waiting: count('asked'), declined: count('no', 'not-now', 'withdrawn'), silent: count('lapsed') },
    unfilled: isOpen(one) && !one.booking ? Math.max(0, size - all.filter(holdsPlace).length) : 0,
    ...(one.closesBy === undefined ? {} : { closesBy: one.closesBy }),
    ...(one.booking === undefined ? {} : { booking: one.booking }),
    ...(one.tookPart === undefined ? {} : { tookPart: one.tookPart }),
    takenBack: one.takenBack === true,
    isShared: one.isShared === true,
    notes: [...noted],
  };
}
