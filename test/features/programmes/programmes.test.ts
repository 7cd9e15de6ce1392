import assert from 'node:assert/strict';
import { programmesRoutes } from '../../../src/features/programmes/routes.ts';
import { stages, type ProgrammeDraft } from '../../../src/features/programmes/model.ts';
import { mayCoordinate, mayCreateProgramme } from '../../../src/features/programmes/policy.ts';
import { hasReached, mayFollow, proposedDates } from '../../../src/features/programmes/rules.ts';
import {
  addCoordinator,
  changeProgramme,
  coordinatedProgramme,
  coordinatorsOf,
  createProgramme,
  moveToStage,
  myProgrammes,
  programmeOf,
  removeCoordinator,
  reachStage,
} from '../../../src/features/programmes/usecases.ts';
import type { Caller } from '../../../src/platform/doors.ts';
import { isFailure } from '../../../src/platform/errors.ts';
import { aPerson, callerFor, coordinatorFor, testApp } from '../../support/app.ts';

const [anna, second, other] = [aPerson(1), aPerson(2), aPerson(3)];
const draft: ProgrammeDraft = {
  ...{ name: 'Grow', forWhom: 'All', why: 'Growth', howChosen: 'All are asked', goals: [], language: 'en' },
  ...{ startsOn: '2026-04-06', endsOn: '2027-01-06' },
};
const gone = (error: unknown): boolean => isFailure(error, 'not-found') && error.reason === 'programme-gone';
const conflict = (error: unknown): boolean => isFailure(error, 'conflict');

async function aProgramme() {
  const app = await testApp();
  await app.addPeople(anna, second, other, aPerson(4, { leftAt: 1 }));
  const { id } = await createProgramme(app.deps, coordinatorFor(anna), draft);
  return { app, id };
}

