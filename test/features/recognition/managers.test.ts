import assert from 'node:assert/strict';
import { saveApplication } from '../../../src/features/recruitment/applying/usecases.ts';
import { sendCall } from '../../../src/features/recruitment/calls/usecases.ts';
import { agreeToTell, setInforming, tellManagersOf } from '../../../src/features/recruitment/informing/usecases.ts';
import { markBegun } from '../../../src/features/recruitment/usecases.ts';
import { recognitionJobs } from '../../../src/features/recognition/jobs.ts';
import { managerCard } from '../../../src/features/recognition/managers/cards.ts';
import { reasons } from '../../../src/features/recognition/managers/model.ts';
import { myManagers, thankManager } from '../../../src/features/recognition/managers/usecases.ts';
import { languages } from '../../../src/platform/words.ts';
import { aPerson } from '../../support/app.ts';
import { someAnswers } from '../../support/applications.ts';
import { aCall, office, reasonIs } from '../recruitment/office.ts';

const manager = aPerson(50, { name: 'Marie Maes', department: 'Sales' });

/** Somebody in a pair whose manager was told, if `isTold`. */
async function inAPair(isTold = true) {
  const { app, me, who } = await office(1, recognitionJobs);
  await app.addPeople(manager, aPerson(1, { name: 'Aya Amrani', managerId: manager.id }));
  await sendCall(app.deps, me, 'p1', aCall({ audience: { kind: 'departments', departments: ['Nobody'] } }));
  const answers = { ...someAnswers({ hoursAMonth: 2 }), motivation: 'canary-motivation' };
  await saveApplication(app.deps, who, 'p1', { answers, apply: true });
  await setInforming(app.deps, me, 'p1', true);
  if (isTold) await agreeToTell(app.deps, who, 'p1');
  await markBegun(app.deps, 'p1', who.personId);
  await tellManagersOf(app.deps, 'p1', [who.personId]);
  await app.run();
  const got = () => app.cardsTo(manager.id).slice(isTold ? 1 : 0);
  return { app, me, who, got };
}

describe('thanks to a manager', () => {
  it('go once, in sentences of ours that were ticked, to the manager who was told', async () => {
    const { app, who, got } = await inAPair();
    assert.deepEqual(
      (await myManagers(app.deps, who)).map(({ managerName }) => managerName),
      ['Marie Maes'],
    );
    await Promise.all([1, 2].map(() => thankManager(app.deps, who, 'p1', ['time', 'nothing-asked'])));
    await thankManager(app.deps, who, 'p1', ['cover']);
    await app.run();
    assert.equal(got().length, 1);
    const text = JSON.stringify(got()[0]);
    assert.match(text, /Aya Amrani thanks you for making room/);
    assert.match(text, /You did not ask what is talked about/);
    assert.doesNotMatch(text, /busy hour|canary/);
    assert.ok((await myManagers(app.deps, who))[0]?.thankedAt);
  });

  it('cannot be sent where the manager does not know: nobody learns by thanks that somebody takes part', async () => {
    const { app, who, got } = await inAPair(false);
    assert.deepEqual(await myManagers(app.deps, who), []);
    await assert.rejects(thankManager(app.deps, who, 'p1', ['time']), reasonIs('manager-not-told'));
    await app.run();
    assert.deepEqual(got(), []);
  });

  it('are not brought any more once the organisation tells no managers', async () => {
    const { app, me, who, got } = await inAPair();
    await thankManager(app.deps, who, 'p1', ['time']);
    await setInforming(app.deps, me, 'p1', false);
    await app.run();
    assert.deepEqual(got(), []);
  });

  it('hold a sentence for each tick in every language, and say that talks stay between the two', () => {
    for (const language of languages) {
      const { body } = managerCard(language, { name: 'N', programme: 'P', reasons });
      assert.equal(body.length, 3 + reasons.length);
    }
  });
});
