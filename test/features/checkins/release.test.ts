import assert from 'node:assert/strict';
import { checkinsJobs } from '../../../src/features/checkins/jobs.ts';
import type { Rating } from '../../../src/features/checkins/model.ts';
import { checkInFigures } from '../../../src/features/checkins/results/usecases.ts';
import { forgetCheckIns } from '../../../src/features/checkins/forgetting/usecases.ts';
import { checkIns, figuresId } from '../../../src/features/checkins/store.ts';
import { recordCheckIn } from '../../../src/features/checkins/usecases.ts';
import type { Pair } from '../../../src/features/pairs/model.ts';
import { pairs } from '../../../src/features/pairs/store.ts';
import { usualHours } from '../../../src/features/people/rules.ts';
import { marks } from '../../../src/features/release/answers/store.ts';
import { addProgramme } from '../../support/applications.ts';
import { aPerson, testApp } from '../../support/app.ts';

const coordinator = aPerson(900);

/** Six pairs on day 30. Person n is in pair n, and person 100 + n too. */
async function sixPairs() {
  const app = await testApp({ jobs: checkinsJobs });
  Object.assign(app.deps, { directory: { workingHours: async () => usualHours } });
  await addProgramme(app, coordinator);
  const numbers = [1, 2, 3, 4, 5, 6];
  await app.addPeople(coordinator, ...numbers.flatMap((one) => [aPerson(one), aPerson(100 + one)]));
  for (const one of numbers) {
    const [menteeId, mentorId] = [aPerson(one).id, aPerson(100 + one).id];
    const pair: Pair = {
      ...{ id: `pair-${one}`, programmeId: 'p1', proposalId: 'x', menteeId, mentorId, state: 'active', reasons: [] },
      ...{ offeredAt: 1, activeAt: app.clock.now() },
    };
    await app.deps.tables.commit([pairs.create('p1', pair.id, pair)]);
  }
  app.pass({ days: 30 });
  const say = (person: number, over: Record<string, Rating>, note = '') => {
    const ratings = { 'open-talks': 4, 'next-step': 3, 'more-options': 3, 'often-moved': 2, ...over } as const;
    const at = { programmeId: 'p1', pairId: `pair-${person % 100}` };
    return recordCheckIn(app.deps, aPersonsId(person), at, { round: 'day-30', ratings, note, contact: false });
  };
  const settle = async () => {
    app.pass({ days: 7, minutes: 1 });
    await app.run();
  };
  const figures = () => checkInFigures(app.deps, 'p1');
  const released = async () => (await figures()).rounds.find(({ round }) => round === 'day-30')?.released;
  const shown = async (item: string) => (await released())?.figures.find((one) => one.itemId === item);
  return { app, say, settle, figures, released, shown };
}

const aPersonsId = (person: number) => ({ personId: aPerson(person).id });

