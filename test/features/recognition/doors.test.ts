import assert from 'node:assert/strict';
import { enterFigure, goalsPageOf, hasOutcome, whatCameOf } from '../../../src/features/insights/goals/usecases.ts';
import { enterCost, qualityPageOf } from '../../../src/features/insights/quality/usecases.ts';
import { homeOf } from '../../../src/features/insights/usecases.ts';
import { answerOffer } from '../../../src/features/pairs/offers/usecases.ts';
import { pairsOfProgramme } from '../../../src/features/pairs/usecases.ts';
import { onlyRow, programmes } from '../../../src/features/programmes/store.ts';
import { confirmDoor, doorsOfPair, noteDoor, removeDoor } from '../../../src/features/recognition/doors/usecases.ts';
import { isFailure } from '../../../src/platform/errors.ts';
import { aPerson, callerFor } from '../../support/app.ts';
import { coordinator, published } from '../pairs/journey.ts';

const reasonIs = (reason: string) => (error: unknown) => isFailure(error) && error.reason === reason;

async function aPair() {
  const { app, programmeId } = await published(1, 1);
  await app.run();
  const [mentee, mentor] = [callerFor(aPerson(1)), callerFor(aPerson(501))];
  const [pair] = await pairsOfProgramme(app.deps, programmeId);
  for (const { personId } of [mentee, mentor])
    await answerOffer(app.deps, personId, programmeId, pair!.id, { said: 'yes' });
  return { app, deps: app.deps, at: { programmeId, pairId: pair!.id }, mentee, mentor };
}

describe('a door that opened', () => {
  it('is noted by one press, counts when the other says so, and is taken back at any time', async () => {
    const { deps, at, mentee, mentor } = await aPair();
    const { nextId } = await doorsOfPair(deps, mentee.personId, at);
    const draft = { id: nextId, kind: 'introduction', word: 'In the lunch of the team' } as const;
    await noteDoor(deps, mentee.personId, at, draft);
    await noteDoor(deps, mentee.personId, at, draft);
    const stateFor = async (who: typeof mentee) =>
      (await doorsOfPair(deps, who.personId, at)).doors.map((one) => one.state);
    assert.deepEqual(await stateFor(mentor), ['waits']);

    const kinds = async () => (await homeOf(deps, mentor)).next.map(({ kind }) => kind);
    assert.ok((await kinds()).includes('confirm-door'));
    const door = { ...at, doorId: nextId };
    await assert.rejects(confirmDoor(deps, mentee.personId, door, 'yes'), reasonIs('door-gone'));
    await confirmDoor(deps, mentor.personId, door, 'yes');
    assert.deepEqual(await stateFor(mentee), ['counts']);
    assert.ok(!(await kinds()).includes('confirm-door'));
    await confirmDoor(deps, mentor.personId, door, 'no');
    assert.deepEqual(await stateFor(mentee), ['not-counted']);

    await assert.rejects(removeDoor(deps, mentor.personId, door), reasonIs('door-gone'));
    await removeDoor(deps, mentee.personId, door);
    assert.deepEqual(await stateFor(mentee), []);
  });

  it('keeps no name of somebody else', async () => {
    const { app, deps, at, mentee } = await aPair();
    await app.addPeople(aPerson(77, { name: 'Josephine Vermeulen', givenName: 'Josephine' }));
    const { nextId } = await doorsOfPair(deps, mentee.personId, at);
    for (const word of ['With Josephine Vermeulen', 'ask j.v@example.test'])
      await assert.rejects(
        noteDoor(deps, mentee.personId, at, { id: nextId, kind: 'invitation', word }),
        reasonIs('door-names'),
      );
    assert.deepEqual((await doorsOfPair(deps, mentee.personId, at)).doors, []);
  });
});

describe('what came of a programme', () => {
  it('is read by whoever took part once it has closed, with figures that a coordinator entered', async () => {
    const { app, deps, at, mentee } = await aPair();
    const { programmeId } = at;
    const who = coordinator;
    const row = (await programmes.find(deps.tables, programmeId, onlyRow))!;
    const goals = [{ id: 'goal-1', text: 'More apply', measure: 'Applications', target: '10' }];
    await deps.tables.commit([programmes.replace(row, { ...row.value, goals })]);

    const figure = { value: 12, on: '2026-03-02', source: 'HR' };
    const goal = { programmeId, goalId: 'goal-1', when: 'now' } as const;
    await assert.rejects(enterFigure(deps, who, goal, { ...figure, on: '2030-01-01' }), reasonIs('day-to-come'));
    await assert.rejects(enterFigure(deps, who, { ...goal, goalId: 'none' }, figure), reasonIs('goal-gone'));
    await enterFigure(deps, who, goal, figure);
    assert.equal((await goalsPageOf(deps, who, programmeId)).answers[0]?.why, 'not-over');
    assert.equal(await hasOutcome(deps, mentee, programmeId), false);
    await assert.rejects(whatCameOf(deps, mentee, programmeId), reasonIs('programme-gone'));

    const now = (await programmes.find(deps.tables, programmeId, onlyRow))!;
    await deps.tables.commit([programmes.replace(now, { ...now.value, stage: 'close', stageAt: app.clock.now() })]);
    assert.equal(await hasOutcome(deps, mentee, programmeId), true);
    const [answer] = (await whatCameOf(deps, mentee, programmeId)).answers;
    assert.deepEqual([answer?.verdict, answer?.entered], ['reached', undefined]);
    await app.addPeople(aPerson(60));
    await assert.rejects(whatCameOf(deps, callerFor(aPerson(60)), programmeId), reasonIs('programme-gone'));
  });

  it('costs what a coordinator entered, and says nothing of one pair', async () => {
    const { deps, at } = await aPair();
    const who = coordinator;
    const cost = { amount: 900, on: '2026-03-02', source: 'The books' };
    await assert.rejects(enterCost(deps, who, at.programmeId, { ...cost, on: '2030-01-01' }), reasonIs('day-to-come'));
    await enterCost(deps, who, at.programmeId, cost);
    const page = await qualityPageOf(deps, who, at.programmeId);
    assert.equal(page.cost?.perPair, 900);
    assert.deepEqual(page.pairs, { kind: 'under-5' });
    assert.ok(page.lines.every(({ told }) => told === undefined));
    assert.equal(page.spent, undefined);
  });
});
