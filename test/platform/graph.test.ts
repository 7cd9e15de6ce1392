import assert from 'node:assert/strict';
import { readFile, readdir } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { z } from 'zod';
import { systemClock } from '../../src/platform/clock.ts';
import type { Entra } from '../../src/platform/entra.ts';
import { isFailure, type FailureCode } from '../../src/platform/errors.ts';
import { createGraph, type Graph } from '../../src/platform/graph.ts';
import { graphCalls, permissionFor, type GraphCall } from '../../src/platform/graph/permissions.ts';
import { graphProblemIn, GraphProblem } from '../../src/platform/graph/problems.ts';
import { ianaZone } from '../../src/platform/graph/zones.ts';
import { createOutbound } from '../../src/platform/outbound.ts';

type Answer = (req: IncomingMessage, res: ServerResponse) => void;

const json =
  (status: number, body: unknown, headers: Record<string, string> = {}): Answer =>
  (_req, res) =>
    void res.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
const error = (status: number, code: string, headers = {}): Answer =>
  json(status, { error: { code, message: code } }, headers);

const tokens: Pick<Entra, 'graphAppToken' | 'graphTokenFor'> = {
  graphAppToken: () => Promise.resolve('app-token'),
  graphTokenFor: (assertion, scopes) => Promise.resolve(`${assertion}+${scopes.join()}`),
};

