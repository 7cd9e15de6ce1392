import assert from 'node:assert/strict';
import { bookMeeting } from '../../../src/features/meetings/booking/usecases.ts';
import { meetingsJobs } from '../../../src/features/meetings/jobs.ts';
import { bookRhythm, proposeRhythm } from '../../../src/features/meetings/rhythm/usecases.ts';
import { openDays, wishedDays } from '../../../src/features/meetings/rhythm/rules.ts';
import { plannedOf } from '../../../src/features/meetings/store.ts';
import { missingDay, nextPairs } from '../../../src/features/meetings/suggesting/rules.ts';
import { suggestions } from '../../../src/features/meetings/suggesting/store.ts';
import { suggestSome } from '../../../src/features/meetings/suggesting/usecases.ts';
import { leastDisturbing } from '../../../src/features/meetings/times/rules.ts';
import {
  answerPoll,
  askWhich,
  findTimes,
  needsOfPartner,
  viewPoll,
} from '../../../src/features/meetings/times/usecases.ts';
import type { Pair } from '../../../src/features/pairs/model.ts';
import { pairLines, pairs } from '../../../src/features/pairs/store.ts';
import { emptyPassport } from '../../../src/features/people/passport/model.ts';
import { emptyPassportOf, keepPassport, passportOf } from '../../../src/features/people/passport/usecases.ts';
import { usualHours } from '../../../src/features/people/rules.ts';
import type { Programme } from '../../../src/features/programmes/model.ts';
import { programmeIndex, programmes } from '../../../src/features/programmes/store.ts';
import type { FreeBusy, NewEvent } from '../../../src/platform/calendar.ts';
import { day, hour, localDate } from '../../../src/platform/clock.ts';
import { Failure, isFailure } from '../../../src/platform/errors.ts';
import { aDraft } from '../../support/applications.ts';
import { aPerson, callerFor, testApp } from '../../support/app.ts';

const [mentee, mentor, stranger] = [aPerson(1, { givenName: 'Sofia' }), aPerson(2, { givenName: 'Tom' }), aPerson(3)];
const at = { programmeId: 'p1', pairId: 'pair-1' };
const zone = 'Europe/Brussels';
const usual = { week: 0, weeks: 3, minutes: 60 } as const;

async function office() {
  const app = await testApp({ jobs: meetingsJobs });
  await app.addPeople(mentee, mentor, stranger);
  const events = new Map<string, NewEvent>();
  const busy = new Map<string, FreeBusy>();
  const state = { refused: false, asked: [] as string[][], failing: undefined as number | undefined };
  const calendar = {
    freeBusy: async (asked: { personId: string }[], _from: number, _to: number, assertion?: string) => {
      if (state.refused && assertion === undefined) throw new Failure('unavailable', 'graph-not-permitted');
      state.asked.push(asked.map(({ personId }) => personId));
      return new Map(asked.map(({ personId }) => [personId, busy.get(personId) ?? { busy: [] }]));
    },
    findBooked: async () => undefined,
    // Nobody let the app follow calendars.
    changes: async () => {
      throw new Failure('unavailable', 'graph-not-permitted');
    },
    book: async (_: string, event: NewEvent) => {
      if (event.start === state.failing) throw new Failure('unavailable', 'graph-down');
      events.set(event.transactionId, event);
      return { eventId: `e-${event.transactionId}`, joinUrl: 'https://teams.test/join', etag: '1', answers: [] };
    },
  };
  Object.assign(app.deps, { calendar, directory: { workingHours: async () => usualHours } });
  const now = app.clock.now();
  const programme: Programme = {
    ...{ ...aDraft(), id: 'p1', stage: 'run', zone, createdAt: now, stageAt: now, createdBy: stranger.id },
    endsOn: localDate(now + 270 * day, zone),
  };
  const pair: Pair = {
    ...{ id: at.pairId, programmeId: at.programmeId, proposalId: 'x', menteeId: mentee.id, mentorId: mentor.id },
    ...{ state: 'active', reasons: [], offeredAt: now, activeAt: now },
  };
  await app.deps.tables.commit([programmes.create('p1', 'own', programme), pairs.create('p1', pair.id, pair)]);
  await app.deps.tables.commit([programmeIndex.put('programmes', 'p1', { id: 'p1' })]);
  for (const one of [mentee, mentor]) await app.deps.tables.commit([pairLines.put(one.id, pair.id, at)]);
  /** All of a person's next weeks, as one thing in the calendar. */
  const fill = (personId: string, days: number, status = 'busy'): void =>
    void busy.set(personId, { busy: [{ start: now, end: now + days * day, status }] });
  return { app, deps: app.deps, events, busy, state, now, fill };
}

