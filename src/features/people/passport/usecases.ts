/** The verbs of the meeting passport: see the own one, keep it as it is now, empty it. Finding a time reads it. */
import { day, localDate } from '../../../platform/clock.ts';
import type { Platform } from '../../../platform/platform.ts';
import { unlessChanged } from '../../../platform/tables/conflict.ts';
import { emptyPassport, type Passport } from './model.ts';
import { passports } from './store.ts';

const own = 'own';

/** Empty for whoever has said nothing. */
export async function passportOf(deps: Platform, personId: string): Promise<Passport> {
  return (await passports.find(deps.tables, personId, own))?.value ?? emptyPassport;
}

/** In place of the former; of two windows of the same person the later one counts. Days that are over are not kept. */
export async function keepPassport(deps: Platform, personId: string, wanted: Passport): Promise<Passport> {
  const yesterday = localDate(deps.clock.now() - day, 'UTC');
  const days = [...new Set(wanted.days)].filter((date) => date >= yesterday).toSorted();
  const next: Passport = { ...wanted, needs: [...new Set(wanted.needs)], speak: [...new Set(wanted.speak)], days };
  await deps.tables.commit([passports.put(personId, own, next)]);
  return next;
}

/** Nothing is left of it; twice is once. */
export async function emptyPassportOf(deps: Platform, personId: string): Promise<Passport> {
  const row = await passports.find(deps.tables, personId, own);
  if (row) await unlessChanged(deps.tables.commit([passports.remove(row)]));
  return emptyPassport;
}
