import assert from 'node:assert/strict';
import type { Said } from '../../../src/features/checkins/model.ts';
import type { FollowUpStep } from '../../../src/features/checkins/signals/model.ts';
import { followUp, listWords, writeToThem } from '../../../src/features/checkins/signals/usecases.ts';
import { words } from '../../../src/features/checkins/store.ts';
import { recordCheckIn } from '../../../src/features/checkins/usecases.ts';
import { meetings } from '../../../src/features/meetings/store.ts';
import { day, hour } from '../../../src/platform/clock.ts';
import { isFailure } from '../../../src/platform/errors.ts';
import { callerFor, coordinatorFor, type TestApp } from '../../support/app.ts';
import { at, colleague, coordinator, mentee, mentor, met, office, rated, stranger } from './office.ts';

describe('asking for a word', () => {
  async function wanted(said: Said = met({ contact: true })) {
    const made = await office();
    made.app.pass({ days: 14 });
    await recordCheckIn(made.app.deps, { personId: mentee.id }, at, said);
    await made.app.run();
    return made;
  }

  it('shows who and since when, and nothing that was said', async () => {
    const { app, list } = await office();
    await days(app, 30);
    await recordCheckIn(app.deps, { personId: mentee.id }, at, rated({ contact: true, note: 'secret words' }));
    await app.run();
    const words = await list();
    assert.deepEqual(
      words.map(({ people, why }) => [people.map(({ name }) => name), why]),
      [
        [['Sofia'], 'asked-for-contact'],
        [['Sofia', 'Tom'], 'no-first-meeting'],
      ],
    );
    assert.deepEqual(Object.keys(words[0] ?? {}).toSorted(), ['id', 'people', 'since', 'state', 'why']);
    const [told] = app.cardsTo(coordinator.id);
    assert.ok(told && JSON.stringify(told).includes('Sofia'));
    assert.doesNotMatch(JSON.stringify([words, told]), /secret|ratings|open-talks/);
  });

  it('takes the word back with the tick, but not once somebody is on it', async () => {
    const { app, list } = await wanted();
    await recordCheckIn(app.deps, { personId: mentee.id }, at, met());
    assert.deepEqual(await list(), []);
    await recordCheckIn(app.deps, { personId: mentee.id }, at, met({ contact: true }));
    const [word] = await list();
    assert.ok(word);
    await followUp(app.deps, coordinatorFor(coordinator), { programmeId: 'p1', wordId: word.id }, { to: 'taken' });
    await recordCheckIn(app.deps, { personId: mentee.id }, at, met());
    assert.deepEqual(
      (await list()).map(({ state, takenBy }) => [state, takenBy?.id]),
      [['taken', coordinator.id]],
    );
  });

  it('is told to nobody when the tick is taken back before the coordinators are at work', async () => {
    const { app } = await office();
    app.pass({ days: 14, hours: 9 });
    await recordCheckIn(app.deps, { personId: mentee.id }, at, met({ contact: true }));
    await app.run();
    await recordCheckIn(app.deps, { personId: mentee.id }, at, met());
    app.pass({ hours: 16 });
    await app.run();
    assert.deepEqual(app.cardsTo(coordinator.id), []);
  });

  it('opens again, and is told again, when it is ticked anew after it was done', async () => {
    const { app, list } = await wanted();
    const [word] = await list();
    assert.ok(word);
    for (const _ of [1, 2])
      await followUp(
        app.deps,
        coordinatorFor(coordinator),
        { programmeId: 'p1', wordId: word.id },
        { to: 'done', outcome: 'talked' },
      );
    assert.deepEqual(await list(), []);
    app.pass({ minutes: 1 });
    await recordCheckIn(app.deps, { personId: mentee.id }, at, met());
    await recordCheckIn(app.deps, { personId: mentee.id }, at, met({ contact: true }));
    await app.run();
    assert.deepEqual([(await list()).length, app.cardsTo(coordinator.id).length], [1, 2]);
  });

  it('is for the coordinators of this programme only', async () => {
    const { app, list } = await wanted();
    const [word] = await list();
    assert.ok(word);
    for (const who of [coordinatorFor(colleague), coordinatorFor(mentee), callerFor(stranger)]) {
      await assert.rejects(listWords(app.deps, who, 'p1'), (error) => isFailure(error, 'not-found'));
      await assert.rejects(
        followUp(app.deps, who, { programmeId: 'p1', wordId: word.id }, { to: 'done', outcome: 'talked' }),
        (error) => isFailure(error, 'not-found'),
      );
    }
    assert.equal((await list())[0]?.state, 'open');
  });
});

/** Day by day, as time goes: whatever falls due in between has its turn. */
async function days(app: TestApp, count: number): Promise<void> {
  for (let one = 0; one < count; one += 1) {
    app.pass({ days: 1 });
    await app.run();
  }
}

const titles = (app: TestApp, to: string): string => JSON.stringify(app.cardsTo(to));

