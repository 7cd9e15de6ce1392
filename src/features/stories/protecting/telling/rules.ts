/**
 * What is true of few: the only one, the first, an age, a rare role, a small team. And what is private: of oneself, which may be told and
 * cannot be taken back, and of somebody else, who was not asked.
 */
import type { Language } from '../../../../platform/words.ts';
import { privatePlaces } from '../../../training/coach/filter/rules.ts';
import instead from '../content/instead.json' with { type: 'json' };
import { isPeople, lists } from '../lists/rules.ts';
import type { Spot } from '../model.ts';
import { phraseFinder, type PhraseFinder, type Span } from '../phrases/rules.ts';
import type { Word } from '../reading/rules.ts';
import type { Draft, TellingFacts } from './model.ts';
import { livesIn } from './lives/rules.ts';
import { leadersIn, organisationIn } from './organisation/rules.ts';

type Unique = keyof (typeof lists)['en']['unique'];
const uniques = [
  'only',
  'first',
  'most',
  'founder',
  'award',
  'age',
  'children',
  'tenure',
  'role',
  'language',
] as const satisfies readonly Unique[];

interface Finders {
  readonly unique: Readonly<Record<Unique, PhraseFinder>>;
  readonly team: PhraseFinder;
  readonly event: PhraseFinder;
  readonly family: PhraseFinder;
  readonly about: PhraseFinder;
  readonly who: PhraseFinder;
  readonly what: PhraseFinder;
  readonly notPrivate: ReadonlySet<string>;
  /** Numbers that an age may be. */
  readonly age: PhraseFinder;
}

const made = new Map<Language, Finders>();

function findersFor(language: Language): Finders {
  const known = made.get(language);
  if (known) return known;
  const list = lists[language];
  // A people is looked up by its key: hundreds of them in one phrase would be slow.
  const finder = (line: string): PhraseFinder => phraseFinder(line.replace('{people}; ', ''), list.words);
  const unique = Object.fromEntries(uniques.map((why) => [why, finder(list.unique[why])])) as Record<
    Unique,
    PhraseFinder
  >;
  const next: Finders = {
    ...{ unique, team: finder(list.group.team), event: finder(list.date.birthday), family: finder(list.family) },
    ...{ about: finder(list.others.joined), who: finder(whose[language]), what: finder(`(${list.others.what})`) },
    notPrivate: new Set(list.notSensitive.split(' ')),
    age: finder('{tens}'),
  };
  made.set(language, next);
  return next;
}

/** Somebody who is not the one who tells. */
const whose: Readonly<Record<Language, string>> = {
  nl: '(mijn|onze|haar|zijn|hun|m n|ons) ~ ({role}|{kin}); (hij|zij|ze); (een|de|die|deze) ~ ({role})',
  fr: '(mon|ma|mes|notre|son|sa|ses|leur|nos) ~ ({role}|{kin}); (il|elle|ils|elles); (un|une|le|la|l|cette|ce) ~ ({role})',
  de: '(mein*|unser*|sein*|ihr|ihre|ihren) ~ ({role}|{kin}); (er|sie); (ein|eine|der|die) ~ ({role})',
  en: '(my|our|her|his|their) ~ ({role}|{kin}); (he|she); (a|the) ~ ({role})',
};
/** Of oneself: what stands behind these is no longer said of somebody else. */
const self: Readonly<Record<Language, RegExp>> = {
  nl: /^(?:ik|mij|me|wij|we)$/,
  fr: /^(?:je|j|moi|nous|me|m)$/,
  de: /^(?:ich|mir|mich|wir)$/,
  en: /^(?:i|me|myself|we)$/,
};
const widest = 9;

