import assert from 'node:assert/strict';
import { bookMeeting } from '../../../src/features/meetings/booking/usecases.ts';
import { leastDisturbing } from '../../../src/features/meetings/times/rules.ts';
import {
  answerPoll,
  askWhich,
  findTimes,
  needsOfPartner,
  viewPoll,
} from '../../../src/features/meetings/times/usecases.ts';
import { emptyPassport } from '../../../src/features/people/passport/model.ts';
import { emptyPassportOf, keepPassport, passportOf } from '../../../src/features/people/passport/usecases.ts';
import { usualHours } from '../../../src/features/people/rules.ts';
import { day, hour, localDate } from '../../../src/platform/clock.ts';
import { callerFor } from '../../support/app.ts';
import { at, mentee, mentor, office, reasonIs, stranger, usual, zone } from '../../support/times-office.ts';

describe('what suits people', () => {
  it('decides when they are asked to meet, and only the needs are told to the partner', async () => {
    const { deps, now } = await office();
    const free = localDate(now + 2 * day, zone);
    await keepPassport(deps, mentor.id, {
      ...{
        ...emptyPassport,
        needs: [{ need: 'captions', for: 'partner' }],
        speak: [{ language: 'fr', for: 'partner' }],
      },
      ...{ days: [{ date: free, for: 'times' }] },
      halves: [
        { half: 'monday-morning', mark: 'never', for: 'times' },
        { half: 'friday-afternoon', mark: 'rather', for: 'times' },
      ],
    });
    const found = await findTimes(deps, callerFor(mentee), at, usual);
    const told = JSON.stringify(found) + JSON.stringify(await needsOfPartner(deps, callerFor(mentee), at));
    assert.match(told, /captions.*fr/);
    assert.doesNotMatch(told, /rather|never|friday|monday/);
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
    const halves = [{ half: 'friday-afternoon', mark: 'rather', for: 'times' }] as const;
    await keepPassport(deps, mentee.id, { ...emptyPassport, halves: [...halves] });
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
      days: ['2020-01-01', '2026-12-24', '2026-12-24'].map((date) => ({ date, for: 'times' })),
    });
    assert.deepEqual(kept.days, [{ date: '2026-12-24', for: 'times' }]);
    const empty = { ...emptyPassport, today: kept.today };
    for (let turn = 0; turn < 2; turn += 1) assert.deepEqual(await emptyPassportOf(deps, mentee.id), empty);
    assert.deepEqual(await passportOf(deps, mentee.id), empty);
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
    await keepPassport(deps, mentor.id, {
      ...{ ...emptyPassport, days: [{ date: localDate(start, zone), for: 'times' }] },
    });
    const ask = (from: number) => askWhich(deps, callerFor(mentee), at, { minutes: 30, starts: [from] });
    await assert.rejects(ask(start), reasonIs('time-not-askable'));
    await assert.rejects(ask(now - hour), reasonIs('time-not-askable'));
    await assert.rejects(ask(now + 900 * day), reasonIs('time-not-askable'));
  });
});
