/** Decisions about identity questions: what is asked in which country, and whom a private wish would like. */
import { questions, type Consent, type CountryModes, type Mode, type Question, type Said } from './model.ts';

/** Off unless an organisation switches them on (evidence.md). */
const offAtFirst: readonly Question[] = ['orientation', 'gender-identity', 'belief'];
/** France asks that diversity is measured anonymously from the collection on (trust.md 2). */
const anonymousAtFirst: readonly string[] = ['FR'];

/** A data key is changed after so long at the latest. */
export const longestKeyDays = 90;

/** Only then is anything kept, and used. */
export function isAsked(mode: Mode): boolean {
  return mode === 'on';
}

export const otherCountries = 'ZZ';

/** What holds in a country as long as nobody has set anything. */
export function usualModes(country: string): CountryModes {
  const usual: Mode = anonymousAtFirst.includes(country) ? 'anonymous' : 'on';
  const modes = questions.map((one) => [one, offAtFirst.includes(one) ? 'off' : usual] as const);
  return Object.fromEntries(modes) as CountryModes;
}

/** What holds in a country: its own setting; where it has none that of all other countries, but never more than is usual there. */
export function modesFrom(
  country: string,
  { own, others }: { readonly own?: CountryModes | undefined; readonly others?: CountryModes | undefined },
): CountryModes {
  if (own) return own;
  return others && !anonymousAtFirst.includes(country) ? others : usualModes(country);
}

/** Two letters of a country, from what the directory says; a name that is no code counts as none. */
export function countryCodeOf(text: string | undefined): string {
  const code = text?.trim().toUpperCase() ?? '';
  return /^[A-Z]{2}$/.test(code) ? code : (codesOfNames[code] ?? otherCountries);
}

const codesOfNames: Readonly<Record<string, string>> = {
  ...{ BELGIUM: 'BE', BELGIË: 'BE', BELGIQUE: 'BE', BELGIEN: 'BE', FRANCE: 'FR', FRANKRIJK: 'FR', FRANKREICH: 'FR' },
  ...{ NETHERLANDS: 'NL', NEDERLAND: 'NL', GERMANY: 'DE', DEUTSCHLAND: 'DE', ALLEMAGNE: 'DE', LUXEMBOURG: 'LU' },
};

/** The consent to a question that has not been withdrawn. */
export function standingConsent(ledger: readonly Consent[], asked: Question): Consent | undefined {
  return ledger.find((one) => one.question === asked && one.withdrawnAt === undefined);
}

/** An opened answer, for the matcher alone. */
export interface PrivateAnswer {
  readonly personId: string;
  readonly question: Question;
  readonly said: Said;
  readonly wish: boolean;
}

/**
 * For everybody who wishes it: those who gave the same answer to the same question. Both have agreed, and whoever shares with
 * nobody has no wish: it then scores neutrally, as that of everybody who said nothing.
 */
export function sharedBy(answers: readonly PrivateAnswer[]): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, PrivateAnswer[]>();
  for (const one of answers) {
    const key = groupOf(one);
    if (key !== undefined) groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  const shared = new Map<string, Set<string>>();
  for (const group of groups.values())
    for (const { personId } of group.filter(({ wish }) => wish)) {
      const mine = shared.get(personId) ?? new Set<string>();
      for (const other of group) if (other.personId !== personId) mine.add(other.personId);
      shared.set(personId, mine);
    }
  return new Map([...shared].map(([id, others]) => [id, [...others].toSorted()]));
}

/** Own words are compared as written, but for case and spaces; "prefer not to say" shares with nobody. */
function groupOf({ question, said }: PrivateAnswer): string | undefined {
  if (said.kind === 'prefer-not') return undefined;
  const text = said.kind === 'choice' ? said.choice : said.words.normalize('NFC').toLowerCase().replace(/\s+/g, ' ');
  return `${question} ${said.kind} ${text}`;
}
