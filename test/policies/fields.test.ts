import assert from 'node:assert/strict';
import { z } from 'zod';
import { describeRoutes } from '../../src/api/openapi.ts';
import { routes } from '../../src/api/routes.ts';

type Schema = Readonly<Record<string, unknown>>;

/** Places in a schema where an object takes, or gives, fields that it does not name. */
function openObjects(schema: unknown, place = ''): string[] {
  if (Array.isArray(schema)) return schema.flatMap((one, at) => openObjects(one, `${place}/${at}`));
  if (typeof schema !== 'object' || schema === null) return [];
  const one = schema as Schema;
  const isRecord = typeof one['additionalProperties'] === 'object';
  const isOpen = one['type'] === 'object' && one['additionalProperties'] !== false && !isRecord;
  const inside = Object.entries(one).flatMap(([key, value]) => openObjects(value, `${place}/${key}`));
  return isOpen ? [place || '/', ...inside] : inside;
}

/** Texts without an end: what can be sent must have one. */
function endlessTexts(schema: unknown, place = ''): string[] {
  if (Array.isArray(schema)) return schema.flatMap((one, at) => endlessTexts(one, `${place}/${at}`));
  if (typeof schema !== 'object' || schema === null) return [];
  const one = schema as Schema;
  const ends = ['maxLength', 'enum', 'const', 'pattern', 'format'].some((key) => key in one);
  const inside = Object.entries(one).flatMap(([key, value]) => endlessTexts(value, `${place}/${key}`));
  return one['type'] === 'string' && !ends ? [place, ...inside] : inside;
}

describe('what goes in and out of the doors', () => {
  const all = describeRoutes(routes);
  const where = (find: (schema: unknown) => string[], part: 'body' | 'query' | 'params' | 'gives'): string[] =>
    all.flatMap((one) => find(one[part]).map((place) => `${one.method} ${one.path} ${part} ${place}`));

  it('takes only fields that its schema names, however deep they lie', () => {
    for (const part of ['body', 'query', 'params'] as const) assert.deepEqual(where(openObjects, part), []);
  });

  it('gives only fields that its schema names, however deep they lie', () => {
    assert.deepEqual(where(openObjects, 'gives'), []);
  });

  it('would see an object that takes anything, and a text without an end', () => {
    const open = z.toJSONSchema(z.strictObject({ in: z.array(z.object({ a: z.string() })) }), { io: 'input' });
    assert.deepEqual(openObjects(open), ['/properties/in/items']);
    assert.deepEqual(endlessTexts(open), ['/properties/in/items/properties/a']);
  });

  it('takes no text without an end', () => {
    for (const part of ['body', 'query', 'params'] as const) assert.deepEqual(where(endlessTexts, part), []);
  });
});
