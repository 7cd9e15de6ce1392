import assert from 'node:assert/strict';
import { setAdvising } from '../../../src/features/concerns/advisers/usecases.ts';
import { advisingOf, moveRequest } from '../../../src/features/concerns/advising/usecases.ts';
import { wish, type Wish } from '../../../src/features/concerns/model.ts';
import { askForTalk, takeBack, talkPageOf } from '../../../src/features/concerns/usecases.ts';
import { Failure } from '../../../src/platform/errors.ts';
import { aPerson, callerFor, type TestApp } from '../../support/app.ts';
import {
  adviser,
  anOffice,
  asAdviser,
  asker,
  aWish,
  canary,
  coordinator,
  manager,
  pairWith,
  secondAdviser,
  takeRequests,
} from './office.ts';

const me = callerFor(asker);

describe('asking for a private talk', function () {
  this.timeout(60_000);
  let app: TestApp;
  beforeEach(async () => {
    app = await anOffice();
  });

  const requestsOf = async (one: { readonly id: string }) => (await advisingOf(app.deps, asAdviser(one))).requests;
  const ask = (over: Partial<Wish> = {}) => askForTalk(app.deps, me, aWish(over));

  it('reaches every adviser who is not near, oldest first, and says by name who reads it', async () => {
    const { mine } = await ask();
    assert.deepEqual(mine?.advisers, ['Adviser Five', 'Adviser Six']);
    app.pass({ minutes: 5 });
    await askForTalk(app.deps, callerFor(coordinator), aWish({ how: { way: 'teams' } }));
    const [first, second] = await requestsOf(adviser);
    assert.equal(first?.name, asker.name);
    assert.deepEqual(first?.wish.how, { way: 'phone', contact: canary });
    assert.equal(second?.name, coordinator.name);
    assert.deepEqual(
      (await requestsOf(manager)).map(({ name }) => name),
      [coordinator.name],
    );
  });

  it('warns of a manager, a partner and a coordinator, and lets the person choose all the same', async () => {
    await pairWith(app, secondAdviser);
    await takeRequests(app, coordinator);
    const { advisers } = await talkPageOf(app.deps, me);
    const near = Object.fromEntries(advisers.map((one) => [one.person.id, one.near]));
    assert.deepEqual(near, {
      [adviser.id]: undefined,
      [secondAdviser.id]: 'partner',
      [manager.id]: 'manager',
      [coordinator.id]: 'coordinator',
    });
    assert.deepEqual((await ask()).mine?.advisers, [adviser.name]);
    assert.deepEqual((await ask({ adviser: manager.id })).mine?.advisers, [manager.name]);
    assert.deepEqual(await requestsOf(adviser), []);
  });

  it('is one request however often it is sent, also at the same moment', async () => {
    await Promise.all([ask(), ask(), ask()]);
    await ask();
    await app.run();
    assert.equal((await requestsOf(adviser)).length, 1);
    assert.equal(app.cardsTo(adviser.id).length, 1);
  });

  it('keeps who took it when only the way is changed', async () => {
    await ask();
    const [one] = await requestsOf(adviser);
    await moveRequest(app.deps, asAdviser(adviser), one!.id, 'taken');
    const { mine } = await ask({ how: { way: 'teams' } });
    assert.equal(mine?.takenBy, adviser.name);
    assert.deepEqual((await requestsOf(adviser))[0]?.wish.how, { way: 'teams' });
  });

  it('offers nobody who is away, has left or says that they take none, and not oneself', async () => {
    await setAdvising(app.deps, asAdviser(adviser), { speaks: ['nl'], takes: true, awayUntil: '2026-03-05' });
    await setAdvising(app.deps, asAdviser(secondAdviser), { speaks: ['nl'], takes: false });
    await app.addPeople({ ...manager, leftAt: 1 });
    assert.deepEqual((await talkPageOf(app.deps, me)).advisers, []);
    await assert.rejects(ask(), (error) => error instanceof Failure && error.fields[0]?.field === 'adviser');
    app.pass({ days: 2 });
    assert.equal((await talkPageOf(app.deps, me)).advisers.length, 1);
    assert.deepEqual((await talkPageOf(app.deps, callerFor(adviser))).advisers, []);
  });

  it('offers nobody whose role was taken away, and everybody while Graph does not answer', async () => {
    const withRoles = (of: TestApp['deps']['roles']['of']) => ({ ...app.deps, roles: { ...app.deps.roles, of } });
    const without = withRoles(async (id) => (id === adviser.id ? [] : ['Adviser']));
    const idsIn = async (deps: TestApp['deps']) => (await talkPageOf(deps, me)).advisers.map(({ person }) => person.id);
    assert.ok(!(await idsIn(without)).includes(adviser.id));
    const away = withRoles(() => Promise.reject(new Failure('unavailable', 'graph-down')));
    assert.ok((await idsIn(away)).includes(adviser.id));
  });

  it('is for people in no pair and for guests', async () => {
    const guest = aPerson(9, { kind: 'guest', name: 'Guest Nine' });
    await app.addPeople(guest);
    await askForTalk(app.deps, callerFor(guest, { isGuest: true }), aWish({ chatIsSafe: true }));
    assert.equal((await requestsOf(adviser))[0]?.name, 'Guest Nine');
  });

  it('refuses what contradicts itself, with the field that is meant', async () => {
    const refusal = (over: Partial<Wish>) =>
      ask(over).then(
        () => 'kept',
        (error: unknown) => (error instanceof Failure ? error.fields[0]?.field : 'fault'),
      );
    assert.equal(await refusal({ how: { way: 'teams' }, avoid: ['teams'] }), 'avoid');
    assert.equal(await refusal({ how: { way: 'site', site: 'Nowhere' } }), 'how.site');
    assert.equal(await refusal({ how: { way: 'site', site: 'Antwerp' } }), 'kept');
    assert.equal(await refusal({ adviser: asker.id }), 'adviser');
  });

  it('goes with everything that leads to it when it is taken back, in any state, and twice is once', async () => {
    await ask({ chatIsSafe: true });
    await app.run();
    const [one] = await requestsOf(adviser);
    await moveRequest(app.deps, asAdviser(adviser), one!.id, 'taken');
    assert.equal((await takeBack(app.deps, me)).mine, undefined);
    assert.equal((await takeBack(app.deps, me)).mine, undefined);
    assert.deepEqual(await app.deps.outbox.tasksOf('concerns', 'all'), []);
    assert.deepEqual(await requestsOf(adviser), []);
    await app.run();
    assert.deepEqual(app.cardsTo(asker.id), []);
  });
});

describe('a wish', () => {
  const cases: [string, object, boolean][] = [
    ['a number', { how: { way: 'phone', contact: '0470/12.34.56' } }, true],
    ['a story in the place of a number', { how: { way: 'phone', contact: 'My mentor said 12345' } }, false],
    ['an address', { how: { way: 'mail', contact: ' me@example.org ' } }, true],
    ['no address', { how: { way: 'mail', contact: 'call me' } }, false],
    ['a number for a call in Teams', { how: { way: 'teams', contact: '1' } }, false],
    ['no half day', { halves: [] }, false],
    ['a Saturday', { halves: ['saturday-morning'] }, false],
    ['a story beside it', { story: 'x' }, false],
  ];
  for (const [name, over, isTaken] of cases)
    it(`${isTaken ? 'takes' : 'does not take'} ${name}`, () => {
      assert.equal(wish.safeParse({ ...aWish(), ...over }).success, isTaken);
    });
});
