/**
 * What in a text could tell who somebody is: lists and patterns in the language of the story, held against the directory. It finds and
 * proposes, and changes nothing. Lists miss what they do not hold. Not for the browser.
 */
import { idOf } from '../../../platform/ids.ts';
import { folded, type Language } from '../../../platform/words.ts';
import { contactsIn } from './contacts/rules.ts';
import { datesIn } from './dates/rules.ts';
import type { Directory } from './directory/rules.ts';
import { isCommonName, isGivenName, isTown, isUsual } from './lists/rules.ts';
import { readParts, withInstead, type Finding, type ReadPart, type Spot, type Texts } from './model.ts';
import { namesIn, type Close, type NameSpan } from './names/rules.ts';
import { placesIn } from './places/rules.ts';
import { projectsIn } from './projects/rules.ts';
import { wordsIn, type Word } from './reading/rules.ts';
import { nameSpot } from './replacing/rules.ts';
import { tellingIn } from './telling/rules.ts';
import instead from './content/instead.json' with { type: 'json' };

export interface Facts {
  readonly directory: Directory;
  readonly close: readonly Close[];
  /** Words of the organisation and the programme. */
  readonly calm: ReadonlySet<string>;
  readonly own: readonly { readonly department: string; readonly site: string }[];
  /** What the other of the two is. */
  readonly side: 'mentor' | 'mentee';
}

/** Groups below the number from which free text is told; a role of fewer than five. */
const fewest = 10;
const fewestOfRole = 5;
/** A country of fewer colleagues says where somebody is from. */
const fewestInCountry = 50;

/** All that is found in a text, in its order, none over another. */
export function spotsIn(text: string, language: Language, facts: Facts): Spot[] {
  const words = wordsIn(text);
  const { directory } = facts;
  const names = namesIn(words, language, facts).map((span) => nameOf(text, words, span, language, facts));
  const all = [
    ...contactsIn(text),
    ...names,
    ...datesIn(text, language),
    ...projectsIn(text, language),
    ...placesIn(text, words, language, { directory, fewest: fewestInCountry }),
    ...tellingIn(words, language, { directory, own: facts.own, fewest, fewestOfRole }),
  ];
  return apart(all).map((spot) => ({ ...spot, instead: spot.instead.map((one) => likeThere(text, spot, one)) }));
}

const before: Readonly<Record<'place' | 'group' | 'employer', Readonly<Record<Language, RegExp>>>> = {
  place: {
    nl: /^(?:in|te|uit|naar|vanuit|rond)$/,
    fr: /^(?:a|vers|depuis)$/,
    de: /^(?:in|aus|nach)$/,
    en: /^(?:in|from|near|to|around)$/,
  },
  group: {
    nl: /^(?:project|werkgroep|team|programma|ploeg|comite|netwerk|initiatief)$/,
    fr: /^(?:projet|equipe|groupe|comite|reseau|programme|initiative|chantier)$/,
    de: /^(?:projekt|arbeitsgruppe|team|programm|netzwerk|initiative)$/,
    en: /^(?:project|programme|program|team|committee|network|initiative|group)$/,
  },
  employer: { nl: /^(?:bij|voor)$/, fr: /^(?:chez|pour)$/, de: /^(?:bei)$/, en: /^(?:at|for|joined)$/ },
};

/** A capital that no list knows is a place, a project or a firm where the word before says so. */
function nameOf(text: string, words: readonly Word[], span: NameSpan, language: Language, { side }: Facts): Spot {
  const spot = nameSpot(text, words, span, language, side);
  const [first, previous, next] = [words[span.from]!, words[span.from - 1], words[span.to + 1]];
  if (first.isCut || !previous || span.why !== 'perhaps-name') return placeOf(words, span, spot, language);
  const whole = instead[language];
  if (before.group[language].test(previous.key))
    return {
      ...spot,
      kind: 'small-group',
      why: 'project',
      from: previous.start,
      isSure: false,
      instead: [whole.group.project],
    };
  if (next && next.gap.length === 1 && before.group[language].test(next.key))
    return {
      ...spot,
      kind: 'small-group',
      why: 'project',
      to: next.end,
      isSure: false,
      instead: [whole.group.project.replace(/^\S+ /, '')],
    };
  if (before.place[language].test(previous.key)) {
    const ways: Readonly<Record<string, string>> = whole.place.town;
    const way = ways[previous.key];
    return {
      ...spot,
      kind: 'place',
      why: 'town',
      from: way === undefined ? spot.from : previous.start,
      isSure: false,
      instead: [way ?? ways['']!],
    };
  }
  if (before.employer[language].test(previous.key))
    return { ...spot, kind: 'unique', why: 'employer', isSure: false, instead: [whole.place.employer] };
  return spot;
}

