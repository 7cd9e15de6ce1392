import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { isFailure } from '../../src/platform/errors.ts';
import { createOutbound, outboundRules, responseOf } from '../../src/platform/outbound.ts';
import { testConfig } from '../support/cloud.ts';

describe('calling out', () => {
  let server: Server;
  let origin = '';

  before(async () => {
    server = createServer((req, res) => {
      if (req.url === '/hangs') return;
      if (req.url === '/moved') return void res.writeHead(302, { location: 'https://example.com/' }).end();
      res.writeHead(200, { 'content-type': 'text/plain' }).end(`you asked ${req.method} ${req.url}`);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  after(() => {
    server.closeAllConnections();
    server.close();
  });

  const toGraph = () => createOutbound({ hosts: [], endpoints: { 'https://graph.microsoft.com': origin } });
  const get = (url: string, deadline = 2_000) => toGraph().call({ method: 'GET', url, deadline });

  it('goes where the endpoint map leads, with path and query', async () => {
    const answer = responseOf(await get('https://graph.microsoft.com/v1.0/users?$top=1'));
    assert.equal(await answer.text(), 'you asked GET /v1.0/users?$top=1');
  });

  it('calls no host that is not on the list', async () => {
    for (const url of ['https://example.com/', 'https://graph.microsoft.com.example.com/', 'http://169.254.169.254/'])
      await assert.rejects(get(url), (error) => isFailure(error, 'unavailable') && error.reason === 'host-not-allowed');
  });

  it('follows no redirect', async () => {
    await assert.rejects(get('https://graph.microsoft.com/moved'), (error) => isFailure(error, 'unavailable'));
  });

  it('gives up at the deadline', async () => {
    await assert.rejects(
      get('https://graph.microsoft.com/hangs', 100),
      (error) => isFailure(error) && error.reason === 'no-answer',
    );
  });

  it('may call Microsoft and what the settings name, and nothing else', () => {
    const outbound = createOutbound(
      outboundRules(
        testConfig({ CONNECTOR_HOSTS: 'connector.example', MANAGED_IDENTITY_URL: 'http://127.0.0.1:42/msi' }),
      ),
    );
    const allowed = [
      'https://graph.microsoft.com/v1.0/me',
      'https://login.microsoftonline.com/x',
      'https://smba.trafficmanager.net/emea/',
      'https://connector.example/v3',
      'http://127.0.0.1:42/msi?resource=x',
    ];
    for (const url of allowed) assert.equal(outbound.resolve(url), url);
    for (const url of [
      'https://evil.trafficmanager.net/',
      'https://evilsmba.trafficmanager.net/',
      'http://connector.example/',
      'http://graph.microsoft.com/',
      'http://127.0.0.1:43/',
    ])
      assert.throws(() => outbound.resolve(url), /host-not-allowed/, url);
  });

  it('reaches a connector on this machine over http in development only', () => {
    const url = 'http://127.0.0.1:3982/v3/conversations';
    const rules = (settings: Record<string, string>) =>
      createOutbound(outboundRules(testConfig({ CONNECTOR_HOSTS: '127.0.0.1:3982', ...settings })));
    assert.equal(rules({}).resolve(url), url);
    const production = {
      NODE_ENV: 'production',
      STORAGE_ACCOUNT: 'tandem',
      STORAGE_CONNECTION: '',
      TEAMS_APP_ID: '',
      VAULT_URL: 'https://tandem.vault.azure.net',
      IDENTITY_KEY_ID: 'https://tandem.vault.azure.net/keys/identity',
    };
    assert.throws(() => rules(production).resolve(url), /host-not-allowed/);
  });
});
