/**
 * Names of people: of the two who tell, of the directory, of given names by the list, after a title or a word for a person, and capitals
 * where the language has none. A name that is a word as well counts where its place says that it is one.
 */
import type { Language } from '../../../../platform/words.ts';
import type { Directory } from '../directory/rules.ts';
import { isCalm, isCommonName, isPeople, isTown, isUsual, isWordToo, nicknames } from '../lists/rules.ts';
import type { Reason } from '../model.ts';
import { withoutGenitive, type Word } from '../reading/rules.ts';
import { article, isActing, isForeign, isPlainName, isSpeaking, isTitled } from './around/rules.ts';
import { isNoun } from './german/rules.ts';
import { called, famous, headsIn, isFamily, isGiven, isWord, nicknamesOf, particles, titles } from './beside/rules.ts';

/** Somebody whose every name counts: one of the two, or a manager of theirs. */
export interface Close {
  readonly parts: readonly string[];
  readonly why: Extract<Reason, 'own-name' | 'partner-name' | 'manager-name'>;
}

export interface NameFacts {
  readonly directory: Pick<Directory, 'given' | 'family' | 'titleWords'>;
  readonly close: readonly Close[];
  /** Words of the organisation and the programme, which are nobody. */
  readonly calm: ReadonlySet<string>;
}

export type NameWhy = Extract<Reason, 'own-name' | 'partner-name' | 'manager-name' | 'person' | 'perhaps-name'>;

/** Words of one name, with the word for a person or the title before it. */
export interface NameSpan {
  readonly from: number;
  readonly to: number;
  readonly why: NameWhy;
  /** Where the word for a person begins, with its possessive: what is left when the name goes. */
  readonly head?: number;
  readonly hasTitle: boolean;
}

interface Known {
  readonly close: ReadonlyMap<string, Close['why']>;
  readonly facts: NameFacts;
  readonly language: Language;
  readonly heads: ReadonlyMap<number, number>;
  readonly nicks: ReadonlySet<string>;
}

export function namesIn(words: readonly Word[], language: Language, facts: NameFacts): NameSpan[] {
  const known: Known = {
    close: closeOf(facts.close),
    facts,
    language,
    heads: headsIn(words, language),
    nicks: nicknamesOf(words),
  };
  const spans: NameSpan[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const why = whyAt(words, at, known);
    if (why === undefined) continue;
    const to = endOfName(words, at, known);
    const all = words.slice(at, to + 1);
    const whole = all.map(({ key }) => key).join(' ');
    const own = all.flatMap(({ key }) => closeWhy(key, known) ?? [])[0];
    if (!famous.has(whole)) spans.push(spanOf(words, at, to, own ?? why, known));
    at = to;
  }
  return spans;
}

function closeOf(all: readonly Close[]): Map<string, Close['why']> {
  const parts = all.flatMap(({ parts, why }) => parts.map((part): [string, Close['why']] => [part, why]));
  return new Map(parts.filter(([part]) => !particles.has(part)).toReversed());
}

function closeWhy(key: string, { close }: Known): Close['why'] | undefined {
  for (const one of withoutGenitive(key)) {
    const direct = close.get(one) ?? nicknames.get(one)?.flatMap((name) => close.get(name) ?? [])[0];
    if (direct) return direct;
  }
  return undefined;
}

function spanOf(words: readonly Word[], at: number, to: number, why: NameWhy, { heads: all }: Known): NameSpan {
  let from = at;
  while (from > 0 && !words[from]!.isCut && isTitle(words, from - 1)) from -= 1;
  const hasTitle = from < at;
  const first = words[from]!;
  const head = from > 0 && /^,? $/u.test(first.gap) ? all.get(from - 1) : undefined;
  return { from, to, why, hasTitle, ...(head === undefined ? {} : { head }) };
}

function isTitle(words: readonly Word[], at: number): boolean {
  const word = words[at]!;
  if (!titles.has(word.key)) return false;
  return word.key.length > 2 || word.isCapital || word.key === 'dr';
}

/** Why a name begins here; nothing where none does. */
function whyAt(words: readonly Word[], at: number, known: Known): NameWhy | undefined {
  const word = words[at]!;
  const { key } = word;
  const { language, facts } = known;
  if (key.length < 2 || /\d/.test(key) || particles.has(key))
    return isTitledParticle(words, at) ? 'person' : initialAt(words, at, known);
  const own = closeWhy(key, known);
  if (own !== undefined && isOwnHere(words, at, known)) return own;
  if (facts.calm.has(key) || isPeople(key, language)) return undefined;
  if (word.isCapital && known.nicks.has(key)) return 'perhaps-name';
  const before = word.isCut ? undefined : words[at - 1];
  if (word.isCapital && before && isTitle(words, at - 1) && isAfterTitle(words, at, known)) return 'person';
  if (isCalm(key, language)) return undefined;
  if (isAfterHead(words, at, known) || (before && called.test(before.key) && isNameLike(words, at, known)))
    return 'person';
  if (!word.isCapital)
    return word.isPlain === true && !countsAsNoun(key, known) && isPlainName(words, at, known) ? 'person' : undefined;
  if (word.isShout && (key.length <= 5 || isUsual(key, language)) && !isCommonName(key)) return undefined;
  return word.isFirst
    ? firstAt(words, at, known)
    : language === 'de'
      ? germanAt(words, at, known)
      : insideAt(words, at, known);
}

