/**
 * How requests and notes go: at once when they are taken back, by themselves 14 days after the talk, or after the note was read, and
 * after 60 days at most. Nothing that leads to them stays: tasks, records of cards, what letterboxes remember. Cut off anywhere, the next try goes on, or the next day's look.
 */
import { day, hour } from '../../../platform/clock.ts';
import { isFailure } from '../../../platform/errors.ts';
import type { Platform } from '../../../platform/platform.ts';
import type { Change, Row } from '../../../platform/tables.ts';
import { takeOut, unlessChanged, untilUnchanged } from '../../../platform/tables/conflict.ts';
import { sentRows } from '../../people/messages/store.ts';
import { forgetInLetterbox } from '../../people/messages/usecases.ts';
import { allNotes, findNote, notes, openNote, sealNote, type KeptNote } from '../confiding/store.ts';
import { goesOn } from '../rules.ts';
import { allRequests, findRequest, nameFor, openWish, place, requests, sealWish, type KeptRequest } from '../store.ts';

/** A data key is changed after so long, or when the vault's key has a new version. */
const longest = 90 * day;

export function erase(deps: Platform, row: Row<KeptRequest>): Promise<void> {
  return eraseRow(deps, row, requests, findRequest);
}

export function eraseNote(deps: Platform, row: Row<KeptNote>): Promise<void> {
  return eraseRow(deps, row, notes, findNote);
}

/** For whoever is forgotten: what they asked for and wrote, whose rows do not say that it is theirs. */
export async function forgetConcernsOf(deps: Platform, personId: string): Promise<void> {
  const asked = await findRequest(deps, await nameFor(deps, personId));
  if (asked) await erase(deps, asked);
  for (const row of await allNotes(deps))
    if ((await openNote(deps, row.value)).personId === personId) await eraseNote(deps, row);
}

type Traced = Pick<KeptRequest, 'id' | 'round' | 'advisers'>;

/**
 * Also when an adviser changes it at this moment. What leads to it goes before it, and its tasks with it, so that whoever is cut off
 * and takes it back again goes on; who wrote it stands in no trace but their own letterbox, which forgets at once (`jobs.ts`).
 */
async function eraseRow<T extends Traced>(
  deps: Platform,
  row: Row<T>,
  rows: { remove(this: void, one: Row<T>): Change },
  find: (deps: Platform, id: string) => Promise<Row<T> | undefined>,
): Promise<void> {
  const { id, round, advisers } = row.value;
  for (const personId of advisers) await forgetInLetterbox(deps, personId, place);
  for (let now: Row<T> | undefined = row; now?.value.round === round; now = await find(deps, id)) {
    await forgetSent(deps, round);
    const over = (await deps.outbox.tasksOf('concerns', place)).filter(({ data }) => data['round'] === round);
    const gone = deps.outbox.commit(
      [rows.remove(now)],
      [],
      over.map((one) => one.id),
    );
    if (await unlessChanged(gone)) return;
  }
}

async function forgetSent(deps: Platform, round: string): Promise<void> {
  const sent = await sentRows.concerns.list(deps.tables, place);
  for (const one of sent.filter(({ value }) => value.round === round))
    await takeOut(deps.tables, sentRows.concerns.remove(one));
}

/** Every day, whether there is anything or nothing: what is over goes, what failed is tried again, keys change. */
export async function lookAfterRequests(deps: Platform): Promise<void> {
  const now = deps.clock.now();
  // Read before the requests: whatever of a request is not among these yet is left alone.
  const [tasks, sent] = await Promise.all([
    deps.outbox.tasksOf('concerns', place),
    sentRows.concerns.list(deps.tables, place),
  ]);
  const [asked, written] = await Promise.all([allRequests(deps), allNotes(deps)]);
  const isOver = ({ at, doneAt }: { at: number; doneAt?: number | undefined }) => now >= goesOn({ at, doneAt });
  const [over, overNotes] = [
    asked.filter(({ value }) => isOver(value)),
    written.filter(({ value: { at, readAt } }) => isOver({ at, doneAt: readAt })),
  ];
  for (const row of over) await erase(deps, row);
  for (const row of overNotes) await eraseNote(deps, row);
  const gone = new Set([...over, ...overNotes].map(({ value }) => value.round));
  const rounds = new Set([...asked, ...written].map(({ value }) => value.round).filter((one) => !gone.has(one)));
  for (const { id, state, data } of tasks) {
    if (!rounds.has(data['round'] ?? '')) await deps.outbox.stop('concerns', place, id, async () => []);
    else if (state === 'failed') await deps.outbox.retry('concerns', place, id);
  }
  for (const one of sent)
    if (!rounds.has(one.value.round ?? '')) await takeOut(deps.tables, sentRows.concerns.remove(one));
  if (rounds.size > 0) await renewKey(deps);
}

/** The vault may be away, or none set up: tomorrow again. Where storage is away the whole look is tried again. */
async function renewKey(deps: Platform): Promise<void> {
  const ring = deps.concernsRing('contact');
  try {
    if (await ring.isStale(longest)) await ring.rotate();
    const keyId = await ring.currentId();
    const isOld = ({ value }: Row<KeptRequest> | Row<KeptNote>): boolean => value.sealed.keyId !== keyId;
    for (const { value } of (await allRequests(deps)).filter(isOld))
      await untilUnchanged(async () => {
        const row = await findRequest(deps, value.id);
        if (!row || !isOld(row)) return;
        const anew = await sealWish(deps, row.value, await openWish(deps, row.value));
        await deps.tables.commit([requests.replace(row, { ...row.value, sealed: anew })]);
      });
    for (const { value } of (await allNotes(deps)).filter(isOld))
      await untilUnchanged(async () => {
        const row = await findNote(deps, value.id);
        if (!row || !isOld(row)) return;
        const anew = await sealNote(deps, row.value, await openNote(deps, row.value));
        await deps.tables.commit([notes.replace(row, { ...row.value, sealed: anew })]);
      });
    if (![...(await allRequests(deps)), ...(await allNotes(deps))].some(isOld)) await ring.dropOld(hour);
  } catch (error) {
    if (!isFailure(error, 'unavailable') || error.reason === 'storage-down') throw error;
  }
}
