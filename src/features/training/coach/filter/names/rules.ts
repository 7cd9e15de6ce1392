/**
 * Which words of a text are somebody's name: of the directory and of the list of given names however they are written, what stands after
 * a title, and capitals that neither our own texts nor the list of usual words know.
 */
import { languages, type Language } from '../../../../../platform/words.ts';
import givenNames from '../../content/given-names.json' with { type: 'json' };
import usual from '../../content/usual-words.json' with { type: 'json' };
import { keyOf, tokensIn, type Token } from '../../phrases/rules.ts';
import type { NameLists } from '../model.ts';

const given: ReadonlySet<string> = new Set(givenNames.names.split(' '));
/** Given names of many countries, some of which are words as well. */
export const widelyGiven = given;
const wordsOf = (text: string): ReadonlySet<string> => new Set(text.split(' ').map(keyOf));
const usualIn = (own: string): ReadonlySet<string> => wordsOf(`${own} ${usual.ambiguous}`);
const usualWords: Readonly<Record<Language, ReadonlySet<string>>> = {
  ...{ nl: usualIn(usual.nl), fr: usualIn(usual.fr), de: usualIn(usual.de), en: usualIn(usual.en) },
};
/** Without those that are names as well. */
const plainly: Readonly<Record<Language, ReadonlySet<string>>> = {
  ...{ nl: wordsOf(usual.nl), fr: wordsOf(usual.fr), de: wordsOf(usual.de), en: wordsOf(usual.en) },
};
const smallWords = wordsOf(usual.small);
/** Days, months and the like, which have a capital and are nobody. */
export const capitals = wordsOf(usual.capitals);
/** "Before June" is a month, also where somebody is called June. */
const beforeTimes = wordsOf(
  'before by in until till since next last this each every during early late im bis ab seit vor jeden nachsten',
);
const particles = wordsOf('van von der den de del di da dos du la le el al ter ten zu zur van’t o mc mac bin ibn ben');
const titles = wordsOf(
  'meneer mijnheer mevrouw mevr dhr mw juffrouw monsieur madame mademoiselle mme mlle m maitre herr herrn frau mr mrs ms miss sir ' +
    'dr dokter docteur doktor doctor prof professor professeur',
);
/** Whose somebody is, with the language of the word. */
const possessives: Readonly<Record<Language, ReadonlySet<string>>> = {
  nl: wordsOf('mijn m’n jouw je uw zijn haar ons onze hun'),
  fr: wordsOf('mon ma mes ton ta tes son sa ses notre nos votre vos leur leurs'),
  de: wordsOf(
    ['mein', 'dein', 'sein', 'ihr', 'unser', 'euer', 'eur']
      .flatMap((one) => ['', 'e', 'en', 'em', 'er', 'es'].map((end) => one + end))
      .join(' '),
  ),
  en: wordsOf('my your his her our their'),
};
/** Words for a person. */
const persons = wordsOf(
  'mentees mentors coach buddy boss baas bazin lead director directeur directrice direktor direktorin colleague supervisor ' +
    'supérieur supérieure responsable leidinggevende vorgesetzte vorgesetzten vorgesetzter assistant assistante assistent ' +
    'assistente assistentin coworker teammate partner partnerin partenaire friend vriend vriendin ami amie freund freundin ' +
    'binôme stagiair stagiaire praktikant praktikantin intern trainee client cliente klant kunde kundin customer neighbour ' +
    'buurman buurvrouw voisin voisine nachbar nachbarin brother sister broer zus frère sœur bruder schwester husband wife man ' +
    'vrouw mari femme frau mann son daughter zoon dochter fils fille sohn tochter',
);
/** And those that end longer words too: `teamleider`. */
const personEnd =
  /(?:mentee|mentor|mentoree?|mentorin|chef|cheffe|chefin|leider|leidster|leiter|leiterin|leader|manager|managerin|manageuse|collega|collegue|kollege|kollegen|kollegin)$/;
/** Nouns of German by their end, where something introduces them; alone a name may end so as well. */
const germanNoun =
  /(?:ung|ungen|heit|heiten|keit|keiten|schaft|schaften|ion|ionen|tat|taten|nis|nisse|ment|ments|ismus|anten|enten|ent|ant|ling|linge|tum|ie|ien|ik|iken|eur|eure|eurin|anz|enz|enzen|ur|uren|ing|ings|erin|erinnen|plan|plane|zeit|zeiten|arbeit|team|teams|gesprach|gesprache)$/;
