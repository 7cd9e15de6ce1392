import assert from 'node:assert/strict';
import { Writable } from 'node:stream';
import { audit, showAudit, type AuditWish } from '../../src/cli/audit.ts';
import { UsageProblem } from '../../src/cli/usage.ts';
import { createAudit, type Audit } from '../../src/platform/audit.ts';
import { systemClock as clock } from '../../src/platform/clock.ts';
import { createRing } from '../../src/platform/sealed.ts';
import { aPerson } from '../support/app.ts';
import { memoryTables } from '../support/delivery/memory.ts';
import { memoryBlobs } from '../support/memory-blobs.ts';
import { testVault } from '../support/vault.ts';

const anne = aPerson(1).id;
const usual: AuditWish = { json: false, env: undefined, who: undefined, programme: undefined, seen: undefined };

/** Four entries, two of them Anne's, over two blobs. */
async function aLog() {
  const [tables, blobs] = [memoryTables(), memoryBlobs()];
  const ring = createRing({ tables, clock, vault: testVault }, 'audit');
  const log = createAudit({ tables, blobs, clock, ring, perBlob: 3 });
  for (const [who, programme] of [
    [anne, 'p1'],
    [aPerson(2).id, 'p1'],
    [anne, 'p2'],
    [undefined, 'p2'],
  ] as const)
    await log.note({ what: 'export', object: `programme:${programme} report`, ...(who ? { who } : {}) });
  return { log, blobs };
}

async function shown(log: Audit, wish: Partial<AuditWish> = {}): Promise<{ code: number; text: string }> {
  let text = '';
  // Takes its time, as a pipe does.
  const out = new Writable({
    highWaterMark: 1,
    write: (chunk: Buffer, _, done) => {
      text += chunk.toString('utf8');
      setImmediate(done);
    },
  });
  return { code: await showAudit(log, { ...usual, ...wish }, out), text };
}

describe('tandem audit', () => {
  it('shows each entry and says that the log is whole', async () => {
    const { code, text } = await shown((await aLog()).log);
    assert.equal(code, 0);
    assert.match(text, /^4 entries, each as it was written\.$/m);
    assert.equal(text.match(/^\d {2}\d{4}-.* {2}export {2}programme:p\d report {2}done$/gm)?.length, 4);
  });

  it('shows what one person did, or what concerns one programme, and checks all the same', async () => {
    const { log } = await aLog();
    const [byAnne, ofP2] = [await shown(log, { who: anne }), await shown(log, { programme: 'p2' })];
    for (const [{ text }, numbers] of [
      [byAnne, ['1', '3']],
      [ofP2, ['3', '4']],
    ] as const) {
      assert.deepEqual(text.match(/^\d(?= {2})/gm), numbers);
      assert.match(text, /^4 entries/m);
    }
  });

  it('gives JSON that can be read, also of nothing', async () => {
    const { log } = await aLog();
    const all = JSON.parse((await shown(log, { json: true })).text) as Record<string, unknown>;
    assert.deepEqual([(all['entries'] as unknown[]).length, all['count'], all['isWhole']], [4, 4, true]);
    const none = JSON.parse((await shown(log, { json: true, programme: 'p9' })).text) as Record<string, unknown>;
    assert.deepEqual([none['entries'], none['count']], [[], 4]);
  });

  it('ends with 1 and says where, when an entry is not as it was written', async () => {
    const { log, blobs } = await aLog();
    const name = 'audit/000000000001.jsonl';
    const text = Buffer.from(blobs.all.get(name)!).toString('utf8');
    blobs.all.set(name, Buffer.from(text.replace('programme:p2', 'programme:p3')));
    const found = await shown(log);
    assert.equal(found.code, 1);
    assert.match(
      found.text,
      /not as it was written at number 3: the line was changed or put in \(000000000001\.jsonl\)/,
    );
    const { broken } = JSON.parse((await shown(log, { json: true })).text) as { broken: unknown };
    assert.deepEqual(broken, { number: 3, blob: '000000000001.jsonl', why: 'changed' });
  });

  it('finds that a noted entry is gone, where log and head were both put back', async () => {
    const { log } = await aLog();
    const last = /^Last: (\S+)/m.exec((await shown(log)).text)?.[1];
    assert.equal((await shown(log, { seen: last })).code, 0);
    const other = await shown((await aLog()).log, { seen: last });
    assert.equal(other.code, 1);
    assert.match(other.text, /does not stand in it/);
  });

  it('says what is wrong with what was typed', async () => {
    for (const wish of [{ who: 'Anne Peeters' }, { programme: '' }, { seen: '812' }])
      await assert.rejects(audit({ ...usual, ...wish }), (error: unknown) => error instanceof UsageProblem);
  });
});
