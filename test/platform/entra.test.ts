import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { UnsecuredJWT } from 'jose';
import { keptToken } from '../../src/platform/entra/kept-token.ts';
import { isFailure, type FailureCode } from '../../src/platform/errors.ts';
import { startEntra } from '../../src/sandbox/entra/server.ts';
import type { TabTokenOverrides } from '../../src/sandbox/entra/tokens.ts';
import { ids, withEntra, type TestEntra } from '../support/cloud.ts';

const anna = {
  id: 'b0000000-0000-4000-a000-00000000000a',
  displayName: 'Anna Peeters',
  userPrincipalName: 'anna@example.org',
  roles: ['Coordinator', 'Juggler'],
};
const personOf = (id: string) => (id === anna.id ? anna : undefined);
const otherTenant = '11111111-2222-4333-8444-555555555555';

function failsWith(code: FailureCode, reason: string, cause?: RegExp): (error: unknown) => boolean {
  return (error) => {
    assert.ok(isFailure(error, code), String(error));
    assert.equal(error.reason, reason);
    if (cause) assert.match(String(error.cause), cause);
    return true;
  };
}

describe('Entra', () => {
  let set: TestEntra;
  before(async () => (set = await withEntra({ personOf })));
  after(() => set.close());

  it('knows who is in the tab by the object id, with the roles that we know', async () => {
    const token = await set.server.tabToken(anna.id, { claims: { oid: anna.id.toUpperCase() } });
    const identity = { personId: anna.id, name: 'Anna Peeters', roles: ['Coordinator'] };
    assert.deepEqual(await set.entra.verifyTabToken(token), identity);
  });

  it('takes our id with the address of the tab as the audience, and from every Teams client', async () => {
    for (const bent of [
      { audience: `api://tandem.example/${ids.tabClientId}` },
      { clientId: '1fec8e78-bce4-4aaf-ab1b-5451cc387264' },
      { scope: 'access_as_user openid' },
    ])
      assert.equal((await set.entra.verifyTabToken(await set.server.tabToken(anna.id, bent))).personId, anna.id);
  });

  const bad: readonly (readonly [string, TabTokenOverrides, RegExp])[] = [
    ['of another tenant', { tenantId: otherTenant }, /claim iss/],
    ['that says another tenant under our issuer', { claims: { tid: otherTenant } }, /claim tid/],
    ['of another issuer', { issuer: `https://evil.example/${ids.tenantId}/v2.0` }, /claim iss/],
    ['for another audience', { audience: ids.botId }, /claim aud/],
    ['for our id at another address', { audience: `api://evil.example/${ids.tabClientId}` }, /claim aud/],
    ['with another scope', { scope: 'access_as_user_too' }, /claim scp/],
    ['without a scope', { claims: { scp: undefined } }, /claim scp/],
    ['asked for by another client', { clientId: otherTenant }, /claim azp/],
    ['of an app and not of a person', { appOnly: true }, /claim scp/],
    ['that says it is of an app, with a scope', { claims: { idtyp: 'app' } }, /claim idtyp/],
    ['of version 1', { version: '1.0' }, /claim iss/],
    ['that says version 1 under our issuer', { claims: { ver: '1.0' } }, /claim ver/],
    ['without an object id', { claims: { oid: undefined } }, /claim oid/],
    ['without an end', { claims: { exp: undefined } }, /claim exp/],
    ['that is not valid yet', { claims: { nbf: Math.floor(Date.now() / 1000) + 600 } }, /claim nbf/],
  ];
  for (const [what, bent, cause] of bad)
    it(`refuses a tab token ${what}`, async () => {
      const token = await set.server.tabToken(anna.id, bent);
      await assert.rejects(set.entra.verifyTabToken(token), failsWith('not-signed-in', 'token-refused', cause));
    });

  it('tells an ended tab token apart, because Teams gives a new one', async () => {
    const token = await set.server.tabToken(anna.id, { expired: true });
    await assert.rejects(set.entra.verifyTabToken(token), failsWith('not-signed-in', 'token-expired'));
  });

  it('refuses a forged, an unsigned and a broken tab token', async () => {
    const unsigned = new UnsecuredJWT({ oid: anna.id, scp: 'access_as_user' }).encode();
    for (const token of [await set.server.forgedTabToken(anna.id), unsigned, 'no token', ''])
      await assert.rejects(set.entra.verifyTabToken(token), failsWith('not-signed-in', 'token-refused'));
  });

  it('gets a Graph token with the rights of the person, and keeps it', async () => {
    const assertion = await set.server.tabToken(anna.id);
    const token = await set.entra.graphTokenFor(assertion, ['Calendars.ReadWrite']);
    const caller = { kind: 'delegated', personId: anna.id, scopes: ['Calendars.ReadWrite'] };
    assert.deepEqual(await set.server.verifyGraphToken(token), caller);
    const before = callsOf(set);
    assert.equal(await set.entra.graphTokenFor(assertion, ['Calendars.ReadWrite']), token);
    assert.equal(callsOf(set), before);
  });

  it('does not mistake one person for another', async () => {
    const ben = { ...anna, id: 'b0000000-0000-4000-a000-00000000000b' };
    const both = await withEntra({ personOf: (id) => [anna, ben].find((one) => one.id === id) });
    try {
      const got = await Promise.all(
        [anna, ben, anna].map(async ({ id }) =>
          both.entra.graphTokenFor(await both.server.tabToken(id), ['Mail.Send']),
        ),
      );
      const callers = await Promise.all(got.map((token) => both.server.verifyGraphToken(token)));
      assert.deepEqual(
        callers.map((caller) => caller?.kind === 'delegated' && caller.personId),
        [anna.id, ben.id, anna.id],
      );
    } finally {
      await both.close();
    }
  });

  it('says that consent is missing, and that this is no outage', async () => {
    const assertion = await set.server.tabToken(anna.id);
    const lacking = set.entra.graphTokenFor(assertion, ['Files.Read.All']);
    await assert.rejects(lacking, failsWith('unavailable', 'consent-needed'));
    set.server.requireInteraction('interaction_required', 1);
    const again = set.entra.graphTokenFor(assertion, ['Place.Read.All']);
    await assert.rejects(again, failsWith('unavailable', 'consent-needed'));
    assert.ok(await set.entra.graphTokenFor(assertion, ['Place.Read.All']));
  });

  it('asks for a new tab token when the old one ended before the exchange', async () => {
    const assertion = await set.server.tabToken(anna.id, { expired: true });
    const late = set.entra.graphTokenFor(assertion, ['Mail.Send']);
    await assert.rejects(late, failsWith('not-signed-in', 'token-expired'));
  });

  it('has one token for the app, however many ask at once', async () => {
    const fresh = await withEntra({ personOf });
    try {
      const tokens = await Promise.all([1, 2, 3].map(() => fresh.entra.graphAppToken()));
      assert.equal(new Set(tokens).size, 1);
      const caller = await fresh.server.verifyGraphToken(tokens[0] ?? '');
      assert.ok(caller?.kind === 'application' && caller.appId === ids.tabClientId);
      assert.equal(callsOf(fresh), 2, 'the assertion of the managed identity, and the token');
    } finally {
      await fresh.close();
    }
  });

  for (const BOT_TYPE of ['UserAssignedMSI', 'SingleTenant'])
    it(`signs as the bot when it is a ${BOT_TYPE}`, async () => {
      const bot = await withEntra({ personOf, settings: { BOT_TYPE } });
      try {
        assert.deepEqual(await bot.server.verifyBotToken(await bot.entra.botToken()), { appId: ids.botId });
      } finally {
        await bot.close();
      }
    });

  it('says so when there is no managed identity', async () => {
    const bare = await withEntra({ personOf, settings: { MANAGED_IDENTITY_URL: '' } });
    try {
      await assert.rejects(bare.entra.graphAppToken(), failsWith('unavailable', 'identity-not-set-up'));
    } finally {
      await bare.close();
    }
  });

  it('gets over a short outage, and does not hold a long one against the next person', async () => {
    const shaky = await withEntra({ personOf });
    try {
      await shaky.entra.graphAppToken();
      const assertion = await shaky.server.tabToken(anna.id);
      shaky.server.inject('503', 1);
      shaky.server.inject('reset', 1);
      assert.ok(await shaky.entra.graphTokenFor(assertion, ['Mail.Send']));
      shaky.server.inject('503', 3);
      const down = shaky.entra.graphTokenFor(assertion, ['Place.Read.All']);
      await assert.rejects(down, failsWith('unavailable', 'entra-down'));
      assert.ok(await shaky.entra.graphTokenFor(assertion, ['Place.Read.All']));
    } finally {
      await shaky.close();
    }
  });

  it('does not send people away when the keys cannot be had', async () => {
    const shaky = await withEntra({ personOf });
    try {
      const token = await shaky.server.tabToken(anna.id);
      shaky.server.inject('html', 1);
      await assert.rejects(shaky.entra.verifyTabToken(token), failsWith('unavailable', 'entra-down'));
      assert.equal((await shaky.entra.verifyTabToken(token)).personId, anna.id);
    } finally {
      await shaky.close();
    }
  });

  it('learns new keys when Entra changes them', async () => {
    const old = await withEntra({ personOf });
    await old.entra.verifyTabToken(await old.server.tabToken(anna.id));
    const port = Number(new URL(old.server.url).port);
    await old.close();
    const dataDir = await mkdtemp(join(tmpdir(), 'tandem-entra-'));
    const renewed = await startEntra({ port, ids, dataDir, personOf });
    try {
      const token = await renewed.tabToken(anna.id);
      assert.equal((await old.entra.verifyTabToken(token)).personId, anna.id);
    } finally {
      await renewed.close();
      await rm(dataDir, { recursive: true, force: true });
    }
  });

  it('renews a kept token five minutes before its end, and lives on the old one while that fails', async () => {
    let machine = 0;
    let works = true;
    let fetched = 0;
    const clock = { now: () => 0, machine: () => machine };
    const token = keptToken(clock, async () => {
      if (!works) throw new Error('down');
      fetched += 1;
      return { value: `token ${fetched}`, until: machine + 3_600_000 };
    });
    assert.equal(await token(), 'token 1');
    machine = 54 * 60_000;
    assert.equal(await token(), 'token 1');
    machine = 56 * 60_000;
    works = false;
    assert.equal(await token(), 'token 1');
    works = true;
    assert.equal(await token(), 'token 2');
    machine += 61 * 60_000;
    works = false;
    await assert.rejects(token(), /down/);
  });
});

function callsOf({ outbound }: TestEntra): number {
  return Object.values(outbound.counts()).reduce((sum, { calls }) => sum + calls, 0);
}
