import assert from 'node:assert/strict';
import { bookMeeting } from '../../../src/features/meetings/booking/usecases.ts';
import { wishedDays } from '../../../src/features/meetings/rhythm/rules.ts';
import { missingDay, nextPairs } from '../../../src/features/meetings/suggesting/rules.ts';
import { suggestions } from '../../../src/features/meetings/suggesting/store.ts';
import { suggestSome } from '../../../src/features/meetings/suggesting/usecases.ts';
import { findTimes } from '../../../src/features/meetings/times/usecases.ts';
import { pairs } from '../../../src/features/pairs/store.ts';
import { day } from '../../../src/platform/clock.ts';
import { callerFor } from '../../support/app.ts';
import { at, mentee, mentor, office, usual, zone } from '../../support/times-office.ts';

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
