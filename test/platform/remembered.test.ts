import assert from 'node:assert/strict';
import { minute } from '../../src/platform/clock.ts';
import { rememberer } from '../../src/platform/remembered.ts';
import type { Tables } from '../../src/platform/tables.ts';

describe('what was read a moment ago', () => {
  const tables = {} as Tables;

  it('is read once in a minute, anew after it, and at once when it could not be read', async () => {
    let [now, reads] = [0, 0];
    const deps = { tables, clock: { now: () => now, machine: () => now } };
    const remembered = rememberer<number>(2);
    const ask = (key: string): Promise<number> => remembered(deps, key, () => Promise.resolve(++reads));
    assert.deepEqual(await Promise.all([ask('a'), ask('a')]), [1, 1]);
    now = minute - 1;
    assert.equal(await ask('a'), 1);
    now = minute;
    assert.equal(await ask('a'), 2);
    await assert.rejects(
      remembered(deps, 'b', () => Promise.reject(new Error('away'))),
      /away/,
    );
    assert.equal(await ask('b'), 3);
  });

  it('is no more than so many answers, and each storage has its own', async () => {
    let reads = 0;
    const clock = { now: () => 0, machine: () => 0 };
    const remembered = rememberer<number>(2);
    const ask = (key: string, of: Tables): Promise<number> =>
      remembered({ tables: of, clock }, key, () => Promise.resolve(++reads));
    for (const key of ['a', 'b', 'c']) await ask(key, tables);
    assert.deepEqual([await ask('c', tables), await ask('a', tables)], [3, 4]);
    assert.equal(await ask('a', {} as Tables), 5);
  });
});
