import assert from 'node:assert/strict';
import { createAudit, type Audit } from '../../src/platform/audit.ts';
import { createBlobs, type Blobs } from '../../src/platform/blobs.ts';
import { day, systemClock, type Clock } from '../../src/platform/clock.ts';
import { isFailure } from '../../src/platform/errors.ts';
import { newId } from '../../src/platform/ids.ts';
import { createRing, type Ring } from '../../src/platform/sealed.ts';
import { createTables, type Tables } from '../../src/platform/tables.ts';
import { createRandom } from '../../src/sandbox/organisation/random.ts';
import { startFaultProxy } from '../../src/sandbox/storage/proxy.ts';
import { aPerson, testApp } from '../support/app.ts';
import { memoryTables } from '../support/delivery/memory.ts';
import { memoryBlobs, type MemoryBlobs } from '../support/memory-blobs.ts';
import { spoilings, type Lying } from '../support/spoiled.ts';
import { testStorage } from '../support/storage.ts';
import { testVault } from '../support/vault.ts';

const anne = aPerson(1).id;
const keys: Tables = memoryTables();
const clock = systemClock;
const newRing = (): Ring => createRing({ tables: keys, clock, vault: testVault }, 'audit');

interface Own {
  readonly tables?: Tables;
  readonly blobs?: MemoryBlobs;
  readonly ring?: Ring;
  readonly clock?: Clock;
  readonly perBlob?: number;
}

/** A log in memory. */
function aLog({ tables = memoryTables(), blobs = memoryBlobs(), ring = newRing(), ...own }: Own = {}) {
  const parts = { tables, blobs, ring, clock: own.clock ?? clock };
  return { tables, blobs, audit: createAudit({ ...parts, perBlob: own.perBlob ?? 5 }) };
}

const note = (audit: Audit, number: number): Promise<void> =>
  audit.note({ who: anne, what: 'export', object: `programme:p${number}` });

async function noteMany(audit: Audit, count: number): Promise<void> {
  for (let number = 1; number <= count; number += 1) await note(audit, number);
}

async function numbersOf(audit: Audit): Promise<number[]> {
  return (await audit.list()).map(({ number }) => number);
}

const upTo = (count: number): number[] => Array.from({ length: count }, (_, at) => at + 1);
const headOf = (tables: Tables) => tables.read('audit', 'log', 'head.end');
const putHead = (tables: Tables, text: string) =>
  tables.commit([{ table: 'audit', partition: 'log', rowKey: 'head.end', how: 'put', value: JSON.parse(text) }]);