/** Sofia, Florence: where the word before says "in", the place is meant. */
function placeOf(words: readonly Word[], { from, to, why }: NameSpan, spot: Spot, language: Language): Spot {
  const previous = words[from - 1];
  const key = words
    .slice(from, to + 1)
    .map((one) => one.key)
    .join(' ');
  if (why !== 'person' || !previous || words[from]!.isCut || !before.place[language].test(previous.key) || !isTown(key))
    return spot;
  const ways: Readonly<Record<string, string>> = instead[language].place.town;
  return { kind: 'place', why: 'town', from: previous.start, to: spot.to, instead: [ways[previous.key] ?? ways['']!] };
}

const order = ['contact', 'name', 'date', 'place', 'others', 'unique', 'small-group', 'sensitive'] as const;

/** The more telling one stays where two would stand over each other; of a kind the longer. */
function apart(all: readonly Spot[]): Spot[] {
  const ranked = all.toSorted((a, b) => rank(a) - rank(b) || b.to - b.from - (a.to - a.from) || a.from - b.from);
  const kept: Spot[] = [];
  for (const one of ranked) if (!kept.some((other) => one.from < other.to && other.from < one.to)) kept.push(one);
  return kept.toSorted((a, b) => a.from - b.from);
}

const rank = ({ kind, why }: Spot): number =>
  why === 'perhaps-name' ? order.indexOf('place') + 0.5 : order.indexOf(kind);

/** A capital where the words that it replaces begin a sentence. */
function likeThere(text: string, { from }: Spot, words: string): string {
  const first = text.charAt(from);
  const isBegin = from === 0 || /(?:[.!?…]["”»)]?\s+|\n\s*)$/u.test(text.slice(Math.max(0, from - 4), from));
  return isBegin && first !== first.toLowerCase() ? words.charAt(0).toUpperCase() + words.slice(1) : words;
}

/** Which kinds count where everybody who tells is named. */
const whenNamed = new Set(['contact', 'sensitive', 'others']);

export interface Reading {
  readonly language: Language;
  /** Whose name may stand there. */
  readonly named: ReadonlySet<Close['why']>;
  readonly isNameless: boolean;
}

export function findingsIn(texts: Texts, { language, named, isNameless }: Reading, facts: Facts): Finding[] {
  return readParts.flatMap((part) =>
    spotsIn(texts[part] ?? '', language, facts)
      .filter((spot) => counts(spot, named, isNameless))
      .map((spot) => findingOf(texts[part] ?? '', part, spot, named)),
  );
}

function counts({ kind, why }: Spot, named: ReadonlySet<string>, isNameless: boolean): boolean {
  if (kind === 'name') return isNameless || !named.has(why);
  return isNameless || whenNamed.has(kind);
}

function findingOf(text: string, part: ReadPart, spot: Spot, named: ReadonlySet<string>): Finding {
  const { kind, why, from, to } = spot;
  const words = text.slice(from, to);
  return {
    ...{ part, kind, why, from, to, text: words, weight: weightOf(spot, named), instead: [...spot.instead] },
    key: keyOf(kind, words),
  };
}

function weightOf({ kind, why, isSure }: Spot, named: ReadonlySet<string>): Finding['weight'] {
  if (kind === 'contact') return 'strong';
  if (kind === 'name') return isSure === true && !named.has(why) ? 'strong' : 'tells';
  return kind === 'sensitive' ? 'private' : 'tells';
}

/** What was said of these words holds wherever they stand, and not for others. */
export const keyOf = (kind: string, words: string): string =>
  idOf('protect', kind, folded(words).replaceAll(/\s+/g, ' '));

/** Findings that nobody may pass over without a word: each has to be kept, or to go. */
export const openOf = (findings: readonly Finding[], kept: readonly string[]): Finding[] =>
  findings.filter(({ weight, key }) => weight === 'strong' && !kept.includes(key));

/** A suggestion that would itself be found is none. */
export function takes(text: string, one: Finding, words: string, language: Language, facts: Facts): boolean {
  const after = withInstead(text, one, words);
  return !spotsIn(after, language, facts).some(
    (spot) => spot.kind === one.kind && spot.from < one.from + words.length && one.from < spot.to,
  );
}

export const isNameWord = (key: string, language: Language): boolean =>
  (isCommonName(key) || isGivenName(key, language)) && !isUsual(key, language);
