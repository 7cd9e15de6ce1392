import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { endpoints } from '../../src/sandbox/graph/permissions.ts';
import { handlers } from '../../src/sandbox/graph/router.ts';
import type { TestGraph } from './graph-caller.ts';
import { as, asApp, found, startTestGraph, valueAt, worker } from './graph-caller.ts';

describe("the sandbox's Graph: batches, faults, log, state", () => {
  let graph: TestGraph;
  const ann = worker(21);
  beforeEach(async () => {
    graph = await startTestGraph();
  });
  afterEach(() => graph.server.close());

  const batch = (requests: readonly Readonly<Record<string, unknown>>[]) =>
    graph.ask('/$batch', { method: 'POST', body: { requests } });
  const gets = (count: number) =>
    Array.from({ length: count }, (_, index) => ({
      id: String(index),
      method: 'GET',
      url: `/users/${worker(index).id}?$select=id`,
    }));

  it('answers each request of a batch by itself', async () => {
    const answer = await batch([
      ...gets(2),
      { id: 'gone', method: 'GET', url: '/users/nobody' },
      { id: 'after', method: 'GET', url: '/users?$top=1', dependsOn: ['gone'] },
      { id: 'photo', method: 'GET', url: `/users/${worker(0).id}/photo/$value` },
    ]);
    const statuses = Object.fromEntries(
      answer.list('responses').map((each) => [valueAt(each, 'id'), valueAt(each, 'status')]),
    );
    assert.deepEqual([statuses['0'], statuses['1'], statuses['gone'], statuses['after']], [200, 200, 404, 424]);
    assert.equal(answer.at('responses.1.body.id'), worker(1).id);
  });

  it('takes twenty requests with ids of their own', async () => {
    assert.equal((await batch(gets(20))).list('responses').length, 20);
    assert.equal((await batch(gets(21))).status, 400);
    assert.equal((await batch([...gets(1), ...gets(1)])).status, 400);
  });

  it('throttles one request in a batch', async () => {
    graph.server.inject('429', 1);
    const answer = await batch(gets(3));
    assert.equal(answer.status, 200);
    assert.deepEqual(
      answer.list('responses').map((each) => valueAt(each, 'status')),
      [429, 200, 200],
    );
    assert.equal(answer.at('responses.0.headers.Retry-After'), '1');
  });

  it('goes wrong on request, as often as asked', async () => {
    for (const [kind, status] of [
      ['429', 429],
      ['503', 503],
      ['504', 504],
    ] as const) {
      graph.server.inject(kind, 1);
      assert.equal((await graph.ask('/users?$top=1')).status, status);
    }
    graph.server.inject('reset', 1);
    await assert.rejects(graph.ask('/users?$top=1'));
    graph.server.inject('truncated', 1);
    await assert.rejects(graph.ask('/users?$top=1'));
    assert.equal((await graph.ask('/users?$top=1')).status, 200);
  });

  it('can lose the answer to what it did', async () => {
    const event = {
      start: { dateTime: '2026-11-28T09:00:00' },
      end: { dateTime: '2026-11-28T10:00:00' },
      transactionId: 'lost',
    };
    const book = () => graph.ask('/me/events', { method: 'POST', token: as(ann), body: event });
    graph.server.inject('reset-after-commit', 1);
    await assert.rejects(book());
    const again = await book();
    const saturday = graph.server.calendarOf(ann.id, new Date('2026-11-28'), new Date('2026-11-29'));
    assert.deepEqual(
      saturday.map(({ id }) => id),
      [again.at('id')],
    );
  });

  it('notes every request with the least permission that it needs', async () => {
    await graph.ask('/users?$select=id,displayName&$top=1');
    await graph.ask('/users?$select=id,department&$top=1');
    await graph.ask('/me/calendarView', { token: as(ann) });
    await batch(gets(1));
    await graph.ask('/users/x/horoscope', { token: null });
    assert.deepEqual(
      graph.server
        .requests()
        .map(
          ({ method, template, kind, permission, status }) => `${method} ${template} ${kind} ${permission} ${status}`,
        ),
      [
        'GET /users app User.ReadBasic.All 200',
        'GET /users app User.Read.All 200',
        'GET /me/calendarView delegated Calendars.ReadBasic 400',
        'GET /users/{user} app User.ReadBasic.All 200',
        'GET /users/x/horoscope none  401',
      ],
    );
  });

  it('has an answer for every endpoint in the table of permissions, and none beside', () => {
    const wanted = endpoints.map(({ method, template }) => `${method} ${template.replace(/^\/me/u, '/users/{user}')}`);
    assert.deepEqual([...new Set(wanted)].toSorted(), Object.keys(handlers).toSorted());
  });

  it('remembers events, mail, installations and changes over a restart, and works without a folder', async () => {
    const dataDir = await mkdtemp(join(tmpdir(), 'tandem-graph-'));
    try {
      const first = await startTestGraph({ dataDir });
      await first.server.installTeamsApp(ann.id);
      first.server.changePerson(ann.id, { department: 'Elsewhere' });
      first.server.removePerson(worker(33).id);
      const mail = { message: { subject: 'Kept', toRecipients: [{ emailAddress: { address: ann.mail } }] } };
      await first.ask(`/users/${worker(5).id}/sendMail`, { method: 'POST', body: mail });
      const link = String(
        (await first.ask('/users/delta?$deltatoken=latest&$select=department')).at('|@odata.deltaLink|'),
      );
      await first.server.close();

      const second = await startTestGraph({ dataDir });
      assert.equal(second.server.hasTeamsApp(ann.id), true);
      assert.equal(second.server.person(ann.id)?.department, 'Elsewhere');
      assert.equal(second.server.person(worker(33).id), undefined);
      assert.equal(found(second.server.mailOf(ann.id)[0]).subject, 'Kept');
      second.server.changePerson(ann.id, { department: 'Back' });
      assert.deepEqual(
        (await second.ask(link)).list().map((item) => valueAt(item, 'id')),
        [ann.id],
      );
      await second.server.close();
    } finally {
      await rm(dataDir, { recursive: true });
    }
    assert.equal(graph.server.person(ann.id)?.department, ann.department);
    assert.equal((await graph.ask(`/users/${ann.id}`, { token: asApp('Mail.Send') })).status, 403);
  });
});
