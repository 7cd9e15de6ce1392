import assert from 'node:assert/strict';
import { z } from 'zod';
import { newId } from '../../src/platform/ids.ts';
import { createTables, rowsOf, type Page } from '../../src/platform/tables.ts';
import { faultKinds } from '../../src/sandbox/faults.ts';
import { startFaultProxy, type FaultProxy } from '../../src/sandbox/storage/proxy.ts';
import { testStorage } from '../support/storage.ts';

const notes = rowsOf('programmes', 'run', z.strictObject({ text: z.string() }));

describe('what is written to the tables while the line is in trouble', () => {
  let proxy: FaultProxy;
  let connection: string;

  before(async () => {
    const direct = await testStorage();
    const target = /TableEndpoint=(http:\/\/[^/]+)/.exec(direct)?.[1];
    assert.ok(target);
    proxy = await startFaultProxy(target, 0);
    connection = direct.replace(target, proxy.url);
  });
  after(() => proxy.close());

  for (const kind of faultKinds)
    for (const count of [1, 2])
      it(`is there when ${count === 1 ? 'one change' : 'a batch'} is said to be done: ${kind}`, async () => {
        const tables = createTables({ connection, prefix: `t${newId().slice(0, 10)}` });
        await tables.prepare();
        await tables.commit([notes.create('p1', 'old', { text: 'before' })]);
        const old = await notes.find(tables, 'p1', 'old');
        assert.ok(old);
        proxy.inject(kind, 1);
        await tables.commit([notes.create('p1', 'new', { text: 'x' }), notes.remove(old)].slice(0, count));
        const left = (await notes.list(tables, 'p1')).map(({ key }) => key[0]);
        assert.deepEqual(left, count === 1 ? ['new', 'old'] : ['new']);
      });

  for (const kind of faultKinds)
    it(`is read whole, one by one and in a range: ${kind}`, async () => {
      const tables = createTables({ connection, prefix: `t${newId().slice(0, 10)}` });
      await tables.prepare();
      await tables.commit([notes.create('p1', 'a', { text: 'x' }), notes.create('p1', 'b', { text: 'y' })]);
      proxy.inject(kind, 1);
      assert.equal((await notes.list(tables, 'p1')).length, 2);
      proxy.inject(kind, 1);
      assert.equal((await notes.find(tables, 'p1', 'a'))?.value.text, 'x');
    });
});

describe('some rows of a kind', () => {
  it('are those from a key on and then from the first again, each once', async () => {
    const tables = createTables({ connection: await testStorage(), prefix: `t${newId().slice(0, 10)}` });
    await tables.prepare();
    await tables.commit(['a', 'b', 'c', 'd'].map((key) => notes.create('p1', key, { text: key })));
    const some = async (from: string, most: number) =>
      (await notes.some(tables, 'p1', from, most)).map(({ value }) => value.text).join('');
    assert.deepEqual([await some('c', 3), await some('b', 2), await some('x', 9)], ['cda', 'bc', 'abcd']);
  });
});

describe('a whole table', () => {
  it('is read page by page in the order of its keys, each row once, also while rows come and go', async () => {
    const tables = createTables({ connection: await testStorage(), prefix: `t${newId().slice(0, 10)}` });
    await tables.prepare();
    const partitions = ['p1', 'p2', 'p3'];
    for (const partition of partitions)
      for (let batch = 0; batch < 8; batch += 1)
        await tables.commit(
          Array.from({ length: 100 }, (_, one) =>
            notes.create(partition, String(batch * 100 + one).padStart(4, '0'), { text: partition }),
          ),
        );
    const read: string[] = [];
    let pages = 0;
    for (let next: string | undefined, isFirst = true; isFirst || next !== undefined; isFirst = false) {
      const page: Page = await tables.scan('programmes', next);
      read.push(...page.rows.map(({ partition, rowKey }) => `${partition} ${rowKey}`));
      if (isFirst) await tables.commit([notes.create('p2', '0300-more', { text: 'late' })]);
      if (isFirst) await tables.drop('programmes', 'p3', 'run.0799');
      next = page.next;
      pages += 1;
    }
    const wanted = partitions.flatMap((partition) =>
      Array.from({ length: 800 }, (_, one) => `${partition} run.${String(one).padStart(4, '0')}`),
    );
    wanted.splice(wanted.indexOf('p2 run.0300') + 1, 0, 'p2 run.0300-more');
    assert.deepEqual(
      read,
      wanted.filter((one) => one !== 'p3 run.0799'),
    );
    assert.equal(pages, 3);
  });
});
