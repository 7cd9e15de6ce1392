import assert from 'node:assert/strict';
import { describeRoutes } from '../../src/api/openapi.ts';
import { routes, says } from '../../src/api/routes.ts';
import { knownTokens, startApi } from '../support/api.ts';
import { testApp } from '../support/app.ts';
import { ids, withEntra, type TestEntra } from '../support/cloud.ts';

const person = {
  id: '00000000-0000-4000-a000-000000000001',
  displayName: 'Anke',
  userPrincipalName: 'a@example.test',
  roles: [],
};

describe('the doors of the product', () => {
  let api: Awaited<ReturnType<typeof startApi>>;
  let entra: TestEntra;

  before(async () => {
    const { deps } = await testApp();
    entra = await withEntra({ personOf: (id) => (id === person.id ? person : undefined) });
    const bot = (req: { body: unknown }, res: { json: (body: unknown) => void }): void => res.json({ got: req.body });
    api = await startApi({ deps, entra: entra.entra, routes, says, bot });
  });
  after(async () => {
    await api.close();
    await entra.close();
  });

  it('let nobody in without a token, on any route', async () => {
    assert.ok(routes.length > 0);
    for (const { method, path } of describeRoutes(routes)) {
      const answer = await api.ask({
        method,
        path: path.replace(/:\w+/g, 'a'),
        body: method === 'GET' ? undefined : {},
      });
      assert.equal(answer.status, 401, `${method} ${path}`);
    }
  });

  it('let in with a token of our tenant, and with no other', async () => {
    const address = describeRoutes(routes).find(({ method, who, path }) => {
      return method === 'GET' && who === 'Coordinator' && !path.includes(':');
    });
    assert.ok(address);
    const status = async (token: string): Promise<number> => (await api.ask({ path: address.path, token })).status;
    assert.equal(await status(await entra.server.tabToken(person.id)), 403);
    assert.equal(await status(await entra.server.forgedTabToken(person.id)), 401);
    const foreign = { tenantId: '00000000-0000-4000-8000-00000000000f' };
    assert.equal(await status(await entra.server.tabToken(person.id, foreign)), 401);
    assert.notEqual(foreign.tenantId, ids.tenantId);
  });

  it('hand the bot its activities', async () => {
    const answer = await api.ask({ method: 'POST', path: '/api/messages', body: { type: 'message' } });
    assert.deepEqual(answer.json, { got: { type: 'message' } });
  });

  it('are described by the table itself', async () => {
    const { json } = await api.ask({ path: '/api/openapi.json' });
    const paths = json['paths'] as Record<
      string,
      Record<string, { responses: object; parameters: { name: string }[] }>
    >;
    const described = Object.values(paths).flatMap((path) => Object.values(path));
    assert.equal(described.length, routes.length);
    for (const [path, methods] of Object.entries(paths))
      for (const { parameters } of Object.values(methods))
        for (const [, name] of path.matchAll(/\{(\w+)\}/g))
          assert.ok(
            parameters.some((one) => one.name === name),
            `${path} does not describe ${String(name)}`,
          );
  });

  it('tell whether they are open, and whether the storage answers', async () => {
    assert.deepEqual((await api.ask({ path: '/health/live' })).json, { live: true });
    assert.deepEqual((await api.ask({ path: '/health/ready' })).json, { ready: true });
    const { deps } = await testApp();
    const tables = { ...deps.tables, read: () => Promise.reject(new Error('no storage')) };
    const poor = await startApi({ deps: { ...deps, tables }, entra: knownTokens });
    const answer = await poor.ask({ path: '/health/ready' });
    await poor.close();
    assert.deepEqual([answer.status, answer.json], [503, { ready: false, because: ['storage'] }]);
  });

  it('carry the headers that keep browsers careful', async () => {
    const { headers } = await api.ask({ path: '/api/openapi.json' });
    assert.equal(headers.get('cache-control'), 'no-store');
    assert.equal(headers.get('x-content-type-options'), 'nosniff');
    assert.equal(headers.get('referrer-policy'), 'no-referrer');
    assert.equal(headers.get('content-security-policy'), "default-src 'none'; frame-ancestors 'none'");
    assert.equal(headers.get('strict-transport-security'), null);
    assert.equal(headers.get('x-powered-by'), null);
    const { deps } = await testApp();
    const config = { ...deps.config, baseUrl: 'https://tandem.example' };
    const secure = await startApi({ deps: { ...deps, config }, entra: knownTokens });
    const answer = await secure.ask({ path: '/health/live' });
    await secure.close();
    assert.match(answer.headers.get('strict-transport-security') ?? '', /max-age=31536000/);
  });

  it('refuse what came unencrypted to the balancer in front, and lead it nowhere', async () => {
    const { deps } = await testApp();
    const config = { ...deps.config, baseUrl: 'https://tandem.example' };
    const secure = await startApi({ deps: { ...deps, config }, entra: knownTokens, routes, says });
    const statusOf = async (path: string, proto: string): Promise<string> => {
      const headers = { authorization: 'Bearer someone', 'x-forwarded-proto': proto };
      const answer = await fetch(secure.url + path, { headers, redirect: 'manual' });
      return `${answer.status} ${answer.headers.get('location')}`;
    };
    for (const path of ['/api/me/preferences', '/tab/', '/api/messages', '/health/live'])
      assert.equal(await statusOf(path, 'http'), '422 null', path);
    assert.equal(await statusOf('/api/me/preferences', 'https'), '200 null');
    await secure.close();
  });
});
