import assert from 'node:assert/strict';
import type { Said } from '../../../src/features/checkins/model.ts';
import { followUp, listWords } from '../../../src/features/checkins/signals/usecases.ts';
import { recordCheckIn } from '../../../src/features/checkins/usecases.ts';
import { meetings } from '../../../src/features/meetings/store.ts';
import { day, hour } from '../../../src/platform/clock.ts';
import { isFailure } from '../../../src/platform/errors.ts';
import { callerFor, coordinatorFor } from '../../support/app.ts';
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
    app.pass({ days: 30 });
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
    for (const word of words) assert.deepEqual(Object.keys(word).toSorted(), ['id', 'people', 'since', 'state', 'why']);
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
    await followUp(app.deps, coordinatorFor(coordinator), { programmeId: 'p1', wordId: word.id, to: 'taken' });
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
      await followUp(app.deps, coordinatorFor(coordinator), { programmeId: 'p1', wordId: word.id, to: 'done' });
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
      await assert.rejects(followUp(app.deps, who, { programmeId: 'p1', wordId: word.id, to: 'done' }), (error) =>
        isFailure(error, 'not-found'),
      );
    }
    assert.equal((await list())[0]?.state, 'open');
  });
});

describe('the first meeting on day 21', () => {
  it('puts a pair without one on the list, once, until they meet', async () => {
    const { app, list, meet } = await office();
    app.pass({ days: 21, minutes: -1 });
    await app.run();
    assert.deepEqual(await list(), []);
    app.pass({ minutes: 1 });
    await app.run();
    assert.deepEqual(
      (await list()).map(({ people, why }) => [people.length, why]),
      [[2, 'no-first-meeting']],
    );
    await meet(app.clock.now() + hour);
    app.pass({ hours: 2 });
    assert.deepEqual(await list(), []);
  });

  it('waits for a date that is planned soon, and looks again after it', async () => {
    const { app, pair, list, meet } = await office();
    await meet((pair.activeAt ?? 0) + 25 * day);
    app.pass({ days: 21 });
    await app.run();
    assert.deepEqual(await list(), []);
    const [row] = await meetings.list(app.deps.tables, 'p1');
    assert.ok(row);
    await app.deps.tables.commit([meetings.replace(row, { ...row.value, state: 'cancelled' })]);
    app.pass({ days: 6 });
    await app.run();
    assert.equal((await list()).length, 1);
  });

  it('believes one of the two who said that they met', async () => {
    const { app, list } = await office();
    app.pass({ days: 15 });
    await recordCheckIn(app.deps, { personId: mentor.id }, at, met({ met: 'yes' }));
    app.pass({ days: 6 });
    await app.run();
    assert.deepEqual(await list(), []);
  });

  it('makes no flag of what was rated', async () => {
    const { app, list, meet } = await office();
    await meet(app.clock.now() + day);
    app.pass({ days: 30 });
    const worst = { 'open-talks': 1, 'next-step': 1, 'more-options': 1, 'often-moved': 5 } as const;
    await recordCheckIn(app.deps, { personId: mentee.id }, at, rated({ ratings: worst, note: 'It is terrible.' }));
    app.pass({ days: 10 });
    await app.run();
    assert.deepEqual(await list(), []);
  });
});