/** Ends that no name has. */
const onlyNoun = /(?:keit|keiten|heit|heiten|schaft|schaften|tat|taten|ismus|ierung|ungen|ation|ationen)$/;

interface Word extends Token {
  readonly text: string;
  readonly isCapital: boolean;
  readonly isShout: boolean;
  /** It begins a sentence, where every word has a capital. */
  readonly isFirst: boolean;
}

export function namedTokens(text: string, language: Language, names: NameLists): Token[] {
  const words = tokensIn(text).map((token) => wordOf(text, token));
  const found = new Set<number>();
  for (const [at, one] of words.entries()) {
    const before = words[at - 1];
    if (
      isKnown(one, before, language, names) ||
      isAfterBare(words, at, names) ||
      isAfterTitle(one, before, language, names) ||
      isAfterPerson(words, at, language) ||
      isUnknown(words, at, language)
    )
      found.add(at);
  }
  for (const at of [...found].toSorted((a, b) => a - b)) goOn(words, at, { language, names, found });
  return [...found].toSorted((a, b) => a - b).map((at) => words[at]!);
}

function wordOf(text: string, token: Token): Word {
  const own = text.slice(token.start, token.end);
  const before = text.slice(0, token.start).trimEnd();
  return {
    ...{ ...token, text: own, isCapital: /^\p{Lu}/u.test(own) },
    isShout: own.length > 1 && own === own.toUpperCase(),
    isFirst: before === '' || /[.!?:…\n"“„«–-]$/u.test(before),
  };
}

/** Of the directory or the list of given names; a word that is usual counts with a capital only. */
function isKnown(one: Word, before: Word | undefined, language: Language, { given: own, family }: NameLists): boolean {
  const { key, isCapital, isFirst } = one;
  const isTime = capitals.has(key) && beforeTimes.has(before?.key ?? '');
  if (key.length < 2 || /^\d/.test(key)) return false;
  const keys = withoutGenitive(key);
  const isOwn = keys.some((name) => own.has(name));
  const isGiven = isOwn || keys.some((name) => given.has(name));
  if (!isGiven && !keys.some((name) => family.has(name))) return false;
  if (smallWords.has(key) || capitals.has(key)) return isCapital && !isFirst && isOwn && !isTime;
  // Of other languages' words those of the list may be meant; whoever is here is not taken for one.
  if (!isCapital) return !(isOwn ? [language] : languages).some((other) => usualWords[other].has(key));
  if (!usualWords[language].has(key)) return true;
  // A usual word with a capital: somebody here is called so, or it stands where words have none.
  return isOwn || (language !== 'de' && !isFirst);
}

/** Imanes, Toms. */
const withoutGenitive = (key: string): string[] =>
  key.length > 3 && key.endsWith('s') ? [key, key.slice(0, -1)] : [key];

const isUsual = (key: string, language: Language): boolean => usualWords[language].has(key) || smallWords.has(key);

function isAfterTitle(
  one: Word,
  before: Word | undefined,
  language: Language,
  { given: own, family }: NameLists,
): boolean {
  if (!before || !titles.has(before.key) || one.key.length < 2) return false;
  // `m’exercer` is no Monsieur Exercer.
  if (before.key === 'm' && !before.isCapital) return false;
  const isHere = withoutGenitive(one.key).some((name) => own.has(name) || family.has(name));
  return one.isCapital || isHere || !usualWords[language].has(one.key);
}

const bare = wordsOf(
  'mit und von bei an gegen ohne met en van bij aan tegen zonder avec et chez contre sans with and from against without',
);

/** "With Berg", "mit Van den Berg": a family name of the directory that nothing introduces as a thing. */
function isAfterBare(words: readonly Word[], at: number, { family }: NameLists): boolean {
  const one = words[at]!;
  let before = at - 1;
  while (words[before] && particles.has(words[before]!.key)) before -= 1;
  return one.isCapital && family.has(one.key) && bare.has(words[before]?.key ?? '');
}

function isUnknown(words: readonly Word[], at: number, language: Language): boolean {
  const one = words[at]!;
  if (!one.isCapital || one.key.length < 2 || capitals.has(one.key)) return false;
  if (one.isShout && one.key.length <= 4) return false;
  const isUsualHere = one.isFirst || language === 'de' ? isLike(one.key, language) : plainly[language].has(one.key);
  if (isUsualHere) return false;
  if (language !== 'de') return true;
  const isNoun = onlyNoun.test(one.key) || (germanNoun.test(one.key) && isIntroduced(words, at));
  return !isNoun && !isCompound(one.key);
}

/** Articles and the like, alone or at the end of a preposition. */
const introducing =
  /^(?:de[rmns]|die|das|des|(?:ein|kein|mein|dein|sein|ihr|unser|euer|eur|dies|jed|jen|welch|solch|manch)(?:e[nmrs]?)?|alle[nmr]?|viele?|mehr|weniger|etwas|im|am|zu[mr]|ins|ans|beim|vom|aufs|furs|ubers|ums|durchs)$/;

/** "Die Planung", "eine bessere Planung". */
function isIntroduced(words: readonly Word[], at: number): boolean {
  if (words[at]!.isFirst) return false;
  for (let before = at - 1; before >= Math.max(0, at - 3); before -= 1) {
    const one = words[before]!;
    if (introducing.test(one.key)) return true;
    if (one.isCapital || one.isFirst || !/e[nmrs]?$/.test(one.key)) return false;
  }
  return false;
}

/** "My mentee xiomara", "my new manager xiomara quispe": what no list knows after a word for a person. */
function isAfterPerson(words: readonly Word[], at: number, language: Language): boolean {
  const isPart = (place: number): boolean => {
    const owner = ownerBefore(words, place);
    return owner !== undefined && isStrange(words[place]!, owner, language);
  };
  return isPart(at) || (at > 0 && isPart(at - 1) && isStrange(words[at]!, ownerBefore(words, at - 1)!, language));
}

/** The language of the possessive, with one word for a person between, and perhaps one more. */
function ownerBefore(words: readonly Word[], at: number): Language | undefined {
  const person = words[at - 1]?.key ?? '';
  if (!persons.has(person) && !personEnd.test(person)) return undefined;
  const before = [words[at - 2], words[at - 3]].flatMap((one) => one?.key ?? []);
  return languages.find((one) => before.some((key) => possessives[one].has(key)));
}

function isStrange({ key, isFirst }: Word, owner: Language, language: Language): boolean {
  if (isFirst || key.length < 2 || /^\d/.test(key) || capitals.has(key) || particles.has(key)) return false;
  return !isLike(key, owner) && !isLike(key, language) && !languages.some((other) => isUsual(key, other));
}

/** A usual word, or a form of one: they share how they begin. */
function isLike(key: string, language: Language): boolean {
  if (isUsual(key, language)) return true;
  if (key.length < 5) return false;
  const begin = key.slice(0, Math.max(5, key.length - 3));
  beginnings[language] ??= new Set([...usualWords[language]].flatMap(beginningsOf));
  return beginnings[language].has(begin);
}

const beginnings: Partial<Record<Language, Set<string>>> = {};
const beginningsOf = (word: string): string[] =>
  Array.from({ length: Math.max(0, word.length - 4) }, (_, more) => word.slice(0, 5 + more));

/** Two German words that are written as one. */
function isCompound(key: string): boolean {
  for (let cut = 4; cut <= key.length - 4; cut += 1) {
    const [head, tail] = [key.slice(0, cut), key.slice(cut)];
    if (!isUsual(tail, 'de') && !isUsual(tail.replace(/(?:en|er|es|e|n|s)$/, ''), 'de')) continue;
    if (isUsual(head, 'de') || isUsual(head.replace(/(?:s|n|en|es)$/, ''), 'de')) return true;
  }
  return false;
}

interface Going {
  readonly language: Language;
  readonly names: NameLists;
  readonly found: Set<number>;
}

/** What follows a name with a capital belongs to it, also after `van` or `El`; and so does a family name of the directory however it is written. */
function goOn(words: readonly Word[], at: number, going: Going): void {
  const { language, names, found } = going;
  let next = at + 1;
  while (words[next] && particles.has(words[next]!.key) && next - at <= 3) next += 1;
  const one = words[next];
  if (!one || one.isFirst) return;
  const isFamily = withoutGenitive(one.key).some((name) => names.family.has(name)) && !smallWords.has(one.key);
  const isSpoken =
    capitals.has(one.key) || (language === 'de' && isLike(one.key, 'de')) || (one.isShout && one.key.length <= 4);
  if (!isFamily && (!one.isCapital || isSpoken)) return;
  for (let place = at + 1; place <= next; place += 1) found.add(place);
  goOn(words, next, going);
}
