/** The sentences of the matching, and how a reason is said to anybody: of nobody's wishes, and always with the same end. */
import { languages, regionOf, wordsOf, type Language } from '../../platform/words.ts';
import { say as sayAnswer } from '../recruitment/words.ts';
import type { Reason } from './model.ts';
import de from './words/de.json' with { type: 'json' };
import en from './words/en.json' with { type: 'json' };
import fr from './words/fr.json' with { type: 'json' };
import nl from './words/nl.json' with { type: 'json' };

export const say = wordsOf({ nl, fr, de, en });

/** What the ids of a reason are called in the questionnaire's words. */
const families = { topics: 'topic', values: 'value', ambitions: 'ambition', interests: 'interest' } as const;
type Family = (typeof families)[keyof typeof families] | 'spoken';

const listFormats = Object.fromEntries(
  languages.map((language) => [language, new Intl.ListFormat(regionOf(language), { type: 'conjunction' })]),
) as Record<Language, Intl.ListFormat>;

export function sayList(language: Language, family: Family, ids: readonly string[]): string {
  const words = ids.map((id) => sayAnswer(language, `${family}.${id}` as Parameters<typeof sayAnswer>[1]));
  return listFormats[language].format(words);
}

/** As the first word of a heading or a choice. */
export const capital = (text: string): string => text.charAt(0).toLocaleUpperCase() + text.slice(1);

function sayReason(language: Language, { kind, about }: Reason): string | undefined {
  switch (kind) {
    case 'topics':
    case 'values':
    case 'ambitions':
    case 'interests':
      return say(language, `reason.${kind}`, { what: sayList(language, families[kind], about) });
    case 'seniority':
    case 'department':
    case 'meeting':
      return say(language, `reason.${kind}`);
    default:
      return undefined;
  }
}

/** Each reason as a line; the last speaks of private wishes, whether there are any or not. */
export function sayReasons(language: Language, reasons: readonly Reason[]): string[] {
  const told = reasons.flatMap((one) => sayReason(language, one) ?? []);
  return [...told, say(language, 'reason.private')];
}