/** Text of a blob, changed. */
function rewrite(blobs: MemoryBlobs, first: number, change: (text: string) => string): void {
  const name = `audit/${String(first).padStart(12, '0')}.jsonl`;
  blobs.all.set(name, Buffer.from(change(Buffer.from(blobs.all.get(name) ?? []).toString('utf8'))));
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

  it('stands in append blobs of so many entries each, and is whole when nobody touched it', async () => {
    const { audit, blobs } = aLog();
    await noteMany(audit, 12);
    assert.deepEqual(await blobs.list('audit'), ['000000000001.jsonl', '000000000006.jsonl', '000000000011.jsonl']);
    const { entries, broken, last, resumed } = await audit.verify();
    assert.deepEqual([entries, broken, last?.number, resumed], [12, undefined, 12, []]);
    assert.deepEqual(await aLog().audit.verify(), { entries: 0, resumed: [] });
  });

  it('can be read by another process, with the key from the vault', async () => {
    const app = await testApp();
    await app.deps.audit.note({ what: 'erasure', object: 'programme:p1' });
    const parts = { tables: app.deps.tables, clock: systemClock, vault: testVault };
    const later = createAudit({ ...parts, blobs: app.blobs, ring: createRing(parts, 'audit') });
    assert.deepEqual([(await later.verify()).broken, await numbersOf(later)], [undefined, [1]]);
    assert.equal((await later.list())[0]?.who, 'product');
  });

  it('stays whole, and knows a person by the same pseudonym, when the ring has another key', async () => {
    const tables = memoryTables();
    const ring = createRing({ tables, clock, vault: testVault }, 'audit');
    const { audit, blobs } = aLog({ tables, ring });
    const before = await audit.pseudonymOf(anne);
    await noteMany(audit, 3);
    await ring.rotate();
    await noteMany(audit, 3);
    const later = aLog({ tables, blobs, ring: createRing({ tables, clock, vault: testVault }, 'audit') });
    assert.deepEqual([(await later.audit.verify()).broken, await later.audit.pseudonymOf(anne)], [undefined, before]);
    assert.deepEqual(new Set((await audit.list()).map(({ who }) => who)), new Set([before]));
  });

  it('reads what a later version writes: a deed that this one does not know, and more in an entry', async () => {
    const ring = newRing();
    const { audit, blobs, tables } = aLog({ ring, perBlob: 100 });
    await noteMany(audit, 2);
    const [, last] = await audit.list();
    const said = { ...last!, number: 3, what: 'later.deed', before: last!.hash, op: newId() };
    const { hash: _, ...unsealed } = said;
    const body = JSON.stringify({ ...unsealed, more: ['a'] });
    const hash = await ring.pseudonym(`entry ${body}`, said.key);
    rewrite(blobs, 1, (text) => `${text}${body.slice(0, -1)},"hash":"${hash}"}\n`);
    await noteMany(aLog({ tables, blobs, ring, perBlob: 100 }).audit, 1);
    assert.deepEqual([(await audit.verify()).broken, await numbersOf(audit)], [undefined, [1, 2, 3, 4]]);
    assert.equal((await audit.list())[2]?.what, 'later.deed');
  });

  it('is read from the newest on, in parts, and only what concerns something', async () => {
    const { audit } = aLog({ perBlob: 3 });
    for (let number = 1; number <= 20; number += 1)
      await audit.note({ what: 'export', object: `programme:${number % 2 ? 'p1' : 'p10'} report` });
    const numbers = async (before?: number) => {
      const { entries, next } = await audit.newest({ of: 'programme:p1', before, most: 4 });
      return [entries.map(({ number }) => number), next];
    };
    assert.deepEqual(await numbers(), [[19, 17, 15, 13], 13]);
    assert.deepEqual(await numbers(13), [[11, 9, 7, 5], 5]);
    assert.deepEqual(await numbers(5), [[3, 1], undefined]);
    const rare = await audit.newest({ of: 'programme:p9', most: 4 });
    assert.deepEqual(rare, { entries: [], next: 7 }, 'a question looks through five blobs, and says where to go on');
    assert.deepEqual(await audit.newest({ of: 'programme:p9', before: 7, most: 4 }), { entries: [] });
  });

  it('says who was erased, and not who came back since', async () => {
    const { audit } = aLog({ perBlob: 2 });
    const erasure = (what: 'erasure' | 'erasure.undone', number: number): Promise<void> =>
      audit.note({ what, object: 'organisation', about: aPerson(number).id });
    for (const number of [1, 2, 3]) await erasure('erasure', number);
    await erasure('erasure.undone', 2);
    await erasure('erasure.undone', 3);
    await erasure('erasure', 3);
    await audit.note({ what: 'role.added', object: 'programme:p1', about: aPerson(4).id });
    const found = await audit.erased();
    const expected = await Promise.all([1, 3].map((number) => audit.pseudonymOf(aPerson(number).id)));
    assert.deepEqual([...found.keys()].toSorted(), expected.toSorted());
    for (const { at } of found.values()) assert.ok(Math.abs(at - Date.now()) < 60_000);
  });

  it('lets its beginning go when five years are over, and not before', async () => {
    let now = Date.UTC(2020, 0, 1);
    const { audit, blobs } = aLog({ clock: { now: () => now, machine: Date.now }, perBlob: 4 });
    await noteMany(audit, 10);
    blobs.all.delete('audit/000000000001.jsonl');
    now += 1_800 * day;
    assert.deepEqual((await audit.verify()).broken, { number: 1, blob: '000000000005.jsonl', why: 'gone' });
    now += 60 * day;
    assert.deepEqual([(await audit.verify()).broken, (await audit.verify()).entries], [undefined, 6]);
    await noteMany(audit, 3);
    assert.equal((await audit.verify()).broken, undefined);
  });
});

