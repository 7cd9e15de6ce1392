import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect, type AddressInfo } from 'node:net';
import { createPace } from '../../src/api/pace.ts';
import { createApi } from '../../src/api/main.ts';
import { routes, says } from '../../src/api/routes.ts';
import { createWebServer } from '../../src/api/server.ts';
import type { Platform } from '../../src/platform/platform.ts';
import { knownTokens, readinessOf, startApi } from '../support/api.ts';
import { testApp } from '../support/app.ts';

const bot = (_req: unknown, res: { status: (code: number) => { end: () => void } }): void => res.status(401).end();

describe('the web server', () => {
  let port: number;
  let deps: Platform;
  const server = { close: (): void => undefined };

  before(async () => {
    deps = (await testApp()).deps;
    const api = createApi({ deps, entra: knownTokens, routes, says, bot: bot as never, readiness: readinessOf(deps) });
    const web = createWebServer(api, { silence: 5_000, head: 300, whole: 600, look: 50 });
    web.listen(0, '127.0.0.1');
    await once(web, 'listening');
    port = (web.address() as AddressInfo).port;
    server.close = () => {
      web.close();
      web.closeAllConnections();
    };
  });
  after(() => server.close());

  /** Writes, and gives all that comes until the other side hangs up. */
  function talk(...written: readonly string[]): Promise<string> {
    return new Promise((resolve) => {
      const socket = connect(port, '127.0.0.1', () => written.forEach((text) => socket.write(text)));
      let heard = '';
      socket.on('data', (chunk: Buffer) => (heard += chunk.toString('latin1')));
      socket.on('error', () => undefined);
      socket.on('close', () => resolve(heard));
    });
  }

  it('cuts off who does not come to an end with the head of a request', async () => {
    assert.match(await talk('GET /health/live HTTP/1.1\r\nHost: a\r\nX: '), /^HTTP\/1\.1 408 /);
  });

  it('cuts off who does not come to an end with a body', async () => {
    const head = 'PUT /api/me/preferences HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer someone\r\n';
    const heard = await talk(`${head}Content-Type: application/json\r\nContent-Length: 1000\r\n\r\n{"doNot`);
    assert.match(heard, /^(HTTP\/1\.1 4\d\d |$)/);
  });

  it('cuts off who takes nothing of an answer', async () => {
    const web = createWebServer((_req, res) => void res.end(Buffer.alloc(64 * 1024 * 1024)), {
      ...{ silence: 300, head: 5_000, whole: 5_000, look: 50 },
    });
    web.listen(0, '127.0.0.1');
    await once(web, 'listening');
    const socket = connect((web.address() as AddressInfo).port, '127.0.0.1', () => {
      socket.pause();
      socket.write('GET / HTTP/1.1\r\nHost: a\r\n\r\n');
    });
    socket.on('error', () => undefined);
    const [cut] = (await once(web, 'connection')) as [NodeJS.EventEmitter];
    await once(cut, 'close');
    socket.destroy();
    web.close();
  });

  const careful = [
    /cache-control: (no-store|public)/i,
    /x-content-type-options: nosniff/i,
    /content-security-policy: /i,
  ];
  const raw: [string, string, RegExp][] = [
    ['no host', 'GET /health/live HTTP/1.1\r\n\r\n', /^HTTP\/1\.1 400 /],
    ['a wish that we do not know', 'GET / HTTP/1.1\r\nHost: a\r\nExpect: gold\r\n\r\n', /^HTTP\/1\.1 417 /],
    ['a trace', 'TRACE / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n', /^HTTP\/1\.1 404 /],
    ['what is no HTTP', 'HELLO\r\n\r\n', /^HTTP\/1\.1 400 /],
    ['a head of 20 KB', `GET / HTTP/1.1\r\nHost: a\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`, /^HTTP\/1\.1 431 /],
    [
      'two lengths',
      'POST /api/me HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\na',
      /^HTTP\/1\.1 400 /,
    ],
    [
      'a length and chunks',
      'POST /api/me HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\na',
      /^HTTP\/1\.1 400 /,
    ],
  ];
  for (const [name, text, status] of raw)
    it(`answers ${name} with a refusal, and with careful headers`, async () => {
      const heard = await talk(text);
      assert.match(heard, status);
      for (const header of careful) assert.match(heard, header);
    });

  it('has careful headers on every answer, whatever it says', async () => {
    const config = { ...deps.config, tabDir: 'nowhere' };
    const tables = { ...deps.tables, range: () => Promise.reject(new TypeError('no storage')) };
    const api = await startApi({
      ...{ deps: { ...deps, config, tables }, entra: knownTokens, bot: bot as never },
      routes,
      says,
      pace: createPace({ seconds: 60, ofRoute: 2, inAll: 9 }),
    });
    const big = JSON.stringify({ x: 'x'.repeat(300 * 1024) });
    const asks: [number, string, RequestInit][] = [
      [200, '/health/live', {}],
      [404, '/', {}],
      [404, '/nothing', {}],
      [404, '/api/nothing', {}],
      [503, '/tab/', {}],
      [503, '/tab/assets/none.js', {}],
      [401, '/api/me/home', {}],
      [403, '/api/programmes', { headers: { authorization: 'Bearer someone' } }],
      [200, '/api/openapi.json', { method: 'HEAD' }],
      [404, '/api/me/home', { method: 'OPTIONS', headers: { origin: 'https://example.org' } }],
      [404, '/api/me/home', { method: 'PATCH' }],
      [404, '/api/%ff', {}],
      [401, '/api/messages', { method: 'POST', body: '{}', headers: { 'content-type': 'application/json' } }],
      [400, '/api/messages', { method: 'POST', body: '{', headers: { 'content-type': 'application/json' } }],
      [500, '/api/me/invitations', { headers: { authorization: 'Bearer broken' } }],
      [
        422,
        '/api/people/search',
        {
          method: 'POST',
          body: '{}',
          headers: { authorization: 'Bearer someone', 'content-type': 'application/json' },
        },
      ],
      [
        413,
        '/api/me/preferences',
        { method: 'PUT', body: big, headers: { authorization: 'Bearer someone', 'content-type': 'application/json' } },
      ],
      [
        400,
        '/api/me/preferences',
        { method: 'PUT', body: '{', headers: { authorization: 'Bearer someone', 'content-type': 'application/json' } },
      ],
      [
        429,
        '/api/me/preferences',
        { method: 'PUT', body: '{', headers: { authorization: 'Bearer someone', 'content-type': 'application/json' } },
      ],
    ];
    for (const [status, path, init] of asks) {
      const answer = await fetch(api.url + path, { ...init, redirect: 'manual' });
      const headers = [...answer.headers].map(([name, value]) => `${name}: ${value}`).join('\n');
      assert.equal(answer.status, status, `${path}: ${await answer.text()}`);
      for (const header of careful) assert.match(headers, header, `${path} ${status}`);
      assert.match(headers, /referrer-policy: no-referrer/);
      assert.doesNotMatch(headers, /x-powered-by|server: |access-control/i);
      if (status === 429) assert.ok(Number(answer.headers.get('retry-after')) > 0);
    }
    await api.close();
  });
});

describe('the pace of one person', () => {
  it('slows down who asks fifty times a second, and nobody else', async () => {
    const { deps } = await testApp();
    const api = await startApi({
      deps,
      entra: knownTokens,
      routes,
      says,
      pace: createPace({ seconds: 10, ofRoute: 20, inAll: 30 }),
    });
    const ask = async (token: string): Promise<number> =>
      (await api.ask({ path: '/api/me/preferences', token })).status;
    const hasty = await Promise.all(Array.from({ length: 50 }, () => ask('hasty')));
    assert.equal(hasty.filter((status) => status === 200).length, 20);
    assert.equal(hasty.filter((status) => status === 429).length, 30);
    assert.deepEqual(await Promise.all(Array.from({ length: 15 }, (_, at) => ask(`calm-${at}`))), Array(15).fill(200));
    const other = await api.ask({ path: '/api/me/invitations', token: 'hasty' });
    assert.equal(other.status, 200, 'another route is still open, until all together are too many');
    const slow = await api.ask({ path: '/api/me/preferences', token: 'hasty', language: 'nl' });
    assert.match(String(slow.json['detail']), /Wacht/);
    await api.close();
  });
});
