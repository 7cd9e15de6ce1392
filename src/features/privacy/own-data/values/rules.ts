/**
 * Values that are words of the product (`applied`, `mentee`, `monday-morning`) as people read them, and where in a kind of rows words
 * stand and where ids. The places come from the schemas by which rows are written, so that a free text is never taken for a word.
 */
import { z } from 'zod';
import { regionOf, type Language } from '../../../../platform/words.ts';
import { everyRated } from '../../../checkins/asks/rules.ts';
import { round } from '../../../checkins/model.ts';
import { sayRound } from '../../../checkins/rounds/words.ts';
import { weekdays } from '../../../people/model.ts';
import { bankItems } from '../../../surveys/bank/rules.ts';
import { say } from './words.ts';

/** What stands where in a kind: places are such as `parts[].by`, and `scores{}` for whatever stands under a key of a record. */
export interface FieldPlaces {
  readonly all: ReadonlySet<string>;
  readonly words: ReadonlyMap<string, ReadonlySet<string>>;
  /** Ids of our own, which mean nothing to people unless they lead to something with a name. */
  readonly ids: ReadonlySet<string>;
}

interface Found {
  readonly all: Set<string>;
  readonly words: Map<string, Set<string>>;
  readonly ids: Set<string>;
}

type Part = Readonly<Record<string, unknown>>;
const idPattern = '^[0-9a-z-]{1,64}$';

export function fieldPlacesOf(schema: z.ZodType | undefined): FieldPlaces {
  const found: Found = { all: new Set(), words: new Map(), ids: new Set() };
  if (schema) collect(z.toJSONSchema(schema, { io: 'output', unrepresentable: 'any' }), '', found);
  return found;
}

function collect(part: unknown, place: string, found: Found): void {
  if (typeof part !== 'object' || part === null) return;
  const { anyOf, oneOf, allOf, items, prefixItems, properties, additionalProperties, ...plain } = part as Part;
  found.all.add(place);
  for (const word of wordsIn(plain)) found.words.set(place, (found.words.get(place) ?? new Set()).add(word));
  if (plain['pattern'] === idPattern) found.ids.add(place);
  for (const one of [anyOf, oneOf, allOf].flatMap(listOf)) collect(one, place, found);
  for (const one of [items, ...listOf(prefixItems)]) collect(one, `${place}[]`, found);
  for (const [name, one] of Object.entries((properties ?? {}) as Part)) collect(one, below(place, name), found);
  collect(additionalProperties, `${place}{}`, found);
}

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const wordsIn = (plain: Part): string[] =>
  [...listOf(plain['enum']), plain['const']].filter((one) => typeof one === 'string');

export const below = (place: string, name: string): string => (place === '' ? name : `${place}.${name}`);

/** The field that a place belongs to: `needs[].for` to `for`, `days[]` to `days`, `scores{}` to `scores`. */
export const fieldAt = (place: string): string => place.replace(/(\[\]|\{\})+$/, '').replace(/^.*[.\]}]/, '');

const languageFields: ReadonlySet<string> = new Set(['languages', 'language', 'speaks']);
/** Ids under which there are words, though the schema takes any id. */
const spokenIds: ReadonlySet<string> = new Set(['courseId', 'round', 'items']);

/** What stands at a place, in words, where it is a word there. */
export function sayAt(language: Language, places: FieldPlaces, place: string, value: string): string | undefined {
  const name = fieldAt(place);
  return places.words.get(place)?.has(value) || spokenIds.has(name) ? sayValue(language, name, value) : undefined;
}

/** A word of the product that stands in the field `name`; nothing where there are no words for it. */
export function sayValue(language: Language, name: string, value: string): string | undefined {
  if (languageFields.has(name)) return new Intl.DisplayNames(regionOf(language), { type: 'language' }).of(value);
  if (name === 'round') return round.safeParse(value).success ? sayRound(language, value) : undefined;
  if (name === 'items') return sayQuestion(language, value);
  return sayWeekday(language, value) ?? sayWord(language, name, value);
}

/** A question that a check-in or a survey asks; its id is for good. */
export const sayQuestion = (language: Language, id: string): string | undefined =>
  (everyRated.get(id) ?? bankItems.get(id))?.text[language];

/** The first of January 2024 was a Monday. */
function sayWeekday(language: Language, value: string): string | undefined {
  const [name, part] = value.split('-');
  const place = weekdays.findIndex((one) => one === name);
  if (place === -1) return undefined;
  const names = new Intl.DateTimeFormat(regionOf(language), { weekday: 'long', timeZone: 'UTC' });
  const day = names.format(Date.UTC(2024, 0, 1 + place));
  return part === undefined ? day : say(language, 'half', { day, part });
}

/** A value may mean something of its own in one field. */
function sayWord(language: Language, name: string, value: string): string | undefined {
  const key = [`value.${name}.${value}`, `value.${value}`].find((one) => say.has(one));
  return key === undefined ? undefined : say(language, key as Parameters<typeof say>[1]);
}