describe('the figures of a check-in', () => {
  it('show nothing of four, and five only a week after they were given', async () => {
    const { say, settle, released } = await sixPairs();
    for (const [place, value] of [1, 2, 4, 5].entries()) await say(place + 1, { 'open-talks': value });
    await settle();
    assert.equal(await released(), undefined);
    await say(5, { 'open-talks': 3 });
    assert.equal(await released(), undefined);
    await settle();
    assert.equal((await released())?.figures.length, 5);
  });

  it('count the answer as it was changed last before it settled, and once', async () => {
    const { say, settle, shown } = await sixPairs();
    for (const [place, value] of [1, 2, 4, 5, 1].entries()) await say(place + 1, { 'open-talks': value });
    await say(5, { 'open-talks': 3 });
    await settle();
    const figure = await shown('open-talks');
    assert.deepEqual(figure?.state === 'shown' && [figure.shares, figure.mean], [[20, 20, 20, 20, 20], 3]);
    await say(1, { 'open-talks': 5 });
    await settle();
    assert.deepEqual(await shown('open-talks'), figure);
  });

  it('do not move by fewer than five more, so that nobody’s answer follows from the difference', async () => {
    const { say, settle, released } = await sixPairs();
    for (const [place, value] of [1, 2, 4, 5, 3].entries()) await say(place + 1, { 'open-talks': value });
    await settle();
    const first = await released();
    for (const person of [6, 101, 102, 103]) await say(person, { 'open-talks': 1 });
    await settle();
    assert.deepEqual(await released(), first);
    await say(104, { 'open-talks': 5 });
    await settle();
    await say(105, { 'open-talks': 5 });
    await settle();
    assert.equal((await released())?.number, 2);
  });

  it('leave out what was not said, and an item that fewer than five rated', async () => {
    const { say, settle, shown } = await sixPairs();
    for (const [place, value] of ([1, 2, 4, 5, 'skipped'] as const).entries())
      await say(place + 1, { 'open-talks': value, 'often-moved': (place % 3) + 1 });
    await settle();
    assert.deepEqual([(await shown('open-talks'))?.state, (await shown('often-moved'))?.state], ['withheld', 'shown']);
  });

  it('never show a text of fewer than ten, and no name with one', async () => {
    const { say, settle, figures } = await sixPairs();
    const people = [1, 2, 3, 4, 5, 6, 101, 102, 103, 104];
    for (const person of people.slice(0, 9)) await say(person, { 'open-talks': (person % 5) + 1 }, `text of ${person}`);
    await settle();
    assert.doesNotMatch(JSON.stringify(await figures()), /text of/);
    await say(104, { 'open-talks': 2 }, 'text of 104');
    for (const person of [105, 106]) await say(person, { 'open-talks': 3 });
    await settle();
    const json = JSON.stringify(await figures());
    assert.doesNotMatch(json, new RegExp(aPerson(1).id.slice(0, 20)));
  });

  it('tell how many answered as a band', async () => {
    const { say, figures } = await sixPairs();
    for (const person of [1, 2, 3, 4, 5, 6]) await say(person, {});
    assert.deepEqual(
      (await figures()).rounds.map(({ round, answered }) => [round, answered]),
      [
        ['day-14', 'under-half'],
        ['day-30', 'half-or-more'],
      ],
    );
  });

  it('stand when somebody is forgotten, before the next five as after them, and so does how many answered', async () => {
    const { app, say, settle, figures } = await sixPairs();
    const forget = (person: number) =>
      forgetCheckIns(app.deps, aPerson(person).id, { programmeId: 'p1', pairId: `pair-${person % 100}` });
    for (const [place, value] of [1, 2, 4, 5, 3].entries()) await say(place + 1, { 'open-talks': value }, 'mine');
    await settle();
    // Settled or not yet, looked at or not.
    await say(6, { 'open-talks': 1 });
    const before = await figures();
    for (const person of [1, 6]) await forget(person);
    assert.deepEqual(await figures(), before);
    await settle();
    for (const person of [1, 6, 1]) await forget(person);
    assert.deepEqual(await figures(), before, 'what had not settled never will');
    for (const person of [101, 102, 103, 104]) await say(person, { 'open-talks': 2 });
    await settle();
    const told = (one: typeof before) => one.rounds.find(({ round }) => round === 'day-30')?.released;
    assert.deepEqual(told(await figures()), told(before), 'four more are no batch, whoever went');
    await say(105, { 'open-talks': 5 });
    await settle();
    assert.deepEqual(told(await figures())?.responses, { kind: 'exact', people: 10 }, 'who was counted stays counted');
  });

  it('leave no row that names or answers for whoever is forgotten', async () => {
    const { app, say, settle } = await sixPairs();
    await say(1, { 'open-talks': 1 }, 'for nobody else');
    await say(101, { 'open-talks': 5 });
    await settle();
    const { tables } = app.deps;
    assert.equal((await marks.list(tables, figuresId('p1', 'day-30'))).length, 2);
    for (const turn of [1, 2]) {
      await forgetCheckIns(app.deps, aPerson(1).id, { programmeId: 'p1', pairId: 'pair-1' });
      const rows = await checkIns.list(tables, 'p1', 'pair-1');
      assert.equal(rows.length, 2, `asked for the ${turn}. time`);
      assert.doesNotMatch(JSON.stringify(rows), new RegExp(`${aPerson(1).id}|for nobody else`));
      assert.equal((await marks.list(tables, figuresId('p1', 'day-30'))).length, 1);
    }
  });
});
