/**
 * Help with the words of a question, by fixed rules and word lists (`content/wording.json`): it advises, and stops only what asks
 * who somebody is. The bank's own questions pass the same rules in a test. Not for the browser.
 */
import { languages, type Language } from '../../../platform/words.ts';
import lists from '../content/wording.json' with { type: 'json' };
import type { FourTexts, Kind } from '../questions/model.ts';
import { stops, type WordingCode, type WordingProblem } from './model.ts';

export interface Worded {
  readonly kind: Kind;
  readonly text: FourTexts;
  readonly options?: readonly FourTexts[] | undefined;
}

type List = (typeof lists)[Language];

export function wordingProblems(one: Worded): WordingProblem[] {
  return languages.flatMap((language) => problemsIn(language, one));
}

/** What keeps a question out of an anonymous survey. */
export function stopsFor(one: Worded): WordingCode | undefined {
  return wordingProblems(one).find(({ code }) => stops.includes(code))?.code;
}

function problemsIn(language: Language, { kind, text, options = [] }: Worded): WordingProblem[] {
  const list = lists[language];
  const said = text[language];
  const choices = options.map((option) => option[language]);
  const findings: [WordingCode, string | undefined][] = [
    ['double', find(said.replaceAll(pattern(list.andIsOne, 'giu'), ''), list.and)],
    ['leading', find(said, list.leading)],
    ['negation', find(said, list.negation)],
    ['jargon', find([said, ...choices].join(' · '), list.jargon)],
    ['long', wordsOf(said).length > list.mostWords ? String(wordsOf(said).length) : undefined],
    [
      'hard',
      wordsOf(said)
        .flatMap((word) => word.split('-'))
        .find((word) => word.length > list.longWord),
    ],
    ['scale', mismatch(kind, said, list)],
    ['skip-twice', choices.find((choice) => find(choice, list.skip))],
    ['no-way-out', lacksWayOut(kind, choices, list) ? (choices.at(-1) ?? '') : undefined],
    ['identity', find(said, list.identity)],
    ['names', find(said, list.names)],
  ];
  return findings.flatMap(([code, found]) => (found === undefined ? [] : [{ language, code, found }]));
}

/** A whole word or words; accents count as letters. */
function pattern(source: string, flags = 'iu'): RegExp {
  return new RegExp(`(?<!\\p{L})(?:${source})(?!\\p{L})`, flags);
}

const find = (text: string, source: string): string | undefined => pattern(source).exec(text)?.[0];

/** An agree scale wants a statement, every other kind a question or a request. */
function mismatch(kind: Kind, text: string, { statement }: List): string | undefined {
  const asks = text.trim().endsWith('?');
  if (kind === 'agree') return asks ? '?' : undefined;
  return asks ? undefined : new RegExp(`^(?:${statement})(?!\\p{L})`, 'iu').exec(text.trim())?.[0];
}

/** With a long list, or two or three answers that exclude each other, nobody misses "something else". */
function lacksWayOut(kind: Kind, choices: readonly string[], { other }: List): boolean {
  if (kind !== 'several' || choices.length < 3 || choices.length >= 10) return false;
  return !choices.some((choice) => find(choice, other) !== undefined);
}

export function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{N}][\p{L}\p{N}'’·:-]*/gu) ?? [];
}

/**
 * How hard texts are to read: LIX (Björnsson 1968), words per sentence and the percentage of words of more than six letters
 * together. Under 40 is read easily by most; the measure is the same in every language, and long in German for its long words.
 */
export function lixOf(texts: readonly string[]): number {
  const words = texts.flatMap(wordsOf);
  const sentences = texts.reduce((sum, text) => sum + Math.max(1, text.match(/[.!?:](?=\s|$)/gu)?.length ?? 0), 0);
  const long = words.filter((word) => word.replaceAll(/[^\p{L}]/gu, '').length > 6).length;
  return words.length / sentences + (100 * long) / words.length;
}
