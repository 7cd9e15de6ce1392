import assert from 'node:assert/strict';
import type { SandboxPerson } from '../../src/sandbox/organisation/model.ts';
import type { Answer, TestGraph } from './graph-caller.ts';
import { as, asApp, someone, startTestGraph, valueAt, worker } from './graph-caller.ts';

const utc = (dateTime: string) => ({ dateTime, timeZone: 'UTC' });
const mailOf = (person: SandboxPerson): string => String(person.mail);

function meeting(attendees: readonly SandboxPerson[], more: Readonly<Record<string, unknown>> = {}) {
  return {
    subject: 'A talk',
    body: { contentType: 'text', content: 'See <you>' },
    start: { dateTime: '2026-11-28T10:00:00', timeZone: 'Europe/Brussels' },
    end: { dateTime: '2026-11-28T11:00:00', timeZone: 'Europe/Brussels' },
    attendees: attendees.map((each) => ({
      type: 'required',
      emailAddress: { address: mailOf(each), name: each.displayName },
    })),
    isOnlineMeeting: true,
    onlineMeetingProvider: 'teamsForBusiness',
    ...more,
  };
}

describe("the sandbox's Graph: calendars", () => {
  let graph: TestGraph;
  const ann = worker(21);
  const ben = worker(22);
  const without = someone(({ mailbox, role }) => mailbox === null && role === 'employee');
  beforeEach(async () => {
    graph = await startTestGraph();
  });
  afterEach(() => graph.server.close());

  const book = (more: Readonly<Record<string, unknown>> = {}): Promise<Answer> =>
    graph.ask('/me/events', { method: 'POST', token: as(ann), body: meeting([ben], more) });
  const schedules = (people: readonly string[], more: Readonly<Record<string, unknown>> = {}): Promise<Answer> =>
    graph.ask(`/users/${ann.id}/calendar/getSchedule`, {
      method: 'POST',
      body: { schedules: people, startTime: utc('2026-11-23T00:00:00'), endTime: utc('2026-11-30T00:00:00'), ...more },
    });
  const weekend = { from: new Date('2026-11-28T00:00:00Z'), to: new Date('2026-11-29T00:00:00Z') };
  const onSaturday = (person: SandboxPerson) => graph.server.calendarOf(person.id, weekend.from, weekend.to);

  it('shows busy times that agree with the background, for twenty people at most', async () => {
    const answer = await schedules([mailOf(ann), mailOf(ben)], { availabilityViewInterval: 60 });
    assert.equal(answer.list().length, 2);
    const items = answer.list('value.1.scheduleItems');
    const entries = graph.server.calendarOf(ben.id, new Date('2026-11-23T00:00:00Z'), new Date('2026-11-30T00:00:00Z'));
    assert.deepEqual(
      items.map((item) => Date.parse(`${String(valueAt(item, 'start.dateTime')).slice(0, 23)}Z`)),
      entries.map(({ start }) => start),
    );
    assert.ok(items.length > 0 && items.every((item) => valueAt(item, 'subject') === undefined));
    const view = String(answer.at('value.1.availabilityView'));
    assert.equal(view.length, 7 * 24);
    const first = new Date(entries[0]?.start ?? 0);
    assert.notEqual(view[(first.getUTCDay() - 1) * 24 + first.getUTCHours()], '0');
    assert.equal(
      (await schedules(Array.from({ length: 21 }, () => mailOf(ann)))).at('error.code'),
      'ErrorMailboxDataArrayTooBig',
    );
  });

  it('writes the times in the zone that is preferred', async () => {
    const ask = (zone: string) =>
      graph.ask(`/users/${ann.id}/calendar/getSchedule`, {
        method: 'POST',
        headers: { Prefer: `outlook.timezone="${zone}"` },
        body: { schedules: [mailOf(ben)], startTime: utc('2026-11-23T00:00:00'), endTime: utc('2026-11-30T00:00:00') },
      });
    const [inUtc, inBrussels] = await Promise.all([ask('UTC'), ask('Romance Standard Time')]);
    const at = (answer: Answer): string => String(answer.at('value.0.scheduleItems.0.start.dateTime'));
    assert.equal(Date.parse(`${at(inBrussels).slice(0, 19)}Z`) - Date.parse(`${at(inUtc).slice(0, 19)}Z`), 3_600_000);
    assert.equal((await ask('Middle-earth Time')).at('error.code'), 'TimeZoneNotSupportedException');
  });

  it('names in their own place those whom it cannot ask', async () => {
    const answer = await schedules([mailOf(ben), without.userPrincipalName, 'nobody@scheldeland.example']);
    assert.equal(answer.at('value.0.error'), undefined);
    assert.equal(answer.at('value.1.error.responseCode'), 'ErrorMailRecipientNotFound');
    assert.equal(answer.at('value.2.error.responseCode'), '5009');
  });

  it('looks no further than 62 days', async () => {
    const answer = await schedules([mailOf(ben)], { endTime: utc('2027-01-30T00:00:00') });
    assert.equal(answer.at('error.code'), 'ErrorTimeIntervalTooBig');
  });

  it('gives working hours, and says who has no mailbox', async () => {
    const settings = await graph.ask(`/users/${ann.id}/mailboxSettings`);
    assert.equal(settings.at('timeZone'), ann.mailbox?.timeZone);
    assert.equal(settings.at('workingHours.startTime'), `${String(ann.mailbox?.workingHours.startTime)}:00.0000000`);
    const none = await graph.ask(`/users/${without.id}/mailboxSettings`);
    assert.equal(none.status, 404);
    assert.equal(none.at('error.code'), 'MailboxNotEnabledForRESTAPI');
  });

  it('books once for one transaction, with a Teams link and a copy for who is asked', async () => {
    const first = await book({ transactionId: 'once' });
    const second = await book({ transactionId: 'once', subject: 'Another' });
    assert.equal(first.status, 201);
    assert.equal(second.at('id'), first.at('id'));
    assert.match(String(first.at('onlineMeeting.joinUrl')), /^https:\/\/teams\.microsoft\.com\/l\/meetup-join\//u);
    assert.match(String(first.at('body.content')), /See &lt;you&gt;.*meetup-join/u);
    assert.equal(first.at('start.dateTime'), '2026-11-28T09:00:00.0000000');
    assert.deepEqual(
      onSaturday(ben).map(({ subject }) => subject),
      ['A talk'],
    );
    assert.equal(onSaturday(ann).length, 1);
    assert.equal(
      (await schedules([mailOf(ben)]))
        .list('value.0.scheduleItems')
        .filter((item) => String(valueAt(item, 'start.dateTime')).startsWith('2026-11-28')).length,
      1,
    );
  });

  it('moves for everybody, and only from the version that the caller knows', async () => {
    const booked = await book();
    const path = `/me/events/${String(booked.at('id'))}`;
    const body = { start: utc('2026-11-28T13:00:00'), end: utc('2026-11-28T14:00:00') };
    const move = (etag: unknown) =>
      graph.ask(path, { method: 'PATCH', token: as(ann), headers: { 'If-Match': String(etag) }, body });
    const moved = await move(booked.at('|@odata.etag|'));
    assert.equal(moved.status, 200);
    assert.notEqual(moved.at('changeKey'), booked.at('changeKey'));
    assert.equal(moved.at('onlineMeeting.joinUrl'), booked.at('onlineMeeting.joinUrl'));
    assert.equal(onSaturday(ben)[0]?.start, Date.parse('2026-11-28T13:00:00Z'));
    const stale = await move(booked.at('|@odata.etag|'));
    assert.equal(stale.status, 412);
    assert.equal(stale.at('error.code'), 'ErrorIrresolvableConflict');
  });

  it('takes the meeting offline when a new text has no link', async () => {
    const path = `/me/events/${String((await book()).at('id'))}`;
    const body = { body: { contentType: 'text', content: 'New' } };
    assert.equal((await graph.ask(path, { method: 'PATCH', token: as(ann), body })).at('isOnlineMeeting'), false);
  });

  it('cancels: gone for the organiser, marked for the other, who may not cancel', async () => {
    const booked = await book();
    const copy = onSaturday(ben)[0];
    const cancel = (person: SandboxPerson, id: unknown) =>
      graph.ask(`/me/events/${String(id)}/cancel`, { method: 'POST', token: as(person), body: { comment: 'Ill' } });
    assert.equal((await cancel(ben, copy?.id)).status, 400);
    assert.equal((await cancel(ann, booked.at('id'))).status, 202);
    assert.equal(onSaturday(ann).length, 0);
    assert.deepEqual([onSaturday(ben)[0]?.event?.isCancelled, onSaturday(ben)[0]?.status], [true, 'free']);
    assert.equal(
      (await graph.ask(`/me/events/${String(booked.at('id'))}`, { token: as(ann) })).at('error.code'),
      'ErrorItemNotFound',
    );
  });

  it('shows the week in pages of ten', async () => {
    await book();
    const path =
      '/me/calendarView?startDateTime=2026-11-23T00:00:00Z&endDateTime=2026-11-30T00:00:00Z&$select=subject,start';
    const answer = await graph.ask(path, { token: as(ann) });
    assert.equal(answer.list().length, 10);
    assert.ok(answer.at('|@odata.nextLink|'));
    const all = await graph.ask(`${path}&$top=100`, { token: as(ann) });
    assert.ok(all.list().some((item) => valueAt(item, 'subject') === 'A talk'));
    assert.equal((await graph.ask('/me/calendarView', { token: as(ann) })).at('error.code'), 'ErrorInvalidParameter');
  });

  it('refuses what cannot be: no start, an end before the start, a receiver without address', async () => {
    assert.equal((await book({ start: undefined })).at('error.code'), 'ErrorPropertyValidationFailure');
    assert.equal(
      (await book({ end: utc('2026-11-27T10:00:00') })).at('error.code'),
      'ErrorCalendarEndDateIsEarlierThanStartDate',
    );
    assert.equal(
      (await book({ attendees: [{ emailAddress: { name: 'x' } }] })).at('error.code'),
      'ErrorInvalidRecipients',
    );
  });

  it('suggests times when both are free and at work, to people only', async () => {
    const body = {
      attendees: [{ type: 'required', emailAddress: { address: mailOf(ben) } }],
      timeConstraint: { timeSlots: [{ start: utc('2026-11-23T00:00:00'), end: utc('2026-12-05T00:00:00') }] },
      meetingDuration: 'PT1H',
      minimumAttendeePercentage: 100,
      maxCandidates: 3,
    };
    const found = await graph.ask('/me/findMeetingTimes', { method: 'POST', token: as(ann), body });
    const suggestions = found.list('meetingTimeSuggestions');
    assert.ok(suggestions.length > 0 && suggestions.length <= 3);
    for (const each of suggestions) {
      const start = new Date(`${String(valueAt(each, 'meetingTimeSlot.start.dateTime')).slice(0, 19)}Z`);
      const end = new Date(start.getTime() + 3_600_000);
      for (const person of [ann, ben]) assert.deepEqual(graph.server.calendarOf(person.id, start, end), []);
    }
    const asked = await graph.ask(`/users/${ann.id}/findMeetingTimes`, { method: 'POST', token: asApp(), body });
    assert.equal(asked.at('error.code'), 'ErrorAccessDenied');
  });

  it('opens nobody else’s calendar with a person’s own rights', async () => {
    const answer = await graph.ask(`/users/${ben.id}/events`, { token: as(ann) });
    assert.equal(answer.status, 403);
    assert.equal(answer.at('error.code'), 'ErrorAccessDenied');
  });
});
