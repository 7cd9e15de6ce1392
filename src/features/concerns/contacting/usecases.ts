/** Whom else to call in this organisation: set by its advisers or administrators, shown to everybody before anything else. */
import type { Caller } from '../../../platform/doors.ts';
import { Failure } from '../../../platform/errors.ts';
import type { Platform } from '../../../platform/platform.ts';
import { countryCodeOf } from '../../people/identity/rules.ts';
import { findPerson } from '../../people/usecases.ts';
import { takingNow } from '../advisers/usecases.ts';
import type { Contacts, ContactsPage } from '../model.ts';
import { maySetContacts } from '../policy.ts';
import { contactRows, place } from '../store.ts';

/** The lines, and in which country whoever asks works. Needs no vault, so that it is there when the rest is not. */
export async function contactsFor(deps: Platform, caller: Caller): Promise<ContactsPage> {
  const [row, person] = await Promise.all([
    contactRows.find(deps.tables, place, 'own'),
    findPerson(deps, caller.personId),
  ]);
  const page = { lines: row?.value.lines ?? [], country: countryCodeOf(person?.country) };
  if (!maySetContacts(caller)) return { ...page, maySet: false };
  return { ...page, maySet: true, noAdviser: (await takingNow(deps)).size === 0 };
}

export async function setContacts(deps: Platform, caller: Caller, wanted: Contacts): Promise<ContactsPage> {
  if (!maySetContacts(caller)) throw new Failure('not-found', 'not-found');
  await deps.tables.commit([contactRows.put(place, 'own', wanted)]);
  return contactsFor(deps, caller);
}
