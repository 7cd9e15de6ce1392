import assert from 'node:assert/strict';
import { createCalendar, type Calendar, type Mailbox, type NewEvent } from '../../src/platform/calendar.ts';
import { day, hour } from '../../src/platform/clock.ts';
import { isFailure } from '../../src/platform/errors.ts';
import { createGraph } from '../../src/platform/graph.ts';
import { systemClock } from '../../src/platform/clock.ts';
import type { SandboxPerson } from '../../src/sandbox/organisation/model.ts';
import { listen } from '../../src/sandbox/loopback.ts';
import { withGraph, type TestGraph } from '../support/cloud.ts';

const monday = Date.parse('2026-11-30T00:00:00Z');

describe('the calendar', () => {
  let set: TestGraph;
  let calendar: Calendar;
  let withMailbox: SandboxPerson[];
  let without: SandboxPerson;

  before(async () => {
    set = await withGraph(60);
    calendar = createCalendar({ graph: set.graph });
    const employees = set.graphServer.people().filter(({ role }) => role === 'employee');
    withMailbox = employees.filter(({ mailbox }) => mailbox !== null);
    const found = employees.find(({ mailbox }) => mailbox === null);
    assert.ok(found);
    without = found;
  });
  after(() => set.close());

  const mailboxOf = ({ id, mail, userPrincipalName }: SandboxPerson): Mailbox => ({
    personId: id,
    address: mail ?? userPrincipalName,
  });
  const person = (at: number): SandboxPerson => {
    const found = withMailbox[at];
    assert.ok(found);
    return found;
  };
  function aMeeting(over: Partial<NewEvent> = {}): NewEvent {
    const start = Date.parse('2026-12-01T09:00:00Z');
    const other = person(1);
    const attendees = [{ address: other.mail ?? '', name: other.displayName }];
    const words = { subject: 'A talk', body: 'About <b>work</b>.' };
    const when = { start, end: start + hour, zone: 'Europe/Brussels' };
    return { ...words, ...when, attendees, online: true, transactionId: `t-${Math.random()}`, ...over };
  }
  const fails = (reason: string) => (error: unknown) => {
    assert.ok(isFailure(error), String(error));
    assert.equal(error.reason, reason);
    return true;
  };

  it('says when people are busy, as instants, and who has no mailbox', async () => {
    const asked = [without, ...withMailbox.slice(0, 25)];
    const stranger = { personId: 'stranger', address: 'nobody@elsewhere.example' };
    const found = await calendar.freeBusy([...asked.map(mailboxOf), stranger], monday, monday + 5 * day);
    assert.equal(found.size, 27);
    assert.deepEqual(found.get(without.id), { problem: 'no-mailbox' });
    assert.deepEqual(found.get('stranger'), { problem: 'unknown' });
    for (const { id } of withMailbox.slice(0, 25)) {
      const entries = set.graphServer.calendarOf(id, new Date(monday), new Date(monday + 5 * day));
      const expected = entries.filter(({ status }) => !['free', 'workingElsewhere'].includes(status));
      const got = found.get(id);
      assert.ok(got && 'busy' in got);
      assert.deepEqual(
        got.busy.map(({ start, end }) => `${start}-${end}`),
        expected.toSorted((one, other) => one.start - other.start).map(({ start, end }) => `${start}-${end}`),
      );
    }
    assert.ok([...found.values()].some((one) => 'busy' in one && one.busy.length > 3));
  });

  it('asks with the rights of the person where there is one', async () => {
    const own = await calendar.freeBusy([mailboxOf(person(1))], monday, monday + day, await set.tokenOf(person(0).id));
    assert.ok('busy' in (own.get(person(1).id) ?? {}));
    const last = set.graphServer.requests().at(-1);
    assert.deepEqual([last?.kind, last?.template], ['delegated', '/me/calendar/getSchedule']);
  });

  it('has an answer when nobody of them has a mailbox', async () => {
    const found = await calendar.freeBusy([mailboxOf(without)], monday, monday + day);
    assert.deepEqual(found, new Map([[without.id, { problem: 'no-mailbox' }]]));
    assert.equal((await calendar.freeBusy([], monday, monday + day)).size, 0);
  });

  it('refuses a period that Outlook would not take', async () => {
    const asked = [mailboxOf(person(0))];
    for (const to of [monday + 62 * day, monday, monday - day])
      await assert.rejects(calendar.freeBusy(asked, monday, to), fails('period-too-long'));
  });

  it('books in the calendar of whoever books, with a Teams link, at the local time of their zone', async () => {
    const token = await set.tokenOf(person(0).id);
    const meeting = aMeeting();
    const booked = await calendar.book(token, meeting);
    assert.match(booked.joinUrl ?? '', /^https:\/\/teams\.microsoft\.com\//);
    assert.ok(booked.etag);
    assert.deepEqual([booked.start, booked.end, booked.cancelled], [meeting.start, meeting.end, false]);
    for (const { id } of [person(0), person(1)]) {
      const entries = set.graphServer.calendarOf(id, new Date(meeting.start), new Date(meeting.end));
      const entry = entries.find(({ subject }) => subject === 'A talk');
      assert.equal(entry?.start, meeting.start);
      assert.equal(entry?.event?.startZone, 'Europe/Brussels');
      assert.match(entry?.event?.body.content ?? '', /About &lt;b&gt;work/);
    }
    const found = await calendar.find(token, booked.eventId);
    assert.deepEqual(found, booked);
  });

  it('books the same meeting once, however often it is asked', async () => {
    const token = await set.tokenOf(person(2).id);
    const meeting = aMeeting();
    const first = await calendar.book(token, meeting);
    assert.equal((await calendar.book(token, meeting)).eventId, first.eventId);
    assert.notEqual((await calendar.book(token, aMeeting())).eventId, first.eventId);
  });

  it('finds the meeting again when Outlook refuses its transaction id as used', async () => {
    const token = await set.tokenOf(person(2).id);
    const meeting = aMeeting({ start: Date.parse('2026-12-02T13:00:00Z'), end: Date.parse('2026-12-02T14:00:00Z') });
    const first = await calendar.book(token, meeting);
    const refusing = createCalendar({ graph: refusingSecond(set) });
    assert.equal((await refusing.book(token, meeting)).eventId, first.eventId);
    await assert.rejects(refusing.book(token, aMeeting()), fails('graph-conflict'));
  });

  it('moves a meeting and keeps its link', async () => {
    const token = await set.tokenOf(person(3).id);
    const booked = await calendar.book(token, aMeeting());
    const start = booked.start + day;
    const moved = await calendar.move(token, booked.eventId, { start, end: start + hour, zone: 'Europe/Paris' });
    assert.deepEqual([moved.start, moved.end, moved.joinUrl], [start, start + hour, booked.joinUrl]);
    assert.notEqual(moved.etag, booked.etag);
  });

  it('stays at the same local hour when the clocks have changed', async () => {
    const token = await set.tokenOf(person(3).id);
    for (const [time, local] of [
      ['2026-10-24T07:00:00Z', '09:00'],
      ['2026-10-26T08:00:00Z', '09:00'],
    ] as const) {
      const start = Date.parse(time);
      const booked = await calendar.book(token, aMeeting({ start, end: start + hour }));
      const shown = new Date(booked.start).toLocaleTimeString('nl', {
        timeZone: 'Europe/Brussels',
        timeStyle: 'short',
      });
      assert.deepEqual([booked.start, shown], [start, local]);
    }
  });

  it('cancels, tells the other, and says afterwards that the meeting is gone', async () => {
    const token = await set.tokenOf(person(4).id);
    const meeting = aMeeting({ subject: 'To be cancelled' });
    const { eventId } = await calendar.book(token, meeting);
    await calendar.cancel(token, eventId, 'Ill today');
    const left = set.graphServer.calendarOf(person(1).id, new Date(meeting.start), new Date(meeting.end));
    assert.ok(left.some(({ event }) => event?.isCancelled && event.body.content === 'Ill today'));
    const to = { start: meeting.start, end: meeting.end, zone: 'Europe/Brussels' };
    for (const late of [
      () => calendar.find(token, eventId),
      () => calendar.move(token, eventId, to),
      () => calendar.cancel(token, eventId, ''),
    ])
      await assert.rejects(late(), (error) => isFailure(error, 'gone') && error.reason === 'event-gone');
  });

  it('tells a person without a mailbox apart from a meeting that is gone', async () => {
    const token = await set.tokenOf(without.id);
    await assert.rejects(calendar.book(token, aMeeting()), fails('no-mailbox'));
    await assert.rejects(calendar.find(token, 'AAMk'), fails('no-mailbox'));
  });

  it('hears of changes by subscription, renews it, and says when it is gone', async () => {
    const wish = { personId: person(3).id, secret: 'x'.repeat(80), until: Date.parse('2026-11-28T08:00:00Z') };
    await assert.rejects(calendar.subscribe({ ...wish, address: 'http://127.0.0.1:9/nobody' }), /ValidationError/);
    const server = await listen((req, res) => {
      res.setHeader('content-type', 'text/plain');
      res.end(new URL(req.url ?? '/', 'http://x').searchParams.get('validationToken') ?? '');
    }, 0);
    try {
      const { id } = await calendar.subscribe({ ...wish, address: server.url });
      const { until } = await calendar.renew(id, wish.until + day);
      assert.equal(until, wish.until + day);
      await calendar.unsubscribe(id);
      await calendar.unsubscribe(id);
      await assert.rejects(calendar.renew(id, wish.until), fails('subscription-gone'));
    } finally {
      await server.close();
    }
  });

  it('tells what changed in a period since last time, and reads one event as it is now', async () => {
    const organiser = person(4);
    const other = person(5);
    const assertion = await set.tokenOf(organiser.id);
    const attendees = [{ address: other.mail ?? '', name: other.displayName }];
    const booked = await calendar.book(assertion, aMeeting({ attendees }));
    const period = { start: monday - day, end: monday + 60 * day };
    const all = await calendar.changes(organiser.id, period);
    assert.ok(all.changed.some(({ eventId }) => eventId === booked.eventId));
    assert.deepEqual((await calendar.changes(organiser.id, all)).changed, []);
    const start = Date.parse('2026-12-02T09:00:00Z');
    await calendar.move(assertion, booked.eventId, { start, end: start + hour, zone: 'UTC' });
    const moved = await calendar.changes(organiser.id, all);
    assert.deepEqual(
      moved.changed.map((one) => [one.eventId, one.start, one.kind]),
      [[booked.eventId, start, 'single']],
    );
    for (const reader of [{ assertion }, { mailboxOf: organiser.id }])
      assert.equal((await calendar.look(reader, booked.eventId)).start, start);
    await calendar.cancel(assertion, booked.eventId, 'x');
    assert.deepEqual((await calendar.changes(organiser.id, moved)).removed, [booked.eventId]);
    await assert.rejects(calendar.look({ mailboxOf: organiser.id }, booked.eventId), fails('event-gone'));
    set.graphServer.forgetDeltaTokens();
    await assert.rejects(calendar.changes(organiser.id, moved), fails('start-anew'));
  });

  it('says where the administrator did not allow it', async () => {
    set.graphServer.setConsent('Calendars.Read', false);
    const wish = { personId: person(3).id, secret: 's', until: monday, address: 'http://127.0.0.1:9/' };
    await assert.rejects(calendar.subscribe(wish), fails('graph-not-permitted'));
    set.graphServer.setConsent('Calendars.Read', true);
  });
});

/** Our client, with a Graph that answers every booking with 409, as Outlook may. */
function refusingSecond({ outbound, entra }: TestGraph): ReturnType<typeof createGraph> {
  const refusal = { error: { code: 'ErrorDuplicateTransactionId', message: 'seen before' } };
  return createGraph({
    entra,
    clock: systemClock,
    outbound: {
      ...outbound,
      call: (call) =>
        call.method === 'POST' && call.url.endsWith('/me/events')
          ? Promise.resolve({ status: 409, headers: new Headers(), body: Buffer.from(JSON.stringify(refusal)) })
          : outbound.call(call),
    },
  });
}
