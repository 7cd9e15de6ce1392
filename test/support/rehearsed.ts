/**
 * Whether a card that somebody got is one that was rehearsed: the same words in the same order, up to names, dates, addresses, what
 * people wrote or chose themselves, and why two people were matched.
 */
import { everyRated } from '../../src/features/checkins/asks/rules.ts';
import { sayRating } from '../../src/features/checkins/cards.ts';
import { say as sayCheckIn } from '../../src/features/checkins/words.ts';
import { exampleMentee, exampleMentor, exampleTexts } from '../../src/features/insights/rehearsal/words.ts';
import type { Rehearsal } from '../../src/features/insights/rehearsal/model.ts';
import type { Language } from '../../src/platform/words.ts';

const date = /(?:\p{L}+\.?,? )?\d{1,2}\.? \p{L}+\.? \d{4}(?:,? (?:\p{L}+ )?\d{1,2}:\d{2})?/gu;
const address = /https?:[^\s)]+/g;
const breakOf = '\u0001';
const wild = '[^\u0001]+?';

type Part = Readonly<Record<string, unknown>>;
const shownKeys = ['label', 'placeholder', 'errorMessage', 'text', 'title'] as const;

/** The words of a card in their order; `optional` marks a line that a person without the value does not have. */
function wordsIn(part: unknown, found: { text: string; optional: boolean }[] = [], optional = false) {
  if (Array.isArray(part)) for (const one of part) wordsIn(one, found, optional);
  else if (typeof part === 'object' && part !== null) {
    const { facts, choices, items: inner, body, actions } = part as Part;
    for (const key of shownKeys) {
      const text = (part as Part)[key];
      if (typeof text === 'string' && text !== '') found.push({ text, optional });
    }
    wordsIn([body, inner, choices, actions], found, optional);
    for (const { title, value } of (facts ?? []) as { title: string; value: string }[])
      found.push({ text: `${title}: ${value}`, optional: true });
  }
  return found;
}

const plainText = (text: string): string => text.replace(date, '§date').replace(address, '§address');

/** What was got, to be held against a pattern. */
export const gotText = (card: unknown): string =>
  wordsIn(card)
    .map(({ text }) => plainText(text))
    .join(breakOf);

/** `names` are further people of the rehearsal, such as the coordinator who looks at it. */
export function rehearsedPattern(card: unknown, language: Language, names: readonly string[]): RegExp {
  const people = [exampleMentee(language), exampleMentor(language)];
  const values = people.flatMap(({ name, givenName, jobTitle, department, site }) => [
    ...[name, givenName, jobTitle, department, site].flatMap((one) => one ?? []),
  ]);
  const spoken = new Intl.DisplayNames([language], { type: 'language' }).of(language) ?? language;
  const variable = [...values, ...Object.values(exampleTexts(language)), ...names, spoken];
  variable.sort((a, b) => b.length - a.length);
  const points = answersIn(language);
  const ofAdvisers = (['reader.adviser', 'thanks.apart'] as const).map((one) => sayCheckIn(language, one));
  const lines = wordsIn(card).map(({ text, optional }, place) => {
    const line = `${place === 0 ? '' : breakOf}${patternOf(plainText(text), variable, points)}`;
    // Of times to choose from there may be fewer, and advisers may take requests only since.
    return optional || plainText(text) === '§date' || ofAdvisers.includes(text) ? `(?:${line})?` : line;
  });
  return new RegExp(`^${lines.join('')}$`, 'u');
}

/** Everything that can be chosen on a scale of a check-in. */
const answersIn = (language: Language): string[] => [
  ...new Set(
    [...everyRated.values()].flatMap((item) =>
      ([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 'skipped'] as const)
        .filter((value) => item.kind === 'zero-ten' || (value !== 0 && (value === 'skipped' || value <= 5)))
        .map((value) => sayRating(language, item, value)),
    ),
  ),
];

function patternOf(text: string, variable: readonly string[], points: readonly string[]): string {
  if (points.includes(text)) return `(?:${points.map(escaped).join('|')})`;
  const reasons = text.split('\n');
  // Of the reasons for a match only the last is the same for everybody.
  if (reasons.length > 1 && reasons.every((line) => line.startsWith('- ')))
    return `(?:- [^\u0001\n]+\n)*${escaped(reasons.at(-1) ?? '')}`;
  // A post shows how a story begins.
  if (text.endsWith(' …')) return wild;
  return variable.reduce((pattern, value) => pattern.replaceAll(escaped(value), wild), escaped(text));
}

export interface Got {
  /** The name of the job, or what stands for one. */
  readonly kind: string;
  readonly language: Language;
  readonly card: object;
}

/** Of what was got, what does not stand in the rehearsal in that kind and language, as text. */
export function strangers(got: readonly Got[], rehearsals: readonly Rehearsal[], names: readonly string[]): string[] {
  const patterns = new Map<string, RegExp[]>();
  for (const { language, parts } of rehearsals)
    for (const { kind, card, answers } of parts.flatMap(({ messages }) => messages)) {
      const place = `${kind} ${language}`;
      const cards = [card, ...answers.map((one) => one.card)].flatMap((one) => one ?? []);
      const more = cards.map((one) => rehearsedPattern(one, language, names));
      patterns.set(place, [...(patterns.get(place) ?? []), ...more]);
    }
  return got.flatMap(({ kind, language, card }) => {
    const text = gotText(card);
    // Whatever was pressed too late, this card took its place.
    const known = [kind, 'bot.too-late'].flatMap((one) => patterns.get(`${one} ${language}`) ?? []);
    const isKnown = known.some((one) => one.test(text));
    return isKnown ? [] : [`${kind} ${language}: ${text.replaceAll(breakOf, ' | ')}`];
  });
}

/** Entries whose subject or text is not the rehearsed one in any language. */
export function strangeEntries(
  entries: readonly { readonly subject: string; readonly body: string }[],
  rehearsals: readonly Rehearsal[],
): string[] {
  const rehearsed = rehearsals.flatMap(({ language, parts }) =>
    parts.flatMap(({ messages }) => messages.flatMap(({ entry }) => (entry ? [{ language, ...entry }] : []))),
  );
  return entries.flatMap(({ subject, body }) => {
    const isKnown = rehearsed.some((one) => {
      const names = [exampleMentee(one.language), exampleMentor(one.language)].map(({ givenName = '' }) => givenName);
      return new RegExp(`^${patternOf(one.subject, names, [])}$`, 'u').test(subject) && body.includes(one.body);
    });
    return isKnown ? [] : [`${subject}: ${body}`];
  });
}

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
