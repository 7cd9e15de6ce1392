/**
 * An entry as lines that a person can read: words for its fields and for the words of the product in it, dates as dates, names as names.
 * Left out is only what means nothing to people: ids that lead to nothing with a name, and what is sealed. The file has all of it.
 */
import { regionOf, type Language } from '../../../platform/words.ts';
import type { KeptKind } from '../kinds/rules.ts';
import { fieldKey, sayField } from '../kinds/rules.ts';
import { say as sayLabel } from '../kinds/words.ts';
import { say } from '../words.ts';
import type { Line } from './model.ts';
import { below, fieldAt, sayAt, sayQuestion, sayValue, type FieldPlaces } from './values/rules.ts';

export interface Reading {
  readonly language: Language;
  readonly zone: string;
  /** Of people, programmes and surveys, by the ids that stand in the entry; a person who is not there has left or is forgotten. */
  readonly names: ReadonlyMap<string, string>;
  /** Where in entries of the kind there are words and ids. */
  readonly places: FieldPlaces;
}

type Kind = Pick<KeptKind, 'table' | 'kind'>;

interface At {
  readonly labels: readonly string[];
  /** Such as `needs[].for`. */
  readonly place: string;
}

const guid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
/** Instants in milliseconds, from 2001 to 2100: counts are smaller. */
const isInstant = (value: number): boolean => value > 1e12 && value < 4.2e12;
const day = /^\d{4}-\d{2}-\d{2}$/;
/** Ids that other services gave, and secrets of links and pseudonyms. */
const unread: ReadonlySet<string> = new Set([
  ...['eventId', 'seriesId', 'conversationId', 'messageId', 'secret', 'mark'],
]);

export function linesOf(kind: Kind, value: unknown, reading: Reading): Line[] {
  return linesIn(kind, value, { labels: [], place: '' }, reading);
}

function linesIn(kind: Kind, value: unknown, { labels, place }: At, reading: Reading): Line[] {
  if (fieldAt(place) === 'sealed') return [];
  if (isPlain(value)) return lineOf(labels, [textAt(place, value, reading)]);
  if (Array.isArray(value)) {
    const each = `${place}[]`;
    if (value.every(isPlain))
      return lineOf(
        labels,
        value.map((one) => textAt(each, one, reading)),
      );
    return value.flatMap((one: unknown, at) =>
      linesIn(kind, one, { labels: value.length === 1 ? labels : [...labels, String(at + 1)], place: each }, reading),
    );
  }
  return Object.entries(value as object).flatMap(([name, one]) => {
    const field = below(place, name);
    // What is no field is a key of a record.
    const isField = reading.places.all.has(field);
    const label = isField ? labelOf(kind, name, reading) : keyLabelOf(kind, name, reading);
    return linesIn(kind, one, { labels: [...labels, label], place: isField ? field : `${place}{}` }, reading);
  });
}

/** Nothing where none of it can be read. */
function lineOf(labels: readonly string[], texts: readonly (string | undefined)[]): Line[] {
  const said = texts.filter((one) => one !== undefined);
  return said.length === 0 ? [] : [{ label: labels.join(' · '), text: said.join(', ') }];
}

/** A programme is shown by its name, and so is no id any more. */
const labelOf = (kind: Kind, name: string, { language }: Reading): string =>
  sayField(language, kind, name === 'programmeId' ? 'programme' : name);

/** Somebody, a question, a criterion, a part of the organisation; else it stands for itself. */
function keyLabelOf(kind: Kind, name: string, { language, names }: Reading): string {
  if (guid.test(name)) return names.get(name) ?? say(language, 'gone.name');
  const said = sayQuestion(language, name) ?? sayValue(language, 'criterion', name);
  if (said !== undefined) return said;
  return sayLabel.has(fieldKey(kind, name)) ? sayField(language, kind, name) : name;
}

type Plain = string | number | boolean | null;
const isPlain = (value: unknown): value is Plain => value === null || typeof value !== 'object';

function textAt(place: string, value: Plain, reading: Reading): string | undefined {
  const { language } = reading;
  if (typeof value === 'boolean') return say(language, value ? 'yes' : 'no');
  if (typeof value === 'number') return isInstant(value) ? momentOf(value, reading) : countOf(value, language);
  return value === null ? '–' : wordsAt(place, value, reading);
}

const momentOf = (value: number, { language, zone }: Reading): string =>
  new Intl.DateTimeFormat(regionOf(language), { dateStyle: 'long', timeStyle: 'short', timeZone: zone }).format(value);
const countOf = (value: number, language: Language): string => new Intl.NumberFormat(regionOf(language)).format(value);

function wordsAt(place: string, value: string, { language, names, places }: Reading): string | undefined {
  const said = sayAt(language, places, place, value);
  if (said !== undefined) return said;
  if (unread.has(fieldAt(place))) return undefined;
  if (guid.test(value)) return names.get(value) ?? say(language, 'gone.name');
  if (places.ids.has(place)) return names.get(value);
  if (day.test(value))
    return new Intl.DateTimeFormat(regionOf(language), { dateStyle: 'long', timeZone: 'UTC' }).format(
      new Date(`${value}T00:00Z`),
    );
  return value;
}
