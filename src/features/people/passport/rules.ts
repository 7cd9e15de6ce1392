/** Who gets what of a passport: the partner what is for the partner, planning that and what is for planning, and nobody the rest. */
import type { HalfDays, Need, PartnerNeeds, Passport } from './model.ts';

/** What is told to the partner; dates that are over tell nothing any more. */
export function forPartner({ needs, words, speak, halves, days }: Passport, today: string): PartnerNeeds {
  return {
    needs: needs.filter(isForPartner).map(({ need }) => need),
    ...(isForPartner(words) && words.text !== '' ? { words: words.text } : {}),
    speak: speak.filter(isForPartner).map(({ language }) => language),
    halves: halves.filter(isForPartner).map(({ half, mark }) => ({ half, mark })),
    days: days
      .filter(isForPartner)
      .map(({ date }) => date)
      .filter((date) => date >= today),
  };
}

interface Entry {
  readonly for: Passport['days'][number]['for'];
}

const isForPartner = (one: Entry): boolean => one.for === 'partner';

/** Planning keeps to what the partner is told as well. */
const isForPlanning = (one: Entry): boolean => one.for === 'partner' || one.for === 'times';

export interface ForPlanning {
  readonly halves: HalfDays;
  readonly days: readonly string[];
  readonly needs: ReadonlySet<Need>;
}

export function forPlanning({ needs, halves, days }: Passport): ForPlanning {
  return {
    halves: Object.fromEntries(halves.filter(isForPlanning).map(({ half, mark }) => [half, mark])),
    days: days.filter(isForPlanning).map(({ date }) => date),
    needs: new Set(needs.filter(isForPlanning).map(({ need }) => need)),
  };
}

/** Nothing stands in it that a partner would read. */
export function tellsPartner({ needs, words, speak, halves, days }: PartnerNeeds): boolean {
  return words !== undefined || needs.length + speak.length + halves.length + days.length > 0;
}