export function tellingIn(words: readonly Word[], language: Language, facts: TellingFacts): Spot[] {
  const find = findersFor(language);
  const drafts: Draft[] = [
    ...uniques.flatMap((why) =>
      find.unique[why](words)
        .filter(({ from }) => !isDenied(words, from) && !isAnyone(words, from))
        .filter((span) => why !== 'first' || !isOfWords(words, span))
        .map((span) => uniqueOf(words, span, why, language)),
    ),
    ...peopleIn(words, language),
    ...find
      .event(words)
      .map((span): Draft => ({ kind: 'date', why: 'event', span, instead: [instead[language].date.event] })),
    ...find
      .team(words)
      .map((span): Draft => ({ kind: 'small-group', why: 'team', span, instead: [instead[language].group.team] })),
    ...livesIn(words, language).filter(({ kind, span }) => kind !== 'unique' || !isAnyone(words, span.from)),
    ...organisationIn(words, language, facts),
    ...leadersIn(words, language, facts.directory),
    ...othersIn(words, language),
    ...find.family(words).map((span): Draft => ({ kind: 'sensitive', why: 'family', span, instead: [] })),
    ...privatePlaces(words, language)
      .filter(({ from, to }) => !words.slice(from, to + 1).every(({ key }) => find.notPrivate.has(key)))
      .map(({ kind, from, to }): Draft => ({ kind: 'sensitive', why: kind, span: { from, to }, instead: [] })),
  ];
  return drafts.map((one) => spotOf(words, { ...one, span: whole(words, one.span) }));
}

const joining =
  /^(?:of|the|van|de|het|du|des|d|der|dem|den|von|vom|la|l|le|les|in|im|en|au|a|an|dans|our|onze|unser\w*|notre)$/;

/** "Directrice des" goes on to what she leads. */
function whole(words: readonly Word[], { from, to }: Span): Span {
  let end = to;
  while (joining.test(words[end]!.key) && end > from && words[end + 1] && !words[end + 1]!.isCut && end - to < 3)
    end += 1;
  return { from, to: end };
}

function spotOf(words: readonly Word[], { kind, why, span, instead: other }: Draft): Spot {
  return { kind, why, from: words[span.from]!.start, to: words[span.to]!.end, instead: other };
}

const denial = /^(?:not|niet|pas|nicht|never|nooit|jamais|nie|t|geen|kein\w*)$/;

/** "Not the only one": two words before at most, within the sentence. */
function isDenied(words: readonly Word[], from: number): boolean {
  if (words.slice(from, from + 3).some(({ key }) => denial.test(key))) return true;
  for (let at = from - 1; at >= Math.max(0, from - 2); at -= 1) {
    if (words[at + 1]!.isCut) return false;
    if (denial.test(words[at]!.key)) return true;
  }
  return false;
}

/** "Every engineer", "chaque boulanger": nobody in particular. */
const anyone = /^(?:every|each|an[y]|like|elke?|ieder|iedere|zoals|chaque|tout|toute|comme|tel|jede[nmrs]?|wie)$/;
const isAnyone = (words: readonly Word[], from: number): boolean =>
  [words[from - 1], words[from - 2]].some(
    (one, at) =>
      one !== undefined &&
      (at === 0
        ? anyone.test(one.key) && one.key !== 'comme'
        : /^(?:like|zoals|comme|wie)$/.test(one.key) && /^(?:an?|een|une?|eine?)$/.test(words[from - 1]?.key ?? '')),
  );

/** "The first who asked" did what anybody could. */
const doing =
  /^(?:asked|said|told|listened|understood|believed|noticed|smiled|saw|vroeg|zei|luisterde|begreep|geloofde|zag|demande|dit|ecoute|compris|cru|vu|fragte|sagte|zuhorte|verstand|glaubte|sah|gefragt|gesagt)$/;
const isOfWords = (words: readonly Word[], { from, to }: Span): boolean =>
  words.slice(from + 2, to + 4).some(({ key, isCut }) => !isCut && doing.test(key));

const opening = /^(?:the|de|het|la|le|l|die|der|das|den|dem|als|as|comme)$/;

const speaking = /^(?:i|am|m|was|became|ik|ben|werd|je|j|suis|etais|devenue|devenu|ich|bin|war|wurde)$/;

/** "I am the union representative", "I was the only woman": what stands there instead takes the place of what follows the verb. */
function afterVerb(words: readonly Word[], { from, to }: Span): Span {
  let begin = from;
  while (begin < to && speaking.test(words[begin]!.key)) begin += 1;
  return { from: begin, to };
}

