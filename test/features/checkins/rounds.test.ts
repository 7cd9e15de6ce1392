import assert from 'node:assert/strict';
import { checkinsActions } from '../../../src/features/checkins/bot.ts';
import type { Round } from '../../../src/features/checkins/model.ts';
import { replanCheckIns } from '../../../src/features/checkins/planning/usecases.ts';
import { putOffCheckIn } from '../../../src/features/checkins/putting-off/usecases.ts';
import { checkInsWaiting, recordCheckIn, viewCheckIn } from '../../../src/features/checkins/usecases.ts';
import { sentRows } from '../../../src/features/people/messages/store.ts';
import { usualCheckIns } from '../../../src/features/programmes/model.ts';
import { programmesJobs } from '../../../src/features/programmes/jobs.ts';
import { changeProgramme, moveToStage, planCheckIns } from '../../../src/features/programmes/usecases.ts';
import { aDraft } from '../../support/applications.ts';
import { callerFor, coordinatorFor, press } from '../../support/app.ts';
import { at, coordinator, mentee, mentor, met, office, ratedIn, reasonIs } from './office.ts';

const who = coordinatorFor(coordinator);

/** Days pass one after the other; what was asked, by whom and when. */
async function course() {
  const made = await office({}, undefined, programmesJobs([replanCheckIns]));
  const { app } = made;
  const rounds = async (): Promise<string[]> =>
    (await sentRows.programmes.list(app.deps.tables, 'p1'))
      .map(({ value }) => value)
      .filter(({ kind, personId }) => kind === 'checkins.ask' && personId === mentee.id)
      .sort((a, b) => a.at - b.at)
      .map(({ round = '' }) => round);
  app.pass({ hours: 1 });
  /** The last days one by one: what fell on a weekend comes after it. */
  const daysPass = async (days: number): Promise<void> => {
    const last = Math.min(days, 3);
    app.pass({ days: days - last });
    for (let one = 0; one < last; one += 1) {
      app.pass({ days: 1 });
      await app.run();
    }
  };
  return { ...made, rounds, daysPass };
}

describe('the rounds after the first month', () => {
  it('are asked every sixty days of both, each from the one before', async () => {
    const { app, daysPass, rounds } = await course();
    for (const days of [15, 16, 60, 60]) await daysPass(days);
    assert.deepEqual(await rounds(), ['day-14', 'day-30', 'day-90', 'day-150']);
    assert.equal(app.cardsTo(mentor.id).length, 4);
  });

  it('follow another plan from the next one on, and stop where it is off; what was asked can be answered', async () => {
    const { app, daysPass, rounds } = await course();
    await daysPass(31);
    await planCheckIns(app.deps, who, 'p1', { every: 30, close: true, later: true });
    await changeProgramme(app.deps, who, 'p1', aDraft({ endsOn: '2027-06-01' }));
    for (const days of [1, 30, 30]) await daysPass(days);
    assert.deepEqual((await rounds()).slice(1), ['day-30', 'day-60', 'day-90']);
    await planCheckIns(app.deps, who, 'p1', { every: 'off', close: true, later: true });
    await daysPass(60);
    assert.equal((await rounds()).length, 4);
    assert.deepEqual(await checkInsWaiting(app.deps, mentee.id).then((all) => all.map(({ round }) => round)), [
      'day-30',
    ]);
    await recordCheckIn(app.deps, callerFor(mentee), at, ratedIn('day-90'));
    await planCheckIns(app.deps, who, 'p1', usualCheckIns);
    await app.run();
    await daysPass(60);
    assert.deepEqual((await rounds()).at(-1), 'day-210');
  });

  it('rest while a pair pauses, and go on after it', async () => {
    const { daysPass, rounds, setState } = await course();
    await daysPass(31);
    await setState('paused');
    await daysPass(61);
    await setState('active');
    await daysPass(60);
    assert.deepEqual((await rounds()).slice(1), ['day-30', 'day-150']);
  });

  it('end with the programme: a close at once, one more half a year later, and nothing of a day any more', async () => {
    const { app, daysPass, rounds } = await course();
    await daysPass(31);
    for (const stage of ['match', 'run', 'close'] as const) await moveToStage(app.deps, who, 'p1', { to: stage });
    await daysPass(3);
    assert.deepEqual((await rounds()).at(-1), 'close');
    await recordCheckIn(app.deps, callerFor(mentor), at, ratedIn('close'));
    for (const days of [60, 60, 62, 4]) await daysPass(days);
    assert.deepEqual((await rounds()).slice(1), ['day-30', 'close', 'after-six-months']);
    await assert.rejects(viewCheckIn(app.deps, callerFor(mentee), at, 'close'), reasonIs('check-in-closed'));
    assert.equal((await viewCheckIn(app.deps, callerFor(mentor), at, 'close')).isOpen, false);
    await assert.rejects(recordCheckIn(app.deps, callerFor(mentor), at, ratedIn('close')), reasonIs('check-in-closed'));
    await daysPass(70);
    await assert.rejects(
      recordCheckIn(app.deps, callerFor(mentee), at, ratedIn('after-six-months')),
      reasonIs('check-in-closed'),
    );
  });

  it('ask both of a pair that ended after a month how they look back, and refuse the days of before', async () => {
    const { app, daysPass, rounds, setState } = await course();
    await daysPass(45);
    await setState('ended');
    await daysPass(3);
    assert.deepEqual((await rounds()).at(-1), 'close');
    await recordCheckIn(app.deps, callerFor(mentee), at, ratedIn('close', { ratings: { 'end-advise': 9 } }));
    await assert.rejects(
      recordCheckIn(app.deps, callerFor(mentee), at, ratedIn('day-30')),
      reasonIs('check-in-closed'),
    );
  });

  it('ask nothing of a pair that ended while the card was on its way', async () => {
    const { app, daysPass, rounds, setState } = await course();
    await daysPass(15);
    app.pass({ days: 14, hours: 19 });
    await setState('ended');
    await app.run();
    assert.deepEqual(await rounds(), ['day-14']);
  });
});

