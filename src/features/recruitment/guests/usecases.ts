/** Admitting guests of the tenant as mentors, and taking that back. What they then may see is decided at the doors and for each pair. */
import type { Caller } from '../../../platform/doors.ts';
import { Failure, isFailure } from '../../../platform/errors.ts';
import type { Platform } from '../../../platform/platform.ts';
import { folded, holdsWords } from '../../../platform/words.ts';
import { admitGuest, shutOutGuest } from '../../people/guests/usecases.ts';
import { cardOf, type PersonCard } from '../../people/model.ts';
import { isPresentGuest } from '../../people/rules.ts';
import { allPeople } from '../../people/store.ts';
import { findCards, findPerson } from '../../people/usecases.ts';
import { coordinatedProgramme } from '../../programmes/usecases.ts';
import { withdrawApplication } from '../applying/usecases.ts';
import { applicationOf } from '../usecases.ts';
import type { GuestLine } from './model.ts';
import { guestRows, guestSettingRows, ownSetting } from './store.ts';

export async function guestsOf(deps: Platform, programmeId: string): Promise<{ on: boolean; admitted: GuestLine[] }> {
  const [setting, rows] = await Promise.all([
    guestSettingRows.find(deps.tables, programmeId, ownSetting),
    guestRows.list(deps.tables, programmeId),
  ]);
  const ids = rows.map(({ value }) => value.personId);
  const [cards, applications] = await Promise.all([
    findCards(deps, ids),
    Promise.all(ids.map((id) => applicationOf(deps, programmeId, id))),
  ]);
  const admitted = rows.flatMap(({ value: { personId, at } }, place): GuestLine[] => {
    const person = cards[personId];
    return person ? [{ person, at, applied: applications[place]?.status === 'applied' }] : [];
  });
  return { on: setting?.value.on === true, admitted };
}

/** Switched off, whoever was admitted is shut out at once. */
export async function setGuests(deps: Platform, caller: Caller, programmeId: string, on: boolean): Promise<void> {
  await coordinatedProgramme(deps, caller, programmeId);
  await deps.tables.commit([guestSettingRows.put(programmeId, ownSetting, { on })]);
  if (on) return;
  for (const { value } of await guestRows.list(deps.tables, programmeId))
    await shutOut(deps, caller, programmeId, value.personId);
}

const mostFound = 20;

/** Guests whose name or address has all the words; only for the team of a programme that admits guests. */
export async function findGuests(
  deps: Platform,
  caller: Caller,
  programmeId: string,
  words: string,
): Promise<PersonCard[]> {
  await coordinatedProgramme(deps, caller, programmeId);
  await requireSwitchedOn(deps, programmeId);
  const all = (await allPeople(deps.tables)).map((row) => row.value).filter(isPresentGuest);
  return all
    .filter((one) => holdsWords(folded(`${one.name} ${one.mail ?? ''}`), words))
    .sort((a, b) => a.name.localeCompare(b.name) || (a.id < b.id ? -1 : 1))
    .slice(0, mostFound)
    .map(cardOf);
}

export async function admit(deps: Platform, caller: Caller, programmeId: string, personId: string): Promise<void> {
  await coordinatedProgramme(deps, caller, programmeId);
  await requireSwitchedOn(deps, programmeId);
  const one = await findPerson(deps, personId);
  if (!one || !isPresentGuest(one)) throw new Failure('bad-input', 'no-guest');
  const object = `programme:${programmeId} guest`;
  await deps.audit.note({ who: caller.personId, what: 'role.added', object, about: personId });
  await admitGuest(deps, personId, programmeId);
  const row = { personId, at: deps.clock.now(), by: caller.personId };
  await deps.tables.commit([guestRows.put(programmeId, personId, row)]);
}

/** From the next request on this guest is nobody again; an application is withdrawn, as if they had done it. */
export async function removeGuest(
  deps: Platform,
  caller: Caller,
  programmeId: string,
  personId: string,
): Promise<void> {
  await coordinatedProgramme(deps, caller, programmeId);
  await shutOut(deps, caller, programmeId, personId);
}

async function requireSwitchedOn(deps: Platform, programmeId: string): Promise<void> {
  const setting = await guestSettingRows.find(deps.tables, programmeId, ownSetting);
  if (setting?.value.on !== true) throw new Failure('conflict', 'guests-off');
}

async function shutOut(deps: Platform, caller: Caller, programmeId: string, personId: string): Promise<void> {
  const row = await guestRows.find(deps.tables, programmeId, personId);
  if (!row) return;
  const object = `programme:${programmeId} guest`;
  await deps.audit.note({ who: caller.personId, what: 'role.removed', object, about: personId });
  // The door first: whatever else fails, nobody comes in any more.
  await shutOutGuest(deps, personId, programmeId);
  const guest = { personId, language: caller.language, roles: [] };
  await withdrawApplication(deps, guest, programmeId).catch((error: unknown) => {
    if (!isFailure(error, 'not-found')) throw error;
  });
  await deps.tables.commit([guestRows.remove(row)]);
}
