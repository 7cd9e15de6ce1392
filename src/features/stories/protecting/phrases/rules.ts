/**
 * Finds phrases in words. A list is one line with `;` between phrases. In a phrase `*` stands for the rest of a word or, alone, for a word;
 * `(a|b)` for one of these, `(a b|c)` for several words or one; `{name}` for a list; `?` before a word that may be missing, `!` before one
 * that must not follow, `~` for up to two words, `^` for a word with a capital, also in brackets. No phrase goes over the end of a sentence.
 */
import type { Word } from '../reading/rules.ts';

export interface Span {
  /** First and last word. */
  readonly from: number;
  readonly to: number;
}

interface Step {
  readonly kind: 'one' | 'gap' | 'capital' | 'not';
  readonly isOptional: boolean;
  /** Ways of one to several words. */
  readonly ways: readonly (readonly RegExp[])[];
  /** Words that are written out, for a quick look. */
  readonly plain: ReadonlySet<string>;
  /** A word with a capital is one of the list. */
  readonly isCapitalToo?: boolean;
}

export type PhraseFinder = (words: readonly Word[]) => Span[];

/** `lists` are the texts of `{name}`. */
export function phraseFinder(line: string, lists: Readonly<Record<string, string>>): PhraseFinder {
  const phrases = partsOf(filled(line, lists), ';').map((phrase) => stepsOf(phrase));
  const [byWord, bySign, anywhere] = [new Map<string, Step[][]>(), new Map<string, Step[][]>(), [] as Step[][]];
  for (const steps of phrases) {
    const signs = signsOf(steps);
    if (!signs) {
      anywhere.push(steps);
      continue;
    }
    for (const word of steps[0]?.plain ?? []) push(byWord, word, steps);
    for (const sign of signs) push(bySign, sign, steps);
  }
  return (words) => {
    const spans: Span[] = [];
    for (let from = 0; from < words.length; from += 1) {
      const { key } = words[from]!;
      tryAll(byWord.get(key), words, from, spans);
      tryAll(bySign.get(key.charAt(0)), words, from, spans);
      tryAll(anywhere, words, from, spans);
    }
    return spans;
  };
}

function tryAll(phrases: readonly Step[][] | undefined, words: readonly Word[], from: number, spans: Span[]): void {
  if (!phrases) return;
  for (const steps of phrases) {
    const to = endOf(steps, 0, words, from, from);
    if (to !== undefined && to >= from) spans.push({ from, to });
  }
}

function push(map: Map<string, Step[][]>, key: string, steps: Step[]): void {
  const list = map.get(key);
  if (list) list.push(steps);
  else map.set(key, [steps]);
}

/** One in another at most three deep. */
function filled(line: string, lists: Readonly<Record<string, string>>): string {
  let text = line;
  for (let depth = 0; depth < 4 && text.includes('{'); depth += 1)
    text = text.replaceAll(/\{(\w+)\}/g, (_, name: string) => lists[name] ?? '');
  return text;
}

/** Split at a sign that stands in no brackets. */
function partsOf(text: string, sign: string): string[] {
  const parts: string[] = [''];
  let depth = 0;
  for (const one of text) {
    if (one === '(') depth += 1;
    if (one === ')') depth -= 1;
    if (one === sign && depth === 0) parts.push('');
    else parts[parts.length - 1] += one;
  }
  return parts.map((part) => part.trim()).filter((part) => part !== '');
}

/** A gap at the begin would only make it slow. */
const stepsOf = (phrase: string): Step[] => partsOf(phrase.replace(/^(?:~ )+/, ''), ' ').map(stepOf);

function stepOf(source: string): Step {
  const none = { ways: [], plain: new Set<string>() };
  const isOptional = source.startsWith('?');
  const isNot = source.startsWith('!');
  const word = isOptional || isNot ? source.slice(1) : source;
  if (word === '~') return { kind: 'gap', isOptional: true, ...none };
  if (word === '^') return { kind: 'capital', isOptional, ...none };
  // Of nested lists only the words matter; a bracket with more before or after it is part of a word.
  const isList = /^\(.*\)$/.test(word) && closes(word) === word.length - 1;
  const listed = isList ? flat(word) : [word];
  const plain = new Set(listed.filter((one) => /^[a-z\d]+$/.test(one)));
  const others = listed.filter((one) => !plain.has(one) && one !== '^');
  const ways = others.map((one) => one.split(' ').map(patternOf)).toSorted((a, b) => b.length - a.length);
  return { kind: isNot ? 'not' : 'one', isOptional, ways, plain, isCapitalToo: listed.includes('^') };
}

