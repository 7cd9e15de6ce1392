import assert from 'node:assert/strict';
import { z } from 'zod';
import { fieldMessages } from '../../src/api/fields.ts';
import { createSentences } from '../../src/api/sentences.ts';

const sentences = createSentences([]);
const messagesFor = (schema: z.ZodType, input: unknown): string[] => {
  const parsed = schema.safeParse(input, { reportInput: true });
  assert.ok(parsed.error, 'the schema took it');
  return fieldMessages(parsed.error.issues, 'en', sentences).map(({ field, message }) => `${field}: ${message}`);
};

describe('what a schema refuses', () => {
  const cases: [string, z.ZodType, unknown, string][] = [
    ['what is missing', z.object({ a: z.string() }), {}, 'a: Fill this in.'],
    ['a choice that is missing', z.object({ a: z.enum(['x']) }), {}, 'a: Fill this in.'],
    ['another choice', z.object({ a: z.enum(['x']) }), { a: 'y' }, 'a: Choose one of the options.'],
    ['an empty text', z.object({ a: z.string().min(1) }), { a: '' }, 'a: Write something here.'],
    ['a long text', z.object({ a: z.string().max(2) }), { a: 'abc' }, 'a: This is too long: use # characters at most.'],
    ['too many', z.object({ a: z.array(z.string()).max(1) }), { a: ['x', 'y'] }, 'a: Choose one at most.'],
    ['too few', z.object({ a: z.array(z.string()).min(2) }), { a: [] }, 'a: Choose at least 2.'],
    ['a high number', z.object({ a: z.number().max(9) }), { a: 10 }, 'a: Give a number that is not above 9.'],
    ['a low number', z.object({ a: z.number().min(1) }), { a: 0 }, 'a: Give a number that is not below 1.'],
    ['a text for a number', z.object({ a: z.number() }), { a: 'x' }, 'a: Write a number here.'],
    ['half a number', z.object({ a: z.int() }), { a: 1.5 }, 'a: Write a whole number here.'],
    ['a wrong day', z.object({ a: z.iso.date() }), { a: '31/12' }, 'a: Choose a date.'],
    ['a wrong address', z.object({ a: z.url() }), { a: 'x' }, 'a: Write a web address that begins with https://.'],
    ['a field inside', z.object({ a: z.array(z.object({ b: z.string() })) }), { a: [{}] }, 'a.0.b: Fill this in.'],
    [
      'an unknown refinement',
      z.object({ a: z.string().refine(() => false, 'odd') }),
      { a: 'x' },
      'a: This is not right.',
    ],
    ['none of two kinds', z.object({ a: z.union([z.string(), z.number()]) }), { a: true }, 'a: This is not right.'],
    ['what is no object', z.object({ a: z.string() }), 'text', ': This is not right.'],
  ];
  for (const [name, schema, input, expected] of cases)
    it(`is told for ${name}`, () => {
      const [first = ''] = messagesFor(schema, input);
      assert.ok(first.startsWith(expected.replace('#', '2')), first);
    });

  it('is told once for each field', () => {
    const schema = z.object({ a: z.string().min(5).regex(/^z/), b: z.string() });
    assert.deepEqual(
      messagesFor(schema, { a: 'x' }).map((line) => line.slice(0, 2)),
      ['a:', 'b:'],
    );
  });
});