function uniqueOf(words: readonly Word[], found: Span, why: Unique, language: Language): Draft {
  const span = why === 'role' || why === 'only' ? afterVerb(words, found) : found;
  const before = words[span.from - 1];
  const isOpened =
    before !== undefined && opening.test(before.key) && !words[span.from]!.isCut && why !== 'language' && why !== 'age';
  const whole = isOpened ? { from: span.from - 1, to: span.to } : span;
  const said =
    why === 'age' ? fromNumber(words, whole, language) : why === 'only' ? toNoun(words, whole, language) : whole;
  return { kind: 'unique', why, span: said, instead: uniqueInstead(words, said, why, language) };
}

/** "I am 58": the number alone, so that what stands there instead fits. */
function fromNumber(words: readonly Word[], { from, to }: Span, language: Language): Span {
  const own = words.slice(from, to + 1);
  const [number] = findersFor(language).age(own);
  if (!number) return { from, to };
  const end = own.findLastIndex(({ key }) => /^(?:ans|jaar|jahre|old|alt|oud|jarige|jahrige[rn]?)$/.test(key));
  return { from: from + number.from, to: end > number.from ? from + end : to };
}

const pluralsOf = (language: Language): Readonly<Record<string, string>> => instead[language].plurals;

/** "The only woman": with what there is only one of, where its plural is known. */
function toNoun(words: readonly Word[], { from, to }: Span, language: Language): Span {
  const next = words[to + 1];
  return { from, to: next && !next.isCut && pluralsOf(language)[next.text.toLowerCase()] !== undefined ? to + 1 : to };
}

/** After these words there is no noun to come. */
const noNoun =
  /^(?:who|that|with|in|on|at|from|of|here|there|and|but|die|dat|met|op|aan|bij|uit|van|hier|daar|en|maar|qui|que|avec|dans|a|sur|de|ici|et|mais|der|das|den|mit|im|am|an|auf|aus|von|und|aber)$/;

function uniqueInstead(words: readonly Word[], { from, to }: Span, why: Unique, language: Language): string[] {
  const { unique, few } = instead[language];
  if (why === 'language') return unique.language;
  if (why !== 'only') return [unique[why]];
  const own = words.slice(from, to + 1).flatMap(({ text }) => pluralsOf(language)[text.toLowerCase()] ?? [])[0];
  const next = words[to + 1];
  if (own === undefined && next && !next.isCut && !noNoun.test(next.key)) return [];
  const prefix = /^(?:als|as|comme)$/.test(words[from]!.key) && language !== 'de' ? `${words[from]!.text} ` : '';
  return [prefix + (own === undefined ? unique.only : few.replace('{who}', own))];
}

/** Peoples and languages that are not those of here; in Dutch and English they have a capital. */
function peopleIn(words: readonly Word[], language: Language): Draft[] {
  return words.flatMap(({ key, isCapital }, at): Draft[] => {
    if (!isPeople(key, language) || ((language === 'nl' || language === 'en') && !isCapital)) return [];
    return [
      { kind: 'unique', why: 'language', span: { from: at, to: at }, instead: instead[language].unique.language },
    ];
  });
}

/** Somebody else, and in the same sentence something about them that they would not have told. */
function othersIn(words: readonly Word[], language: Language): Draft[] {
  const { about, who, what } = findersFor(language);
  const subjects = who(words);
  const harms = what(words);
  const drafts = about(words).map((span): Draft => ({
    kind: 'others',
    why: 'about',
    span: afterSubject(span),
    instead: [instead[language].others],
  }));
  for (const harm of harms) {
    const subject = subjects.findLast(({ to }) => to < harm.from && harm.from - to <= widest);
    if (!subject) continue;
    const between = words.slice(subject.to + 1, harm.to + 1);
    if (between.some(({ isCut, key }) => isCut || self[language].test(key))) continue;
    // A pronoun alone needs what it says of them close by.
    if (subject.from === subject.to && harm.from - subject.to > 6) continue;
    drafts.push({
      kind: 'others',
      why: 'about',
      span: { from: subject.to + 1, to: harm.to },
      instead: [instead[language].others],
    });
  }
  return drafts;
}

/** The verb and what follows it: whose name or role it is stays as it is. */
const afterSubject = ({ from, to }: Span): Span => ({ from: Math.min(from + 2, to), to });
