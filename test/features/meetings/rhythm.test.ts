import { bookMeeting } from '../../../src/features/meetings/booking/usecases.ts';
import assert from 'node:assert/strict';
import type { Platform } from '../../../src/platform/platform.ts';
import { bookRhythm, proposeRhythm } from '../../../src/features/meetings/rhythm/usecases.ts';
import { openDays, wishedDays } from '../../../src/features/meetings/rhythm/rules.ts';
import { plannedOf } from '../../../src/features/meetings/store.ts';
import { day, hour, localDate } from '../../../src/platform/clock.ts';
import { callerFor } from '../../support/app.ts';
import { at, mentee, mentor, office, zone } from '../../support/times-office.ts';

/** The first three that are proposed to the mentee. */
async function threeDates(deps: Platform): Promise<number[]> {
  const { dates } = await proposeRhythm(deps, callerFor(mentee), at, 60);
  return dates.flatMap(({ start }) => (start ? [start] : [])).slice(0, 3);
}

describe('the rhythm', () => {
  const begin = Date.UTC(2026, 2, 3, 9);
  const course = { beganAt: begin, endsAt: begin + 270 * day, zone };

  it('is two in the first month, then one a month until the end', () => {
    assert.deepEqual(
      wishedDays(course).map((one) => localDate(one, zone)),
      [
        ...['2026-03-10', '2026-03-24', '2026-04-24', '2026-05-24', '2026-06-24', '2026-07-24', '2026-08-24'],
        ...['2026-09-24', '2026-10-24', '2026-11-24'],
      ],
    );
    const leap = wishedDays({ ...course, beganAt: Date.UTC(2028, 0, 10, 9), endsAt: Date.UTC(2028, 4, 1) });
    assert.deepEqual(
      leap.map((one) => localDate(one, zone)),
      ['2028-01-17', '2028-01-31', '2028-02-29', '2028-03-31', '2028-04-30'],
    );
  });

  it('counts a meeting for the day it is nearest to, so one that moves takes no other with it', () => {
    const all = wishedDays(course);
    const planned = [{ start: all[1]! + 3 * day }, { start: all[3]! - 2 * day }];
    const open = openDays(course, planned, begin);
    assert.deepEqual(
      open,
      all.filter((one) => one !== all[1] && one !== all[3]),
    );
    assert.deepEqual(openDays(course, [{ start: all[1]! + 6 * day }, planned[1]!], begin), open);
  });

  it('is proposed by the same rules and booked in one press, each date for itself, told in one card', async () => {
    const { app, deps, events } = await office();
    const me = callerFor(mentee);
    const { dates } = await proposeRhythm(deps, me, at, 60);
    assert.ok(dates.length >= 7);
    const starts = dates.flatMap(({ start }) => (start === undefined ? [] : [start]));
    const twice = [
      await bookRhythm(deps, me, at, { minutes: 60, starts }),
      await bookRhythm(deps, me, at, { minutes: 60, starts }),
    ];
    assert.ok(twice.every((one) => one.dates.every(({ booked }) => booked)));
    assert.equal(events.size, starts.length);
    app.pass({ minutes: 2 });
    await app.run();
    assert.equal(app.cardsTo(mentor.id).length, 1);
    const after = await proposeRhythm(deps, me, at, 60);
    assert.ok(
      after.dates.length <= dates.length &&
        after.dates.every(({ wished }) => !dates.some((one) => one.wished === wished)),
    );
    const ids = (await plannedOf(deps.tables, 'p1', at.pairId)).map(({ value }) => value.eventId);
    assert.equal(new Set(ids).size, starts.length);
  });

  it('tells which date failed and why; the same press again books that one only', async () => {
    const { deps, events, state } = await office();
    const me = callerFor(mentee);
    const starts = await threeDates(deps);
    state.failing = starts[1];
    const first = await bookRhythm(deps, me, at, { minutes: 60, starts });
    assert.deepEqual(
      first.dates.map(({ booked }) => booked),
      [true, false, true],
    );
    assert.match(first.dates[1]?.problem ?? '', /Outlook/);
    state.failing = undefined;
    const second = await bookRhythm(deps, me, at, { minutes: 60, starts });
    assert.ok(second.dates.every(({ booked }) => booked));
    assert.equal(events.size, 3);
  });

  it('tells of a date that was booked after the card by itself', async () => {
    const { app, deps, state } = await office();
    const me = callerFor(mentee);
    const starts = await threeDates(deps);
    state.failing = starts[1];
    await bookRhythm(deps, me, at, { minutes: 60, starts });
    app.pass({ minutes: 2 });
    await app.run();
    assert.equal(app.cardsTo(mentor.id).length, 1);
    state.failing = undefined;
    await bookRhythm(deps, me, at, { minutes: 60, starts });
    app.pass({ minutes: 2 });
    await app.run();
    assert.equal(app.cardsTo(mentor.id).length, 2);
  });

  it('tells of what the partner has just planned, and goes on when the press comes again', async () => {
    const { deps } = await office();
    const me = callerFor(mentee);
    const starts = await threeDates(deps);
    await bookMeeting(deps, callerFor(mentor), at, { start: starts[0]! + 7 * day, minutes: 60 });
    const first = await bookRhythm(deps, me, at, { minutes: 60, starts });
    assert.ok(
      first.dates.every(({ booked, problem }) => !booked && problem?.startsWith('Your partner has just planned')),
    );
    const second = await bookRhythm(deps, me, at, { minutes: 60, starts, knowing: true });
    assert.ok(second.dates.every(({ booked }) => booked));
  });

  it('takes a date that Outlook kept without an answer for one of its own', async () => {
    const { deps, events, state } = await office();
    const me = callerFor(mentee);
    const starts = await threeDates(deps);
    state.failing = starts[0];
    const [slow = 0] = starts;
    const findBooked = async () => ({ eventId: 'e-slow', start: slow, end: slow + hour });
    Object.assign(deps, { calendar: { ...deps.calendar, findBooked } });
    const { dates } = await bookRhythm(deps, me, at, { minutes: 60, starts });
    assert.deepEqual(
      dates.map(({ booked }) => booked),
      [false, true, true],
    );
    assert.equal(events.size, 2);
    const again = await bookRhythm(deps, me, at, { minutes: 60, starts, knowing: true });
    assert.ok(again.dates.every(({ booked }) => booked));
    assert.equal(events.size, 2);
  });
});
