import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { get } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  certificateTrouble,
  checkBot,
  checkSignIn,
  checkVault,
  storageTrouble,
  type Trouble,
} from '../../src/platform/checks.ts';
import { systemClock } from '../../src/platform/clock.ts';
import { newId } from '../../src/platform/ids.ts';
import { createOutbound, outboundRules } from '../../src/platform/outbound.ts';
import { adopt, checkOwner } from '../../src/platform/owner.ts';
import { createTables } from '../../src/platform/tables.ts';
import { createVault } from '../../src/platform/vault.ts';
import { make } from '../../src/sandbox/certificate.ts';
import { listen } from '../../src/sandbox/loopback.ts';
import { startVault } from '../../src/sandbox/vault/server.ts';
import { ids, testConfig, withEntra } from '../support/cloud.ts';
import { testStorage } from '../support/storage.ts';

const stranger = '11111111-2222-4333-8444-555555555555';
const found = (trouble: Trouble | undefined) => trouble && [trouble.code, trouble.isFinal];

async function looked(
  settings: Record<string, string>,
  check: typeof checkSignIn,
  before?: (one: Awaited<ReturnType<typeof withEntra>>) => unknown,
): Promise<Trouble | undefined> {
  const one = await withEntra({ settings });
  try {
    await before?.(one);
    return await check(one);
  } finally {
    await one.close().catch(() => undefined);
  }
}

describe('what may be wrong with an installation', () => {
  it('is nothing where all is well', async () => {
    assert.equal(await looked({}, checkSignIn), undefined);
    assert.equal(await looked({}, checkBot), undefined);
    assert.equal(await looked({ BOT_TYPE: 'SingleTenant' }, checkBot), undefined);
  });

  const wrong: [string, Record<string, string>, typeof checkSignIn, [string, boolean], RegExp][] = [
    ['a tenant that nobody knows', { TENANT_ID: stranger }, checkSignIn, ['tenant-unknown', true], /TENANT_ID.*1111/],
    ['an app registration of nobody', { TAB_CLIENT_ID: stranger }, checkSignIn, ['app-unknown', true], /TAB_CLIENT_ID/],
    [
      ...([
        'an identity that the machine does not have',
        { MANAGED_IDENTITY_CLIENT_ID: stranger },
        checkSignIn,
      ] as const),
      ...([['identity-unknown', true], /MANAGED_IDENTITY_CLIENT_ID/] as [[string, boolean], RegExp]),
    ],
    ['a bot that is not ours', { BOT_ID: stranger }, checkBot, ['bot-unknown', true], /BOT_ID.*1111/],
    [
      ...([
        'a bot of the other type that is not ours',
        { BOT_ID: stranger, BOT_TYPE: 'SingleTenant' },
        checkBot,
      ] as const),
      ...([['bot-unknown', true], /BOT_ID/] as [[string, boolean], RegExp]),
    ],
  ];
  for (const [name, settings, check, code, says] of wrong)
    it(`is ${name}: it is said in one sentence, and no start mends it`, async () => {
      const trouble = await looked(settings, check);
      assert.deepEqual(found(trouble), code);
      assert.match(trouble!.says, says);
    });

  it('is an Entra that does not answer, which passes', async () => {
    const trouble = await looked({}, checkSignIn, ({ server }) => server.close());
    assert.deepEqual(found(trouble), ['sign-in-silent', false]);
  });

  it('is a vault that does not answer, or has no such key; everything else works meanwhile', async () => {
    const dataDir = await mkdtemp(join(tmpdir(), 'tandem-checks-'));
    const one = await withEntra();
    const server = await startVault({ port: 0, dataDir, tenantId: ids.tenantId });
    try {
      // The stand-ins of Entra and of the vault have different keys here, so that nobody's token is good.
      const look = (keyId: string) => {
        const config = testConfig({
          ...{ LOGIN_URL: one.server.url, MANAGED_IDENTITY_URL: `${one.server.url}/msi/token` },
          ...{ VAULT_URL: server.url, IDENTITY_KEY_ID: keyId },
        });
        const vault = createVault({ config, clock: systemClock, outbound: createOutbound(outboundRules(config)) });
        return checkVault({ vault, config });
      };
      assert.deepEqual(found(await look(`${server.url}/keys/identity`)), ['vault-refused', false]);
      await server.close();
      assert.deepEqual(found(await look(`${server.url}/keys/identity`)), ['vault-silent', false]);
    } finally {
      await one.close();
      await rm(dataDir, { recursive: true, force: true });
    }
  });

  it('is storage that does not answer', async () => {
    const away =
      'DefaultEndpointsProtocol=http;AccountName=none;AccountKey=bm9uZQ==;TableEndpoint=http://127.0.0.1:1/none';
    const error: unknown = await createTables({ connection: away, prefix: '' })
      .read('system', 'none', 'none')
      .catch((problem: unknown) => problem);
    assert.deepEqual(found(storageTrouble(error, testConfig())), ['storage-silent', true]);
    const refused = { statusCode: 403, message: 'This request is not authorized to perform this operation.' };
    assert.match(storageTrouble(refused, testConfig())!.says, /Storage Table, Queue and Blob Data Contributor/);
    const unknown = { cause: { code: 'ENOTFOUND' } };
    assert.deepEqual(found(storageTrouble(unknown, testConfig())), ['storage-unknown', true]);
    assert.equal(storageTrouble(new RangeError('a fault of ours'), testConfig()), undefined);
  });

  it('is a certificate that has ended, or that nobody trusts', async () => {
    for (const [days, trusted, code] of [
      [-1, true, 'certificate-ended'],
      [30, false, 'certificate-strange'],
    ] as const) {
      const [cert, key] = await make(days);
      const server = await listen((_req, res) => void res.end(), 0, { cert, key });
      const error = await new Promise((resolve) => {
        get(server.url, trusted ? { ca: cert } : {}, () => resolve(undefined)).on('error', resolve);
      });
      await server.close();
      assert.deepEqual(found(certificateTrouble(error, 'the vault')), [code, true]);
    }
  });

  it('is storage of another installation, until it is given to this one', async () => {
    const tables = createTables({ connection: await testStorage(), prefix: `t${newId().slice(0, 10)}` });
    await tables.prepare();
    const parts = (settings: Record<string, string> = {}) => ({
      ...{ tables, clock: systemClock, config: testConfig(settings) },
    });
    const [ours, theirs] = [parts(), parts({ BOT_ID: stranger })];
    const both = await Promise.all([checkOwner(ours), checkOwner(ours)]);
    assert.deepEqual(both, [undefined, undefined]);
    const trouble = await checkOwner(theirs);
    assert.deepEqual(found(trouble), ['owned-by-another', true]);
    assert.match(trouble!.says, new RegExp(`bot ${ids.botId}.*STORAGE_PREFIX.*tandem adopt`));
    await adopt(theirs);
    assert.equal(await checkOwner(theirs), undefined);
    assert.deepEqual(found(await checkOwner(ours)), ['owned-by-another', true]);
  });
});
