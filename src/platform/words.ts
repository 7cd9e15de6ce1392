/** Sentences in the reader's language: ICU messages from one JSON file per language, with plurals, dates and numbers. */
import { IntlMessageFormat } from 'intl-messageformat';

export const languages = ['nl', 'fr', 'de', 'en'] as const;
export type Language = (typeof languages)[number];

export type Values = Readonly<Record<string, string | number | Date>>;

/** The four word lists of a feature; the English one names the keys, and a test holds the others to it. */
export interface WordLists<K extends string> {
  readonly nl: Readonly<Record<K, string>>;
  readonly fr: Readonly<Record<K, string>>;
  readonly de: Readonly<Record<K, string>>;
  readonly en: Readonly<Record<K, string>>;
}

/** Says one sentence: `say('nl', 'offer.title', { name })`. It throws on a key that it does not have. */
export interface Say<K extends string> {
  (language: Language, key: K, values?: Values): string;
  /** Whether there are words under this key, for whoever looks in many lists. */
  has(this: void, key: string): boolean;
}

/** Regional forms for dates, numbers and plurals: the Dutch and French of Belgium by default. */
const regions: Readonly<Record<Language, string>> = { nl: 'nl-BE', fr: 'fr-BE', de: 'de-BE', en: 'en-GB' };

export function regionOf(language: Language): string {
  return regions[language];
}

/** The language of a tag such as `nl-BE` or `fr`; undefined when it is none of the four. */
export function languageOf(tag: string | null | undefined): Language | undefined {
  const head = tag?.toLowerCase().split(/[-_]/)[0];
  return languages.find((language) => language === head);
}

/** French sets a space before these marks, at which no line may break. The `::` of a number's form is no mark. */
export const unbroken = (language: Language, text: string): string =>
  language === 'fr' ? text.replace(/ (?=[?!;»]|:(?!:))|(?<=«) /g, '\u00a0') : text;

export function wordsOf<K extends string>(lists: WordLists<K>): Say<K> {
  const compiled = new Map<string, IntlMessageFormat>();
  const say = (language: Language, key: K, values?: Values): string => {
    const slot = `${language}/${key}`;
    let message = compiled.get(slot);
    if (!message) {
      const text: string = lists[language][key];
      // In the tab the lists were read when it was built (`tab/word-lists.ts`), and are no texts any more.
      const read = typeof text === 'string' ? unbroken(language, text) : text;
      message = new IntlMessageFormat(read, regions[language], undefined, { ignoreTag: true });
      compiled.set(slot, message);
    }
    return String(message.format(values as Record<string, string | number | Date>));
  };
  return Object.assign(say, { has: (key: string) => Object.hasOwn(lists.en, key) });
}

/** The sentence of the first list that has it; one that wants more values than there are is not said half. */
export function saidByFirst(
  says: readonly Say<never>[],
  language: Language,
  key: string,
  values?: Values,
): string | undefined {
  for (const say of says) {
    if (!say.has(key)) continue;
    try {
      return say(language, key as never, values);
    } catch {
      continue;
    }
  }
  return undefined;
}

/** A moment as people write it: `di 24 nov 2026, 10:00` in an IANA zone. */
export function sayMoment(language: Language, instant: number, zone: string): string {
  const format = {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  } as const;
  return new Intl.DateTimeFormat(regions[language], { ...format, timeZone: zone }).format(instant);
}

/** A day as people write it: `24 november 2026` in an IANA zone. */
export function sayDay(language: Language, instant: number, zone: string): string {
  return new Intl.DateTimeFormat(regions[language], { dateStyle: 'long', timeZone: zone }).format(instant);
}

/** A text as it is searched: without accents and case. */
export const folded = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** Every word of the search is in the text, which is folded already. */
export function holdsWords(text: string, search: string): boolean {
  return folded(search)
    .split(/\s+/)
    .every((word) => text.includes(word));
}
