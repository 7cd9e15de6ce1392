import assert from 'node:assert/strict';
import {
  askForOtherTime,
  bookMeeting,
  cancelMeeting,
  enterByHand,
  moveMeeting,
} from '../../../src/features/meetings/booking/usecases.ts';
import { calendarFile } from '../../../src/features/meetings/files/rules.ts';
import { meetingsActions } from '../../../src/features/meetings/bot.ts';
import { meetingsJobs } from '../../../src/features/meetings/jobs.ts';
import { firstMeetingAt, meetingFigures, meetingsOf, meetingsOfPair } from '../../../src/features/meetings/usecases.ts';
import { findTimes } from '../../../src/features/meetings/times/usecases.ts';
import type { Pair } from '../../../src/features/pairs/model.ts';
import { pairLines, pairs } from '../../../src/features/pairs/store.ts';
import type { Person } from '../../../src/features/people/model.ts';
import { usualHours } from '../../../src/features/people/rules.ts';
import type { FreeBusy, NewEvent } from '../../../src/platform/calendar.ts';
import { hour } from '../../../src/platform/clock.ts';
import { Failure, isFailure } from '../../../src/platform/errors.ts';
import { aPerson, callerFor, press, testApp } from '../../support/app.ts';

const [mentee, mentor, stranger] = [aPerson(1, { givenName: 'Sofia' }), aPerson(2, { givenName: 'Tom' }), aPerson(3)];
const at = { programmeId: 'p1', pairId: 'pair-1' };

async function office(people: readonly Person[] = [mentee, mentor, stranger]) {
  const app = await testApp({ jobs: meetingsJobs });
  await app.addPeople(...people);
  const events = new Map<string, NewEvent>();
  const busy = new Map<string, FreeBusy>();
  const state = { down: false, cancelled: [] as string[], moved: [] as number[] };
  const up = (): void => {
    if (state.down) throw new Failure('unavailable', 'graph-down');
  };
  const calendar = {
    freeBusy: async (asked: { personId: string }[]) => {
      up();
      return new Map(asked.map(({ personId }) => [personId, busy.get(personId) ?? { busy: [] }]));
    },
    book: async (_: string, event: NewEvent) => {
      up();
      events.set(event.transactionId, event);
      return { eventId: `e-${event.transactionId}`, joinUrl: 'https://teams.test/join', etag: '1', answers: [] };
    },
    findBooked: async (_: unknown, { transactionId }: { transactionId: string }) => {
      up();
      const event = events.get(transactionId);
      return event && { ...event, eventId: `e-${transactionId}`, etag: '1', cancelled: false, answers: [] };
    },
    find: async (_: string, eventId: string) => ({ ...events.get(eventId.slice(2)), eventId, answers: [] }),
    move: async (_: string, _id: string, to: { start: number }) => state.moved.push(to.start),
    cancel: async (_: string, id: string) => void state.cancelled.push(id),
  };
  Object.assign(app.deps, { calendar, directory: { workingHours: async () => usualHours } });
  const pair: Pair = {
    ...{ id: at.pairId, programmeId: at.programmeId, proposalId: 'x', menteeId: mentee.id, mentorId: mentor.id },
    ...{ state: 'active', reasons: [], offeredAt: 1, activeAt: 1 },
  };
  await app.deps.tables.commit([pairs.create('p1', pair.id, pair)]);
  for (const one of [mentee, mentor]) await app.deps.tables.commit([pairLines.put(one.id, pair.id, at)]);
  const [first] = (await findTimes(app.deps, callerFor(mentee), at, { week: 0, weeks: 3, minutes: 60 })).slots;
  return { app, events, busy, state, wanted: { start: first?.start ?? 0, minutes: 60 } };
}

const reasonIs = (reason: string) => (error: unknown) => isFailure(error) && error.reason === reason;

