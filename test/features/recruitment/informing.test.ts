import assert from 'node:assert/strict';
import { setPreferences } from '../../../src/features/people/usecases.ts';
import { saveApplication, withdrawApplication } from '../../../src/features/recruitment/applying/usecases.ts';
import { sendCall } from '../../../src/features/recruitment/calls/usecases.ts';
import {
  agreeToTell,
  setInforming,
  takeWordBack,
  tellManagersOf,
  viewManagerWord,
} from '../../../src/features/recruitment/informing/usecases.ts';
import { markBegun } from '../../../src/features/recruitment/usecases.ts';
import { someAnswers } from '../../support/applications.ts';
import { aPerson } from '../../support/app.ts';
import { aCall, office, reasonIs } from './office.ts';

const manager = aPerson(50, { name: 'Marie Maes', department: 'Sales' });

/** Somebody who applied with two hours a month, and reports to the manager. */
async function applied(isOn = true) {
  const found = await office(1);
  const { app, me, who } = found;
  await app.addPeople(manager, aPerson(1, { name: 'Aya Amrani', managerId: manager.id }));
  await sendCall(app.deps, me, 'p1', aCall({ audience: { kind: 'departments', departments: ['Nobody'] } }));
  const apply = (hoursAMonth = 2) =>
    saveApplication(app.deps, who, 'p1', {
      answers: { ...someAnswers({ hoursAMonth }), motivation: 'Because of my boss' },
      apply: true,
    });
  await apply();
  if (isOn) await setInforming(app.deps, me, 'p1', true);
  const begin = async () => {
    await markBegun(app.deps, 'p1', who.personId);
    await tellManagersOf(app.deps, 'p1', [who.personId]);
    await app.run();
  };
  const got = () => app.cardsTo(manager.id);
  return { ...found, apply, begin, got, word: () => viewManagerWord(app.deps, who, 'p1') };
}

describe('a word to the manager', () => {
  it('is off until the organisation says so, and nobody is asked', async () => {
    const { app, who, begin, got, word } = await applied(false);
    assert.equal((await word()).isAsked, false);
    await assert.rejects(agreeToTell(app.deps, who, 'p1'), reasonIs('managers-not-told'));
    await begin();
    assert.equal(got().length, 0);
  });

  it('is not sent without the tick, which is not ticked beforehand', async () => {
    const { begin, got, word } = await applied();
    const page = await word();
    assert.deepEqual([page.isAsked, page.state, page.manager], [true, 'open', 'Marie Maes']);
    await begin();
    assert.equal(got().length, 0);
  });

  it('goes once, when the pair begins, in the very words that were shown, and never says why', async () => {
    const { app, who, begin, got, word } = await applied();
    const { texts } = await word();
    await agreeToTell(app.deps, who, 'p1');
    await app.run();
    assert.equal(got().length, 0, 'nobody hears of it before there is a pair');
    await begin();
    await begin();
    assert.equal(got().length, 1);
    const shown = got()[0]!.body.map(({ text }) => text);
    assert.deepEqual(shown, [texts[0]!.title, ...texts[0]!.paragraphs]);
    assert.match(
      shown.join(' '),
      /Aya Amrani takes part in “Growing together”.*about 2 hours a month.*not an assessment/,
    );
    assert.ok(!JSON.stringify(got()).includes('boss'));
    assert.equal((await word()).state, 'sent');
  });

  it('is shown as the manager reads it, and below it in the reader’s language', async () => {
    const { app, who } = await applied();
    await setPreferences(app.deps, manager.id, { language: 'fr' });
    const { texts } = await viewManagerWord(app.deps, { ...who, language: 'nl' }, 'p1');
    assert.deepEqual(
      texts.map(({ language }) => language),
      ['fr', 'nl'],
    );
  });

  it('is not sent when the tick is taken away before, at night as well', async () => {
    const { app, who, begin, got } = await applied();
    await agreeToTell(app.deps, who, 'p1');
    app.pass({ hours: 12 });
    await begin();
    assert.equal(got().length, 0, 'the manager is not at work');
    await takeWordBack(app.deps, who, 'p1');
    app.pass({ hours: 12 });
    await app.run();
    assert.equal(got().length, 0);
  });

  it('is not sent when the organisation switches it off, or the person withdraws', async () => {
    for (const end of ['setting', 'withdrawal'] as const) {
      const { app, me, who, begin, got } = await applied();
      await agreeToTell(app.deps, who, 'p1');
      app.pass({ hours: 12 });
      await begin();
      if (end === 'setting') await setInforming(app.deps, me, 'p1', false);
      else await withdrawApplication(app.deps, who, 'p1');
      app.pass({ hours: 12 });
      await app.run();
      assert.equal(got().length, 0, end);
    }
  });

  it('is asked for anew when the text would be another one', async () => {
    const { app, who, apply, begin, got, word } = await applied();
    await agreeToTell(app.deps, who, 'p1');
    await apply(4);
    assert.equal((await word()).state, 'open', 'other hours, another text');
    await begin();
    assert.equal(got().length, 0);
    await agreeToTell(app.deps, who, 'p1');
    await app.run();
    assert.match(JSON.stringify(got()), /about 4 hours/);
  });

  it('says so where the directory names no manager', async () => {
    const { app, who, word } = await applied();
    await app.addPeople(aPerson(1));
    assert.deepEqual((await word()).manager, undefined);
    await assert.rejects(agreeToTell(app.deps, who, 'p1'), reasonIs('no-manager'));
  });
});