describe('a programme', () => {
  it('is made by a coordinator, who then runs it', async () => {
    const { app, id } = await aProgramme();
    assert.deepEqual(await coordinatorsOf(app.deps, id), [anna.id]);
    assert.deepEqual(await myProgrammes(app.deps, coordinatorFor(anna)), [
      { id, name: 'Grow', stage: 'prepare', startsOn: '2026-04-06', endsOn: '2027-01-06' },
    ]);
    await assert.rejects(createProgramme(app.deps, callerFor(other), draft), gone);
  });

  it('ends after it starts, also when it is changed', async () => {
    const { app, id } = await aProgramme();
    const wrong = { ...draft, endsOn: draft.startsOn };
    const refused = (error: unknown): boolean => isFailure(error, 'bad-input') && error.fields[0]?.field === 'endsOn';
    await assert.rejects(createProgramme(app.deps, coordinatorFor(anna), wrong), refused);
    await assert.rejects(changeProgramme(app.deps, coordinatorFor(anna), id, wrong), refused);
  });

  it('is there only for its own coordinators, and another one gets the answer of one that does not exist', async () => {
    const { app, id } = await aProgramme();
    for (const programmeId of [id, 'nowhere']) {
      await assert.rejects(coordinatedProgramme(app.deps, coordinatorFor(other), programmeId), gone);
      await assert.rejects(changeProgramme(app.deps, coordinatorFor(other), programmeId, draft), gone);
      await assert.rejects(moveToStage(app.deps, coordinatorFor(other), programmeId, { to: 'recruit' }), gone);
      await assert.rejects(addCoordinator(app.deps, coordinatorFor(other), programmeId, other.id), gone);
    }
    assert.deepEqual(await myProgrammes(app.deps, coordinatorFor(other)), []);
  });

  it('has as many coordinators as are added, each once, and nobody who left', async () => {
    const { app, id } = await aProgramme();
    await addCoordinator(app.deps, coordinatorFor(anna), id, second.id);
    await addCoordinator(app.deps, coordinatorFor(anna), id, second.id);
    assert.deepEqual(await coordinatorsOf(app.deps, id), [anna.id, second.id]);
    assert.equal((await myProgrammes(app.deps, coordinatorFor(second)))[0]?.id, id);
    const left = addCoordinator(app.deps, coordinatorFor(anna), id, aPerson(4).id);
    await assert.rejects(left, (error) => isFailure(error, 'bad-input'));
  });

  it('is closed in the tab to a coordinator whose role was taken away', async () => {
    const { app, id } = await aProgramme();
    const without = callerFor(anna);
    await assert.rejects(coordinatedProgramme(app.deps, without, id), gone);
    assert.deepEqual(await myProgrammes(app.deps, without), []);
  });

  it('keeps its stage and its beginning when its words change', async () => {
    const { app, id } = await aProgramme();
    const before = await moveToStage(app.deps, coordinatorFor(anna), id, { to: 'recruit' });
    const after = await changeProgramme(app.deps, coordinatorFor(anna), id, { ...draft, name: 'Grow more' });
    assert.deepEqual(after, { ...before, name: 'Grow more' });
  });

  it('moves step by step, and a step pressed twice is one', async () => {
    const { app, id } = await aProgramme();
    const move = (to: (typeof stages)[number]) => moveToStage(app.deps, coordinatorFor(anna), id, { to });
    await assert.rejects(move('match'), conflict);
    const once = await move('recruit');
    app.pass({ hours: 1 });
    assert.deepEqual(await move('recruit'), once);
    for (const stage of ['match', 'recruit', 'match', 'run'] as const) assert.equal((await move(stage)).stage, stage);
    await assert.rejects(move('match'), conflict);
  });

  it('never goes back because another step is told again', async () => {
    const { app, id } = await aProgramme();
    await reachStage(app.deps, id, 'run');
    await reachStage(app.deps, id, 'recruit');
    assert.equal((await programmeOf(app.deps, id)).stage, 'run');
  });

  it('changes for one of two who save at the same time, and the other is told', async () => {
    const { app, id } = await aProgramme();
    await addCoordinator(app.deps, coordinatorFor(anna), id, second.id);
    const { tables } = app.deps;
    const waiting: (() => void)[] = [];
    const together = (): Promise<void> =>
      new Promise((go) => {
        waiting.push(go);
        if (waiting.length === 2) for (const one of waiting.splice(0)) one();
      });
    const commit: typeof tables.commit = async (changes) => together().then(() => tables.commit(changes));
    const deps = { ...app.deps, tables: { ...tables, commit } };
    const save = (who: typeof anna, name: string) => changeProgramme(deps, coordinatorFor(who), id, { ...draft, name });
    const ends = await Promise.allSettled([save(anna, 'One'), save(second, 'Two')]);
    const won = ends.flatMap((end) => (end.status === 'fulfilled' ? [end.value.name] : []));
    assert.equal(won.length, 1);
    assert.ok(ends.every((end) => end.status === 'fulfilled' || conflict(end.reason)));
    assert.equal((await programmeOf(app.deps, id)).name, won[0]);
  });

  it('is closed at the next request to who was taken out of its team, and the last one stays', async () => {
    const { app, id } = await aProgramme();
    await addCoordinator(app.deps, coordinatorFor(anna), id, second.id);
    await coordinatedProgramme(app.deps, coordinatorFor(second), id);
    await removeCoordinator(app.deps, coordinatorFor(anna), id, second.id);
    await removeCoordinator(app.deps, coordinatorFor(anna), id, second.id);
    await assert.rejects(coordinatedProgramme(app.deps, coordinatorFor(second), id), gone);
    assert.deepEqual(await myProgrammes(app.deps, coordinatorFor(second)), []);
    await assert.rejects(removeCoordinator(app.deps, coordinatorFor(anna), id, anna.id), conflict);
    const deeds = (await app.deps.audit.list()).map(({ what }) => what);
    assert.deepEqual(deeds, ['role.added', 'role.added', 'role.removed']);
  });

  it('is offered to coordinators only, at every door', () => {
    assert.ok(programmesRoutes.length > 0 && programmesRoutes.every((one) => one.who === 'Coordinator'));
  });
});

describe('the policy of programmes', () => {
  const inChat: Caller = { personId: anna.id, language: 'en', roles: [] };
  const cases: [string, Caller, readonly string[], boolean, boolean][] = [
    ['a coordinator of it, in the tab', coordinatorFor(anna), [anna.id], true, true],
    ['a coordinator of another one', coordinatorFor(anna), [second.id], false, true],
    ['one of the team without the role, in the tab', callerFor(anna), [anna.id], false, false],
    ['one of the team with another role', callerFor(anna, { roles: ['Adviser'] }), [anna.id], false, false],
    ['one of the team, in chat, where nothing says the role', inChat, [anna.id], false, false],
    ['anybody, of a programme without a team', inChat, [], false, false],
  ];
  for (const [name, caller, team, coordinates, creates] of cases)
    it(`is right for ${name}`, () => {
      assert.equal(mayCoordinate(caller, team), coordinates);
      assert.equal(mayCreateProgramme(caller), creates);
    });
});

describe('the stages of a programme', () => {
  it('follow each other, and go back only before anything runs', () => {
    const steps = stages.flatMap((from) => stages.filter((to) => mayFollow(from, to)).map((to) => `${from}-${to}`));
    assert.deepEqual(steps, [
      ...['prepare-recruit', 'recruit-prepare', 'recruit-match', 'match-recruit', 'match-run'],
      'run-close',
    ]);
    assert.deepEqual(
      stages.map((one) => hasReached(one, 'match')),
      [false, false, true, true, true],
    );
  });

  it('begin on a Monday six weeks on, for nine months', () => {
    assert.deepEqual(proposedDates('2026-03-03'), { startsOn: '2026-04-13', endsOn: '2027-01-13' });
  });
});