describe('the audit log, when many write at once', function () {
  this.timeout(300_000);

  it('has no gap and no double: four processes with fifty entries each', async () => {
    const connection = await testStorage();
    const prefix = `a${newId().slice(0, 10)}`;
    const parts = () => ({ tables: createTables({ connection, prefix }), blobs: createBlobs({ connection, prefix }) });
    const first = parts();
    await Promise.all([first.tables.prepare(), first.blobs.prepare()]);
    const writers = [first, parts(), parts(), parts()].map(({ tables, blobs }) =>
      createAudit({
        tables,
        blobs,
        clock,
        ring: createRing({ tables, clock, vault: testVault }, 'audit'),
        perBlob: 30,
      }),
    );
    await Promise.all(writers.map((audit) => noteMany(audit, 50)));
    const [audit] = writers as [Audit];
    const { entries, broken, resumed } = await audit.verify();
    assert.deepEqual([entries, broken, resumed], [200, undefined, []]);
    const all = await audit.list();
    assert.deepEqual(await numbersOf(audit), upTo(200));
    assert.equal(new Set(all.map(({ op }) => op)).size, 200);
    for (const number of upTo(50))
      assert.equal(all.filter(({ object }) => object === `programme:p${number}`).length, 4);
  });

  it('has no gap and no double, and is read whole, when answers are lost, late, cut off or of somebody else', async () => {
    const connection = await testStorage();
    const target = /BlobEndpoint=(http:\/\/[^/]+)/.exec(connection)?.[1] ?? '';
    const proxy = await startFaultProxy(target, 0);
    const prefix = `a${newId().slice(0, 10)}`;
    const tables = createTables({ connection, prefix });
    const blobs = createBlobs({ connection: connection.replace(target, proxy.url), prefix });
    await Promise.all([tables.prepare(), blobs.prepare()]);
    const ring = createRing({ tables, clock, vault: testVault }, 'audit');
    const audit = createAudit({ tables, blobs, clock, ring, perBlob: 4 });
    for (const number of upTo(20)) {
      proxy.inject(faults[number % faults.length]!, 1);
      await note(audit, number);
      proxy.inject(faults[number % faults.length]!, 1);
      assert.equal((await audit.verify()).broken, undefined, faults[number % faults.length]);
    }
    await proxy.close();
    const direct = createAudit({ tables, blobs: createBlobs({ connection, prefix }), clock, ring });
    assert.deepEqual(
      (await direct.list()).map(({ object }) => object),
      upTo(20).map((number) => `programme:p${number}`),
    );
    assert.equal((await direct.verify()).broken, undefined);
  });
});

const faults = ['reset-after-commit', 'truncated', 'html', '503', 'reset', '429', '504'] as const;

class Killed extends Error {}

/** A process that dies at its nth call to the store, before or after the store has done it. */
function dyingAt({ tables, blobs }: { tables: Tables; blobs: Blobs }, death: number, isDone: boolean) {
  let calls = 0;
  const mortal =
    <A extends unknown[], R>(call: (...args: A) => Promise<R>) =>
    async (...args: A): Promise<R> => {
      calls += 1;
      if (calls < death) return call(...args);
      if (calls === death && isDone) await call(...args);
      throw new Killed();
    };
  return {
    tables: { ...tables, read: mortal(tables.read), commit: mortal(tables.commit) },
    blobs: { ...blobs, append: mortal(blobs.append), read: mortal(blobs.read), list: mortal(blobs.list) },
  };
}

describe('the audit log, when a process dies at some await', () => {
  it('has what was confirmed, at most one entry more, and no gap; others go on', async () => {
    const ring = newRing();
    await ring.currentId();
    let cut = 0;
    for (const before of upTo(7).map((one) => one - 1))
      for (const death of upTo(8))
        for (const isDone of [false, true]) {
          const log = aLog({ ring, perBlob: 3 });
          await noteMany(log.audit, before);
          // Twice: the second dies while it takes in what the first left.
          let written = before;
          for (const _ of [1, 2]) {
            const mortal = createAudit({ ...dyingAt(log, death, isDone), ring, clock, perBlob: 3 });
            const isConfirmed = await note(mortal, 99).then(
              () => true,
              (error: unknown) => {
                assert.ok(error instanceof Killed, String(error));
                cut += 1;
                return false;
              },
            );
            const { entries, broken } = await log.audit.verify();
            assert.equal(broken, undefined);
            assert.ok(entries >= written + (isConfirmed ? 1 : 0) && entries <= written + 1, `${written} ${entries}`);
            written = entries;
          }
          await note(log.audit, 100);
          const { entries, broken, resumed } = await log.audit.verify();
          assert.deepEqual([entries, broken, resumed], [written + 1, undefined, []]);
          assert.deepEqual(await numbersOf(log.audit), upTo(written + 1));
        }
    assert.ok(cut >= 50, `only ${cut} died`);
  });

  it('is given up, and no deed follows, when the store does not answer', async () => {
    const log = aLog();
    const blobs = { ...log.blobs, append: () => Promise.reject(new Error('no store')) };
    const audit = createAudit({ ...log, blobs, ring: newRing(), clock });
    await assert.rejects(note(audit, 1), /no store/);
    assert.deepEqual(await log.audit.verify(), { entries: 0, resumed: [] });
  });
});

