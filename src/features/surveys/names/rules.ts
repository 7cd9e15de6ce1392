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
  /** Sites. */
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

/** French and Dutch leave a vowel out before a name: d’Alice, qu’Alice, l’Annecy. */
const elided = /^(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu)['’](?=\p{L})/iu;

interface Token {
  readonly key: string;
  readonly start: number;
  readonly end: number;
  readonly isCapital: boolean;
  /** It begins a sentence, where every word is written with a capital. */
  readonly isFirst: boolean;
}

export interface Looking {
  /** What somebody said is no name. */
  readonly notNames?: readonly string[];
  /** Whether places are looked for as well; they are unless this says no. */
  readonly places?: boolean;
}

/** For many texts: names are taken apart once. What it finds stands in the order of the text. */
export function nameFinder({ people, close, places }: Known): (text: string, looking?: Looking) => Found[] {
  const [all, near, sites] = [partsOf(people), partsOf(close), new Set(places.map(folded))];
  return (text, { notNames = [], places: withPlaces = true } = {}) => {
    const tokens = tokensOf(text);
    const found = [
      ...matchesOf(text, mail, 'mail'),
      ...matchesOf(text, phone, 'phone'),
      ...(withPlaces ? placesIn(text, tokens, sites) : []),
      ...peopleIn(text, tokens, { all, near }),
    ];
    return withoutAllowed(found, new Set(notNames.map(folded)));
  };
}

function withoutAllowed(found: readonly Found[], allowed: ReadonlySet<string>): Found[] {
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

function placesIn(text: string, tokens: readonly Token[], known: ReadonlySet<string>): Found[] {
  return tokens.flatMap((one, at) => {
    const two = tokens[at + 1];
    const isTwo = two !== undefined && known.has(`${one.key} ${two.key}`);
    if (!isTwo && !known.has(one.key)) return [];
    const end = isTwo ? two.end : one.end;
    return [{ kind: 'place' as const, words: text.slice(one.start, end), start: one.start, end }];
  });
}

function peopleIn(
  text: string,
  tokens: readonly Token[],
  known: { readonly all: Parts; readonly near: Parts },
): Found[] {
  const bare = tokens.map((one) => withoutElision(text, one));
  const found: Found[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const whole = lengthOfName(tokens, at, known.all, known.near);
    const length = whole > 0 ? whole : lengthOfName([bare[at]!, ...tokens.slice(at + 1)], 0, known.all, known.near);
    const last = tokens[at + length - 1];
    const first = whole > 0 ? tokens[at] : bare[at];
    if (length === 0 || !first || !last) continue;
    const { start } = first;
    found.push({ kind: 'person', words: text.slice(start, last.end), start, end: last.end });
    at += length - 1;
  }
  return found;
}

/** D'Hondt is a name; of d'Alice the rest may be one. */
function withoutElision(text: string, one: Token): Token {
  const short = elided.exec(text.slice(one.start, one.end))?.[0];
  if (short === undefined) return one;
  const start = one.start + short.length;
  const rest = text.slice(start, one.end);
  return { ...one, key: folded(rest), start, isCapital: /^\p{Lu}/u.test(rest), isFirst: false };
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
      ...{ key: folded(bare), start: one.index, end: one.index + bare.length },
      isCapital: /^\p{Lu}/u.test(bare),
      isFirst: before === '' || /[.!?:…\n"“«-]$/u.test(before),
    };
  });
}
