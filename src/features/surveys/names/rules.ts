/**
 * Finds what may say who somebody is: names of the directory, and more strictly of those who took part, mail addresses, telephone
 * numbers, places. It errs on the side of asking: whoever writes can say that a word is no name.
 */
import { folded } from '../../../platform/words.ts';
import type { Found } from './model.ts';

export interface Named {
  readonly name: string;
  readonly givenName?: string | undefined;
}

export interface Known {
  /** Everybody: their names count where they are written as names. */
  readonly people: readonly Named[];
  /** Those who took part: each of their names counts, however it is written. */
  readonly close: readonly Named[];
  /** Sites; empty where places may stand. */
  readonly places: readonly string[];
}

/** Names that are words as well: alone, and at the beginning of a sentence, they are taken for the word. */
const alsoWords = new Set(
  (
    'an al ali ben bo can da de del den der des di dirk do door du een el eva eve for gut han hans hoe i ik il in is ja je ' +
    'jo la le les ma mai mark may me mei min mit na ne no nu o of om on op par per pour rose si so son sonny su ta te ten ter ' +
    'to toe tu un une van ver vom von vor war was we will wim with wo y zo zu'
  ).split(' '),
);

const mail = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu;
/** Nine digits or more, or a plus sign before them: a year, an hour or an amount is shorter. */
const phone = /(?<![\p{L}\p{N}])(?:\+|00)?\d(?:[\s./()-]{0,2}\d){8,14}(?![\p{L}\p{N}])/gu;
const word = /\p{L}[\p{L}\p{M}'’-]*/gu;

interface Token {
  readonly text: string;
  readonly key: string;
  readonly start: number;
  readonly end: number;
  readonly isCapital: boolean;
  /** It begins a sentence, where every word is written with a capital. */
  readonly isFirst: boolean;
}

/** What was found, in the order of the text, without what somebody said is no name. */
export function findNames(text: string, known: Known, notNames: readonly string[] = []): Found[] {
  const allowed = new Set(notNames.map(folded));
  const found = [
    ...matchesOf(text, mail, 'mail'),
    ...matchesOf(text, phone, 'phone'),
    ...placesIn(text, known.places),
    ...peopleIn(text, known),
  ];
  const inOrder = found.toSorted((a, b) => a.start - b.start || b.end - a.end);
  const kept: Found[] = [];
  for (const one of inOrder) if (one.start >= (kept.at(-1)?.end ?? 0)) kept.push(one);
  // An address or a number is never "no name".
  return kept.filter(({ kind, words }) => kind === 'mail' || kind === 'phone' || !allowed.has(folded(words)));
}

function matchesOf(text: string, pattern: RegExp, kind: Found['kind']): Found[] {
  return [...text.matchAll(pattern)].map((one) => ({
    ...{ kind, words: one[0], start: one.index, end: one.index + one[0].length },
  }));
}

function placesIn(text: string, places: readonly string[]): Found[] {
  const known = new Set(places.map(folded));
  const tokens = tokensOf(text);
  return tokens.flatMap((one, at) => {
    const two = tokens[at + 1];
    const isTwo = two !== undefined && known.has(`${one.key} ${two.key}`);
    if (!isTwo && !known.has(one.key)) return [];
    const end = isTwo ? two.end : one.end;
    return [{ kind: 'place' as const, words: text.slice(one.start, end), start: one.start, end }];
  });
}

function peopleIn(text: string, { people, close }: Known): Found[] {
  const [all, near] = [partsOf(people), partsOf(close)];
  const tokens = tokensOf(text);
  const found: Found[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const length = lengthOfName(tokens, at, all, near);
    const last = tokens[at + length - 1];
    const first = tokens[at];
    if (length === 0 || !first || !last) continue;
    const { start } = first;
    found.push({ kind: 'person', words: text.slice(start, last.end), start, end: last.end });
    at += length - 1;
  }
  return found;
}

interface Parts {
  readonly given: ReadonlySet<string>;
  readonly family: ReadonlySet<string>;
  readonly whole: ReadonlySet<string>;
  /** Words in the longest name. */
  readonly longest: number;
}

function partsOf(people: readonly Named[]): Parts {
  const [given, family, whole] = [new Set<string>(), new Set<string>(), new Set<string>()];
  let longest = 0;
  for (const { name, givenName } of people) {
    const words = keysIn(name);
    whole.add(words.join(' '));
    longest = Math.max(longest, words.length);
    const own = keysIn(givenName ?? words[0] ?? '');
    for (const one of own) given.add(one);
    for (const one of words) if (!own.includes(one)) family.add(one);
  }
  return { given, family, whole, longest };
}

const keysIn = (text: string): string[] => tokensOf(text).map(({ key }) => key);

/** How many words from here on are a name; none is 0. The longest counts. */
function lengthOfName(tokens: readonly Token[], at: number, all: Parts, near: Parts): number {
  for (let length = Math.min(Math.max(all.longest, near.longest), tokens.length - at); length > 1; length -= 1) {
    const key = tokens
      .slice(at, at + length)
      .map((one) => one.key)
      .join(' ');
    if (all.whole.has(key) || near.whole.has(key)) return length;
  }
  const [one, next] = [tokens[at], tokens[at + 1]];
  if (!one) return 0;
  const isPair = next !== undefined && all.given.has(one.key) && all.family.has(next.key);
  if (isPair && one.isCapital && next.isCapital && !alsoWords.has(next.key)) return 2;
  return isNameAlone(one, all, near) ? 1 : 0;
}

function isNameAlone({ key, isCapital, isFirst }: Token, all: Parts, near: Parts): boolean {
  const isWord = alsoWords.has(key) || key.length < 2;
  if (near.given.has(key) || near.family.has(key)) return !isWord || (isCapital && !isFirst);
  if (!isCapital || (isWord && isFirst) || key.length < 2) return false;
  if (all.given.has(key)) return !isWord || !isFirst;
  return all.family.has(key) && !isWord && !isFirst;
}

function tokensOf(text: string): Token[] {
  return [...text.matchAll(word)].map((one) => {
    const before = text.slice(0, one.index).trimEnd();
    const bare = one[0].replace(/['’]s?$/u, '');
    return {
      ...{ text: bare, key: folded(bare), start: one.index, end: one.index + bare.length },
      isCapital: /^\p{Lu}/u.test(bare),
      isFirst: before === '' || /[.!?:…\n"“«-]$/u.test(before),
    };
  });
}
