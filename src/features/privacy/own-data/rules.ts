/** An entry as lines that a person can read: the words for its fields, dates as dates, names as names. Nothing is left out of it. */
import type { Language } from '../../../platform/words.ts';
import type { KeptKind } from '../kinds/rules.ts';
import { sayField } from '../kinds/rules.ts';
import { say } from '../words.ts';
import type { Line } from './model.ts';

export interface Reading {
  readonly language: Language;
  readonly zone: string;
  /** By the ids that stand in the entry; whoever is not there has left or is forgotten. */
  readonly names: ReadonlyMap<string, string>;
}

type Kind = Pick<KeptKind, 'table' | 'kind'>;

const guid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
/** Instants in milliseconds, from 2001 to 2100: counts are smaller. */
const isInstant = (value: number): boolean => value > 1e12 && value < 4.2e12;
const day = /^\d{4}-\d{2}-\d{2}$/;

export function linesOf(kind: Kind, value: unknown, reading: Reading): Line[] {
  return linesIn(kind, value, [], reading);
}

function linesIn(kind: Kind, value: unknown, path: readonly string[], reading: Reading): Line[] {
  if (isPlain(value)) return [{ label: path.join(' · '), text: textOf(value, reading) }];
  if (Array.isArray(value)) {
    if (value.length === 0) return [];
    if (value.every(isPlain))
      return [{ label: path.join(' · '), text: value.map((one) => textOf(one, reading)).join(', ') }];
    return value.flatMap((one: unknown, at) =>
      linesIn(kind, one, value.length === 1 ? path : [...path, String(at + 1)], reading),
    );
  }
  return Object.entries(value as object).flatMap(([name, one]) =>
    linesIn(kind, one, [...path, labelOf(kind, name, reading)], reading),
  );
}

/** A key of a record may be somebody, or the id of a question: it stands for itself. */
function labelOf(kind: Kind, name: string, { language, names }: Reading): string {
  if (guid.test(name)) return names.get(name) ?? say(language, 'gone.name');
  return sayField(language, kind, name);
}

type Plain = string | number | boolean | null;
const isPlain = (value: unknown): value is Plain => value === null || typeof value !== 'object';

function textOf(value: Plain, { language, zone, names }: Reading): string {
  if (typeof value === 'boolean') return say(language, value ? 'yes' : 'no');
  if (typeof value === 'number')
    return isInstant(value)
      ? new Intl.DateTimeFormat(language, { dateStyle: 'long', timeStyle: 'short', timeZone: zone }).format(value)
      : new Intl.NumberFormat(language).format(value);
  if (value === null) return '–';
  if (guid.test(value)) return names.get(value) ?? say(language, 'gone.name');
  if (day.test(value))
    return new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(
      new Date(`${value}T00:00Z`),
    );
  return value;
}
