import assert from 'node:assert/strict';
import { z } from 'zod';
import { Failure, type FailureCode } from '../../src/platform/errors.ts';
import { route } from '../../src/platform/doors.ts';
import { id, idFor, idPattern } from '../../src/platform/ids.ts';
import type { Log } from '../../src/platform/log.ts';
import { wordsOf } from '../../src/platform/words.ts';
import { knownTokens, startApi } from '../support/api.ts';
import { testApp } from '../support/app.ts';

const list = {
  'failure.pair-gone': 'The pair {n, plural, other {is gone}}',
  'problem.ends-too-early': 'Later, please.',
};
const says = [wordsOf({ nl: list, fr: list, de: list, en: { ...list, 'failure.pair-gone': 'Your pair is over.' } })];
const lines: Record<string, unknown>[] = [];
const warned: Record<string, unknown>[] = [];
const log: Log = {
  debug: () => undefined,
  info: () => undefined,
  warn: (facts, message) => void warned.push({ ...facts, message }),
  error: (facts, message) => void lines.push({ ...facts, message }),
};

const body = z.object({ title: z.string().min(1).max(5), hours: z.number().int().max(9).optional() });
const routes = [
  route({
    method: 'GET',
    path: '/me',
    who: 'anybody-signed-in',
    gives: z.object({ personId: z.string(), language: z.string(), roles: z.array(z.string()) }),
    run: async (_deps, { personId, language, roles }) => ({ personId, language, roles: [...roles], secret: 'kept' }),
  }),
  route({
    method: 'POST',
    path: '/things/:thingId',
    who: 'Coordinator',
    params: z.object({ thingId: id }),
    query: z.object({ sort: z.enum(['name', 'date']).default('name') }),
    body,
    gives: z.object({ asked: z.unknown() }),
    run: async (_deps, _caller, asked) => ({ asked }),
  }),
  route({
    method: 'DELETE',
    path: '/things/:thingId',
    who: 'anybody-signed-in',
    params: z.object({ thingId: id }),
    gives: z.undefined(),
    run: async () => undefined,
  }),
  route({
    method: 'GET',
    path: '/failing/:code',
    who: 'anybody-signed-in',
    params: z.object({ code: z.string() }),
    gives: z.undefined(),
    run: async (_deps, _caller, { params }) => {
      if (params.code === 'bug') throw new TypeError('nothing is not a function');
      throw new Failure(params.code as FailureCode, params.code === 'gone' ? 'pair-gone' : 'some-reason', {
        fields: params.code === 'bad-input' ? [{ field: 'to', reason: 'ends-too-early' }] : [],
      });
    },
  }),
  route({
    method: 'POST',
    path: '/made',
    who: 'anybody-signed-in',
    body: z.object({}),
    gives: z.object({ id: z.string() }),
    run: async (_deps, caller) => ({ id: idFor(caller, 'thing') }),
  }),
  route({
    method: 'GET',
    path: '/careless',
    who: 'anybody-signed-in',
    gives: z.object({ count: z.number() }),
    run: async () => ({ count: 'many' }) as never,
  }),
];

