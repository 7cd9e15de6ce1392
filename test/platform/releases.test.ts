import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import '../../src/api/routes.ts';
import '../../src/worker/jobs.ts';
import '../../src/platform/connect.ts';
import '../../src/platform/starting.ts';
import { register } from '../../src/platform/kept.ts';
import { newId } from '../../src/platform/ids.ts';
import { createTables, readers, tableNames, type TableName } from '../../src/platform/tables.ts';
import { releases, type ReleaseRows } from '../support/release-rows.ts';
import { testStorage } from '../support/storage.ts';

const rowsIn = (release: string, table: TableName): ReleaseRows =>
  JSON.parse(readFileSync(join(releases, release, `${table}.json`), 'utf8')) as ReleaseRows;

/** A field that no release has: this one must leave it alone. */
const later = 'fieldOfALaterRelease';

for (const release of readdirSync(releases))
  describe(`rows that the release "${release}" wrote`, () => {
    it('are kept of every kind that there was', () => {
      for (const table of tableNames) {
        const gone = Object.keys(rowsIn(release, table)).filter((kind) => !readers.has(`${table} ${kind}`));
        // A kind that is gone leaves rows behind: keep its schema until a job has removed them, then its lines here.
        assert.deepEqual(gone, [], table);
      }
      const all = tableNames.flatMap((table) => Object.keys(rowsIn(release, table)));
      assert.ok(all.length >= 200, `${all.length} kinds`);
    });

    it('are read by this one, every one of them, and written again as rows that it reads', () => {
      let count = 0;
      const unread: string[] = [];
      for (const table of tableNames)
        for (const [kind, rows] of Object.entries(rowsIn(release, table)))
          for (const row of rows) {
            count += 1;
            const reader = readers.get(`${table} ${kind}`)!;
            try {
              const { value, rest } = reader.read(JSON.stringify(row));
              assert.deepEqual(reader.read(JSON.stringify(reader.written(value, rest))).value, value);
            } catch (error) {
              unread.push(`${table} ${kind}: ${String(error).slice(0, 200)}`);
            }
          }
      process.stdout.write(`      ${count} rows\n`);
      assert.deepEqual(unread, []);
    });

    it('keep a field of a later release when this one changes them', () => {
      for (const table of tableNames)
        for (const [kind, rows] of Object.entries(rowsIn(release, table)))
          for (const row of rows.filter((one) => typeof one === 'object' && !Array.isArray(one))) {
            const reader = readers.get(`${table} ${kind}`)!;
            const { value, rest } = reader.read(JSON.stringify({ ...(row as object), [later]: { kept: true } }));
            const written = reader.written(value, rest) as Record<string, unknown>;
            assert.deepEqual(written[later], { kept: true }, `${table} ${kind}`);
          }
    });

    it('are read out of storage as they were', async () => {
      const tables = createTables({ connection: await testStorage(), prefix: `t${newId().slice(0, 10)}` });
      await tables.prepare();
      for (const table of tableNames) {
        const all = Object.entries(rowsIn(release, table)).flatMap(([kind, rows]) =>
          rows.map((value, place) => ({ rowKey: `${kind}.x${place}`, value })),
        );
        for (let start = 0; start < all.length; start += 100)
          await tables.commit(
            all.slice(start, start + 100).map((one) => ({ table, partition: 'release', how: 'put', ...one })),
          );
        const found = await tables.range(table, 'release', { from: '0', to: '~' });
        assert.equal(found.length, all.length, table);
        const kept = new Map(all.map(({ rowKey, value }) => [rowKey, value]));
        for (const { rowKey, text } of found) {
          assert.deepEqual(JSON.parse(text), kept.get(rowKey));
          readers.get(`${table} ${rowKey.split('.')[0]}`)!.read(text);
        }
      }
    });
  });

it('rows of this release have a reader for every kind in the register', () => {
  for (const [table, kinds] of Object.entries(register))
    for (const kind of Object.keys(kinds)) assert.ok(readers.has(`${table} ${kind}`), `${table} ${kind}`);
});
