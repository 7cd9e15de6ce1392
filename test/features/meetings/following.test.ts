import assert from 'node:assert/strict';
import { moveMeeting, cancelMeeting } from '../../../src/features/meetings/booking/usecases.ts';
import { lookAtMine } from '../../../src/features/meetings/following/usecases.ts';
import { followedMailboxes } from '../../../src/features/meetings/following/store.ts';
import type { Meeting } from '../../../src/features/meetings/model.ts';
import { findTimes } from '../../../src/features/meetings/times/usecases.ts';
import { meetingsOfPair } from '../../../src/features/meetings/usecases.ts';
import { day, hour } from '../../../src/platform/clock.ts';
import { at, outlookOffice, type OutlookOffice } from '../../support/outlook.ts';

const graphTime = (instant: number) => ({ dateTime: new Date(instant).toISOString().slice(0, 19), timeZone: 'UTC' });

describe('following what happens in Outlook', function () {
  this.timeout(300_000);
  let office: OutlookOffice;
  let one: Meeting;

  beforeEach(async () => {
    office = await outlookOffice();
    one = await office.book();
    await office.aMinutePasses();
  });
  afterEach(() => office.close());

  const later = (): { start: number; end: number } => ({ start: one.start + day, end: one.end + day });
  const move = (to = later(), id = one.eventId) =>
    office.inOutlook(office.menteeBox, 'PATCH', `/me/events/${id}`, {
      start: graphTime(to.start),
      end: graphTime(to.end),
    });
  const answer = (verb: string) =>
    office.inOutlook(office.mentorBox, 'POST', `/me/events/${office.copyOf(office.mentorBox, one)}/${verb}`, {});
  const seesIt = async (person = office.mentee) =>
    meetingsOfPair(office.app.deps, await office.signedIn(person.id), 'p1', at.pairId);

  it('subscribes to the mailbox of whoever booked, once', async () => {
    const [subscription, ...more] = office.graphServer.subscriptions();
    assert.deepEqual([subscription?.personId, more.length], [office.mentee.id, 0]);
    assert.ok(!JSON.stringify(await followedMailboxes(office.app.deps.tables)).includes(secretOf(office)));
  });

  it('sees within a minute that a meeting was moved, and tells nobody what Outlook told', async () => {
    const before = office.app.sent.length;
    await move();
    await office.aMinutePasses();
    const now = await office.known(one);
    assert.deepEqual([now.start, now.end, now.sequence], [later().start, later().end, one.sequence + 1]);
    assert.equal(office.app.sent.length, before);
  });

  it('shows what the partner said, and asks the organiser once for another time after a no', async () => {
    for (const [verb, said] of [
      ['tentativelyAccept', 'tentative'],
      ['accept', 'accepted'],
      ['decline', 'declined'],
    ] as const) {
      await answer(verb);
      await office.aMinutePasses();
      assert.equal((await office.known(one)).partnerAnswer, said);
    }
    await office.anHourPasses();
    await office.aMinutePasses();
    const cards = office.app.cardsTo(office.mentee.id);
    assert.equal(cards.length, 1);
    assert.equal(cards[0]?.buttons?.[0]?.verb, 'meetings.move');
    const seen = await seesIt(office.mentor);
    assert.equal(seen.meetings[0]?.partnerAnswer, 'declined');
  });

  it('asks anew after a move, so an old answer does not stand for the new time', async () => {
    await answer('accept');
    await office.aMinutePasses();
    await move();
    await office.aMinutePasses();
    assert.equal((await office.known(one)).partnerAnswer, undefined);
  });

  it('notices that somebody else is invited too', async () => {
    const toRecipients = [{ emailAddress: { address: office.other.mail, name: 'x' } }];
    const path = `/me/events/${office.copyOf(office.mentorBox, one)}/forward`;
    await office.inOutlook(office.mentorBox, 'POST', path, { toRecipients });
    await office.aMinutePasses();
    assert.equal((await seesIt()).meetings[0]?.others, 1);
  });

  it('takes a meeting that was cancelled or deleted in Outlook for cancelled, and both see when it was', async () => {
    await office.inOutlook(office.menteeBox, 'DELETE', `/me/events/${one.eventId}`);
    await office.aMinutePasses();
    for (const person of [office.mentee, office.mentor]) {
      const { meetings, calledOff } = await seesIt(person);
      assert.deepEqual([meetings.length, calledOff], [0, [one.start]]);
    }
    assert.equal(office.app.cardsTo(office.mentor.id).length, 1, 'of the booking only');
  });

  it('ends the subscription when nothing is to come', async () => {
    await cancelMeeting(office.app.deps, await office.signedIn(office.mentee.id), { ...at, meetingId: one.id });
    await office.aMinutePasses();
    assert.deepEqual(office.graphServer.subscriptions(), []);
    assert.deepEqual(await followedMailboxes(office.app.deps.tables), []);
    await office.anHourPasses();
    await office.anHourPasses();
    assert.deepEqual(await office.app.deps.outbox.tasksOf('system', 'outlook'), [], 'and nothing goes on by itself');
  });

  it('does not take our own changes for somebody’s', async () => {
    const caller = await office.signedIn(office.mentee.id);
    const free = (await findTimes(office.app.deps, caller, at, { week: 1, weeks: 3, minutes: 60 })).slots.at(-1);
    const to = { start: free?.start ?? 0, minutes: 60 };
    const moved = await moveMeeting(office.app.deps, caller, { ...at, meetingId: one.id }, to);
    await office.aMinutePasses();
    await office.anHourPasses();
    assert.deepEqual((await office.known(one)).sequence, moved.sequence);
  });

  it('makes a meeting of each date of a series, and understands one that differs', async () => {
    const recurrence = {
      pattern: { type: 'weekly', interval: 1, daysOfWeek: ['tuesday'] },
      range: { type: 'numbered', numberOfOccurrences: 4, startDate: '2026-03-01' },
    };
    await office.inOutlook(office.menteeBox, 'PATCH', `/me/events/${one.eventId}`, { recurrence });
    await office.aMinutePasses();
    const planned = async () => (await office.allKnown()).filter(({ state }) => state === 'planned');
    const series = await planned();
    assert.deepEqual(
      series.map(({ start }) => start - one.start),
      [0, 7, 14, 21].map((days) => days * day),
    );
    assert.equal(series[0]?.id, one.id);
    assert.ok(series.every(({ seriesId }) => seriesId === one.eventId));

    const [, second, third] = series;
    await move({ start: second!.start + hour, end: second!.end + hour }, second!.eventId);
    await office.inOutlook(office.menteeBox, 'DELETE', `/me/events/${third!.eventId}`);
    await office.aMinutePasses();
    assert.deepEqual(
      (await planned()).map(({ start }) => start - one.start),
      [0, 7 * day + hour, 21 * day],
    );
    await office.inOutlook(office.menteeBox, 'PATCH', `/me/events/${one.eventId}`, { recurrence: null });
    await office.aMinutePasses();
    assert.deepEqual(
      (await planned()).map(({ id, eventId }) => [id, eventId]),
      [[one.id, one.eventId]],
    );
  });

  it('is right after an hour in which every notification got lost', async () => {
    office.graphServer.disturbNotifications('lost', 1000);
    await answer('accept');
    await move();
    await office.aMinutePasses();
    assert.equal((await office.known(one)).start, one.start, 'nobody told us');
    await office.anHourPasses();
    assert.equal((await office.known(one)).start, later().start);
  });

  it('does not mind doubled and late notifications', async () => {
    office.graphServer.disturbNotifications('doubled', 3);
    await move();
    await office.aMinutePasses();
    office.graphServer.disturbNotifications('late', 1);
    await move({ start: one.start + 2 * day, end: one.end + 2 * day });
    await move({ start: one.start + 3 * day, end: one.end + 3 * day });
    await office.aMinutePasses();
    await office.anHourPasses();
    await office.aMinutePasses();
    const now = await office.known(one);
    assert.deepEqual([now.start, now.sequence], [one.start + 3 * day, one.sequence + 2]);
  });

  it('is renewed before it ends, and made anew when Graph takes it away or loses count', async () => {
    const first = office.graphServer.subscriptions()[0]!;
    await move({ start: one.start + 28 * day, end: one.end + 28 * day });
    await office.aMinutePasses();
    for (let days = 0; days < 5; days += 1) {
      office.app.pass({ days: 1 });
      await office.app.run();
    }
    const renewed = office.graphServer.subscriptions()[0]!;
    assert.equal(renewed.id, first.id);
    assert.ok(Date.parse(renewed.expirationDateTime) > Date.parse(first.expirationDateTime) + 2 * day);
    office.graphServer.tellLifecycle('subscriptionRemoved');
    await office.aMinutePasses();
    const [anew, ...more] = office.graphServer.subscriptions();
    assert.ok(anew && anew.id !== first.id && more.length === 0);
    office.graphServer.forgetDeltaTokens();
    office.graphServer.disturbNotifications('lost', 1);
    await move({ start: one.start + 29 * day, end: one.end + 29 * day });
    office.graphServer.tellLifecycle('missed');
    await office.aMinutePasses();
    assert.equal((await office.known(one)).start, one.start + 29 * day);
  });

  it('changes nothing for forged notifications, and echoes nothing that could be run', async () => {
    const [subscription] = office.graphServer.subscriptions();
    const good = {
      subscriptionId: subscription!.id,
      clientState: subscription!.clientState,
      tenantId: office.app.deps.config.tenantId,
      changeType: 'deleted',
    };
    const post = (body: unknown) =>
      fetch(`${office.door.url}/notifications/outlook`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
    const before = (await office.app.deps.outbox.tasksOf('system', 'outlook')).length;
    const forged = [
      { ...good, clientState: `${office.mentee.id}.guessed` },
      { ...good, clientState: `${office.mentor.id}.${secretOf(office)}` },
      { ...good, subscriptionId: 'another' },
      { ...good, tenantId: '00000000-0000-4000-8000-000000000009' },
      { ...good, clientState: undefined },
      { ...good, lifecycleEvent: 'subscriptionRemoved', clientState: '../..' },
      'nothing',
      null,
    ];
    for (const one of forged) assert.equal((await post({ value: [one] })).status, 202);
    assert.equal((await office.app.deps.outbox.tasksOf('system', 'outlook')).length, before);
    assert.equal((await post({ value: [good, good] })).status, 202);
    assert.equal((await office.app.deps.outbox.tasksOf('system', 'outlook')).length, before + 1);
    assert.equal((await post({ value: 'x' })).ok, false);

    const token = 'a b<script>&"';
    const echo = await fetch(`${office.door.url}/notifications/outlook?validationToken=${encodeURIComponent(token)}`, {
      method: 'POST',
    });
    assert.match(String(echo.headers.get('content-type')), /^text\/plain/);
    assert.ok(!(await echo.text()).includes('<'));
    for (let turn = 0; turn < 40; turn += 1) await post({ value: Array.from({ length: 10 }, () => forged[0]) });
    assert.equal((await post({ value: [good] })).status, 429);
  });
});

describe('following without the permission', function () {
  this.timeout(300_000);
  it('is done at the next opening of the page, with the own rights', async () => {
    const office = await outlookOffice();
    try {
      for (const name of ['Calendars.Read', 'Calendars.ReadBasic', 'Calendars.ReadWrite'])
        office.graphServer.setConsent(name, false);
      const one = await office.book();
      await office.aMinutePasses();
      assert.deepEqual(office.graphServer.subscriptions(), []);
      const body = { start: graphTime(one.start + day), end: graphTime(one.end + day) };
      await office.inOutlook(office.menteeBox, 'PATCH', `/me/events/${one.eventId}`, body);
      await office.anHourPasses();
      assert.equal((await office.known(one)).start, one.start);
      const seen = await meetingsOfPair(office.app.deps, await office.signedIn(office.mentee.id), 'p1', at.pairId);
      assert.equal(seen.meetings[0]?.start, one.start + day);
      await office.inOutlook(office.menteeBox, 'DELETE', `/me/events/${one.eventId}`);
      await lookAtMine(office.app.deps, await office.signedIn(office.mentor.id));
      assert.equal((await office.known(one)).state, 'planned', 'it is not in the mentor’s own calendar');
      await lookAtMine(office.app.deps, await office.signedIn(office.mentee.id));
      assert.equal((await office.known(one)).state, 'cancelled', 'also when the first page is opened');
    } finally {
      await office.close();
    }
  });

  it('asks every hour where only reading the least is allowed', async () => {
    const office = await outlookOffice();
    try {
      office.graphServer.setConsent('Calendars.Read', false);
      const one = await office.book();
      await office.aMinutePasses();
      assert.deepEqual(office.graphServer.subscriptions(), []);
      await office.inOutlook(office.menteeBox, 'POST', `/me/events/${one.eventId}/cancel`, { comment: 'x' });
      await office.anHourPasses();
      assert.equal((await office.known(one)).state, 'cancelled');
    } finally {
      await office.close();
    }
  });
});

const secretOf = (office: OutlookOffice): string =>
  office.graphServer.subscriptions()[0]?.clientState?.split('.')[1] ?? 'none';
