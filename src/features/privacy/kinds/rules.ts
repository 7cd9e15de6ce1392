/**
 * Every kind of row and every field in it, by the words that people read. The kinds come from the register and the fields from the
 * schemas by which rows are written, so that a list of them cannot leave one out; `wordless` names what has no words yet.
 */
import { z } from 'zod';
import { keptOf, register, type Kept, type TableName } from '../../../platform/kept.ts';
import type { Language } from '../../../platform/words.ts';
import { say } from './words.ts';

export interface KeptKind {
  readonly table: TableName;
  readonly kind: string;
  readonly kept: Kept;
  /** The names of its fields at any depth, each once; empty where the row itself says all there is. */
  readonly fields: readonly string[];
}

type Schemas = ReadonlyMap<string, z.ZodType>;

/** In the order of the register; tasks, which stand in every table, at the end and once. */
export function keptKinds(schemas: Schemas): KeptKind[] {
  const tables = Object.keys(register) as TableName[];
  const named = tables.flatMap((table) => Object.keys(register[table]).map((kind) => [table, kind] as const));
  return [...named, ['programmes', 'task'] as const].flatMap(([table, kind]) => {
    const kept = keptOf(table, kind);
    return kept ? [{ table, kind, kept, fields: fieldsOf(schemas.get(`${table} ${kind}`)) }] : [];
  });
}

/** Kinds of which no schema is known: their feature was not loaded, or nothing writes them. */
export function withoutSchema(schemas: Schemas): string[] {
  return keptKinds(schemas)
    .map(({ table, kind }) => `${table} ${kind}`)
    .filter((name) => !schemas.has(name));
}

export function fieldsOf(schema: z.ZodType | undefined): string[] {
  if (!schema) return [];
  const found = new Set<string>();
  collect(z.toJSONSchema(schema, { io: 'output', unrepresentable: 'any' }), found);
  return [...found];
}

function collect(part: unknown, found: Set<string>): void {
  if (typeof part !== 'object' || part === null) return;
  for (const [key, inner] of Object.entries(part)) {
    // Below `properties` the keys are names of fields, elsewhere words of the schema's language.
    const below = key === 'properties' ? Object.entries(inner as object) : [[key, inner] as const];
    for (const [name, one] of below) {
      if (key === 'properties') found.add(name);
      collect(one, found);
    }
  }
}

type Key = Parameters<typeof say>[1];

/** What it is and why it is kept: `kind.pairs.pair`. */
export const kindKey = ({ table, kind }: Pick<KeptKind, 'table' | 'kind'>): string =>
  kind === 'task' ? 'kind.task' : `kind.${table}.${kind}`;

export const sayKind = (language: Language, one: Pick<KeptKind, 'table' | 'kind'>): string =>
  say(language, kindKey(one) as Key);

/** Where a name means something of its own in one kind, it has words of its own there. */
export function fieldKey({ table, kind }: Pick<KeptKind, 'table' | 'kind'>, field: string): string {
  const exact = `field.${table}.${kind}.${field}`;
  return say.has(exact) ? exact : `field.${field}`;
}

export const sayField = (language: Language, one: Pick<KeptKind, 'table' | 'kind'>, field: string): string =>
  say(language, fieldKey(one, field) as Key);

/** The keys that have no words: none, or a page and the papers would leave something out. */
export function wordless(kinds: readonly Pick<KeptKind, 'table' | 'kind' | 'fields'>[]): string[] {
  const keys = kinds.flatMap((one) => [kindKey(one), ...one.fields.map((field) => fieldKey(one, field))]);
  return [...new Set(keys)].filter((key) => !say.has(key));
}
