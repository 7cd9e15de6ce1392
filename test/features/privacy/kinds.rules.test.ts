import assert from 'node:assert/strict';
import { z } from 'zod';
import {
  fieldKey,
  fieldsOf,
  keptKinds,
  sayField,
  sayKind,
  withoutSchema,
  wordless,
} from '../../../src/features/privacy/kinds/rules.ts';
import { say } from '../../../src/features/privacy/kinds/words.ts';
import de from '../../../src/features/privacy/kinds/words/de.json' with { type: 'json' };
import en from '../../../src/features/privacy/kinds/words/en.json' with { type: 'json' };
import fr from '../../../src/features/privacy/kinds/words/fr.json' with { type: 'json' };
import nl from '../../../src/features/privacy/kinds/words/nl.json' with { type: 'json' };
import { register } from '../../../src/platform/kept.ts';
import { keptFields } from './kept.ts';

/** The same word in both languages, and the right one in each. */
const cognates: Readonly<Record<'nl' | 'fr' | 'de', ReadonlySet<string>>> = {
  nl: new Set('Moment Criteria Jury Link Mentee Mentees Mentor Online Percentage Sponsor Team_in_Teams'.split(' ')),
  fr: new Set(
    (
      'Ambitions Installation Moment Date Exceptions Question Jury Mentee Mentees Message Minutes Nomination Note Occasion Places ' +
      'Programme Points Sections Session Site Sites Source Version Versions'
    ).split(' '),
  ),
  de: new Set('Installation Jury Link Mentee Mentees Name Online Person Team_in_Teams Text'.split(' ')),
};

describe('the words for what is kept', () => {
  let fields: Readonly<Record<string, readonly string[]>>;
  before(async function () {
    this.timeout(120_000);
    fields = await keptFields();
  });

  it('knows a schema of every kind of the register, and no other kind', () => {
    const named = Object.entries(register).flatMap(([table, kinds]) => [
      ...Object.keys(kinds).map((kind) => `${table} ${kind}`),
      `${table} task`,
    ]);
    assert.deepEqual(Object.keys(fields).toSorted(), named.toSorted());
  });

  it('are there for every kind and every field in it', () => {
    const missing = Object.entries(fields).flatMap(([name, names]) => {
      const [table, kind] = name.split(' ') as [never, string];
      return wordless([{ table, kind, fields: names }]);
    });
    assert.deepEqual([...new Set(missing)], []);
  });

  it('are there for nothing else', () => {
    const used = new Set(
      Object.entries(fields).flatMap(([name, names]) => {
        const [table, kind] = name.split(' ') as [never, string];
        return [
          kind === 'task' ? 'kind.task' : `kind.${name.replace(' ', '.')}`,
          ...names.map((one) => fieldKey({ table, kind }, one)),
        ];
      }),
    );
    assert.deepEqual(
      Object.keys(en).filter((key) => !used.has(key)),
      [],
    );
  });

  it('miss a field and a kind that have none', () => {
    assert.deepEqual(wordless([{ table: 'programmes', kind: 'pair', fields: ['menteeId', 'shoeSize'] }]), [
      'field.shoeSize',
    ]);
    assert.deepEqual(wordless([{ table: 'programmes', kind: 'gossip', fields: [] }]), ['kind.programmes.gossip']);
  });

  it('are in the language that they say, and no sentence is English in another', () => {
    for (const [language, list] of Object.entries({ nl, fr, de }) as ['nl' | 'fr' | 'de', Record<string, string>][]) {
      const same = Object.entries(list).filter(([key, text]) => text === (en as Record<string, string>)[key]);
      const left = same.map(([, text]) => text.replaceAll(' ', '_')).filter((text) => !cognates[language].has(text));
      assert.deepEqual([...new Set(left)], [], language);
    }
  });

  it('are exact where a name means something of its own', () => {
    const thanks = { table: 'programmes', kind: 'thanks' } as const;
    assert.equal(sayField('en', thanks, 'from'), 'From whom');
    assert.equal(sayField('en', { table: 'people', kind: 'hours' }, 'from'), 'From');
    assert.equal(sayKind('nl', thanks), 'Een bedankje tussen twee mensen');
    assert.ok(say.has('kind.task'));
  });
});

describe('the fields of a schema', () => {
  it('are found at any depth, in lists, choices and maps', () => {
    const schema = z.strictObject({
      one: z.array(z.union([z.strictObject({ two: z.string() }), z.strictObject({ three: z.unknown() })])),
      four: z.record(z.string(), z.strictObject({ five: z.number().optional() })),
      items: z.strictObject({ properties: z.boolean() }),
    });
    assert.deepEqual(fieldsOf(schema).toSorted(), ['five', 'four', 'items', 'one', 'properties', 'three', 'two']);
    assert.deepEqual(fieldsOf(undefined), []);
  });

  it('of a kind whose feature is not there are missed by name', () => {
    assert.ok(withoutSchema(new Map()).includes('programmes pair'));
    assert.equal(keptKinds(new Map()).at(-1)?.kind, 'task');
  });
});
