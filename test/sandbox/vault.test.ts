import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openKey, validFor } from '../../src/sandbox/signing.ts';
import { startVault, vaultAudience, type Vault } from '../../src/sandbox/vault/server.ts';

describe("the sandbox's vault", () => {
  const tenantId = '0f0e0d0c-0b0a-4000-a000-010203040506';
  const secret = Buffer.from('thirty-two bytes of a data key!!').toString('base64url');
  let dataDir: string;
  let vault: Vault;

  before(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'vault-'));
    vault = await startVault({ port: 0, dataDir, tenantId });
  });
  after(async () => {
    await vault.close();
    await rm(dataDir, { recursive: true });
  });

  const tokenFor = async (aud: string, tid = tenantId): Promise<string> => {
    const key = await openKey(join(dataDir, 'entra-key.json'));
    return key.sign({ aud, tid, ...validFor(600) });
  };

  async function call(path: string, body?: unknown, token?: string): Promise<{ status: number; body: Answer }> {
    const answer = await fetch(`${vault.url}${path}?api-version=7.4`, {
      method: body === undefined ? 'GET' : 'POST',
      headers: {
        authorization: `Bearer ${token ?? (await tokenFor(vaultAudience))}`,
        'content-type': 'application/json',
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return { status: answer.status, body: (await answer.json()) as Answer };
  }
  type Answer = { kid: string; value: string; key: { kid: string; n: string; d?: string }; error: { code: string } };

  it('unwraps what a former version of the key has wrapped', async () => {
    const first = (await call('/keys/identity/create', { kty: 'RSA', key_size: 2048 })).body.key;
    const path = new URL(first.kid).pathname;
    const wrapped = (await call(`${path}/wrapkey`, { alg: 'RSA-OAEP-256', value: secret })).body;
    assert.equal(wrapped.kid, first.kid);
    await call('/keys/identity/create', { kty: 'RSA' });
    assert.notEqual((await call('/keys/identity')).body.key.kid, first.kid);
    const unwrapped = await call(`${path}/unwrapkey`, { alg: 'RSA-OAEP-256', value: wrapped.value });
    assert.equal(unwrapped.body.value, secret);
  });

  it('cannot unwrap what another version has wrapped', async () => {
    const first = (await call('/keys/other/create', { kty: 'RSA' })).body.key;
    const wrapped = (await call('/keys/other/wrapkey', { alg: 'RSA-OAEP-256', value: secret })).body;
    assert.equal(wrapped.kid, first.kid);
    await call('/keys/other/create', { kty: 'RSA' });
    const refused = await call('/keys/other//unwrapkey', { alg: 'RSA-OAEP-256', value: wrapped.value });
    assert.deepEqual([refused.status, refused.body.error.code], [400, 'BadParameter']);
  });

  it('never shows the private part, and keeps keys over a restart', async () => {
    const id = await vault.keyId('kept');
    await vault.close();
    vault = await startVault({ port: 0, dataDir, tenantId });
    const { key } = (await call(new URL(id).pathname)).body;
    assert.equal(new URL(key.kid).pathname, new URL(id).pathname);
    assert.equal(key.d, undefined);
  });

  it('refuses tokens for another service or of another tenant', async () => {
    const graph = await tokenFor('https://graph.microsoft.com');
    const stranger = await tokenFor(vaultAudience, 'ffffffff-0b0a-4000-a000-010203040506');
    assert.equal((await call('/keys/kept', undefined, graph)).status, 401);
    assert.equal((await call('/keys/kept', undefined, stranger)).status, 401);
    assert.equal((await call('/keys/kept')).status, 200);
  });
});
