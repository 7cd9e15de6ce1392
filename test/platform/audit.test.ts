import assert from 'node:assert/strict';
import { createAudit } from '../../src/platform/audit.ts';
import { systemClock } from '../../src/platform/clock.ts';
import { createRing } from '../../src/platform/sealed.ts';
import type { Tables } from '../../src/platform/tables.ts';
import { aPerson, testApp } from '../support/app.ts';
import { testVault } from '../support/vault.ts';

const anne = aPerson(1).id;

/** The rows of the log as somebody with the storage's keys would get at them. */
async function rawEntries(tables: Tables) {
  const rows = await tables.range('audit', 'log', { from: 'entry.', to: 'entry.~' });
  return rows.map((row) => ({ ...row, value: JSON.parse(row.text) as Record<string, unknown> }));
}

describe('the audit log', () => {
  it('says who did what to what, under a pseudonym that only the vault can make', async () => {
    const { deps } = await testApp();
    await deps.audit.note({ who: anne, what: 'override', object: 'programme:p1', outcome: 'sent-back' });
    await deps.audit.note({ who: anne, what: 'role.added', object: 'programme:p1', about: aPerson(2).id });
    const [first, second] = await deps.audit.list();
    assert.equal(first?.who, await deps.audit.pseudonymOf(anne));
    assert.equal(second?.who, first?.who);
    assert.match(second?.object ?? '', /^programme:p1 person:[0-9a-f]{32}$/);
    assert.ok(!JSON.stringify([first, second]).includes(anne));
    const other = await testApp();
    assert.notEqual(await other.deps.audit.pseudonymOf(anne), first?.who, 'another key gives another pseudonym');
  });

  it('is one chain, also when many write at once', async () => {
    const { deps } = await testApp();
    const note = (at: number) => deps.audit.note({ who: anne, what: 'export', object: `programme:p${at}` });
    await Promise.all(Array.from({ length: 8 }, (_, at) => note(at)));
    assert.deepEqual(await deps.audit.verify(), { entries: 8 });
    assert.deepEqual(
      (await deps.audit.list()).map(({ number }) => number),
      [1, 2, 3, 4, 5, 6, 7, 8],
    );
  });

  for (const [name, spoil, brokenAt] of [
    ['an entry that was changed', async (tables: Tables) => change(tables, 1, { outcome: 'nothing' }), 2],
    ['an entry that was taken out', async (tables: Tables) => remove(tables, 1), 2],
    ['an end that was cut off', async (tables: Tables) => remove(tables, 3), 4],
    ['an entry that says somebody else', async (tables: Tables) => change(tables, 0, { who: 'product' }), 1],
  ] as const)
    it(`finds ${name}`, async () => {
      const { deps } = await testApp();
      for (const at of [1, 2, 3, 4]) await deps.audit.note({ who: anne, what: 'override', object: `programme:p${at}` });
      assert.deepEqual(await deps.audit.verify(), { entries: 4 });
      await spoil(deps.tables);
      assert.equal((await deps.audit.verify()).brokenAt, brokenAt);
    });

  it('can be read by another process, with the key from the vault', async () => {
    const { deps } = await testApp();
    await deps.audit.note({ what: 'erasure', object: 'programme:p1' });
    const parts = { tables: deps.tables, clock: systemClock, vault: testVault };
    const later = createAudit({ ...parts, ring: createRing(parts, 'audit') });
    assert.deepEqual(await later.verify(), { entries: 1 });
    assert.equal((await later.list())[0]?.who, 'product');
  });
});

async function change(tables: Tables, place: number, over: object): Promise<void> {
  const row = (await rawEntries(tables))[place]!;
  const value = { ...row.value, ...over };
  await tables.commit([{ table: 'audit', partition: 'log', rowKey: row.rowKey, how: 'put', value }]);
}

async function remove(tables: Tables, place: number): Promise<void> {
  const { rowKey, etag } = (await rawEntries(tables))[place]!;
  await tables.commit([{ table: 'audit', partition: 'log', rowKey, how: 'remove', etag }]);
}
