import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ConfidentialClientApplication, InteractionRequiredAuthError, type INetworkModule } from '@azure/msal-node';
import { createRemoteJWKSet, decodeJwt, jwtVerify } from 'jose';
import { startEntra, type Entra } from '../../src/sandbox/entra/server.ts';
import { botAudience, exchangeAudience, issuerOf, teamsWebClientId } from '../../src/sandbox/entra/tokens.ts';
import { sandboxIds } from '../../src/sandbox/identity.ts';

const ids = sandboxIds(7);
const login = 'https://login.microsoftonline.com';
const anna = {
  id: '6b4a3f0e-0000-4000-a000-000000000001',
  displayName: 'Anna Peeters',
  userPrincipalName: 'anna.peeters@sandbox.example',
  roles: ['Coordinator'],
};

describe('the sandbox Entra', () => {
  let entra: Entra;
  let dataDir: string;

  before(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'entra-'));
    entra = await start();
  });
  after(async () => {
    await entra.close();
    await rm(dataDir, { recursive: true });
  });

  const start = (): Promise<Entra> =>
    startEntra({ port: 0, ids, dataDir, personOf: (id) => (id === anna.id ? anna : undefined) });

  it('gives a tab a token with the claims of a Teams client', async () => {
    const token = await entra.tabToken(anna.id);
    const keys = createRemoteJWKSet(new URL(`${entra.url}/${ids.tenantId}/discovery/v2.0/keys`));
    const expected = { issuer: issuerOf(ids.tenantId), audience: ids.tabClientId, algorithms: ['RS256'] };
    const { payload } = await jwtVerify(token, keys, expected);
    const { oid, tid, azp, scp, ver, name, preferred_username, roles } = payload;
    assert.deepEqual(
      { oid, tid, azp, scp, ver, name, preferred_username, roles },
      {
        oid: anna.id,
        tid: ids.tenantId,
        azp: teamsWebClientId,
        scp: 'access_as_user',
        ver: '2.0',
        name: anna.displayName,
        preferred_username: anna.userPrincipalName,
        roles: ['Coordinator'],
      },
    );
  });

  it('bends a tab token where a test asks for it', async () => {
    const expired = decodeJwt(await entra.tabToken(anna.id, { expired: true }));
    assert.ok((expired.exp ?? 0) < Date.now() / 1000);
    const appOnly = decodeJwt(await entra.tabToken(anna.id, { appOnly: true }));
    assert.equal(appOnly['scp'], undefined);
    const other = decodeJwt(await entra.tabToken(anna.id, { tenantId: 'other', audience: 'them', scope: 'some' }));
    assert.deepEqual([other.iss, other.aud, other['scp']], [issuerOf('other'), 'them', 'some']);
    const keys = createRemoteJWKSet(new URL(`${entra.url}/${ids.tenantId}/discovery/v2.0/keys`));
    await assert.rejects(jwtVerify(await entra.forgedTabToken(anna.id), keys), /signature/);
  });

  it('exchanges a tab token on behalf of the person through MSAL', async () => {
    const answer = await exchange(await entra.tabToken(anna.id));
    assert.deepEqual(await entra.verifyGraphToken(answer?.accessToken ?? ''), {
      kind: 'delegated',
      personId: anna.id,
      scopes: ['Calendars.ReadWrite'],
    });
    assert.equal(answer?.account?.username, anna.userPrincipalName);
  });

  it('refuses to exchange what is no good tab token', async () => {
    const bad = [
      await entra.forgedTabToken(anna.id),
      await entra.tabToken(anna.id, { expired: true }),
      await entra.tabToken(anna.id, { audience: ids.botId }),
      await entra.tabToken(anna.id, { appOnly: true }),
      await entra.tabToken(anna.id, { tenantId: ids.botId }),
      await entra.tabToken(anna.id, { claims: { oid: ids.botId } }),
    ];
    for (const token of bad) await assert.rejects(exchange(token), { errorCode: 'invalid_grant' });
  });

  it('asks for consent or interaction as MSAL knows it', async () => {
    entra.requireInteraction('consent_required', 1);
    entra.requireInteraction('interaction_required', 1);
    const token = await entra.tabToken(anna.id);
    await assert.rejects(exchange(token), InteractionRequiredAuthError);
    await assert.rejects(exchange(token), InteractionRequiredAuthError);
    await assert.rejects(
      exchange(token, ['https://graph.microsoft.com/Directory.ReadWrite.All']),
      InteractionRequiredAuthError,
    );
    assert.ok(await exchange(token));
  });

  it('gives an app its own token for Graph and for the Bot Framework', async () => {
    const graph = await msal(ids.tabClientId).acquireTokenByClientCredential({
      scopes: ['https://graph.microsoft.com/.default'],
    });
    const caller = await entra.verifyGraphToken(graph?.accessToken ?? '');
    assert.ok(caller?.kind === 'application' && caller.roles.includes('Calendars.ReadBasic'));
    const bot = await msal(ids.botId).acquireTokenByClientCredential({ scopes: [`${botAudience}/.default`] });
    assert.deepEqual(await entra.verifyBotToken(bot?.accessToken ?? ''), { appId: ids.botId });
    assert.equal(await entra.verifyGraphToken(bot?.accessToken ?? ''), null);
    assert.equal(await entra.verifyBotToken(graph?.accessToken ?? ''), null);
  });

  it('gives a bot that is a managed identity its token without any exchange', async () => {
    assert.deepEqual(await entra.verifyBotToken(await managedIdentityToken(botAudience)), { appId: ids.botId });
    const withoutHeader = await fetch(`${entra.url}/msi/token?resource=${botAudience}`);
    assert.equal(withoutHeader.status, 400);
  });

  it('knows no app without the assertion of its managed identity', async () => {
    const form = { grant_type: 'client_credentials', client_id: ids.botId, scope: `${botAudience}/.default` };
    const type = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';
    assert.equal((await askToken(form)).status, 401);
    const wrong = await askToken({
      ...form,
      client_assertion_type: type,
      client_assertion: await entra.tabToken(anna.id),
    });
    assert.equal(wrong.status, 401);
    const stranger = await askToken({ ...form, client_id: ids.tenantId });
    assert.match(await stranger.text(), /AADSTS700016/);
  });

  it('keeps its key over a restart', async () => {
    const before = await exchange(await entra.tabToken(anna.id));
    await entra.close();
    entra = await start();
    assert.ok(await entra.verifyGraphToken(before?.accessToken ?? ''));
  });

  it('fails on request and then works again', async () => {
    const keys = `${entra.url}/${ids.tenantId}/discovery/v2.0/keys`;
    entra.inject('503', 1);
    entra.inject('html', 1);
    entra.inject('truncated', 1);
    entra.inject('reset', 1);
    assert.equal((await fetch(keys)).status, 503);
    assert.match(await (await fetch(keys)).text(), /<!DOCTYPE html>/);
    await assert.rejects(fetch(keys).then((answer) => answer.json()));
    await assert.rejects(fetch(keys));
    assert.equal((await fetch(keys)).status, 200);
  });

  async function exchange(token: string, scopes = ['https://graph.microsoft.com/Calendars.ReadWrite']) {
    return msal(ids.tabClientId).acquireTokenOnBehalfOf({ oboAssertion: token, scopes, skipCache: true });
  }

  function msal(clientId: string): ConfidentialClientApplication {
    return new ConfidentialClientApplication({
      auth: {
        clientId,
        authority: `${login}/${ids.tenantId}`,
        clientAssertion: () => managedIdentityToken(exchangeAudience),
      },
      system: { networkClient: toSandbox() },
    });
  }

  function toSandbox(): INetworkModule {
    const send = async (method: string, url: string, options?: { headers?: Record<string, string>; body?: string }) => {
      const { headers = {}, body } = options ?? {};
      const target = url.replace(login, entra.url);
      const answer = await fetch(target, { method, headers, ...(body === undefined ? {} : { body }) });
      return { headers: {}, status: answer.status, body: (await answer.json()) as never };
    };
    return {
      sendGetRequestAsync: (url, options) => send('GET', url, options),
      sendPostRequestAsync: (url, options) => send('POST', url, options),
    };
  }

  async function managedIdentityToken(resource: string): Promise<string> {
    const url = `${entra.url}/msi/token?resource=${encodeURIComponent(resource)}&api-version=2019-08-01`;
    const answer = await fetch(url, { headers: { 'x-identity-header': 'sandbox' } });
    return ((await answer.json()) as { access_token: string }).access_token;
  }

  function askToken(form: Record<string, string>): Promise<Response> {
    return fetch(`${entra.url}/${ids.tenantId}/oauth2/v2.0/token`, {
      method: 'POST',
      body: new URLSearchParams(form),
    });
  }
});
