/** The verbs of the meeting passport: see the own one, keep it as it is now, empty it. Finding a time reads it. */
import { isFailure } from '../../../platform/errors.ts';
import type { Platform } from '../../../platform/platform.ts';
import { emptyPassport, type Passport } from './model.ts';
import { passports } from './store.ts';

const own = 'own';
const tries = 4;

/** Empty for whoever has said nothing. */
export async function passportOf(deps: Platform, personId: string): Promise<Passport> {
  return (await passports.find(deps.tables, personId, own))?.value ?? emptyPassport;
}

/** In place of the former; of two windows of the same person the later one counts. Days that are over are not kept. */
export async function keepPassport(deps: Platform, personId: string, wanted: Passport): Promise<Passport> {
  const yesterday = new Date(deps.clock.now() - 86_400_000).toISOString().slice(0, 10);
  const days = [...new Set(wanted.days)].filter((date) => date >= yesterday).toSorted();
  const next: Passport = { ...wanted, needs: [...new Set(wanted.needs)], speak: [...new Set(wanted.speak)], days };
  for (let turn = 1; ; turn += 1)
    try {
      const row = await passports.find(deps.tables, personId, own);
      await deps.tables.commit([row ? passports.replace(row, next) : passports.create(personId, own, next)]);
      return next;
    } catch (error) {
      if (!isFailure(error, 'conflict') || turn === tries) throw error;
    }
}

/** Nothing is left of it; twice is once. */
export async function emptyPassportOf(deps: Platform, personId: string): Promise<Passport> {
  const row = await passports.find(deps.tables, personId, own);
  if (row)
    await deps.tables.commit([passports.remove(row)]).catch((error: unknown) => {
      if (!isFailure(error, 'conflict')) throw error;
    });
  return emptyPassport;
}
