import assert from 'node:assert/strict';
import { advisingOf, moveRequest } from '../../../src/features/concerns/advising/usecases.ts';
import { contactsFor } from '../../../src/features/concerns/contacting/usecases.ts';
import { handOnRequests } from '../../../src/features/concerns/leaving/usecases.ts';
import type { Wish } from '../../../src/features/concerns/model.ts';
import { requests, place } from '../../../src/features/concerns/store.ts';
import { askForTalk, takeBack, talkPageOf } from '../../../src/features/concerns/usecases.ts';
import { forgetPerson, viewForgetting } from '../../../src/features/privacy/erasing/usecases.ts';
import { day } from '../../../src/platform/clock.ts';
import { Failure } from '../../../src/platform/errors.ts';
import { jobs } from '../../../src/worker/jobs.ts';
import { callerFor, testApp, type TestApp } from '../../support/app.ts';
import { adviser, anOffice, asAdviser, asker, aWish, canary, secondAdviser, takeRequests } from './office.ts';

const me = callerFor(asker);

describe('a request whose adviser leaves', function () {
  this.timeout(60_000);
  let app: TestApp;
  beforeEach(async () => {
    app = await anOffice();
  });

  const ask = (over: Partial<Wish> = {}) => askForTalk(app.deps, me, aWish({ chatIsSafe: true, ...over }));
  const readBy = async (one: { readonly id: string }) => (await advisingOf(app.deps, asAdviser(one))).requests;
  const mine = async () => (await talkPageOf(app.deps, me)).mine;
  const take = async (one: { readonly id: string }) => {
    const [first] = await readBy(one);
    await moveRequest(app.deps, asAdviser(one), first!.id, 'taken');
  };
  /** Gone from the directory, as everybody who is forgotten is at once; then what follows. */
  const leave = async (one: typeof adviser) => {
    await app.addPeople({ ...one, leftAt: app.clock.now() });
    await handOnRequests(app.deps, one.id);
    await app.run();
  };

  it('is read on by the others who may, and nobody is told', async () => {
    await ask();
    await app.run();
    await leave(adviser);
    assert.deepEqual((await mine())?.advisers, [secondAdviser.name]);
    assert.equal((await readBy(secondAdviser)).length, 1);
    assert.deepEqual(app.cardsTo(asker.id), []);
  });

  it('goes to those who are free now where its person wished for whoever is, and its person hears of it', async () => {
    await ask();
    const before = (await mine())!;
    await app.run();
    await take(adviser);
    await app.run();
    const heard = app.cardsTo(asker.id).length;
    app.pass({ days: 3 });
    await leave(adviser);
    const after = (await mine())!;
    assert.deepEqual([after.state, after.isBack, after.advisers], ['open', false, [secondAdviser.name]]);
    assert.deepEqual([after.at, after.goesOn], [before.at, before.goesOn], 'it stays no longer for that');
    assert.equal((await readBy(secondAdviser))[0]?.name, asker.name);
    assert.ok(app.cardsTo(secondAdviser.id).length > 0);
    assert.equal(app.cardsTo(asker.id).length, heard + 1);
    await handOnRequests(app.deps, adviser.id);
    await app.run();
    assert.equal(app.cardsTo(asker.id).length, heard + 1, 'twice is once');
  });

  it('comes back to its person where they chose that one adviser: nobody else gets to read it', async () => {
    for (const isTaken of [false, true]) {
      await ask({ adviser: adviser.id });
      await app.run();
      if (isTaken) await take(adviser);
      await app.run();
      const heard = app.cardsTo(asker.id).length;
      await leave(adviser);
      assert.deepEqual([(await mine())?.state, (await mine())?.isBack], ['open', true]);
      assert.equal((await mine())?.wish.how.way, 'phone', 'what was given is still there to send again');
      assert.deepEqual(await readBy(secondAdviser), []);
      assert.equal(app.cardsTo(asker.id).length, heard + 1);
      const told = app.cardsTo(secondAdviser.id).length;
      app.pass({ days: 10 });
      await app.run();
      assert.equal(app.cardsTo(secondAdviser.id).length, told, 'nobody is reminded of what nobody may read');
      assert.equal(app.cardsTo(asker.id).length, heard + 1, 'once is enough');
      await takeBack(app.deps, me);
      await app.addPeople(adviser);
    }
  });

  it('reaches whom its person chooses instead, as any other', async () => {
    await ask({ adviser: adviser.id });
    await leave(adviser);
    const { mine: anew } = await ask({ adviser: secondAdviser.id });
    await app.run();
    assert.deepEqual([anew?.isBack, anew?.advisers], [false, [secondAdviser.name]]);
    assert.equal((await readBy(secondAdviser)).length, 1);
    assert.ok(app.cardsTo(secondAdviser.id).length > 0);
  });

  it('comes back when there is no adviser any more, and goes sixty days after it was sent all the same', async () => {
    await app.addPeople({ ...secondAdviser, leftAt: 1 });
    await ask();
    const { at, goesOn } = (await mine())!;
    await leave(adviser);
    const page = await talkPageOf(app.deps, me);
    assert.equal(page.mine?.isBack, true);
    assert.deepEqual([page.mine.goesOn, goesOn - at], [goesOn, 60 * day]);
    assert.ok(!page.advisers.some(({ person }) => person.id === adviser.id));
  });

  it('waits while the vault is away: only what is sealed says who may come in their place', async () => {
    await ask({ adviser: adviser.id });
    const away = new Failure('unavailable', 'vault-down');
    const { concernsRing } = app.deps;
    const down = {
      ...app.deps,
      concernsRing: (name: string) => ({ ...concernsRing(name), open: () => Promise.reject(away) }),
    } as typeof app.deps;
    await assert.rejects(() => handOnRequests(down, adviser.id), away);
    await leave(adviser);
    assert.equal((await mine())?.isBack, true);
  });

  it('tells administrators that there is no adviser, the same whether a request waits or none, and nobody else', async () => {
    const run = (roles: ('Administrator' | 'Adviser')[]) => contactsFor(app.deps, callerFor(asker, { roles }));
    assert.equal((await run(['Administrator'])).noAdviser, false);
    const everyAdviser = (await talkPageOf(app.deps, me)).advisers.map(({ person }) => person.id);
    for (const isWaiting of [false, true]) {
      if (isWaiting) {
        await app.addPeople(adviser);
        await ask({ adviser: adviser.id });
      }
      for (const id of everyAdviser) await app.addPeople({ ...adviser, id, leftAt: 1 });
      await handOnRequests(app.deps, adviser.id);
      assert.deepEqual(await run(['Administrator']), { lines: [], country: 'BE', maySet: true, noAdviser: true });
      assert.equal((await run([])).noAdviser, undefined);
    }
  });
});

describe('the only adviser, forgotten while a request waits', function () {
  this.timeout(60_000);

  it('stands nowhere in it afterwards, and the request is its person’s again', async () => {
    const app = await testApp({ jobs });
    Object.assign(app.deps, { directory: { workingHours: () => Promise.resolve(undefined) } });
    await app.addPeople(asker, adviser);
    await takeRequests(app, adviser);
    await askForTalk(app.deps, me, aWish({ adviser: adviser.id, chatIsSafe: true }));
    await app.run();
    await forgetPerson(app.deps, adviser.id, 'asked', adviser.id);
    for (let round = 0; round < 6; round += 1) {
      await app.run();
      app.pass({ hours: 3 });
    }
    assert.equal((await viewForgetting(app.deps, adviser.id)).state, 'done');
    const [row, ...more] = await requests.list(app.deps.tables, place);
    assert.equal(more.length, 0);
    assert.ok(!JSON.stringify(row?.value).includes(adviser.id));
    const { mine, advisers } = await talkPageOf(app.deps, me);
    assert.deepEqual([mine?.isBack, advisers], [true, []]);
    assert.deepEqual(mine?.wish.how, { way: 'phone', contact: canary });
    assert.equal(app.cardsTo(asker.id).length, 1);
  });
});
