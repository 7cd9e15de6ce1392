import assert from 'node:assert/strict';
import {
  applyPageOf,
  saveApplication,
  withdrawApplication,
} from '../../../src/features/recruitment/applying/usecases.ts';
import { recruitmentActions } from '../../../src/features/recruitment/bot.ts';
import { recruitmentPageOf, sendCall } from '../../../src/features/recruitment/calls/usecases.ts';
import { readApplications } from '../../../src/features/recruitment/choosing/reading/usecases.ts';
import { recruitmentFigures } from '../../../src/features/recruitment/usecases.ts';
import { preferencesOfPerson, setPreferences } from '../../../src/features/people/usecases.ts';
import { isFailure } from '../../../src/platform/errors.ts';
import { someAnswers } from '../../support/applications.ts';
import { callerFor, coordinatorFor, press } from '../../support/app.ts';
import { aCall, office, reasonIs } from './office.ts';

const draft = aCall();

describe('a call', () => {
  it('reaches everybody in the audience once, however often it is sent', async () => {
    const { app, people, me } = await office(12);
    await sendCall(app.deps, me, 'p1', draft);
    await sendCall(app.deps, me, 'p1', draft);
    await app.run();
    app.pass({ hours: 1 });
    await sendCall(app.deps, me, 'p1', { ...draft, audience: { kind: 'all' } });
    await app.run();
    for (const one of people) assert.equal(app.cardsTo(one.id).length, 1);
    assert.equal((await recruitmentFigures(app.deps, 'p1')).arrived, 13);
  });

  it('reaches each of 250 people exactly once', async function () {
    this.timeout(300_000);
    const { app, people, me } = await office(250);
    await sendCall(app.deps, me, 'p1', draft);
    await app.run();
    assert.deepEqual([...new Set(people.map((one) => app.cardsTo(one.id).length))], [1]);
  });

  it('does not reach whoever says "do not ask again" while it is being sent', async () => {
    const { app, people, me } = await office(3);
    app.pass({ hours: 10 });
    await sendCall(app.deps, me, 'p1', draft);
    await app.run();
    assert.equal(app.sent.length, 0, 'it waits for working hours');
    await setPreferences(app.deps, people[1]!.id, { doNotAsk: true });
    app.pass({ hours: 14 });
    await app.run();
    assert.deepEqual(
      people.map((one) => app.cardsTo(one.id).length),
      [1, 0, 1],
    );
  });

  it('is refused on a day that is past, and by whoever does not coordinate', async () => {
    const { app, people, me } = await office(1);
    await assert.rejects(sendCall(app.deps, me, 'p1', { ...draft, closesOn: '2026-03-01' }), reasonIs('day-is-past'));
    await assert.rejects(sendCall(app.deps, coordinatorFor(people[0]!), 'p1', draft), reasonIs('programme-gone'));
  });
});

describe('the answer to an invitation', () => {
  it('is one press each, and can be taken back', async () => {
    const { app, people, me } = await office(1);
    const who = callerFor(people[0]!);
    await sendCall(app.deps, me, 'p1', draft);
    await app.run();
    const [card] = app.cardsTo(who.personId);
    const answered = await press(app.deps, recruitmentActions, who, { card: card!, title: 'Do not ask again' });
    await press(app.deps, recruitmentActions, who, { card: card!, title: 'Do not ask again' });
    assert.equal((await preferencesOfPerson(app.deps, who.personId)).doNotAsk, true);
    assert.ok(answered.kind === 'card');
    const again = await press(app.deps, recruitmentActions, who, { card: answered.card, title: 'Ask me again' });
    assert.equal((await preferencesOfPerson(app.deps, who.personId)).doNotAsk, false);
    assert.ok(again.kind === 'card' && again.card.buttons?.length === 3);
  });
});

describe('an application', () => {
  it('is kept on the way, sent, changed and withdrawn; those who follow hear of it', async () => {
    const { app, people, heard, me } = await office(1);
    const who = callerFor(people[0]!);
    await sendCall(app.deps, me, 'p1', draft);
    await saveApplication(app.deps, who, 'p1', { answers: someAnswers({ sought: [] }), apply: false });
    assert.equal((await applyPageOf(app.deps, who, 'p1')).status, 'draft');
    await saveApplication(app.deps, who, 'p1', { answers: someAnswers(), apply: true });
    await saveApplication(app.deps, who, 'p1', { answers: someAnswers({ hoursAMonth: 2 }), apply: false });
    assert.equal((await applyPageOf(app.deps, who, 'p1')).status, 'applied');
    await withdrawApplication(app.deps, who, 'p1');
    await withdrawApplication(app.deps, who, 'p1');
    await app.run();
    assert.equal((await applyPageOf(app.deps, who, 'p1')).answers?.hoursAMonth, 2);
    assert.equal(heard.at(-1)?.status, 'withdrawn');
  });

  it('says what is missing, field by field', async () => {
    const { app, people, me } = await office(1);
    await sendCall(app.deps, me, 'p1', draft);
    const incomplete = { answers: someAnswers({ sought: [], languages: [] }), apply: true };
    await assert.rejects(saveApplication(app.deps, callerFor(people[0]!), 'p1', incomplete), (error) => {
      assert.ok(isFailure(error));
      assert.deepEqual(
        error.fields.map(({ field }) => field),
        ['languages', 'sought'],
      );
      return true;
    });
  });

  it('waits for the next round after the last day, and is over for whoever applied in time', async () => {
    const { app, people, me } = await office(1);
    const who = callerFor(people[0]!);
    await sendCall(app.deps, me, 'p1', draft);
    await saveApplication(app.deps, who, 'p1', { answers: someAnswers(), apply: false });
    app.pass({ days: 40 });
    assert.equal(
      (await saveApplication(app.deps, who, 'p1', { answers: someAnswers(), apply: true })).status,
      'waiting',
    );
    assert.ok((await applyPageOf(app.deps, who, 'p1')).answers);
  });

  it('shows coordinators nothing that is private', async () => {
    const { app, people, me } = await office(2);
    await sendCall(app.deps, me, 'p1', draft);
    await readApplications(app.deps, me, 'p1');
    const secret = someAnswers({ ratherNot: [people[1]!.id], motivation: 'between us' });
    await saveApplication(app.deps, callerFor(people[0]!), 'p1', { answers: secret, apply: true });
    const page = await recruitmentPageOf(app.deps, me, 'p1');
    assert.equal(page.applicants.length, 1);
    const text = JSON.stringify(page);
    assert.ok(!text.includes(people[1]!.id) && !text.includes('between us'));
  });

  it('does not exist for anybody while the programme is prepared', async () => {
    const { app, people } = await office(1);
    await assert.rejects(applyPageOf(app.deps, callerFor(people[0]!), 'p1'), reasonIs('programme-gone'));
  });
});