describe('an audit log that somebody tampered with', function () {
  this.timeout(120_000);

  it('is found out in each of 1,000 random tamperings, with the place', async () => {
    const random = createRandom('tampering', 7);
    const ring = newRing();
    const { audit, blobs, tables } = aLog({ ring, perBlob: 25 });
    const heads: string[] = [];
    for (const number of upTo(150)) {
      await note(audit, number);
      heads.push((await headOf(tables))?.text ?? '');
    }
    const check = async ({ blobs: texts, head }: Lying) => {
      const spoiled = aLog({ ring, blobs: memoryBlobs(texts) });
      if (head !== undefined) await putHead(spoiled.tables, head);
      return spoiled.audit.verify();
    };
    const untouched = (): Lying => ({
      blobs: new Map([...blobs.all].map(([name, text]) => [name, Buffer.from(text)])),
      head: heads.at(-1),
    });
    assert.equal((await check(untouched())).broken, undefined, 'an untouched chain is whole');
    const whole = linesOf(untouched());
    let [found, placed] = [0, 0];
    const missed: string[] = [];
    for (let turn = 0; turn < 1_000; turn += 1) {
      const { name, spoil } = spoilings[turn % spoilings.length]!;
      const log = untouched();
      const named = { ...log, blobs: new Map([...log.blobs].map(([key, text]) => [key.slice(6), text])) };
      spoil(named, random, heads);
      const lying = { head: named.head, blobs: new Map([...named.blobs].map(([key, text]) => [`audit/${key}`, text])) };
      const { broken } = await check(lying);
      if (broken) found += 1;
      else missed.push(name);
      const lines = linesOf(lying);
      const first = whole.findIndex((line, at) => lines[at] !== line);
      const place = first < 0 ? whole.length + 1 : first + 1;
      // Where entries stand as they were, it is the head that says otherwise, or a blob that does not belong.
      if (broken?.number === place || (first < 0 && broken)) placed += 1;
      else if (broken?.why === 'head') placed += 1;
      else missed.push(`${name}: at ${broken?.number}, not ${place}`);
    }
    process.stdout.write(`      tamperings found ${found.toLocaleString('en')}/1,000, places right ${placed}\n`);
    assert.deepEqual([...new Set(missed)], []);
    assert.deepEqual([found, placed], [1_000, 1_000]);
  });

  it('is not replaced by one that was made without the vault', async () => {
    const own = memoryTables();
    const stranger = createRing({ tables: own, clock, vault: testVault }, 'audit');
    const theirs = aLog({ ring: stranger });
    await noteMany(theirs.audit, 7);
    const { tables } = aLog();
    await putHead(tables, (await headOf(theirs.tables))?.text ?? '');
    const { entries, broken } = await aLog({ tables, blobs: theirs.blobs }).audit.verify();
    assert.deepEqual([entries, broken?.number, broken?.why], [0, 1, 'changed']);
  });

  it('goes on where the head was put back: what is there counts, and an entry says so for good', async () => {
    const { audit, tables } = aLog();
    await noteMany(audit, 4);
    const old = (await headOf(tables))?.text ?? '';
    await noteMany(audit, 9);
    await putHead(tables, old);
    assert.deepEqual((await audit.verify()).broken, { number: 5, why: 'head' });
    await noteMany(audit, 2);
    const { entries, broken, resumed } = await audit.verify();
    assert.deepEqual([entries, broken, resumed], [16, undefined, [14]]);
    assert.deepEqual(
      (await audit.list()).slice(12, 15).map(({ what, outcome }) => `${what} ${outcome}`),
      ['export done', 'log.resumed 9 entries', 'export done'],
    );
  });

  it('goes on in a new blob where its end was cut or something foreign was added, and the place stays found', async () => {
    for (const [change, number, why] of [
      [(text: string) => `${text.split('\n').slice(0, 1).join('\n')}\n`, 7, 'misplaced'],
      [(text: string) => `${text}gossip\n`, 9, 'changed'],
    ] as const) {
      const { audit, blobs } = aLog();
      await noteMany(audit, 8);
      rewrite(blobs, 6, change);
      assert.ok((await audit.verify()).broken);
      await noteMany(audit, 3);
      const { broken } = await audit.verify();
      assert.deepEqual([broken?.number, broken?.why], [number, why]);
      assert.deepEqual((await numbersOf(audit)).slice(-3), [9, 10, 11]);
    }
  });

  it('says that the log went on without a head, where end and head were taken together', async () => {
    const { audit, blobs, tables } = aLog();
    await noteMany(audit, 8);
    rewrite(blobs, 6, (text) => `${text.split('\n').slice(0, 1).join('\n')}\n`);
    await tables.drop('audit', 'log', 'head.end');
    assert.equal((await audit.verify()).broken?.why, 'head');
    await noteMany(audit, 1);
    assert.deepEqual([(await audit.verify()).broken, (await audit.verify()).resumed], [undefined, [7]]);
  });

  it('takes no entry when there is no place for one: no deed follows', async () => {
    const { audit, blobs } = aLog();
    await noteMany(audit, 8);
    rewrite(blobs, 6, (text) => `${text}gossip\n`);
    await blobs.put('audit', '000000000009.jsonl', Buffer.from('gossip\n'));
    await assert.rejects(note(audit, 9), (error: unknown) => isFailure(error, 'unavailable'));
  });
});

function linesOf({ blobs }: Lying): string[] {
  return [...blobs]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .flatMap(([, text]) => text.toString('latin1').split('\n').slice(0, -1));
}
