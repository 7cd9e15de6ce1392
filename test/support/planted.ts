/**
 * Rows of every kind that there is, made from the schemas that the product parses them with: somebody's id wherever a person may stand,
 * and a text of its own in every field that takes any text. So a field that is new is planted without anybody thinking of it.
 */
import { z } from 'zod';
import { schemas } from '../../src/platform/tables.ts';

type Schema = Readonly<Record<string, unknown>> & {
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly items?: Schema;
};

const personPattern = '^[0-9a-f-]{36}$';
const idPattern = '^[0-9a-z-]{1,64}$';

export interface Planter {
  /** Who stands in this place of this kind. */
  person(this: void, place: string): string;
  /** Ids that lead somewhere, by the name of their field. */
  readonly ids: Readonly<Record<string, string>>;
  /** A text of its own. */
  text(this: void, place: string): string;
  /** Without the fields that may be missing. */
  readonly bare?: boolean;
  /** Which word of each list: the first when absent, the last where there are fewer. */
  readonly word?: number;
}

const schemaOf = (kind: string): Schema =>
  z.toJSONSchema(schemas.get(kind) ?? z.unknown(), { io: 'output', unrepresentable: 'any' }) as Schema;

/** Places of a kind in which a person id may stand. */
export function personPlaces(kind: string): string[] {
  const found = new Set<string>();
  walk(schemaOf(kind), '', (place, schema) => {
    if (schema['pattern'] === personPattern && !/groups\[\]\.id$|groupId$/.test(place)) found.add(place);
  });
  return [...found];
}

function walk(schema: Schema, place: string, tell: (place: string, schema: Schema) => void): void {
  tell(place, schema);
  for (const one of schema.anyOf ?? schema.oneOf ?? []) walk(one, place, tell);
  if (schema.items) walk(schema.items, `${place}[]`, tell);
  for (const [name, one] of Object.entries(schema.properties ?? {})) walk(one, place ? `${place}.${name}` : name, tell);
  const names = schema['propertyNames'] as Schema | undefined;
  if (names?.['pattern'] === personPattern) tell(`${place}{}`, names);
}

/** A row of the kind that its schema takes. */
export function plantedRow(kind: string, planter: Planter, variant = 0): unknown {
  const value = made(schemaOf(kind), '', planter, variant);
  return schemas.get(kind)?.parse(value);
}

/** How many forms a kind has at its top: each is planted. */
export function variantsOf(kind: string): number {
  const { anyOf, oneOf } = schemaOf(kind);
  // What is made of an older form when it is read has no form of its own.
  return (anyOf ?? oneOf)?.filter((one) => Object.keys(one).length > 0).length ?? 1;
}

function made(schema: Schema, place: string, planter: Planter, variant: number): unknown {
  const options = schema.anyOf ?? schema.oneOf;
  if (options) return made(options[Math.min(variant, options.length - 1)] ?? {}, place, planter, variant);
  if (schema['const'] !== undefined) return schema['const'];
  const choices = schema['enum'] as unknown[] | undefined;
  if (choices) return choices[Math.min(planter.word ?? 0, choices.length - 1)];
  if (schema['type'] === 'object') return madeObject(schema, place, planter, variant);
  const parts = schema['prefixItems'] as Schema[] | undefined;
  if (parts) return parts.map((one, at) => made(one, `${place}[${at}]`, planter, variant));
  if (schema['type'] === 'array') {
    const least = Number(schema['minItems'] ?? 1);
    return Array.from({ length: planter.bare ? least : Math.max(1, least) }, () =>
      made(schema.items ?? {}, `${place}[]`, planter, variant),
    );
  }
  if (schema['type'] === 'number' || schema['type'] === 'integer') return Math.max(1, Number(schema['minimum'] ?? 1));
  if (schema['type'] === 'boolean') return true;
  return schema['type'] === 'string' ? madeText(schema, place, planter) : undefined;
}

function madeObject(schema: Schema, place: string, planter: Planter, variant: number): unknown {
  const needed = schema['required'] as string[] | undefined;
  const fields = Object.entries(schema.properties ?? {}).filter(
    ([name]) => !planter.bare || needed?.includes(name) === true,
  );
  const own = fields.map(([name, one]) => [name, made(one, place ? `${place}.${name}` : name, planter, variant)]);
  const more = schema['additionalProperties'];
  if (typeof more !== 'object' || more === null) return Object.fromEntries(own) as unknown;
  const names = schema['propertyNames'] as Schema | undefined;
  const keys = (names?.['enum'] as string[] | undefined) ?? [
    names ? String(made(names, `${place}{}`, planter, variant)) : 'key',
  ];
  const said = keys.map((key) => [key, made(more as Schema, `${place}{}`, planter, variant)]);
  return { ...Object.fromEntries(own), ...Object.fromEntries(said) } as unknown;
}

function madeText(schema: Schema, place: string, planter: Planter): string {
  const name = place.split('.').at(-1)?.replaceAll('[]', '') ?? '';
  const pattern = schema['pattern'] as string | undefined;
  if (pattern === personPattern) return /groups\[\]\.id$|groupId$/.test(place) ? '0'.repeat(36) : planter.person(place);
  if (planter.ids[name] !== undefined) return planter.ids[name];
  if (pattern === idPattern) return 'x1';
  if (schema['format'] === 'date' || (pattern ?? '').includes('02-29')) return '2026-05-05';
  if (pattern !== undefined)
    return (
      ['abcd1234', 'abcd', 'a-b', 'nl', 'BE', '2026-05', '1.2.3', '2026-12-01t09-00-00z-ab12cd'].find((one) =>
        new RegExp(pattern, 'u').test(one),
      ) ?? ''
    );
  if (schema['format'] === 'uri') return `https://${planter.text(place).replaceAll(/[^a-z0-9]/g, '')}.example`;
  return planter.text(place).slice(0, Number(schema['maxLength'] ?? Infinity));
}