describe('the API', () => {
  let api: Awaited<ReturnType<typeof startApi>>;
  const token = 'person-1';

  before(async () => {
    const { deps } = await testApp();
    api = await startApi({ deps: { ...deps, log }, entra: knownTokens, routes, says });
  });
  after(() => api.close());

  it('answers who asks, in the language of the tab, and lets out only what the route says', async () => {
    const answer = await api.ask({ path: '/api/me', token: 'coordinator-1', language: 'es, fr-BE;q=0.8' });
    assert.equal(answer.status, 200);
    assert.deepEqual(answer.json, { personId: 'coordinator-1', language: 'fr', roles: ['Coordinator'] });
  });

  it('asks everybody to sign in first', async () => {
    for (const path of ['/api/me', '/api/things/a'])
      for (const one of [undefined, 'not a token'])
        assert.equal((await api.ask({ path, token: one, method: path === '/api/me' ? 'GET' : 'POST' })).status, 401);
    const { headers, json } = await api.ask({ path: '/api/me', language: 'nl' });
    assert.equal(headers.get('www-authenticate'), 'Bearer');
    assert.match(headers.get('content-type') ?? '', /^application\/problem\+json/);
    assert.equal(json['detail'], 'Je sessie is afgelopen. Meld je opnieuw aan om verder te gaan.');
  });

  it('admits to a route for a role only who has the role', async () => {
    const answer = await api.ask({ method: 'POST', path: '/api/things/a', token, body: { title: 'ok' } });
    assert.equal(answer.status, 403);
    assert.equal(answer.json['code'], 'not-admitted');
    assert.deepEqual(warned.at(-1), {
      method: 'POST',
      route: '/things/:thingId',
      why: 'NotAdmitted',
      message: 'request refused',
    });
  });

  it('hands over what the schemas made of the request', async () => {
    const asked = { method: 'POST', path: '/api/things/a?sort=date', token: 'coordinator-1', body: { title: 'ok' } };
    assert.deepEqual((await api.ask(asked)).json, {
      asked: { params: { thingId: 'a' }, query: { sort: 'date' }, body: { title: 'ok' } },
    });
  });

  it('makes the same of a request that comes again under its key, and something new without one', async () => {
    const made = async (who: string, key?: string): Promise<unknown> =>
      (await api.ask({ method: 'POST', path: '/api/made', token: who, body: {}, ...(key ? { key } : {}) })).json['id'];
    const [one, other] = ['0b9d5f0e-5d3c-4a51-9f0a-6f2d3e4c5b6a', '7c1e2d3f-0000-4000-8000-000000000000'];
    const first = await made(token, one);
    assert.match(String(first), idPattern);
    assert.equal(await made(token, one), first);
    const others = [await made(token, other), await made('person-2', one), await made(token), await made(token)];
    assert.equal(new Set([first, ...others]).size, 5, 'another key, another person, no key: something else');
    const wrong = await api.ask({ method: 'POST', path: '/api/made', token, body: {}, key: 'Not a key!' });
    assert.equal(wrong.status, 422);
    assert.equal(wrong.json['reason'], 'bad-key');
  });

  it('says next to each field what to do, in the reader’s language', async () => {
    const wrong = { title: 'much too long', hours: 12, extra: 1 };
    const asked = { method: 'POST', path: '/api/things/a', token: 'coordinator-1', body: wrong };
    const answer = await api.ask({ ...asked, language: 'de' });
    assert.equal(answer.status, 422);
    assert.deepEqual(answer.json['fields'], [
      { field: 'title', message: 'Das ist zu lang: höchstens 5 Zeichen.' },
      { field: 'hours', message: 'Gib eine Zahl an, die nicht über 9 liegt.' },
      { field: 'extra', message: 'Dieses Feld kennen wir hier nicht. Lade die Seite neu und versuche es noch einmal.' },
    ]);
    const line = { method: 'POST', route: '/things/:thingId', why: 'Refused', message: 'request refused' };
    assert.deepEqual(warned.at(-1), line, 'a line for operators, without what was sent');
    assert.equal((await api.ask({ ...asked, path: '/api/things/a?sort=size' })).status, 422);
    assert.equal((await api.ask({ ...asked, path: '/api/things/a?other=1', body: { title: 'ok' } })).status, 422);
  });

  it('treats an id that cannot be one as the id of nothing', async () => {
    for (const path of ['/api/things/A_B', '/api/things/%2e%2e', '/api/nothing'])
      assert.equal((await api.ask({ method: 'DELETE', path, token })).status, 404);
    assert.equal((await api.ask({ method: 'DELETE', path: '/api/things/%E0%A4%A', token })).status, 400);
  });

  it('says with an empty answer that it is done', async () => {
    assert.equal((await api.ask({ method: 'DELETE', path: '/api/things/a', token })).status, 204);
  });

  it('refuses what is no JSON, and what is too much', async () => {
    const asked = { method: 'POST', path: '/api/things/a', token: 'coordinator-1' };
    const broken = await api.ask({ ...asked, raw: '{"title":' });
    assert.deepEqual([broken.status, broken.json['reason']], [400, 'not-json']);
    const large = await api.ask({ ...asked, raw: JSON.stringify({ title: 'x'.repeat(300_000) }) });
    assert.deepEqual([large.status, large.json['reason']], [413, 'too-large']);
  });

  it('has one status for each kind of failure', async () => {
    const statuses = { 'bad-input': 422, 'not-signed-in': 401, 'not-found': 404, conflict: 409, gone: 410 };
    for (const [code, status] of Object.entries({ ...statuses, unavailable: 503 }))
      assert.equal((await api.ask({ path: `/api/failing/${code}`, token })).status, status, code);
    const unavailable = await api.ask({ path: '/api/failing/unavailable', token });
    assert.equal(unavailable.headers.get('retry-after'), '5');
  });

  it('lets the feature say what happened, and has a sentence of its own for what nobody words', async () => {
    const gone = await api.ask({ path: '/api/failing/gone', token });
    assert.deepEqual([gone.json['detail'], gone.json['type']], ['Your pair is over.', 'urn:tandem:problem:pair-gone']);
    const conflict = await api.ask({ path: '/api/failing/conflict', token });
    assert.match(String(conflict.json['detail']), /^Someone else changed this/);
    const bad = await api.ask({ path: '/api/failing/bad-input', token });
    assert.deepEqual(bad.json['fields'], [{ field: 'to', message: 'Later, please.' }]);
  });

  it('takes anything else as its own fault, and notes it without ids of people', async () => {
    lines.length = 0;
    const answer = await api.ask({ path: '/api/failing/bug', token });
    assert.deepEqual([answer.status, answer.json['code']], [500, 'our-fault']);
    assert.doesNotMatch(answer.text, /function/);
    const [line] = lines;
    assert.equal(answer.json['instance'], `urn:tandem:request:${String(line?.['requestId'])}`);
    assert.deepEqual([line?.['route'], line?.['message']], ['/failing/:code', 'request failed']);
    assert.doesNotMatch(JSON.stringify(lines), /person-1/);
  });

  it('gives nothing rather than what its schema does not allow', async () => {
    assert.equal((await api.ask({ path: '/api/careless', token })).status, 500);
  });

  it('refuses a table in which two routes have one address, or parameters have no schema', async () => {
    const { deps } = await testApp();
    const [me] = routes;
    assert.ok(me);
    for (const table of [[me, me], [{ ...me, path: '/people/:personId' }]])
      await assert.rejects(startApi({ deps, entra: knownTokens, routes: table }), /twice|no schema/);
  });
});
