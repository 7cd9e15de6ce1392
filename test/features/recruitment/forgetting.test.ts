import assert from 'node:assert/strict';
import { saveApplication, withdrawApplication } from '../../../src/features/recruitment/applying/usecases.ts';
import { sendCall } from '../../../src/features/recruitment/calls/usecases.ts';
import { forgetApplication } from '../../../src/features/recruitment/forgetting/usecases.ts';
import { arriveBy, keepSources, lastArrivals } from '../../../src/features/recruitment/sources/usecases.ts';
import { applications } from '../../../src/features/recruitment/store.ts';
import { applicationOf, participationsOf } from '../../../src/features/recruitment/usecases.ts';
import { someAnswers } from '../../support/applications.ts';
import { aCall, office, reasonIs } from './office.ts';

async function begun(apply: boolean) {
  const found = await office(2);
  const { app, me, who } = found;
  await sendCall(app.deps, me, 'p1', aCall());
  const [link] = await keepSources(app.deps, 'p1', [{ programmeId: 'p1', channel: 'link', language: 'nl' }]);
  await arriveBy(app.deps, who, link!.code);
  const answers = { ...someAnswers(), motivation: 'Private words' };
  await saveApplication(app.deps, who, 'p1', { answers, apply });
  return found;
}

describe('deleting what one gave', () => {
  it('takes the answers at once, tells who follows of the withdrawal, and leaves nothing that leads to them', async () => {
    const { app, who, heard } = await begun(true);
    await app.run();
    await withdrawApplication(app.deps, who, 'p1');
    await forgetApplication(app.deps, who, 'p1');
    const kept = await applications.find(app.deps.tables, 'p1', who.personId);
    assert.ok(!JSON.stringify(kept?.value).includes('Private words'));
    await app.run();
    assert.equal(heard.at(-1)?.status, 'withdrawn');
    assert.equal(await applicationOf(app.deps, 'p1', who.personId), undefined);
    assert.deepEqual(await participationsOf(app.deps, who.personId), []);
    assert.deepEqual(await lastArrivals(app.deps, 'p1'), []);
  });

  it('is for drafts too, and not for what a match may rest on', async () => {
    const draft = await begun(false);
    await forgetApplication(draft.app.deps, draft.who, 'p1');
    await draft.app.run();
    assert.equal(await applicationOf(draft.app.deps, 'p1', draft.who.personId), undefined);
    const { app, who } = await begun(true);
    await assert.rejects(forgetApplication(app.deps, who, 'p1'), reasonIs('withdraw-first'));
  });

  it('keeps what was begun anew before it was through', async () => {
    const { app, who } = await begun(false);
    await forgetApplication(app.deps, who, 'p1');
    app.pass({ days: 1 / 1440 });
    await saveApplication(app.deps, who, 'p1', { answers: someAnswers(), apply: true });
    await app.run();
    assert.equal((await applicationOf(app.deps, 'p1', who.personId))?.status, 'applied');
  });
});