describe('putting a check-in off', () => {
  async function asked(days = 14) {
    const made = await course();
    await made.daysPass(days);
    const put = (way: 'later' | 'not-now' | 'not-this', round: Round = 'day-14') =>
      putOffCheckIn(made.app.deps, mentee.id, at, { round, way });
    const waiting = async () => (await checkInsWaiting(made.app.deps, mentee.id)).map(({ round }) => round);
    return { ...made, put, waiting };
  }

  it('for three days brings it back once, without counting for the month, and not a second time', async () => {
    const { app, daysPass } = await asked();
    const [card] = app.cardsTo(mentee.id);
    assert.ok(card);
    const tap = (title: string, shown = card) =>
      press(app.deps, checkinsActions, callerFor(mentee), { card: shown, title });
    const reply = await tap('In three days');
    await tap('In three days');
    assert.ok(reply.kind === 'card' && JSON.stringify(reply.card.body).includes('March 2026'));
    for (const days of [2, 1, 3]) await daysPass(days);
    const cards = app.cardsTo(mentee.id);
    assert.equal(cards.length, 2);
    const offering = cards.filter(({ buttons }) => buttons?.some(({ title }) => title === 'In three days'));
    assert.equal(offering.length, 1);
    const again = await tap('In three days');
    assert.ok(again.kind === 'card' && JSON.stringify(again.card.body).includes('not now'));
    await daysPass(4);
    assert.equal(app.cardsTo(mentee.id).length, 2);
  });

  it('for now leaves it in the tab, and stops a card that was to come again', async () => {
    const { app, put, waiting, daysPass } = await asked();
    await put('later');
    await put('not-now');
    await daysPass(5);
    assert.deepEqual([app.cardsTo(mentee.id).length, await waiting()], [1, ['day-14']]);
  });

  it('for good takes it out of the tab; an answer is kept all the same, and the next round comes', async () => {
    const { app, put, waiting, answersOf, daysPass } = await asked();
    await Promise.all([put('not-this'), put('not-this')]);
    assert.deepEqual(await waiting(), []);
    await recordCheckIn(app.deps, callerFor(mentee), at, met());
    assert.deepEqual(await answersOf(), [met()]);
    await daysPass(17);
    assert.deepEqual(await waiting(), ['day-30']);
  });

  it('is for who may answer, while it is open', async () => {
    const { app, put } = await asked();
    await assert.rejects(put('later', 'day-30'), reasonIs('check-in-closed'));
    await assert.rejects(
      putOffCheckIn(app.deps, coordinator.id, at, { round: 'day-14', way: 'not-this' }),
      reasonIs('pair-gone'),
    );
  });
});