const reasonIs = (reason: string) => (error: unknown) => isFailure(error) && error.reason === reason;

describe('what suits people', () => {
  it('decides when they are asked to meet, and only the needs are told to the partner', async () => {
    const { deps, now } = await office();
    const free = localDate(now + 2 * day, zone);
    await keepPassport(deps, mentor.id, {
      ...{ needs: ['captions'], speak: ['fr'], days: [free] },
      halves: { 'monday-morning': 'never', 'friday-afternoon': 'rather' },
    });
    const found = await findTimes(deps, callerFor(mentee), at, usual);
    const told = JSON.stringify(found) + JSON.stringify(await needsOfPartner(deps, callerFor(mentee), at));
    assert.match(told, /captions.*fr/);
    assert.doesNotMatch(told, /rather|never|halves|days/);
    const local = found.slots.map(({ start }) => new Date(start).toLocaleString('sv-SE', { timeZone: zone }));
    assert.ok(local.every((one) => !one.startsWith(free)));
    assert.ok(
      found.slots.every(({ start }) => !(new Date(start).getUTCDay() === 1 && new Date(start).getUTCHours() < 11)),
    );
    const best = found.slots.find((one) => one.best);
    assert.equal(new Date(best?.start ?? 0).getUTCDay(), 5);
    assert.equal(best?.mine, false, 'what suits the partner is no reason that is told');
    await assert.rejects(needsOfPartner(deps, callerFor(stranger), at), reasonIs('pair-gone'));
  });

  it('is a reason for the person alone', async () => {
    const { deps } = await office();
    await keepPassport(deps, mentee.id, { ...emptyPassport, halves: { 'friday-afternoon': 'rather' } });
    const mine = await findTimes(deps, callerFor(mentee), at, usual);
    const theirs = await findTimes(deps, callerFor(mentor), at, usual);
    assert.equal(mine.slots.find((one) => one.best)?.mine, true);
    assert.ok(theirs.slots.every((one) => !one.mine));
    assert.deepEqual(
      mine.slots.map(({ start }) => start),
      theirs.slots.map(({ start }) => start),
    );
  });

  it('is emptied in one press, twice is once, and days that are over are not kept', async () => {
    const { deps } = await office();
    const kept = await keepPassport(deps, mentee.id, {
      ...emptyPassport,
      days: ['2020-01-01', '2026-12-24', '2026-12-24'],
    });
    assert.deepEqual(kept.days, ['2026-12-24']);
    for (let turn = 0; turn < 2; turn += 1) assert.deepEqual(await emptyPassportOf(deps, mentee.id), emptyPassport);
    assert.deepEqual(await passportOf(deps, mentee.id), emptyPassport);
  });

  it('leaves out the public holidays of each country', async () => {
    const { app, deps } = await office();
    app.pass({ days: 30 });
    const found = await findTimes(deps, callerFor(mentee), at, usual);
    assert.ok(found.slots.some(({ start }) => localDate(start, zone) === '2026-04-07'));
    assert.ok(
      found.slots.every(({ start }) => localDate(start, zone) !== '2026-04-06'),
      'Easter Monday',
    );
  });
});