describe('finding a time', () => {
  it('suggests hours of both with a day of notice, and goes on to later weeks', async () => {
    const { app } = await office();
    const now = app.clock.now();
    const soon = await findTimes(app.deps, callerFor(mentee), at, { week: 0, weeks: 3, minutes: 60 });
    const later = await findTimes(app.deps, callerFor(mentee), at, { week: 3, weeks: 3, minutes: 60 });
    assert.ok(soon.slots.length > 3 && soon.slots.every(({ start }) => start >= now + 24 * hour));
    assert.ok(later.slots.every(({ start }) => start >= now + 21 * 24 * hour));
  });

  it('says why when a calendar cannot be read, and loses nothing', async () => {
    const { app, busy, state } = await office([mentee, { ...mentor }, stranger]);
    busy.set(mentor.id, { problem: 'no-mailbox' });
    assert.equal(
      (await findTimes(app.deps, callerFor(mentee), at, { week: 0, weeks: 3, minutes: 60 })).problem,
      'partner-has-no-mailbox',
    );
    assert.equal(
      (await findTimes(app.deps, callerFor(mentor), at, { week: 0, weeks: 3, minutes: 60 })).problem,
      'you-have-no-mailbox',
    );
    state.down = true;
    assert.equal(
      (await findTimes(app.deps, callerFor(mentee), at, { week: 0, weeks: 3, minutes: 60 })).problem,
      'calendar-away',
    );
  });

  it('is nobody else’s business', async () => {
    const { app } = await office();
    await assert.rejects(
      findTimes(app.deps, callerFor(stranger), at, { week: 0, weeks: 3, minutes: 60 }),
      reasonIs('pair-gone'),
    );
    await assert.rejects(meetingsOfPair(app.deps, callerFor(stranger), 'p1', at.pairId), reasonIs('pair-gone'));
  });
});

describe('booking', () => {
  it('puts it into the own calendar under a neutral title, and tells the partner', async () => {
    const { app, events, wanted } = await office();
    const booked = await bookMeeting(app.deps, callerFor(mentee), at, wanted);
    await app.run();
    const [event] = events.values();
    assert.deepEqual([event?.subject, event?.attendees.map((one) => one.address)], ['Sofia and Tom', [mentor.mail]]);
    assert.equal(booked.organiserId, mentee.id);
    assert.deepEqual([app.cardsTo(mentor.id).length, app.cardsTo(mentee.id).length], [1, 0]);
    assert.equal(await firstMeetingAt(app.deps, 'p1', at.pairId), wanted.start);
    assert.deepEqual(
      (await meetingsOf(app.deps, mentor.id)).map((one) => [one.start, one.mine]),
      [[wanted.start, false]],
    );
  });

  it('books once when it is pressed twice', async () => {
    const { app, events, wanted } = await office();
    const press2 = [1, 2].map(() => bookMeeting(app.deps, callerFor(mentee), at, wanted));
    await Promise.allSettled(press2);
    await bookMeeting(app.deps, callerFor(mentee), at, wanted);
    await app.run();
    assert.equal(events.size, 1);
    assert.equal((await meetingsOfPair(app.deps, callerFor(mentee), 'p1', at.pairId)).meetings.length, 1);
    assert.equal(app.cardsTo(mentor.id).length, 1);
  });

  it('goes on where it was after Outlook was away, with the same event', async () => {
    const { app, events, state, wanted } = await office();
    state.down = true;
    await assert.rejects(bookMeeting(app.deps, callerFor(mentee), at, wanted), reasonIs('calendar-away'));
    state.down = false;
    await bookMeeting(app.deps, callerFor(mentee), at, wanted);
    assert.equal(events.size, 1);
  });

  it('refuses a time that was taken meanwhile, and one that is past', async () => {
    const { app, busy, wanted } = await office();
    busy.set(mentor.id, { busy: [{ start: wanted.start, end: wanted.start + hour }] });
    await assert.rejects(bookMeeting(app.deps, callerFor(mentee), at, wanted), reasonIs('slot-taken'));
    await assert.rejects(
      bookMeeting(app.deps, callerFor(mentee), at, { ...wanted, start: 1 }),
      reasonIs('time-is-past'),
    );
  });

  it('is possible again at a time that was cancelled', async () => {
    const { app, wanted } = await office();
    const first = await bookMeeting(app.deps, callerFor(mentee), at, wanted);
    await cancelMeeting(app.deps, callerFor(mentee), { ...at, meetingId: first.id });
    const second = await bookMeeting(app.deps, callerFor(mentee), at, wanted);
    assert.notEqual(second.id, first.id);
    assert.equal(second.state, 'planned');
  });
});

