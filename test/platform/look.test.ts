import assert from 'node:assert/strict';
import { preferenceRows } from '../../src/features/people/store.ts';
import { coordinated, onlyRow, programmes, teams } from '../../src/features/programmes/store.ts';
import { checkIns } from '../../src/features/checkins/store.ts';
import type { Tables } from '../../src/platform/tables.ts';
import { lookAt, originOf, watched } from '../../src/platform/tables/look.ts';
import { aPerson, testApp } from '../support/app.ts';
import { addProgramme } from '../support/applications.ts';

const one = aPerson(1).id;
const shares = { shares: true } as const;

/** Real tables that count what they are asked, as another process would see them. */
async function counted() {
  const app = await testApp();
  const { tables: real } = app.deps;
  const asked: string[] = [];
  const tables = watched({
    ...real,
    read: (table, partition, rowKey) => {
      asked.push(rowKey);
      return real.read(table, partition, rowKey);
    },
    range: (table, partition, keys) => {
      asked.push(`${keys.from}-${keys.to}`);
      return real.range(table, partition, keys);
    },
  });
  return { app, real, tables, asked };
}

const languageIn = async (tables: Tables): Promise<string | undefined> =>
  (await preferenceRows.find(tables, one, 'own'))?.value.language;

describe('a look at tables', () => {
  it('reads the same row once, whoever looks at the same moment', async () => {
    const { app, tables, asked } = await counted();
    await addProgramme(app, aPerson(2));
    const looks = [lookAt(tables, shares), lookAt(tables, shares)];
    const found = await Promise.all(looks.map((look) => programmes.find(look.tables, 'p1', onlyRow)));
    assert.deepEqual(
      found.map((row) => row?.value.id),
      ['p1', 'p1'],
    );
    assert.equal(asked.length, 1);
  });

  it('reads a person’s own partition once when more than one thing of it is asked for', async () => {
    const { real, tables, asked } = await counted();
    await real.commit([preferenceRows.put(one, 'own', { language: 'nl' }), coordinated.put(one, 'p1', { id: 'p1' })]);
    const look = lookAt(tables, shares);
    const [language, programmesOf] = await Promise.all([languageIn(look.tables), coordinated.list(look.tables, one)]);
    assert.deepEqual([language, programmesOf.length, asked.length], ['nl', 1, 1]);
  });

  it('reads one thing of a partition by itself', async () => {
    const { real, tables, asked } = await counted();
    await real.commit([preferenceRows.put(one, 'own', { language: 'nl' })]);
    assert.equal(await languageIn(lookAt(tables, shares).tables), 'nl');
    assert.deepEqual(asked, ['preferences.own']);
  });

  it('finds a row in a list that was just read', async () => {
    const { real, tables, asked } = await counted();
    const said = { round: 'day-14', met: 'yes', contact: false } as const;
    const value = { pairId: 'pair', personId: one, said, at: 1 };
    await real.commit([checkIns.put('p1', ['pair', 'day-14', one], value)]);
    const look = lookAt(tables, shares);
    await checkIns.list(look.tables, 'p1', 'pair');
    const found = await checkIns.find(look.tables, 'p1', 'pair', 'day-14', one);
    assert.deepEqual([found?.value, asked.length], [value, 1]);
  });

  it('sees at once what is written in its own process', async () => {
    const { tables } = await counted();
    const look = lookAt(tables, shares);
    assert.equal(await languageIn(look.tables), undefined);
    await tables.commit([preferenceRows.put(one, 'own', { language: 'fr' })]);
    assert.equal(await languageIn(look.tables), 'fr');
    await look.tables.commit([preferenceRows.put(one, 'own', { language: 'de' })]);
    assert.equal(await languageIn(look.tables), 'de');
  });

  it('shows what another process wrote to whoever shares nothing', async () => {
    const { real, tables } = await counted();
    assert.equal(await languageIn(lookAt(tables, shares).tables), undefined);
    await real.commit([preferenceRows.put(one, 'own', { language: 'nl' })]);
    assert.equal(await languageIn(lookAt(tables, { shares: false }).tables), 'nl');
  });

  it('asks again for what could not be read', async () => {
    const { real } = await counted();
    let fails = true;
    const read: Tables['read'] = (...at) => (fails ? Promise.reject(new Error('away')) : real.read(...at));
    const tables = watched({ ...real, read });
    await assert.rejects(languageIn(lookAt(tables, shares).tables));
    fails = false;
    assert.equal(await languageIn(lookAt(tables, shares).tables), undefined);
  });

  it('begins anew with each look that shares nothing', async () => {
    const { app, real, tables } = await counted();
    await addProgramme(app, aPerson(2));
    const own = lookAt(tables, { shares: false });
    assert.equal((await teams.list(own.tables, 'p1')).length, 1);
    const [member] = await teams.list(real, 'p1');
    await real.commit([teams.remove(member!)]);
    own.end();
    assert.equal((await teams.list(lookAt(tables, { shares: false }).tables, 'p1')).length, 0);
  });

  it('leads back to the tables behind it', async () => {
    const { tables } = await counted();
    assert.equal(originOf(lookAt(tables, shares).tables), tables);
    assert.equal(originOf(tables), tables);
  });
});
