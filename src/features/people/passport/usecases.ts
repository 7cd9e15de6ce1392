/** The verbs of the meeting passport: see the own one, keep it as it is now, empty it. Planning and the partner read what is for them. */
import { day, localDate } from '../../../platform/clock.ts';
import type { Platform } from '../../../platform/platform.ts';
import { untilUnchanged } from '../../../platform/tables/conflict.ts';
import { emptyPassport, type OwnPassport, type PartnerNeeds, type Passport } from './model.ts';
import { forPartner, forPlanning, type ForPlanning } from './rules.ts';
import { passports } from './store.ts';

const own = 'own';

/** Empty for whoever has said nothing. */
export async function passportOf(deps: Platform, personId: string): Promise<OwnPassport> {
  return { ...(await kept(deps, personId)), today: todayIn(deps) };
}

async function kept(deps: Platform, personId: string): Promise<Passport> {
  return (await passports.find(deps.tables, personId, own))?.value ?? emptyPassport;
}

/** Somewhere it is still yesterday. */
const todayIn = ({ clock }: Platform): string => localDate(clock.now() - day / 2, 'UTC');

/** For finding times and rooms: what is for planning, and what the partner is told anyway. */
export async function planningFor(deps: Platform, personId: string): Promise<ForPlanning> {
  return forPlanning(await kept(deps, personId));
}

/** For whoever has seen to it that the reader is the partner, and the pair is active. */
export async function toldToPartner(deps: Platform, personId: string): Promise<PartnerNeeds> {
  return forPartner(await kept(deps, personId), todayIn(deps));
}

/** In place of the former; of two windows of the same person the later one counts. Days that are over are not kept. */
export async function keepPassport(deps: Platform, personId: string, wanted: Passport): Promise<OwnPassport> {
  const yesterday = localDate(deps.clock.now() - day, 'UTC');
  const next: Passport = {
    needs: once(wanted.needs, ({ need }) => need),
    words: wanted.words,
    speak: once(wanted.speak, ({ language }) => language),
    halves: once(wanted.halves, ({ half }) => half),
    days: once(wanted.days, ({ date }) => date)
      .filter(({ date }) => date >= yesterday)
      .toSorted((a, b) => (a.date < b.date ? -1 : 1)),
  };
  await deps.tables.commit([passports.put(personId, own, next)]);
  return { ...next, today: todayIn(deps) };
}

/** Of the same twice the last counts. */
function once<T>(all: readonly T[], nameOf: (one: T) => string): T[] {
  return [...new Map(all.map((one) => [nameOf(one), one])).values()];
}

/** Nothing is left of it; twice is once. */
export async function emptyPassportOf(deps: Platform, personId: string): Promise<OwnPassport> {
  await untilUnchanged(async () => {
    const row = await passports.find(deps.tables, personId, own);
    if (row) await deps.tables.commit([passports.remove(row)]);
  });
  return { ...emptyPassport, today: todayIn(deps) };
}