describe('moving and cancelling', () => {
  it('is for whoever has it in the own calendar; the partner asks, once', async () => {
    const { app, state, wanted } = await office();
    const { id: meetingId } = await bookMeeting(app.deps, callerFor(mentee), at, wanted);
    const later = { start: wanted.start + 7 * 24 * hour, minutes: 60 };
    await assert.rejects(
      moveMeeting(app.deps, callerFor(mentor), { ...at, meetingId }, later),
      reasonIs('not-your-calendar'),
    );
    await askForOtherTime(app.deps, callerFor(mentor), { ...at, meetingId });
    await askForOtherTime(app.deps, callerFor(mentor), { ...at, meetingId });
    await app.run();
    const [asked] = app.cardsTo(mentee.id);
    assert.equal(app.cardsTo(mentee.id).length, 1);
    const reply = await press(app.deps, meetingsActions, callerFor(mentee), {
      card: asked!,
      title: 'Choose another time',
    });
    assert.ok(reply.kind === 'dialog' && reply.path.endsWith(`/meetings/${meetingId}/move`));
    await moveMeeting(app.deps, callerFor(mentee), { ...at, meetingId }, later);
    assert.deepEqual(state.moved, [later.start]);
  });

  it('tells the partner, and an old card says what is now', async () => {
    const { app, state, wanted } = await office();
    const { id: meetingId } = await bookMeeting(app.deps, callerFor(mentee), at, wanted);
    await askForOtherTime(app.deps, callerFor(mentor), { ...at, meetingId });
    await app.run();
    await cancelMeeting(app.deps, callerFor(mentee), { ...at, meetingId });
    await app.run();
    assert.equal(state.cancelled.length, 1);
    assert.ok(app.cardsTo(mentor.id).at(-1)?.summary.includes('cancelled'));
    const [old] = app.cardsTo(mentee.id);
    const reply = await press(app.deps, meetingsActions, callerFor(mentee), {
      card: old!,
      title: 'Choose another time',
    });
    assert.equal(reply.kind, 'message');
  });
});

describe('without a mailbox', () => {
  it('times are entered by hand, both can move them, and both get the file', async () => {
    const { app, wanted } = await office();
    const kept = await enterByHand(app.deps, callerFor(mentee), at, wanted);
    const moved = await moveMeeting(
      app.deps,
      callerFor(mentor),
      { ...at, meetingId: kept.id },
      { ...wanted, start: wanted.start + hour },
    );
    assert.deepEqual([moved.start, moved.sequence], [wanted.start + hour, 1]);
    const file = calendarFile(moved, { title: 'Sofia and Tom\r\nATTENDEE:mailto:x@evil.test', text: 'Talk' });
    assert.ok(file.includes(`UID:${kept.id}@tandem`) && file.includes('SEQUENCE:1'));
    assert.ok(!/^ATTENDEE/m.test(file), 'a name adds no line of its own');
  });

  it('what is over is counted as met', async () => {
    const { app, wanted } = await office();
    await enterByHand(app.deps, callerFor(mentee), at, wanted);
    assert.deepEqual(await meetingFigures(app.deps, 'p1'), { planned: 1, met: 0 });
    app.pass({ days: 30 });
    assert.deepEqual(await meetingFigures(app.deps, 'p1'), { planned: 1, met: 1 });
  });
});
