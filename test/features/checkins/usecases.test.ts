import assert from 'node:assert/strict';
import { day } from '../../../src/platform/clock.ts';
import { checkinsActions } from '../../../src/features/checkins/bot.ts';
import { scheduleCheckIns } from '../../../src/features/checkins/planning/usecases.ts';
import { checkInsWaiting, myCheckIns, recordCheckIn, viewCheckIn } from '../../../src/features/checkins/usecases.ts';
import { usualHours } from '../../../src/features/people/rules.ts';
import { callerFor, press } from '../../support/app.ts';
import { at, coordinator, mentee, mentor, met, office, reasonIs, stranger } from './office.ts';

describe('asking', () => {
  it('reaches both on day 14 and on day 30, at the same hour of the day after the change to summer time', async () => {
    const { app, pair, meet } = await office();
    await scheduleCheckIns(app.deps, pair);
    await meet((pair.activeAt ?? 0) + 10 * day);
    app.pass({ days: 14, minutes: -1 });
    await app.run();
    assert.equal(app.sent.length, 0);
    app.pass({ minutes: 1 });
    await app.run();
    assert.deepEqual(app.sent.map(({ to }) => to).toSorted(), [mentee.id, mentor.id]);
    app.pass({ days: 16, minutes: -61 });
    await app.run();
    assert.equal(app.sent.length, 2);
    app.pass({ minutes: 1 });
    await app.run();
    assert.equal(app.sent.length, 4);
  });

  it('waits for the working hours of the receiver', async () => {
    const newYork = { ...usualHours, zone: 'America/New_York' };
    const { app } = await office({}, newYork);
    app.pass({ days: 14 });
    await app.run();
    assert.deepEqual([app.cardsTo(mentee.id).length, app.cardsTo(mentor.id).length], [1, 0]);
    app.pass({ hours: 4 });
    await app.run();
    assert.equal(app.cardsTo(mentor.id).length, 1);
  });

  it('waits over a weekend', async () => {
    const { app } = await office({ days: 4 });
    app.pass({ days: 14 });
    await app.run();
    assert.equal(app.sent.length, 0);
    app.pass({ days: 2 });
    await app.run();
    assert.equal(app.sent.length, 2);
  });

  for (const state of ['paused', 'ended'] as const)
    it(`leaves a pair alone that is ${state}, and takes no answer from it`, async () => {
      const { app, setState, list } = await office();
      await setState(state);
      app.pass({ days: 31 });
      await app.run();
      assert.deepEqual([app.sent.length, await list(), await checkInsWaiting(app.deps, mentee.id)], [0, [], []]);
      await assert.rejects(recordCheckIn(app.deps, { personId: mentee.id }, at, met()), reasonIs('check-in-closed'));
    });

  it('does not ask who has answered on the page already, and asks nobody before the day', async () => {
    const { app } = await office();
    await assert.rejects(viewCheckIn(app.deps, callerFor(mentee), at, 'day-14'), reasonIs('check-in-closed'));
    app.pass({ days: 14 });
    await recordCheckIn(app.deps, { personId: mentee.id }, at, met());
    await app.run();
    assert.deepEqual(
      app.sent.map(({ to }) => to),
      [mentor.id],
    );
  });
});

describe('answering', () => {
  async function asked() {
    const made = await office();
    made.app.pass({ days: 14 });
    await made.app.run();
    const [card] = made.app.cardsTo(mentee.id);
    assert.ok(card);
    const tap = (title: string, contact = 'no') =>
      press(made.app.deps, checkinsActions, callerFor(mentee), { card, title, inputs: { contact } });
    return { ...made, card, tap };
  }

  it('keeps the later answer in place of the former, from card and page', async () => {
    const { app, tap, answersOf } = await asked();
    await tap('Not yet');
    assert.deepEqual(await answersOf(), [met()]);
    await recordCheckIn(app.deps, { personId: mentee.id }, at, met({ met: 'planned' }));
    assert.deepEqual(await answersOf(), [met({ met: 'planned' })]);
    const thanks = await tap('Yes');
    assert.deepEqual(await answersOf(), [met({ met: 'yes' })]);
    assert.ok(thanks.kind === 'card' && JSON.stringify(thanks.card.body).includes('Yes'));
    const again = await press(app.deps, checkinsActions, callerFor(mentee), {
      ...{ card: thanks.card, title: 'Change my answer' },
    });
    assert.ok(again.kind === 'card' && again.card.buttons?.length === 3);
    assert.deepEqual(
      (await myCheckIns(app.deps, mentee.id)).map(({ said }) => said),
      [met({ met: 'yes' })],
    );
    assert.deepEqual(await checkInsWaiting(app.deps, mentee.id), []);
  });

  it('counts once when it is pressed twice, and tells the coordinator once', async () => {
    const { app, tap, answersOf, list } = await asked();
    await Promise.all([tap('Yes', 'yes'), tap('Yes', 'yes')]);
    await app.run();
    assert.equal((await answersOf()).length, 1);
    assert.deepEqual([(await list()).length, app.cardsTo(coordinator.id).length], [1, 1]);
  });

  it('says on an old card that the pair has ended', async () => {
    const { tap, setState, answersOf } = await asked();
    await setState('ended');
    await assert.rejects(tap('Yes'), reasonIs('check-in-closed'));
    assert.deepEqual(await answersOf(), []);
  });

  it('is nobody else’s business', async () => {
    const { app, answersOf } = await asked();
    for (const one of [stranger, coordinator]) {
      await assert.rejects(viewCheckIn(app.deps, callerFor(one), at, 'day-14'), reasonIs('pair-gone'));
      await assert.rejects(recordCheckIn(app.deps, { personId: one.id }, at, met()), reasonIs('pair-gone'));
    }
    await recordCheckIn(app.deps, { personId: mentee.id }, at, met());
    assert.equal((await viewCheckIn(app.deps, callerFor(mentor), at, 'day-14')).said, undefined);
    assert.deepEqual([await myCheckIns(app.deps, mentor.id), (await answersOf()).length], [[], 1]);
  });
});
