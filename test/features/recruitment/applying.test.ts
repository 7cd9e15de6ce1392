import assert from 'node:assert/strict';
import {
  applyPageOf,
  returnToApplication,
  saveApplication,
  withdrawApplication,
} from '../../../src/features/recruitment/applying/usecases.ts';
import { recruitmentPageOf, sendCall } from '../../../src/features/recruitment/calls/usecases.ts';
import { applicationOf, markWaited } from '../../../src/features/recruitment/usecases.ts';
import { someAnswers } from '../../support/applications.ts';
import { aCall, office } from './office.ts';

async function applied(count = 1) {
  const found = await office(count);
  const { app, me, who } = found;
  await sendCall(app.deps, me, 'p1', aCall());
  const apply = (hoursAMonth = 1) =>
    saveApplication(app.deps, who, 'p1', { answers: someAnswers({ hoursAMonth }), apply: true });
  return { ...found, apply, first: await apply(), withdraw: () => withdrawApplication(app.deps, who, 'p1') };
}

describe('withdrawing', () => {
  it('and applying again counts from the new application', async () => {
    const { app, apply, first, withdraw } = await applied();
    await withdraw();
    app.pass({ days: 5 });
    const second = await apply();
    assert.ok(second.appliedAt! > first.appliedAt!);
    app.pass({ days: 1 });
    assert.equal((await apply(2)).appliedAt, second.appliedAt, 'a change is no new application');
  });

  it('is taken back with one press, with the same answers and as if nothing had been', async () => {
    const { app, who, first, heard, withdraw } = await applied();
    await withdraw();
    const back = await returnToApplication(app.deps, who, 'p1');
    await returnToApplication(app.deps, who, 'p1');
    assert.deepEqual([back.status, back.appliedAt], ['applied', first.appliedAt]);
    assert.deepEqual(back.answers, first.answers);
    await app.run();
    assert.equal(heard.at(-1)?.status, 'applied');
  });

  it('days ago is taken back as a new application', async () => {
    const { app, who, first, withdraw } = await applied();
    await withdraw();
    app.pass({ days: 5 });
    assert.ok((await returnToApplication(app.deps, who, 'p1')).appliedAt! > first.appliedAt!);
  });

  it('is possible when applying is over, and so is taking back a slip', async () => {
    const { app, who, withdraw } = await applied();
    app.pass({ days: 40 });
    await withdraw();
    const page = await applyPageOf(app.deps, who, 'p1');
    assert.deepEqual([page.open, page.status, page.mayReturn], [false, 'withdrawn', true]);
    assert.equal((await returnToApplication(app.deps, who, 'p1')).status, 'applied');
    await withdraw();
    app.pass({ hours: 2 });
    assert.equal((await returnToApplication(app.deps, who, 'p1')).status, 'waiting', 'later it is applying late');
  });

  it('while the call is being sent brings no invitation', async () => {
    const { app, me, people, who } = await office(3);
    app.pass({ hours: 10 });
    await sendCall(app.deps, me, 'p1', aCall());
    await app.run();
    await saveApplication(app.deps, who, 'p1', { answers: someAnswers(), apply: true });
    await withdrawApplication(app.deps, who, 'p1');
    app.pass({ hours: 14 });
    await app.run();
    assert.deepEqual(
      people.map((one) => app.cardsTo(one.id).length),
      [0, 1, 1],
    );
  });
});

describe('an application on two devices', () => {
  it('says when it was last kept, and the later answers stand', async () => {
    const { app, me, who, apply } = await applied();
    await Promise.allSettled([apply(2), apply(3)]);
    app.pass({ minutes: 1 });
    const last = await apply(4);
    const page = await applyPageOf(app.deps, who, 'p1');
    assert.deepEqual([page.answers?.hoursAMonth, page.changedAt], [4, last.changedAt]);
    assert.equal((await recruitmentPageOf(app.deps, me, 'p1')).unread, 1);
  });
});

describe('those who waited', () => {
  it('are marked once, and stay so when they change their answers', async () => {
    const { app, who, people, apply } = await applied(2);
    const ids = people.map((one) => one.id);
    await markWaited(app.deps, 'p1', ids);
    await markWaited(app.deps, 'p1', ids);
    assert.equal((await applicationOf(app.deps, 'p1', who.personId))?.waited, true);
    assert.equal((await apply(3)).waited, true);
    assert.equal(await applicationOf(app.deps, 'p1', ids[1]!), undefined, 'whoever has not applied does not wait');
  });

  it('are not those who have withdrawn', async () => {
    const { app, who, withdraw } = await applied();
    await withdraw();
    await markWaited(app.deps, 'p1', [who.personId]);
    assert.equal((await applicationOf(app.deps, 'p1', who.personId))?.waited, false);
  });

  it('are marked though they save at the same time', async () => {
    const { app, who, apply } = await applied();
    await Promise.allSettled([markWaited(app.deps, 'p1', [who.personId]), apply(2)]);
    assert.equal((await applicationOf(app.deps, 'p1', who.personId))?.waited, true);
  });
});