describe('when nobody is free', () => {
  it('tells what disturbs least and whom, by the status alone, and looks further in one press', async () => {
    const { deps, fill } = await office();
    fill(mentee.id, 42);
    fill(mentor.id, 21, 'tentative');
    const found = await findTimes(deps, callerFor(mentee), at, usual);
    assert.equal(found.slots.length, 0);
    assert.equal(found.disturbing.length, 5);
    assert.deepEqual(found.disturbing[0]?.whom, [
      { who: 'you', status: 'busy' },
      { who: 'partner', status: 'tentative' },
    ]);
    const longer = await findTimes(deps, callerFor(mentee), at, { ...usual, weeks: 8 });
    assert.ok(longer.slots.length > 0, 'a calendar that is full for six weeks is free in the seventh');
  });

  it('prefers few people and mild reasons, and asks beyond working hours only where these never meet', () => {
    const from = Date.UTC(2026, 2, 9);
    const wish = { from, to: from + 2 * day, minutes: 60 };
    const nine = from + 8 * hour;
    const busy = [
      { start: from, end: nine + hour, status: 'busy' },
      { start: nine + hour, end: from + 2 * day, status: 'oof' },
    ];
    const one = { hours: usualHours, busy, meetings: [] };
    const mild = { ...one, busy: [{ start: from, end: from + 2 * day, status: 'tentative' }] };
    assert.equal(leastDisturbing([one, { ...one, busy: [] }], wish)[0]?.start, nine);
    assert.deepEqual(
      leastDisturbing([mild, one], wish)[0]?.whom.map(({ status }) => status),
      ['tentative', 'busy'],
    );
    const sydney = { ...one, busy: [], hours: { ...usualHours, zone: 'Australia/Sydney' } };
    const far = leastDisturbing([{ ...one, busy: [] }, sydney], wish);
    assert.ok(far.length > 0);
    assert.ok(far.every(({ whom }) => whom.every(({ status }) => status === 'hours')));
  });

  it('asks the partner, whose yes makes a time free for the two: then a press books it', async () => {
    const { app, deps, events, fill } = await office();
    fill(mentor.id, 60);
    const me = callerFor(mentee);
    const { disturbing } = await findTimes(deps, me, at, usual);
    const starts = disturbing.slice(0, 3).map(({ start }) => start);
    const [first = 0, second = 0] = starts;
    const asked = await Promise.all([1, 2].map(() => askWhich(deps, me, at, { minutes: 60, starts })));
    await app.run();
    assert.equal(asked[0]?.id, asked[1]?.id);
    assert.equal(app.cardsTo(mentor.id).length, 1);
    const poll = { ...at, pollId: asked[0]!.id };
    await assert.rejects(answerPoll(deps, me, poll, [first]), reasonIs('own-poll'));
    await assert.rejects(bookMeeting(deps, me, at, { start: second, minutes: 60 }), reasonIs('slot-taken'));
    const said = await answerPoll(deps, callerFor(mentor), poll, [second, 12_345]);
    assert.deepEqual(said.works, [second]);
    await bookMeeting(deps, me, at, { start: second, minutes: 60 });
    await assert.rejects(bookMeeting(deps, me, at, { start: first, minutes: 60 }), reasonIs('slot-taken'));
    assert.equal(events.size, 1);
    assert.equal((await viewPoll(deps, me, poll)).booked, second);
    app.pass({ hours: 1 });
    await app.run();
    assert.ok(app.cardsTo(mentee.id).every((card) => card.summary !== 'There is an answer about a time'));
  });

  it('tells the asker what works when nobody has booked it, and that nothing does', async () => {
    const { app, deps, fill } = await office();
    fill(mentor.id, 60);
    const { disturbing } = await findTimes(deps, callerFor(mentee), at, usual);
    const starts = disturbing.slice(0, 3).map(({ start }) => start);
    const { id: pollId } = await askWhich(deps, callerFor(mentee), at, { minutes: 60, starts });
    await answerPoll(deps, callerFor(mentor), { ...at, pollId }, []);
    app.pass({ minutes: 3 });
    await app.run();
    await answerPoll(deps, callerFor(mentor), { ...at, pollId }, [starts[0]!]);
    app.pass({ minutes: 3 });
    await app.run();
    assert.equal(app.cardsTo(mentee.id).length, 2);
  });

  it('does not ask for what a passport, a holiday or a full day leaves out, nor for the past', async () => {
    const { deps, now } = await office();
    const start = now + 2 * day;
    await keepPassport(deps, mentor.id, { ...emptyPassport, days: [localDate(start, zone)] });
    const ask = (from: number) => askWhich(deps, callerFor(mentee), at, { minutes: 30, starts: [from] });
    await assert.rejects(ask(start), reasonIs('time-not-askable'));
    await assert.rejects(ask(now - hour), reasonIs('time-not-askable'));
    await assert.rejects(ask(now + 900 * day), reasonIs('time-not-askable'));
  });
});

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
    const starts = (await proposeRhythm(deps, me, at, 60)).dates
      .flatMap(({ start }) => (start ? [start] : []))
      .slice(0, 3);
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
});

