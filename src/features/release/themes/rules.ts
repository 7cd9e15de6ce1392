/**
 * What may be told of themes: of open answers from five answers on, of talks only for five people or more together, and never a talk
 * that would stand alone as the difference between two tellings.
 */
import { floors } from '../model.ts';
import { headcountOf } from '../rules.ts';
import type { Findings, ThemeCount } from './model.ts';

/** The most frequent first; those under the floor are left out, so that nobody sees what one or two said. */
export function countThemes(coded: readonly (readonly string[])[]): ThemeCount[] {
  const counts = new Map<string, number>();
  for (const theme of coded.flatMap((one) => [...new Set(one)])) counts.set(theme, (counts.get(theme) ?? 0) + 1);
  return [...counts]
    .filter(([, people]) => people >= floors.rating)
    .toSorted(([a, some], [b, others]) => others - some || (a < b ? -1 : 1))
    .map(([theme, people]) => ({ theme, people: headcountOf(people) }));
}

export interface TalkToTell {
  readonly id: string;
  readonly about: string;
  readonly people: number;
  readonly notes: readonly { readonly text: string; readonly mayQuote: boolean; readonly themes: readonly string[] }[];
}

/** What is told next of talks about one thing; nothing while those that wait are fewer than five people together. */
export function nextFindings(
  waiting: readonly TalkToTell[],
  { about, number }: Pick<Findings, 'about' | 'number'>,
  placeOf: (text: string) => string,
): Findings | undefined {
  const some = waiting.filter((one) => one.about === about);
  const people = some.reduce((sum, one) => sum + one.people, 0);
  if (people < floors.rating) return undefined;
  const notes = some.flatMap((one) => one.notes);
  const quotes = notes.filter(({ mayQuote }) => mayQuote).map(({ text, themes }) => ({ text, themes: [...themes] }));
  return {
    ...{ number, about, people: headcountOf(people) },
    talkIds: some.map(({ id }) => id).toSorted(),
    themes: [...new Set(notes.flatMap(({ themes }) => themes))].toSorted(),
    quotes: quotes.toSorted((a, b) => (placeOf(a.text) < placeOf(b.text) ? -1 : 1)),
  };
}
