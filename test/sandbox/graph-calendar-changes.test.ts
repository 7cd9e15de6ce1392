import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { SandboxPerson } from '../../src/sandbox/organisation/model.ts';
import type { Answer, TestGraph } from './graph-caller.ts';
import { allPages, as, asApp, startTestGraph, valueAt, worker } from './graph-caller.ts';

const week = { from: '2026-11-23T00:00:00Z', to: '2027-01-30T00:00:00Z' };
const mailOf = (person: SandboxPerson): string => String(person.mail);

interface Posted {
  readonly at: string;
  readonly body: unknown;
}

describe("the sandbox's Graph: what changes in calendars", () => {
  let graph: TestGraph;
  let listener: Server;
  let address = '';
  let posted: Posted[] = [];
  let echoes = true;
  const [ann, ben, cas] = [worker(21), worker(22), worker(23)];

  beforeEach(async () => {
    [posted, echoes] = [[], true];
    graph = await startTestGraph();
    listener = createServer((req, res) => {
      const token = new URL(req.url ?? '/', 'http://x').searchParams.get('validationToken');
      let text = '';
      req.on('data', (chunk: Buffer) => (text += chunk.toString()));
      req.on('end', () => {
        if (token === null) posted.push({ at: req.url ?? '', body: JSON.parse(text) });
        res.writeHead(token === null ? 202 : 200, { 'content-type': 'text/plain' });
        res.end(token === null || !echoes ? '' : token);
      });
    });
    await new Promise<void>((resolve) => void listener.listen(0, '127.0.0.1', resolve));
    address = `http://127.0.0.1:${(listener.address() as AddressInfo).port}/hear`;
  });
  afterEach(async () => {
    await graph.server.close();
    await new Promise((resolve) => listener.close(resolve));
  });

  const book = (more: object = {}): Promise<Answer> =>
    graph.ask('/me/events', {
      method: 'POST',
      token: as(ann),
      body: {
        ...{ subject: 'A talk', body: { contentType: 'text', content: 'x' } },
        start: { dateTime: '2026-11-28T10:00:00', timeZone: 'Europe/Brussels' },
        end: { dateTime: '2026-11-28T11:00:00', timeZone: 'Europe/Brussels' },
        attendees: [{ type: 'required', emailAddress: { address: mailOf(ben), name: 'Ben' } }],
        ...more,
      },
    });
  const saturday = { from: new Date('2026-11-28T00:00:00Z'), to: new Date('2026-11-29T00:00:00Z') };
  const copyOf = (person: SandboxPerson): string =>
    graph.server.calendarOf(person.id, saturday.from, saturday.to)[0]?.id ?? '';
  const act = (person: SandboxPerson, id: unknown, verb: string, body: object = {}): Promise<Answer> =>
    graph.ask(`/me/events/${String(id)}/${verb}`, { method: 'POST', token: as(person), body });
  const look = (person: SandboxPerson, id: unknown): Promise<Answer> =>
    graph.ask(`/me/events/${String(id)}`, { token: as(person) });
  const delta = (path = `startDateTime=${week.from}&endDateTime=${week.to}`) =>
    allPages(graph, path.startsWith('http') ? path : `/users/${ann.id}/calendarView/delta?${path}`);
  const linkIn = (answer: Answer): string => String(answer.at('|@odata.deltaLink|'));
  const subscribe = (more: object = {}): Promise<Answer> =>
    graph.ask('/subscriptions', {
      method: 'POST',
      token: asApp('Calendars.Read'),
      body: {
        ...{ changeType: 'created,updated,deleted', notificationUrl: address, lifecycleNotificationUrl: address },
        ...{ resource: `users/${ann.id}/events`, clientState: 'secret', expirationDateTime: '2026-11-29T08:00:00Z' },
        ...more,
      },
    });

  it('shows the organiser what those who were asked said, and who was asked besides', async () => {
    const id = (await book()).at('id');
    assert.equal((await act(ben, copyOf(ben), 'accept')).status, 202);
    const seen = await look(ann, id);
    assert.equal(seen.at('attendees.0.status.response'), 'accepted');
    assert.equal((await look(ben, copyOf(ben))).at('responseStatus.response'), 'accepted');
    assert.equal((await act(ann, id, 'accept')).status, 400, 'the organiser has nothing to answer');
    await act(ben, copyOf(ben), 'forward', { toRecipients: [{ emailAddress: { address: mailOf(cas) } }] });
    assert.equal((await look(ann, id)).list('attendees').length, 2);
    assert.ok(copyOf(cas));
    await act(ben, copyOf(ben), 'decline');
    assert.equal((await look(ann, id)).at('attendees.0.status.response'), 'declined');
    assert.equal(copyOf(ben), '', 'whoever says no has it no longer');
    const start = { dateTime: '2026-11-28T12:00:00', timeZone: 'UTC' };
    const end = { dateTime: '2026-11-28T13:00:00', timeZone: 'UTC' };
    await graph.ask(`/me/events/${String(id)}`, { method: 'PATCH', token: as(ann), body: { start, end } });
    assert.equal((await look(ann, id)).at('attendees.0.status.response'), 'none');
    assert.ok(copyOf(ben), 'a new time is asked anew');
  });

  it('tells by delta what changed and what went, once, and forgets tokens', async () => {
    const id = String((await book()).at('id'));
    const first = await delta();
    assert.ok(first.pages > 1 && first.items.some((item) => valueAt(item, 'id') === id));
    const quiet = await delta(linkIn(first.last));
    assert.deepEqual(quiet.items, []);
    await act(ben, copyOf(ben), 'accept');
    const answered = await delta(linkIn(quiet.last));
    assert.deepEqual(
      answered.items.map((item) => valueAt(item, 'attendees.0.status.response')),
      ['accepted'],
    );
    await graph.ask(`/me/events/${id}`, { method: 'DELETE', token: as(ann) });
    const gone = await delta(linkIn(answered.last));
    assert.deepEqual(gone.items, [{ id, '@removed': { reason: 'deleted' } }]);
    graph.server.forgetDeltaTokens();
    const lost = await graph.ask(linkIn(gone.last));
    assert.deepEqual([lost.status, lost.at('error.code')], [410, 'SyncStateNotFound']);
  });

  it('has series whose occurrences can differ', async () => {
    const id = String((await book()).at('id'));
    const recurrence = {
      pattern: { type: 'weekly', interval: 1, daysOfWeek: ['saturday'] },
      range: { type: 'numbered', numberOfOccurrences: 3, startDate: '2026-11-28' },
    };
    const stand = linkIn((await delta()).last);
    await graph.ask(`/me/events/${id}`, { method: 'PATCH', token: as(ann), body: { recurrence } });
    const { items, last } = await delta(stand);
    assert.deepEqual(
      items.map((item) => valueAt(item, 'type')),
      ['seriesMaster', 'occurrence', 'occurrence', 'occurrence'],
    );
    const [, second, third] = items.slice(1).map((item) => String(valueAt(item, 'id')));
    const moved = {
      start: { dateTime: '2026-12-06T10:00:00', timeZone: 'UTC' },
      end: { dateTime: '2026-12-06T11:00:00', timeZone: 'UTC' },
    };
    await graph.ask(`/me/events/${second}`, { method: 'PATCH', token: as(ann), body: moved });
    await act(ann, third, 'cancel');
    assert.equal((await look(ann, second)).at('type'), 'exception');
    assert.equal((await look(ann, second)).at('seriesMasterId'), id);
    assert.equal((await look(ann, third)).status, 404);
    const after = await delta(linkIn(last));
    assert.ok(after.items.some((item) => valueAt(item, '|@removed|') !== undefined && valueAt(item, 'id') === third));
    const view = await graph.ask(`/me/events/${id}/instances?startDateTime=${week.from}&endDateTime=${week.to}`, {
      token: as(ann),
    });
    assert.equal(view.list().length, 2);
    assert.deepEqual(
      graph.server.calendarOf(ben.id, new Date('2026-12-06T00:00:00Z'), new Date('2026-12-07T00:00:00Z')).length,
      1,
    );
  });

  it('subscribes after a handshake, for less than seven days, and posts what changed', async () => {
    const made = await subscribe();
    assert.deepEqual([made.status, made.at('clientState')], [201, null]);
    const id = String((await book()).at('id'));
    await act(ben, copyOf(ben), 'accept');
    await graph.server.quiet();
    const told = posted.map(({ body }) => valueAt(body, 'value.0'));
    assert.deepEqual(
      told.map((one) => valueAt(one, 'changeType')),
      ['created', 'updated'],
    );
    assert.deepEqual(
      ['subscriptionId', 'clientState', 'resourceData.id'].map((name) => valueAt(told[0], name)),
      [made.at('id'), 'secret', id],
    );
    const refused = async (more: object, token = asApp('Calendars.Read')): Promise<unknown> =>
      (await graph.ask('/subscriptions', { method: 'POST', token, body: { ...more } })).status;
    assert.equal((await subscribe({ expirationDateTime: '2026-12-01T08:00:00Z' })).status, 400);
    assert.equal((await subscribe({ lifecycleNotificationUrl: undefined })).status, 400);
    assert.equal((await subscribe({ notificationUrl: 'http://elsewhere.example/' })).status, 400);
    assert.equal(await refused({}, asApp('Calendars.ReadBasic')), 403);
    echoes = false;
    assert.equal((await subscribe()).at('error.code'), 'ValidationError');
    graph.pass(7);
    await book();
    await graph.server.quiet();
    assert.equal(posted.length, 2, 'one that ended tells nothing');
  });

  it('is renewed and ended, and tells its lifecycle', async () => {
    const path = `/subscriptions/${String((await subscribe()).at('id'))}`;
    const token = asApp('Calendars.Read');
    const body = { expirationDateTime: '2026-11-30T07:00:00Z' };
    assert.equal(
      (await graph.ask(path, { method: 'PATCH', token, body })).at('expirationDateTime'),
      '2026-11-30T07:00:00.000Z',
    );
    graph.server.tellLifecycle('reauthorizationRequired');
    graph.server.tellLifecycle('subscriptionRemoved');
    await graph.server.quiet();
    assert.deepEqual(
      posted.map(({ body: one }) => valueAt(one, 'value.0.lifecycleEvent')),
      ['reauthorizationRequired', 'subscriptionRemoved'],
    );
    assert.equal((await graph.ask(path, { token })).status, 404);
    const again = `/subscriptions/${String((await subscribe()).at('id'))}`;
    assert.equal((await graph.ask(again, { method: 'DELETE', token })).status, 204);
  });

  it('loses, doubles and delays notifications on request', async () => {
    await subscribe();
    for (const how of ['lost', 'doubled', 'late'] as const) graph.server.disturbNotifications(how, 1);
    for (let turn = 0; turn < 3; turn += 1) await book();
    await graph.server.quiet();
    assert.equal(posted.length, 2);
    graph.pass(0.05);
    await graph.server.quiet();
    assert.equal(posted.length, 3);
  });

  it('takes four requests at once for a mailbox and app, and refuses the fifth', async () => {
    const at = `/users/${ann.id}/calendarView?startDateTime=${week.from}&endDateTime=${week.to}`;
    const answers = await Promise.all(Array.from({ length: 12 }, () => graph.ask(at)));
    const refused = answers.filter(({ status }) => status === 429);
    const { mostAtOnce, refused: counted } = graph.server.mailboxLoad();
    assert.ok(mostAtOnce <= 4 && counted === refused.length && refused.length > 0);
    assert.equal(refused[0]?.headers.get('retry-after'), '1');
    const one = await graph.ask(at);
    assert.equal(one.status, 200);
  });
});
