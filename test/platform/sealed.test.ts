import assert from 'node:assert/strict';
import { isFailure } from '../../src/platform/errors.ts';
import { systemClock } from '../../src/platform/clock.ts';
import { createRing } from '../../src/platform/sealed.ts';
import { createVault } from '../../src/platform/vault.ts';
import { createOutbound, outboundRules } from '../../src/platform/outbound.ts';
import { testApp } from '../support/app.ts';
import { testConfig } from '../support/cloud.ts';
import { runningVault, testVault } from '../support/vault.ts';

async function aRing(name = 'test') {
  const { deps } = await testApp();
  const parts = { tables: deps.tables, clock: deps.clock, vault: testVault };
  return { ring: createRing(parts, name), again: (other = name) => createRing(parts, other), deps };
}

const isBroken = (error: unknown): boolean => isFailure(error, 'unavailable') && error.reason === 'sealed-broken';

describe('what is sealed', () => {
  it('is opened by another process, and only for the words it is bound to', async () => {
    const { ring, again } = await aRing();
    const one = await ring.seal('private', ['anne', 'gender']);
    assert.equal(await again().open(one, ['anne', 'gender']), 'private');
    for (const bound of [['bart', 'gender'], ['anne', 'age'], ['annegender'], ['anne', 'gender', '']])
      await assert.rejects(again().open(one, bound), isBroken);
  });

  it('is another text each time, and says nothing of what is in it', async () => {
    const { ring } = await aRing();
    const [one, other] = [await ring.seal('private', ['a']), await ring.seal('private', ['a'])];
    assert.notEqual(one.data, other.data);
    assert.ok(!JSON.stringify([one, other]).includes('private'));
  });

  it('is not opened when one character was changed', async () => {
    const { ring } = await aRing();
    const one = await ring.seal('private', ['a']);
    const bend = (text: string): string => (text.startsWith('A') ? 'B' : 'A') + text.slice(1);
    for (const changed of [
      { data: bend(one.data) },
      { iv: bend(one.iv) },
      { tag: bend(one.tag) },
      { tag: one.tag.slice(0, 6) },
    ])
      await assert.rejects(ring.open({ ...one, ...changed }, ['a']), isBroken);
  });

  it('is not opened by a ring of another name', async () => {
    const { ring, again } = await aRing();
    await assert.rejects(again('other').open(await ring.seal('private', ['a']), ['a']), isBroken);
  });

  it('is opened after every change of keys, until its own key is dropped', async () => {
    const { ring, again } = await aRing();
    const one = await ring.seal('private', ['a']);
    await (await runningVault()).rotate();
    assert.equal(await ring.isStale(Infinity), true, 'the vault has a newer key');
    await ring.rotate();
    assert.equal(await ring.isStale(Infinity), false);
    const other = await ring.seal('newer', ['a']);
    assert.notEqual(other.keyId, one.keyId);
    assert.equal(await again().open(one, ['a']), 'private');
    await ring.dropOld(60_000);
    assert.equal(await again().open(one, ['a']), 'private', 'a young change drops nothing yet');
    await ring.dropOld(0);
    await assert.rejects(again().open(one, ['a']), isBroken);
    assert.equal(await again().open(other, ['a']), 'newer');
  });

  it('makes one first key when two begin at once', async () => {
    const { ring, again } = await aRing();
    const [one, other] = await Promise.all([ring.seal('one', ['a']), again().seal('two', ['a'])]);
    assert.equal(one.keyId, other.keyId);
  });
});

describe('the vault', () => {
  it('is asked for nothing when none is set up, and every call says so', async () => {
    const config = testConfig();
    const vault = createVault({ config, outbound: createOutbound(outboundRules(config)), clock: systemClock });
    await assert.rejects(
      vault.wrap(new Uint8Array(32)),
      (error) => isFailure(error) && error.reason === 'vault-not-set-up',
    );
  });

  it('is sent nothing that names a key of somebody else', async () => {
    const isRefused = (error: unknown): boolean => isFailure(error) && error.reason === 'vault-refused';
    const { value } = await testVault.wrap(new Uint8Array(32));
    for (const kid of [
      'https://example.org/keys/identity/1',
      `${(await testVault.newest()).replace('/identity/', '/other/')}`,
    ])
      await assert.rejects(testVault.unwrap({ kid, value }), isRefused);
    await assert.rejects(testVault.unwrap({ kid: await testVault.newest(), value: 'AAAA' }), isRefused);
  });
});