/** "Frau De Smedt". */
function isTitledParticle(words: readonly Word[], at: number): boolean {
  const [word, next] = [words[at]!, words[at + 1]];
  return (
    word.isCapital &&
    !word.isCut &&
    at > 0 &&
    isTitle(words, at - 1) &&
    next?.isCapital === true &&
    next.gap.length === 1
  );
}

/** Of those who tell each part counts, also in small letters where it is no word. */
function isOwnHere(words: readonly Word[], at: number, known: Known): boolean {
  const { key, isCapital, isFirst } = words[at]!;
  const isAlsoWord = isWord(key, known) || countsAsNoun(key, known);
  if (!isAlsoWord) return isCapital || key.length > 3;
  if (!isCapital) return false;
  return (!isFirst && known.language !== 'de') || isBesideName(words, at, known);
}

const countsAsNoun = (key: string, { language }: Known): boolean =>
  language === 'de' && isNoun(key) && !isCommonName(key);

function isBesideName(words: readonly Word[], at: number, known: Known): boolean {
  const [before, after] = [words[at - 1], words[at + 1]];
  const isName = (one: Word | undefined): boolean =>
    one !== undefined && one.isCapital && (closeWhy(one.key, known) !== undefined || isGiven(one.key, known));
  return (isName(before) && /^[ -]$/.test(words[at]!.gap)) || (isName(after) && /^[ -]$/.test(after?.gap ?? ''));
}

/** "A. Peeters", "J.-P. Dubois". */
function initialAt(words: readonly Word[], at: number, known: Known): NameWhy | undefined {
  const [word, next] = [words[at]!, words[at + 1]];
  if (!/^\p{Lu}$/u.test(word.text) || !next || !/^\.[ -]?$/.test(next.gap)) return undefined;
  if (/^\p{Ll}$/u.test(words[at - 1]?.text ?? '')) return undefined;
  if (/^\p{Lu}$/u.test(next.text)) return initialAt(words, at + 1, known);
  return next.isCapital && next.key.length > 1 && (!isUsual(next.key, known.language) || isFamily(next.key, known))
    ? 'person'
    : undefined;
}

function isAfterTitle(words: readonly Word[], at: number, known: Known): boolean {
  const { key } = words[at]!;
  const [title, before] = [words[at - 1]!, words[at - 2]?.key ?? ''];
  if (isCalm(key, known.language) && isUsual(key, known.language)) return false;
  if (known.language !== 'de') return !isUsual(key, known.language) || isFamily(key, known) || title.key.length < 5;
  if (isFamily(key, known) || isGiven(key, known) || !isNoun(key))
    return title.key !== 'frau' || !/^(?:jede|keine|eine|als|die|der)$/.test(before) || !isNoun(key);
  return (
    title.key !== 'frau' ||
    !/^(?:jede|keine|eine|als|die|der|meine|seine|dieser|diese|mit|junge|alte|von)$/.test(before)
  );
}

/** "My colleague Youssef", "mijn zoon tom". */
function isAfterHead(words: readonly Word[], at: number, known: Known): boolean {
  const word = words[at]!;
  if (word.isCut || !/^,? $/u.test(word.gap) || !known.heads.has(at - 1)) return false;
  const hasOwner = known.heads.get(at - 1) !== at - 1;
  if (word.gap !== ' ' && known.language === 'de' && !isGiven(word.key, known)) return false;
  if (!word.isCapital)
    return (
      hasOwner &&
      word.key.length > 2 &&
      (isCommonName(word.key) || known.facts.directory.given.has(word.key)) &&
      !isWord(word.key, known)
    );
  return isNameLike(words, at, known);
}

/** A capital that is no usual word here. */
function isNameLike(words: readonly Word[], at: number, known: Known): boolean {
  const { key, isCapital, isShout } = words[at]!;
  if (
    !isCapital ||
    (isShout && key.length < 5) ||
    known.facts.calm.has(key) ||
    known.facts.directory.titleWords.has(key)
  )
    return false;
  if (isPeople(key, known.language) || isCalm(key, known.language)) return false;
  if (known.language === 'de')
    return (isGiven(key, known) && !isWordToo(key, 'de') && !(isNoun(key) && !isCommonName(key))) || !isNoun(key);
  return isGiven(key, known) || !isUsual(key, known.language);
}