describe('suggested times', () => {
  const cardsOf = (cards: { summary: string }[]): number =>
    cards.filter(({ summary }) => summary === 'Shall we find a time?').length;

  it('come once for a date that is missing, with three times, each opening the page with it chosen', async () => {
    const { app, deps, state } = await office();
    app.pass({ days: 54 });
    for (let turn = 0; turn < 3; turn += 1) {
      await suggestSome(deps);
      await app.run();
      app.pass({ days: 1 });
    }
    const cards = app.cardsTo(mentee.id);
    assert.equal(cardsOf(cards), 1);
    assert.equal(cardsOf(app.cardsTo(mentor.id)), 0);
    const chosen = cards[0]?.buttons?.filter(({ verb }) => verb === 'meetings.choose') ?? [];
    assert.equal(chosen.length, 3);
    assert.ok(chosen.every(({ opens }) => opens === 'dialog'));
    assert.equal(state.asked.length, 1, 'one call for both, once');
  });

  it('say to find a time where calendars may not be read', async () => {
    const { app, deps, state } = await office();
    state.refused = true;
    app.pass({ days: 54 });
    for (let turn = 0; turn < 3; turn += 1) {
      await suggestSome(deps);
      await app.run();
      app.pass({ days: 1 });
    }
    const [card] = app.cardsTo(mentee.id);
    assert.deepEqual(
      card?.buttons?.map(({ verb }) => verb),
      ['meetings.find'],
    );
  });

  it('go to nobody who has a date, is paused, or planned one meanwhile', async () => {
    const { app, deps } = await office();
    app.pass({ days: 54 });
    const row = (await pairs.find(deps.tables, 'p1', at.pairId))!;
    await deps.tables.commit([pairs.replace(row, { ...row.value, state: 'paused', pausedBy: mentor.id })]);
    await suggestSome(deps);
    assert.equal((await suggestions.list(deps.tables, 'p1')).length, 0);
    const paused = (await pairs.find(deps.tables, 'p1', at.pairId))!;
    await deps.tables.commit([pairs.replace(paused, row.value)]);
    app.pass({ days: 1 });
    await suggestSome(deps);
    assert.equal((await suggestions.list(deps.tables, 'p1')).length, 1);
    const { slots } = await findTimes(deps, callerFor(mentor), at, usual);
    await bookMeeting(deps, callerFor(mentor), at, { start: slots[0]!.start, minutes: 60 });
    await app.run();
    assert.equal(cardsOf(app.cardsTo(mentee.id)), 0);
  });

  it('are due from five days before a day of the rhythm until two weeks after it', () => {
    const beganAt = Date.UTC(2026, 2, 3, 9);
    const course = { beganAt, endsAt: beganAt + 270 * day, zone };
    const [first, second] = wishedDays(course) as [number, number];
    const missing = (days: number, planned: number[] = []) =>
      missingDay(
        course,
        planned.map((start) => ({ start })),
        beganAt + days * day,
      );
    assert.deepEqual([missing(1), missing(3), missing(14)], [undefined, first, first]);
    assert.equal(missing(18), second);
    assert.equal(missing(18, [beganAt + 20 * day]), undefined, 'a date is planned');
    assert.equal(missing(18, [beganAt + 12 * day]), undefined, 'they met nine days before it');
    assert.equal(missing(269), undefined, 'the programme is about to end');
  });

  it('take all pairs of a mentor in one step, and everybody once', () => {
    const all = 'aabbbcd'.split('').map((mentorId, place) => ({ mentorId, id: String(place) }));
    const steps: string[] = [];
    for (let after: string | undefined; ;) {
      const some = nextPairs(all, after, 3);
      if (some.length === 0) break;
      steps.push(some.map(({ mentorId }) => mentorId).join(''));
      after = some.at(-1)?.mentorId;
    }
    assert.deepEqual(steps, ['aabbb', 'cd']);
  });
});
