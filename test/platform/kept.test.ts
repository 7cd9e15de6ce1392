import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { keptFor } from '../../src/platform/audit/verifying.ts';
import { containers } from '../../src/platform/blobs.ts';
import { day } from '../../src/platform/clock.ts';
import { blobsKept, keptOf, register, taskKept, type TableName } from '../../src/platform/kept.ts';
import { floors } from '../../src/features/release/model.ts';
import { endOf, forms, receipts, usualFloors } from '../../src/features/people/receipt/model.ts';
import { sentencesOf } from '../../src/features/people/receipt/rules.ts';
import { say } from '../../src/features/people/receipt/words.ts';
import { languages } from '../../src/platform/words.ts';

const src = join(import.meta.dirname, '../../src');
const named = Object.entries(register).flatMap(([table, kinds]) =>
  Object.keys(kinds).map((kind) => `${table} ${kind}`),
);

/** Every kind of row that the source makes. */
function made(): string[] {
  const files = readdirSync(src, { recursive: true, withFileTypes: true }).filter(
    (one) => one.isFile() && one.name.endsWith('.ts'),
  );
  const kinds = files.flatMap((one) =>
    [...readFileSync(join(one.parentPath, one.name), 'utf8').matchAll(/rowsOf\(\s*'(\w+)',\s*'(\w+)'/g)].map(
      ([, table, kind]) => `${table} ${kind}`,
    ),
  );
  return [...new Set(kinds)];
}

describe('what is kept', () => {
  it('is named in the register, and nothing else is: no difference either way', () => {
    process.stdout.write(`      ${named.length} kinds of rows in the register, ${made().length} in the source\n`);
    assert.deepEqual(made().toSorted(), named.toSorted());
  });

  it('says of the audit log, which stands in blobs, as long as its check takes a missing beginning for what it is', () => {
    for (const name of Object.keys(blobsKept))
      assert.ok(
        containers.some((one) => one === name),
        name,
      );
    assert.deepEqual([blobsKept.audit.until, Math.round(keptFor / (365 * day))], ['five-years', 5]);
  });

  it('is looked up by table and kind, and a task may stand anywhere', () => {
    assert.equal(keptOf('answers', 'task'), taskKept);
    assert.equal(keptOf('answers', 'gossip'), undefined);
    for (const one of named) assert.ok(keptOf(one.split(' ')[0] as TableName, one.split(' ')[1] ?? ''));
  });

  it('is told under a form for every kind that people give, but an answer that is still being shuffled', () => {
    const told = new Set(
      Object.values(receipts)
        .flat()
        .map(({ kind }) => kind.join(' ')),
    );
    const given = named.filter(
      (one) => keptOf(one.split(' ')[0] as TableName, one.split(' ')[1] ?? '')?.about === 'given',
    );
    assert.deepEqual(
      given.filter((one) => !told.has(one)),
      ['answers buffered'],
    );
  });

  it('is told in sentences of every language, that say who, until when and how to take it back', () => {
    for (const language of languages)
      for (const form of forms)
        for (const line of receipts[form]) {
          const { what, who } = sentencesOf(line, language, { rating: 5, text: 10 });
          const all = [what, who, say(language, `until.${endOf(line)}`), say(language, `back.${line.back}`)];
          for (const one of all)
            assert.ok(one.length >= 5 && !/[{}]|undefined/.test(one), `${language} ${line.what}: ${one}`);
        }
  });

  it('tells the floors that the release function has', () => {
    assert.deepEqual(usualFloors, floors);
  });

  it('says that something can be taken back only where the register lets it end', () => {
    for (const line of Object.values(receipts).flat()) {
      const end = endOf(line);
      if (end.startsWith('taken-back')) assert.notEqual(line.back, 'never', line.what);
      if (line.back === 'each' || line.back === 'here') assert.match(end, /^taken-back/, line.what);
    }
  });
});
