/**
 * What may leave of a text: names, addresses and numbers become neutral words; a text with something about health, origin, belief,
 * orientation, politics or crime stays here whole. It rather takes out too much: a capital that no list knows counts as a name.
 */
import type { Language } from '../../../../platform/words.ts';
import de from '../content/sensitive-de.json' with { type: 'json' };
import en from '../content/sensitive-en.json' with { type: 'json' };
import fr from '../content/sensitive-fr.json' with { type: 'json' };
import nl from '../content/sensitive-nl.json' with { type: 'json' };
import peoples from '../content/peoples.json' with { type: 'json' };
import { privateKinds, type PrivateKind } from '../model.ts';
import { phraseFinder, tokensIn, type Span, type Token } from '../phrases/rules.ts';
import { namedTokens } from './names/rules.ts';
import { isCountry } from './countries/rules.ts';
import type { Filtered, NameLists } from './model.ts';

const lists = [nl, fr, de, en];
const finders = new Map(
  privateKinds.map((kind) => [
    kind,
    phraseFinder([...lists.map((list) => list[kind]), ...(kind === 'origin' ? [peoples.everywhere] : [])]),
  ]),
);
const workPeoples = phraseFinder([peoples.work]);
/** "I want to learn French" says nothing of anybody's origin. */
const learning = phraseFinder([
  '(leer|leren|spreek|spreken|schrijf|schrijven|taal|cursus|les|lessen|vertaal)*; (apprend|parl|ecri|langue|cours|tradui)*',
  '(lern|sprech|sprach|schreib|kurs|uberset)*; (learn|speak|writ|languag|course|translat|practis)*',
]);

/** In all four languages at once: people mix them. */
export function privateIn(text: string): PrivateKind[] {
  const tokens = tokensIn(text);
  const found = privateKinds.filter((kind) => (finders.get(kind)?.(tokens).length ?? 0) > 0);
  const isAbroad = isCountry(tokens.map(({ key }) => key));
  const isOfHere = workPeoples(tokens).length > 0 && learning(tokens).length === 0;
  return (isAbroad || isOfHere) && !found.includes('origin') ? [...found, 'origin'] : found;
}

type Kinds = readonly (readonly [PrivateKind, (tokens: readonly Token[]) => Span[]])[];
const ownFinders = new Map<Language, Kinds>();
const listIn = { nl, fr, de, en };

/** Where words of one language say something private: first and last token of each place. */
export function privatePlaces(tokens: readonly Token[], language: Language): (Span & { readonly kind: PrivateKind })[] {
  let kinds = ownFinders.get(language);
  if (!kinds) {
    kinds = privateKinds.map((kind) => [kind, phraseFinder([listIn[language][kind]])] as const);
    ownFinders.set(language, kinds);
  }
  return kinds.flatMap(([kind, find]) => find(tokens).map((span) => ({ ...span, kind })));
}

const placeholders: Readonly<Record<Language, { readonly person: string; readonly contact: string }>> = {
  nl: { person: '[iemand]', contact: '[weggelaten]' },
  fr: { person: '[quelqu’un]', contact: '[omis]' },
  de: { person: '[jemand]', contact: '[weggelassen]' },
  en: { person: '[somebody]', contact: '[left out]' },
};

const contacts = [
  /[\p{L}\p{N}._%+-]+\s?@\s?[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*/gu,
  /(?:https?:\/\/|www\.)\S+/giu,
  /(?<![\p{L}\p{N}])@[\p{L}\p{N}_-]+/gu,
];
/** In a text whose digits and signs are the usual ones. */
const numbers = [
  /\b[A-Z]{2}\d{2}(?:[\s-]?[A-Z0-9]{4}){2,8}\b/g,
  // Five digits or more, whatever parts them, are a number of somebody.
  /\+?\(?\d(?:[^\p{L}\p{N}]{0,4}\d){4,}/gu,
  // Four in a row that are no year: of staff, of a card, of pay.
  /(?<!\d)(?!(?:19|20)\d{2}(?!\d))\d{4,}/g,
  // Thousands: 3.200 is 3200.
  /(?<!\d)\d{1,3}(?:[\s.'’-]\d{3})+(?!\d)/g,
];

interface Cut {
  readonly start: number;
  readonly end: number;
  readonly by: 'person' | 'contact';
}

/** The text without marks that are not seen; full-width and other forms of a letter become the usual one. */
export function shown(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/(?![\n])[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Cs}]/gu, '')
    .replace(/[^\S\n]+/gu, ' ')
    .replace(/\s*\n\s*/g, '\n')
    .trim();
}

/** `text` is already `shown`. */
export function filtered(text: string, language: Language, names: NameLists): Filtered {
  const kinds = privateIn(text);
  if (kinds.length > 0) return { outcome: 'kept', kinds };
  const cuts = cutsIn(text, language, names);
  const words = placeholders[language];
  let clean = '';
  let at = 0;
  for (const { start, end, by } of cuts) {
    clean += `${text.slice(at, start)}${words[by]}`;
    at = end;
  }
  return { outcome: 'clean', text: clean + text.slice(at), left: cuts.length };
}

function cutsIn(text: string, language: Language, names: NameLists): Cut[] {
  const plain = withUsualNumbers(text);
  const matches = [
    ...contacts.flatMap((pattern) => [...text.matchAll(pattern)]),
    ...numbers.flatMap((pattern) => [...plain.matchAll(pattern)]),
  ];
  const ofContacts = matches.map((one): Cut => ({ ...spanOf(one), by: 'contact' }));
  const people = joined(text, namedTokens(text, language, names)).map((one): Cut => ({ ...one, by: 'person' }));
  const inOrder = [...ofContacts, ...people].toSorted((a, b) => a.start - b.start || b.end - a.end);
  const kept: Cut[] = [];
  for (const one of inOrder) {
    const last = kept.at(-1);
    if (!last || one.start >= last.end) kept.push(one);
    else if (one.end > last.end) kept.splice(-1, 1, { ...last, end: one.end });
  }
  return kept;
}

/** Digits of every script become 0 to 9, and what parts them a hyphen: as long as the text, so that a place in one is a place in the other. */
function withUsualNumbers(text: string): string {
  return text.replace(/[\p{Pd}·_,]/gu, (one) => '-'.repeat(one.length)).replace(/(?![0-9])\p{Nd}/gu, digitOf);
}

/** The digits of a script stand in a row from its zero on; one that is two units long is there twice. */
function digitOf(one: string): string {
  const code = one.codePointAt(0) ?? 0;
  let zero = code;
  while (/^\p{Nd}$/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return String((code - zero) % 10).repeat(one.length);
}

const spanOf = (one: RegExpExecArray): { start: number; end: number } => ({
  start: one.index,
  end: one.index + one[0].length,
});

/** Words of one name beside each other are one. */
function joined(text: string, tokens: readonly Token[]): { start: number; end: number }[] {
  const spans: { start: number; end: number }[] = [];
  for (const { start, end } of tokens) {
    const last = spans.at(-1);
    if (last && /^[\s'’.-]{0,2}$/u.test(text.slice(last.end, start))) spans.splice(-1, 1, { start: last.start, end });
    else spans.push({ start, end });
  }
  return spans;
}