describe('a pair without a first meeting', () => {
  it('is asked on day 14, and only then, on day 21, stands on the list, once, until they meet', async () => {
    const { app, list, meet } = await office();
    await days(app, 15);
    for (const one of [mentee, mentor]) assert.match(titles(app, one.id), /Have you met yet/);
    await days(app, 5);
    assert.deepEqual(await list(), []);
    // No second card about the same: the month's two are for the check-ins.
    for (const one of [mentee, mentor]) assert.doesNotMatch(titles(app, one.id), /A first meeting with/);
    await days(app, 1);
    assert.deepEqual(
      (await list()).map(({ people, why }) => [people.length, why]),
      [[2, 'no-first-meeting']],
    );
    await days(app, 10);
    assert.equal((await list()).length, 1);
    await meet(app.clock.now() + hour);
    app.pass({ hours: 2 });
    assert.deepEqual(await list(), []);
  });

  it('is waited for when a date is planned soon; when that is cancelled the tip comes first', async () => {
    const { app, pair, list, meet } = await office();
    await meet((pair.activeAt ?? 0) + 25 * day);
    await days(app, 24);
    assert.deepEqual(await list(), []);
    const [row] = await meetings.list(app.deps.tables, 'p1');
    assert.ok(row);
    await app.deps.tables.commit([meetings.replace(row, { ...row.value, state: 'cancelled' })]);
    await days(app, 5);
    assert.match(titles(app, mentee.id), /A first meeting with/);
    assert.deepEqual(await list(), []);
    await days(app, 6);
    assert.equal((await list()).length, 1);
  });

  it('is believed when one of the two said that they met', async () => {
    const { app, list } = await office();
    await days(app, 15);
    await recordCheckIn(app.deps, { personId: mentor.id }, at, met({ met: 'yes' }));
    await days(app, 10);
    assert.deepEqual(await list(), []);
  });

  it('is left in peace during a break, and days begin anew after it', async () => {
    const { app, list, setState } = await office();
    await days(app, 10);
    await setState('paused', { backAt: app.clock.now() + 20 * day });
    await days(app, 12);
    assert.deepEqual(await list(), []);
    await setState('active', { resumedAt: app.clock.now() });
    await days(app, 16);
    assert.deepEqual(await list(), []);
    await days(app, 8);
    assert.equal((await list()).length, 1);
  });
});

describe('the list', () => {
  it('makes no flag of what was rated', async () => {
    const { app, list, meet } = await office();
    await meet(app.clock.now() + 20 * day);
    await days(app, 30);
    const worst = { 'open-talks': 1, 'next-step': 1, 'more-options': 1, 'often-moved': 5 } as const;
    await recordCheckIn(app.deps, { personId: mentee.id }, at, rated({ ratings: worst, note: 'It is terrible.' }));
    await days(app, 10);
    assert.deepEqual(await list(), []);
  });

  it('says what is known in weeks, and nothing of an answer', async () => {
    const { app, list, meet } = await office();
    await meet(app.clock.now() + 2 * day);
    await days(app, 14);
    await recordCheckIn(app.deps, { personId: mentee.id }, at, met({ met: 'yes' }));
    await days(app, 50);
    const [one] = await list();
    assert.equal(one?.why, 'no-next-date');
    assert.deepEqual(Object.keys(one.known ?? {}).toSorted(), [
      'hasDate',
      'hintAt',
      'weeksSinceMeeting',
      'weeksTogether',
    ]);
    assert.deepEqual([one.known?.weeksTogether, one.known?.weeksSinceMeeting, one.known?.hasDate], [9, 8, false]);
  });

  async function listed() {
    const made = await office();
    await days(made.app, 21);
    const [word] = await made.list();
    assert.ok(word);
    const step = (what: FollowUpStep) =>
      followUp(made.app.deps, coordinatorFor(coordinator), { programmeId: 'p1', wordId: word.id }, what);
    return { ...made, word, step };
  }

  it('puts a line off until a day, and brings it back then', async () => {
    const { app, list, step } = await listed();
    const on = new Date(app.clock.now() + 5 * day).toISOString().slice(0, 10);
    await step({ to: 'later', on });
    assert.deepEqual(await list(), []);
    assert.equal((await listWords(app.deps, coordinatorFor(coordinator), 'p1')).later, 1);
    await days(app, 4);
    assert.deepEqual(await list(), []);
    await days(app, 1);
    assert.deepEqual(
      (await list()).map(({ remindOn, takenBy }) => [remindOn, takenBy?.id]),
      [[on, coordinator.id]],
    );
  });

  it('refuses a day that is over', async () => {
    const { step } = await listed();
    await assert.rejects(step({ to: 'later', on: '2020-01-01' }), (error) => isFailure(error, 'bad-input'));
  });

  it('keeps what came of it; if nothing changes the same pair gets a tip and comes again, after as long as at first', async () => {
    const { app, list, step, word } = await listed();
    await step({ to: 'done', outcome: 'not-reached' });
    assert.deepEqual(await list(), []);
    const kept = (await words.find(app.deps.tables, 'p1', word.id))?.value;
    assert.deepEqual([kept?.state, kept?.outcome], ['done', 'not-reached']);
    await days(app, 20);
    assert.deepEqual(await list(), []);
    await days(app, 3);
    assert.equal((await list()).length, 1);
  });

  it('sends the suggested message once, to both, in the coordinator’s name', async () => {
    const { app, word } = await listed();
    const before = app.cardsTo(mentor.id).length;
    for (const _ of [1, 2])
      await writeToThem(app.deps, coordinatorFor(coordinator), { programmeId: 'p1', wordId: word.id });
    await days(app, 1);
    for (const one of [mentee, mentor]) assert.match(titles(app, one.id), /A word from Person 900/);
    assert.equal(app.cardsTo(mentor.id).length, before + 1);
  });

  it('puts who asked for contact first', async () => {
    const { app, list } = await listed();
    await recordCheckIn(app.deps, { personId: mentee.id }, at, met({ contact: true }));
    await app.run();
    assert.deepEqual(
      (await list()).map(({ why }) => why),
      ['asked-for-contact', 'no-first-meeting'],
    );
  });
});