describe('Graph', () => {
  let server: Server;
  let origin = '';
  let graph: Graph;
  let answers: Answer[] = [];
  let asked: { line: string; token: string | undefined; body: string }[] = [];

  before(async () => {
    server = createServer((req, res) => {
      let body = '';
      req.on('data', (part: Buffer) => (body += part.toString()));
      req.on('end', () => {
        asked.push({ line: `${req.method} ${req.url}`, token: req.headers.authorization, body });
        (answers.shift() ?? json(200, { value: [] }))(req, res);
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  beforeEach(() => {
    answers = [];
    asked = [];
    const outbound = createOutbound({ hosts: [], endpoints: { 'https://graph.microsoft.com': origin } });
    graph = createGraph({ outbound, entra: tokens as Entra, clock: systemClock, graphUrl: origin });
  });
  after(() => {
    server.closeAllConnections();
    server.close();
  });

  const list = z.object({ value: z.array(z.string()) });
  const ask = (link?: string) =>
    graph.ask({ call: 'GET /groups', ...(link === undefined ? {} : { link }), gives: list });
  const fails = (code: FailureCode, reason: string) => (problem: unknown) => {
    assert.ok(isFailure(problem, code), String(problem));
    assert.equal(problem.reason, reason);
    return true;
  };

  it('asks with the right token, and lets nothing in an id or a value become another path', async () => {
    await graph.ask({
      call: 'GET /groups/{id}/transitiveMembers',
      ids: ['../me?x=1#'],
      query: { $top: 999, $search: '"displayName:a&b"' },
      gives: list,
    });
    await graph.ask({ call: 'GET /me/calendarView', as: 'anna', gives: list });
    assert.deepEqual(asked, [
      {
        line: 'GET /v1.0/groups/..%2Fme%3Fx%3D1%23/transitiveMembers?$top=999&$search=%22displayName%3Aa%26b%22',
        token: 'Bearer app-token',
        body: '',
      },
      { line: 'GET /v1.0/me/calendarView', token: 'Bearer anna+Calendars.ReadWrite', body: '' },
    ]);
  });

  it('follows links to Graph by either of its addresses, and to the same call only', async () => {
    await ask('https://graph.microsoft.com/v1.0/groups?$skiptoken=a%2Bb==');
    await ask(`${origin}/v1.0/groups?$skiptoken=2`);
    assert.deepEqual(
      asked.map(({ line }) => line),
      ['GET /v1.0/groups?$skiptoken=a%2Bb==', 'GET /v1.0/groups?$skiptoken=2'],
    );
    for (const link of [
      'https://evil.example/v1.0/groups',
      'https://graph.microsoft.com.evil.example/v1.0/groups',
      'https://graph.microsoft.com/v1.0/users',
      'https://graph.microsoft.com/beta/groups',
      'https://graph.microsoft.com/v1.0/groups/../me',
      'nonsense',
    ])
      await assert.rejects(ask(link), fails('unavailable', 'host-not-allowed'), link);
    assert.equal(asked.length, 2);
  });

  it('reads all pages', async () => {
    answers = [json(200, { value: ['a'], '@odata.nextLink': 'https://graph.microsoft.com/v1.0/groups?page=2' })];
    answers.push(json(200, { value: ['b'] }));
    assert.deepEqual(await graph.askAll({ call: 'GET /groups', each: z.string() }), ['a', 'b']);
  });

  it('tries again when Graph is busy, after the time that it asks for', async () => {
    const started = Date.now();
    answers = [error(429, 'TooManyRequests', { 'retry-after': '1' }), error(503, 'Busy')];
    assert.deepEqual(await ask(), { value: [] });
    assert.equal(asked.length, 3);
    assert.ok(Date.now() - started >= 1_000);
  });

  it('gives up at once when Graph asks for more time than there is, and says how much', async () => {
    answers = [error(429, 'TooManyRequests', { 'retry-after': '120' })];
    await assert.rejects(ask(), (problem) => {
      fails('unavailable', 'graph-busy')(problem);
      return graphProblemIn(problem)?.retryAfter === 120;
    });
    assert.equal(asked.length, 1);
  });

  it('stops after three tries', async () => {
    answers = [error(504, 'Late'), error(504, 'Late'), error(504, 'Late')];
    await assert.rejects(ask(), fails('unavailable', 'graph-down'));
    assert.equal(asked.length, 3);
  });

  it('reads again over a connection that broke, and never writes again by itself', async () => {
    const breaks: Answer = (req) => void req.socket.destroy();
    answers = [breaks];
    assert.deepEqual(await ask(), { value: [] });
    answers = [breaks];
    const send = graph.ask({ call: 'POST /me/sendMail', as: 'anna', body: {}, gives: z.unknown() });
    await assert.rejects(send, fails('unavailable', 'graph-down'));
    assert.equal(asked.length, 3);
  });

  const kinds: readonly (readonly [number, string, FailureCode, string])[] = [
    [401, 'InvalidAuthenticationToken', 'unavailable', 'graph-refused'],
    [403, 'Authorization_RequestDenied', 'unavailable', 'graph-not-permitted'],
    [404, 'Request_ResourceNotFound', 'not-found', 'not-in-graph'],
    [404, 'MailboxNotEnabledForRESTAPI', 'not-found', 'no-mailbox'],
    [409, 'Conflict', 'conflict', 'graph-conflict'],
    [412, 'ErrorIrresolvableConflict', 'conflict', 'graph-conflict'],
    [500, 'InternalServerError', 'unavailable', 'graph-down'],
  ];
  for (const [status, code, failure, reason] of kinds)
    it(`takes ${status} ${code} for "${reason}"`, async () => {
      answers = [error(status, code)];
      await assert.rejects(ask(), (problem) => {
        fails(failure, reason)(problem);
        return graphProblemIn(problem)?.code === code;
      });
    });

  it('keeps a request that Graph finds wrong apart: that is our fault', async () => {
    answers = [error(400, 'BadRequest')];
    await assert.rejects(ask(), GraphProblem);
  });

  it('takes half an answer, a page of HTML and an answer of another shape for an outage', async () => {
    for (const [type, body] of [
      ['application/json', '{"value": ["a"'],
      ['text/html', '<html>Sign in to the network</html>'],
      ['application/json', '{"value": [1]}'],
      ['application/json', ''],
    ]) {
      answers = [(_req, res) => void res.writeHead(200, { 'content-type': type }).end(body)];
      await assert.rejects(ask(), fails('unavailable', 'graph-down'), body);
    }
    answers = [(_req, res) => void res.writeHead(502, { 'content-type': 'text/html' }).end('<html>Bad gateway</html>')];
    await assert.rejects(ask(), fails('unavailable', 'graph-down'));
  });

  it('says in a batch which request failed, and logs each with its permission', async () => {
    const responses = [
      { id: '1', status: 404, body: { error: { code: 'Request_ResourceNotFound', message: '' } } },
      { id: '0', status: 200, body: { id: 'boss' } },
    ];
    answers = [json(200, { responses })];
    const got = await graph.batch('GET /users/{id}/manager', ['a', 'b', 'c'], z.object({ id: z.string() }));
    assert.deepEqual(got[0], { id: 'boss' });
    assert.ok(got[1] instanceof GraphProblem && got[1].status === 404);
    assert.ok(got[2] instanceof GraphProblem, 'an answer that is missing');
    assert.deepEqual(graph.permissionsUsed(), [
      { method: 'POST', path: '/$batch', rights: 'app', permission: '', calls: 1 },
      { method: 'GET', path: '/users/{id}/manager', rights: 'app', permission: 'User.Read.All', calls: 3 },
    ]);
  });

  it('cannot be asked with rights that the table does not give', async () => {
    const wrong = graph.ask({ call: 'GET /users/delta', as: 'anna', gives: list });
    await assert.rejects(wrong, /GET \/users\/delta is not in the table for delegated rights/);
    assert.equal(asked.length, 0);
  });

  it('has in the table what the platform asks for, and nothing that it does not', async () => {
    const files = (await readdir('src/platform', { recursive: true })).filter((name) => name.endsWith('.ts'));
    const others = files.filter((name) => !name.endsWith('permissions.ts'));
    const sources = await Promise.all(others.map((name) => readFile(`src/platform/${name}`, 'utf8')));
    const named = sources.flatMap((text) => text.match(/(?<=')(GET|POST|PATCH|PUT|DELETE) \/[^']+(?=')/g) ?? []);
    assert.deepEqual([...new Set(named)].toSorted(), Object.keys(graphCalls).toSorted());
    for (const call of Object.keys(graphCalls) as GraphCall[])
      for (const rights of Object.keys(graphCalls[call]) as ('app' | 'delegated')[])
        assert.equal(permissionFor(call, rights) === '', call === 'POST /$batch', call);
  });

  it('knows time zones by the names of Windows and of IANA', () => {
    const same = (one: string, other: string): void =>
      assert.equal(
        new Date(0).toLocaleString('en', { timeZone: one }),
        new Date(0).toLocaleString('en', { timeZone: other }),
      );
    assert.equal(ianaZone('Romance Standard Time'), 'Europe/Paris');
    same(ianaZone('Romance Standard Time') ?? '', 'Europe/Brussels');
    assert.equal(ianaZone('Europe/Brussels'), 'Europe/Brussels');
    for (const name of ['Customized Time Zone', 'tzone://Microsoft/Custom', '', null])
      assert.equal(ianaZone(name), undefined);
  });
});