const patternOf = (word: string): RegExp => new RegExp(`^(?:${word.replaceAll('*', '.*')})$`, 'u');

/** Where the bracket that opens the text closes. */
function closes(text: string): number {
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === '(') depth += 1;
    if (text[at] === ')') depth -= 1;
    if (depth === 0) return at;
  }
  return text.length;
}

function flat(list: string): string[] {
  return partsOf(list.slice(1, -1), '|').flatMap((one) =>
    one.startsWith('(') && closes(one) === one.length - 1 ? flat(one) : [one],
  );
}

/** With which signs the first word can begin where it is no plain word; nothing where that cannot be said. */
function signsOf(steps: readonly Step[]): Set<string> | undefined {
  const [first] = steps;
  if (!first || first.kind !== 'one' || first.isOptional) return undefined;
  const signs = new Set<string>();
  for (const [way] of first.ways) {
    const begins = beginsOf(way?.source.slice('^(?:'.length) ?? '');
    if (!begins) return undefined;
    for (const sign of begins) signs.add(sign);
  }
  return signs;
}

const digits = '0123456789';

/** Of `[2-9]`, `\\d`, `(ein|zwei)und` and plain letters. */
function beginsOf(source: string): string[] | undefined {
  if (/^[a-z\d]/.test(source)) return [source.charAt(0)];
  if (source.startsWith('\\d')) return digits.split('');
  const range = /^\[(\d)-(\d)\]/.exec(source);
  if (range) return digits.slice(Number(range[1]), Number(range[2]) + 1).split('');
  const list = /^\(([a-z\d]+(?:\|[a-z\d]+)*)\)(?!\?)/.exec(source);
  return list?.[1]?.split('|').map((one) => one.charAt(0));
}

const widestGap = 2;

/** The last word of what begins at `start`; phrases are short, so each is followed a few steps only. */
function endOf(
  steps: readonly Step[],
  step: number,
  words: readonly Word[],
  at: number,
  start: number,
): number | undefined {
  const one = steps[step];
  if (!one) return at - 1;
  const word = words[at];
  const isHere = word !== undefined && (at === start || !word.isCut);
  if (one.kind === 'gap') return endAfterGap(steps, step, words, at, start);
  if (one.kind === 'not') {
    const isThere = isHere && (one.plain.has(word.key) || one.ways.some((way) => fits(way, words, at, start)));
    return isThere ? undefined : endOf(steps, step + 1, words, at, start);
  }
  if (isHere && one.kind === 'capital' && word.isCapital && !word.isFirst)
    return endOf(steps, step + 1, words, at + 1, start);
  const end = isHere && one.kind === 'one' ? endAfterOne(steps, step, words, at, start) : undefined;
  return end === undefined && one.isOptional ? endOf(steps, step + 1, words, at, start) : end;
}

function endAfterGap(
  steps: readonly Step[],
  step: number,
  words: readonly Word[],
  at: number,
  start: number,
): number | undefined {
  for (let gap = 0; gap <= widestGap; gap += 1) {
    const end = endOf(steps, step + 1, words, at + gap, start);
    if (end !== undefined) return end;
    const word = words[at + gap];
    if (!word || word.isCut) return undefined;
  }
  return undefined;
}

/** Ways of several words first. */
function endAfterOne(
  steps: readonly Step[],
  step: number,
  words: readonly Word[],
  at: number,
  start: number,
): number | undefined {
  const { ways, plain, isCapitalToo } = steps[step]!;
  for (const way of ways) {
    if (!fits(way, words, at, start)) continue;
    const end = endOf(steps, step + 1, words, at + way.length, start);
    if (end !== undefined) return end;
  }
  const { key, isCapital, isFirst } = words[at]!;
  return plain.has(key) || (isCapitalToo && isCapital && !isFirst)
    ? endOf(steps, step + 1, words, at + 1, start)
    : undefined;
}

function fits(way: readonly RegExp[], words: readonly Word[], at: number, start: number): boolean {
  for (let more = 0; more < way.length; more += 1) {
    const word = words[at + more];
    if (!word || (at + more !== start && word.isCut) || !way[more]!.test(word.key)) return false;
  }
  return true;
}
