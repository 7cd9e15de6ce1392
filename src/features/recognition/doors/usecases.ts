/** The verbs of opened doors: note one, confirm or deny the partner's, take back the own one; and how many there are. */
import { Failure, isFailure } from '../../../platform/errors.ts';
import { newId } from '../../../platform/ids.ts';
import type { Platform } from '../../../platform/platform.ts';
import { partnerOf, type Pair } from '../../pairs/model.ts';
import { activePairFor, findPair, pairFor } from '../../pairs/usecases.ts';
import { everybodyAsRead } from '../../people/everybody/usecases.ts';
import { callName } from '../../people/model.ts';
import { personOf } from '../../people/usecases.ts';
import type { Headcount } from '../../release/model.ts';
import { nameFinder } from '../../surveys/names/rules.ts';
import type { PairAddress } from '../usecases.ts';
import { counts, mostDoors, toldDoors, type Door, type DoorDraft, type DoorView, type PairDoors } from './model.ts';
import { mayConfirm, mayRemove } from './policy.ts';
import { doorRows } from './store.ts';

/** The same press twice is one door. Failure `bad-input` where the word names somebody. */
export async function noteDoor(deps: Platform, personId: string, at: PairAddress, draft: DoorDraft): Promise<Door> {
  const { value: pair } = await activePairFor(deps, personId, at.programmeId, at.pairId);
  const { id, kind, word } = draft;
  await requireNoNames(deps, word);
  const before = await doorRows.list(deps.tables, pair.programmeId, pair.id);
  const same = before.find(({ value }) => value.id === id && value.by === personId);
  if (same) return same.value;
  if (before.length >= mostDoors) throw new Failure('conflict', 'too-many-doors');
  const noted: Door = {
    ...{ id, programmeId: pair.programmeId, pairId: pair.id, kind, by: personId, at: deps.clock.now() },
    ...(word === '' ? {} : { word }),
  };
  try {
    await deps.tables.commit([doorRows.create(pair.programmeId, [pair.id, id], noted)]);
    return noted;
  } catch (error) {
    const row = await doorRows.find(deps.tables, pair.programmeId, pair.id, id);
    if (!isFailure(error, 'conflict') || row?.value.by !== personId) throw error;
    return row.value;
  }
}

async function requireNoNames(deps: Platform, word: string): Promise<void> {
  if (word === '') return;
  const find = nameFinder({ people: await everybodyAsRead(deps), close: [], places: [] });
  if (find(word, { places: false }).length === 0) return;
  throw new Failure('bad-input', 'door-names', { fields: [{ field: 'word', reason: 'door-names' }] });
}

/** The partner's word about it; it can be changed whenever they like, also when the pair has ended. */
export async function confirmDoor(
  deps: Platform,
  personId: string,
  at: PairAddress & { readonly doorId: string },
  said: 'yes' | 'no',
): Promise<void> {
  const { pair, row } = await doorFor(deps, at);
  if (!mayConfirm(personId, pair, row.value)) throw new Failure('not-found', 'door-gone');
  if (row.value.partnerSaid === said) return;
  await deps.tables.commit([doorRows.replace(row, { ...row.value, partnerSaid: said })]);
}

/** Whoever noted it takes it back: nothing is left of it. */
export async function removeDoor(
  deps: Platform,
  personId: string,
  at: PairAddress & { readonly doorId: string },
): Promise<void> {
  const { pair, row } = await doorFor(deps, at);
  if (!mayRemove(personId, pair, row.value)) throw new Failure('not-found', 'door-gone');
  await deps.tables.commit([doorRows.remove(row)]);
}

/** Whether the caller may is asked once, by whoever uses it. */
async function doorFor(deps: Platform, at: PairAddress & { readonly doorId: string }) {
  const [pair, row] = await Promise.all([
    findPair(deps, at.programmeId, at.pairId),
    doorRows.find(deps.tables, at.programmeId, at.pairId, at.doorId),
  ]);
  if (!pair || !row) throw new Failure('not-found', 'door-gone');
  return { pair, row };
}

export async function doorsOfPair(deps: Platform, personId: string, at: PairAddress): Promise<PairDoors> {
  const { value: pair } = await pairFor(deps, personId, at.programmeId, at.pairId);
  const [rows, partner] = await Promise.all([
    doorRows.list(deps.tables, at.programmeId, at.pairId),
    personOf(deps, partnerOf(pair, personId)),
  ]);
  const doors = rows.map(({ value }) => viewOf(value, personId)).sort((a, b) => b.at - a.at);
  return { partner: callName(partner), nextId: newId(), doors };
}

function viewOf(one: Door, reader: string): DoorView {
  const { id, kind, word, at, by, partnerSaid } = one;
  const state = counts(one) ? 'counts' : partnerSaid === 'no' ? 'not-counted' : 'waits';
  return { id, kind, at, mine: by === reader, state, ...(word === undefined ? {} : { word }) };
}

/** For the first page: in which of a person's pairs something waits for their word. */
export async function pairsWithDoorsWaiting(
  deps: Platform,
  personId: string,
  pairs: readonly Pick<Pair, 'id' | 'programmeId'>[],
): Promise<Set<string>> {
  const found = await Promise.all(
    pairs.map(async ({ id, programmeId }) => {
      const rows = await doorRows.list(deps.tables, programmeId, id);
      return rows.some(({ value }) => value.by !== personId && value.partnerSaid === undefined) ? [id] : [];
    }),
  );
  return new Set(found.flat());
}

/** How many of a programme, as they are told to everybody. */
export async function doorFigures(deps: Platform, programmeId: string): Promise<Headcount> {
  return toldDoors((await doorRows.list(deps.tables, programmeId)).map(({ value }) => value));
}
