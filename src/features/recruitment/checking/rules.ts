/**
 * Reads a call as somebody who is not usually asked may read it. Words coded for men after Gaucher, Friesen & Kay 2011 (J Pers Soc
 * Psychol 101:109) for English, and what corresponds to them in the other languages; words that leave people out after the
 * guidelines of the EU Council for inclusive communication (2018); jargon by a list of our own. How hard a text is to read:
 * Flesch 1948 (English), Flesch-Douma 1960 (Dutch), Kandel & Moles 1958 (French), first Wiener Sachtextformel (Bamberger & Vanecek
 * 1984, German), each together with LIX, and only from 15 words on. Lists miss what they do not hold. Not for the browser.
 */
import { languages, type Language } from '../../../platform/words.ts';
import { lixOf, wordsOf } from '../../surveys/wording/rules.ts';
import lists from '../content/checked.json' with { type: 'json' };
import type { FindingKind, TextFinding } from './model.ts';

type Entry = readonly [pattern: RegExp, instead: string];
const listed = ['gendered', 'excluding', 'jargon'] as const satisfies readonly FindingKind[];

/** `*` stands for the rest of a word, or for a word where it stands alone. */
function entriesOf(list: Readonly<Record<string, string>>): Entry[] {
  return Object.entries(list).map(([words, instead]) => {
    const source = words.replaceAll(/(?<=\p{L}|\p{L}-)\*|(?<= )\*/gu, '[\\p{L}-]*');
    return [new RegExp(`(?<![\\p{L}’'])(?:${source})(?![\\p{L}])`, 'giu'), instead];
  });
}

type Compiled = Readonly<Record<(typeof listed)[number], readonly Entry[]>>;

const compiledFor = (language: Language): Compiled => {
  const { gendered, excluding, jargon } = lists[language];
  return { gendered: entriesOf(gendered), excluding: entriesOf(excluding), jargon: entriesOf(jargon) };
};

const compiled: Readonly<Record<Language, Compiled>> = {
  ...{ nl: compiledFor('nl'), fr: compiledFor('fr'), de: compiledFor('de'), en: compiledFor('en') },
};

const mostWords = 150;
const fewestToRead = 15;

export function findingsIn(language: Language, text: string): TextFinding[] {
  return [...wordFindings(language, text), ...readingFindings(language, text)];
}

/** Of all languages that are filled in. */
export function findingsInAll(words: Readonly<Partial<Record<Language, string>>>): TextFinding[] {
  return languages.flatMap((language) => findingsIn(language, words[language] ?? ''));
}

function wordFindings(language: Language, text: string): TextFinding[] {
  const found = listed.flatMap((kind) =>
    compiled[language][kind].flatMap(([pattern, instead]) =>
      [...withoutPairs(text).matchAll(pattern)].map((match) => ({
        at: match.index,
        language,
        kind,
        found: match[0],
        instead,
      })),
    ),
  );
  const seen = new Set<string>();
  return found
    .sort((a, b) => a.at - b.at || b.found.length - a.found.length)
    .filter(({ kind, found: word }) => {
      const key = `${kind} ${word.toLowerCase()}`;
      return !seen.has(key) && seen.add(key);
    })
    .map(({ kind, found: word, instead }) => ({ language, kind, found: word, instead }));
}

/** "Kolleginnen und Kollegen", "die Mentorin oder den Mentor": both are named, so neither stands alone. Places stay as they are. */
function withoutPairs(text: string): string {
  const pair = /\p{L}+in(?:nen)? (?:und|oder) (?:(?:der|den|dem|ein|einen|einem) )?\p{Lu}\p{L}+/gu;
  return text.replace(pair, (both) => ' '.repeat(both.length));
}

function readingFindings(language: Language, text: string): TextFinding[] {
  const count = wordsOf(text).length;
  const long: TextFinding[] = count > mostWords ? [{ language, kind: 'long', found: String(count) }] : [];
  return isHard(language, text) ? [...long, { language, kind: 'hard', found: longestOf(text) }] : long;
}

export function sentencesOf(text: string): string[] {
  return text.split(/(?<=[.!?…])\s+|\n+/u).filter((one) => wordsOf(one).length > 0);
}

function longestOf(text: string): string {
  const [longest = ''] = sentencesOf(text).toSorted((a, b) => wordsOf(b).length - wordsOf(a).length);
  return longest.length > 160 ? `${longest.slice(0, 157)}…` : longest;
}

/** Both measures say so: of a short text one alone is moved too much by a single long word. */
export function isHard(language: Language, text: string): boolean {
  if (wordsOf(text).length < fewestToRead) return false;
  return lixOf(sentencesOf(text)) > (language === 'de' ? 65 : 60) && easeOf(language, text) < 30;
}

/** From 0 (very hard) to 100 (very easy); of German 15 minus the school year, brought to the same scale. */
export function easeOf(language: Language, text: string): number {
  const words = wordsOf(text);
  const perSentence = words.length / Math.max(1, sentencesOf(text).length);
  const syllables = words.map((word) => syllablesOf(language, word));
  const perWord = syllables.reduce((sum, one) => sum + one, 0) / Math.max(1, words.length);
  switch (language) {
    case 'en':
      return 206.835 - 1.015 * perSentence - 84.6 * perWord;
    case 'nl':
      return 206.84 - 0.93 * perSentence - 77 * perWord;
    case 'fr':
      return 207 - 1.015 * perSentence - 73.6 * perWord;
    case 'de':
      return (15 - schoolYearOf(words, syllables, perSentence)) * 10;
    default:
      return language satisfies never;
  }
}

function schoolYearOf(words: readonly string[], syllables: readonly number[], perSentence: number): number {
  const share = (isSo: (at: number) => boolean): number =>
    (100 * words.filter((_, at) => isSo(at)).length) / Math.max(1, words.length);
  const many = share((at) => (syllables[at] ?? 0) >= 3);
  const long = share((at) => (words[at]?.length ?? 0) > 6);
  const single = share((at) => syllables[at] === 1);
  return 0.1935 * many + 0.1672 * perSentence + 0.1297 * long - 0.0327 * single - 0.875;
}

/** Groups of vowels; a silent e at the end of English and French words is none. */
export function syllablesOf(language: Language, word: string): number {
  const plain = word.toLowerCase();
  const groups = plain.match(/[aeiouyàáâäæèéêëìíîïòóôöœùúûü]+/gu)?.length ?? 0;
  const isSilent =
    (language === 'en' && /[^aeiouyl]e(?:s|d)?$/u.test(plain)) ||
    (language === 'fr' && /[^aeiouyé]e(?:s|nt)?$/u.test(plain));
  return Math.max(1, groups - (isSilent && groups > 1 ? 1 : 0));
}
