/** How a change and its day are said: card, page and report say the same. Safe in the browser. */
import { regionOf, type Language } from '../../../../platform/words.ts';
import type { ToldLine } from '../model.ts';
import { say } from '../words.ts';

/** What changes, and until when. */
export function changeSentence(language: Language, { what, until }: Pick<ToldLine, 'what' | 'until'>): string {
  return say(language, 'did.change', { what, day: sayDate(language, until) });
}

/** A date without a zone is the same day everywhere. */
export function sayDate(language: Language, date: string): string {
  if (date === '') return '';
  return new Intl.DateTimeFormat(regionOf(language), { dateStyle: 'long', timeZone: 'UTC' }).format(Date.parse(date));
}