/** At the begin of a sentence the capital says nothing. */
function firstAt(words: readonly Word[], at: number, known: Known): NameWhy | undefined {
  const { key } = words[at]!;
  const next = words[at + 1];
  const isNext = next !== undefined && next.isCapital && !next.isCut && /^[ -]$/.test(next.gap) && !next.isShout;
  const isNextName =
    isNext &&
    known.language !== 'de' &&
    !isCalm(next.key, known.language) &&
    !known.facts.directory.titleWords.has(next.key);
  const isNextFamily = isNext && isFamily(next.key, known) && (known.language !== 'de' || !isUsual(next.key, 'de'));
  if (isGiven(key, known)) {
    if (!isWord(key, known) && !countsAsNoun(key, known)) return 'person';
    if (isNextFamily || (isNextName && key.length > 3 && isUnknown(next.key, known))) return 'person';
    return undefined;
  }
  if (isUsual(key, known.language) || countsAsNoun(key, known) || known.facts.directory.titleWords.has(key))
    return undefined;
  if (isFamily(key, known) && key.length > 3) return 'person';
  if (known.language === 'de' && isForeign(words[at]!.text)) return 'perhaps-name';
  if (next && key.length > 2 && isActing(next, known.language)) return 'perhaps-name';
  return isNextFamily && isNextName ? 'perhaps-name' : undefined;
}

const isUnknown = (key: string, { language }: Known): boolean =>
  !isUsual(key, language) && !isPeople(key, language) && !isTown(key) && !isCalm(key, language);

/** Within a sentence, where words have no capital. */
function insideAt(words: readonly Word[], at: number, known: Known): NameWhy | undefined {
  const { key, isShout } = words[at]!;
  const { titleWords } = known.facts.directory;
  if (isGiven(key, known) && (!isUsual(key, known.language) || !isTitled(words, at)))
    return titleWords.has(key) ? undefined : 'person';
  if (titleWords.has(key) || isTitled(words, at)) return undefined;
  if (isFamily(key, known) && !(isShout && key.length < 5)) return 'person';
  return isUsual(key, known.language) ? undefined : 'perhaps-name';
}

/** German writes every noun with a capital: a name is what the lists say, or what no noun can be. */
function germanAt(words: readonly Word[], at: number, known: Known): NameWhy | undefined {
  const { key, text } = words[at]!;
  const before = words[at - 1]?.key ?? '';
  if (known.facts.directory.titleWords.has(key)) return undefined;
  if (isGiven(key, known) && !isWordToo(key, 'de') && (isCommonName(key) || !isNoun(key))) return 'person';
  const next = words[at + 1];
  const isNextFamily = next !== undefined && next.isCapital && next.gap === ' ' && isFamily(next.key, known);
  if (isGiven(key, known) && isNextFamily && !article.test(before)) return 'person';
  if (article.test(before) || /e[nrsm]?$/.test(before)) return undefined;
  if (isFamily(key, known) && !isNoun(key)) return 'person';
  if (next && key.length > 2 && !isNoun(key) && isSpeaking(next)) return 'perhaps-name';
  return isForeign(text) && !isNoun(key) ? 'perhaps-name' : undefined;
}

/** The last word of a name that begins here: given names, particles, family names. */
function endOfName(words: readonly Word[], at: number, known: Known): number {
  let [end, next] = [at, at + 1];
  while (words[next] && next - end <= 3) {
    const word = words[next]!;
    const isInitial = word.text.length === 1 && word.isCapital && (words[next + 1]?.gap.startsWith('.') ?? false);
    const isJoined =
      /^(?: |-|\. ?|[’'])$/u.test(word.gap) && (!word.gap.startsWith('.') || words[next - 1]!.text.length === 1);
    if (!isJoined || word.isCut) break;
    if (particles.has(word.key) && next - end < 3 && !(word.key.length === 1 && word.gap === ' ')) {
      next += 1;
      continue;
    }
    if (!isInitial && !goesOn(word, known)) break;
    end = next;
    next += 1;
  }
  return end;
}

function goesOn(word: Word, known: Known): boolean {
  const { key, isCapital, isShout } = word;
  if (!isCapital || key.length < 2) return false;
  if (known.facts.calm.has(key) || isCalm(key, known.language) || isPeople(key, known.language)) return false;
  if (isShout && key.length <= 4) return false;
  if (isFamily(key, known)) return known.language !== 'de' || !isNoun(key) || known.facts.directory.family.has(key);
  if (known.language === 'de') return !isNoun(key);
  return !known.facts.directory.titleWords.has(key);
}
