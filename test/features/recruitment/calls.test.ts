import assert from 'node:assert/strict';
import { applyPageOf } from '../../../src/features/recruitment/applying/usecases.ts';
import {
  inviteAudience,
  previewOf,
  recruitmentPageOf,
  sendCall,
} from '../../../src/features/recruitment/calls/usecases.ts';
import { closingDayOf } from '../../../src/features/recruitment/usecases.ts';
import { setPreferences } from '../../../src/features/people/usecases.ts';
import { aPerson, callerFor } from '../../support/app.ts';
import { aCall, office, reasonIs } from './office.ts';

describe('a call that is sent again', () => {
  it('corrected within a minute is another call', async () => {
    const { app, me } = await office(1);
    await sendCall(app.deps, me, 'p1', aCall());
    const second = await sendCall(app.deps, me, 'p1', aCall({ closesOn: '2026-04-15', words: { en: 'Correction' } }));
    assert.equal(second.closesOn, '2026-04-15');
    assert.equal((await recruitmentPageOf(app.deps, me, 'p1')).calls.length, 2);
    assert.equal(await closingDayOf(app.deps, 'p1'), '2026-04-15');
  });

  it('by two presses at the same time is one call, and both presses succeed', async () => {
    const { app, me } = await office(1);
    const send = () => sendCall(app.deps, me, 'p1', aCall());
    const [one, other] = await Promise.all([send(), send()]);
    assert.equal(one.id, other.id);
    await sendCall(app.deps, me, 'p1', aCall({ audience: { kind: 'departments', departments: ['Sales', 'Legal'] } }));
    await Promise.all([send(), send()]);
    await sendCall(app.deps, me, 'p1', aCall({ audience: { kind: 'departments', departments: ['Legal', 'Sales'] } }));
    assert.equal((await recruitmentPageOf(app.deps, me, 'p1')).calls.length, 2);
  });

  it('with different words at the same time is two calls', async () => {
    const { app, me } = await office(1);
    await Promise.all(
      ['2026-04-01', '2026-05-01'].map((closesOn) => sendCall(app.deps, me, 'p1', aCall({ closesOn }))),
    );
    assert.equal((await recruitmentPageOf(app.deps, me, 'p1')).calls.length, 2);
    assert.equal(await closingDayOf(app.deps, 'p1'), '2026-05-01');
  });

  it('beside another one to the same people reaches everybody once, and neither of them fails', async () => {
    const { app, me, people } = await office(50);
    const calls = await Promise.all(
      ['One.', 'Two.'].map((en) => sendCall(app.deps, me, 'p1', aCall({ words: { en } }))),
    );
    await Promise.all(calls.map(({ id }) => inviteAudience(app.deps, 'p1', id)));
    await app.run();
    for (const { id } of people) assert.equal(app.cardsTo(id).length, 1);
  });

  it('as it was reaches who has come since, and nobody else twice', async () => {
    const { app, me, people } = await office(2);
    await sendCall(app.deps, me, 'p1', aCall());
    await app.run();
    await app.addPeople(aPerson(3));
    app.pass({ days: 1 });
    await sendCall(app.deps, me, 'p1', aCall());
    await app.run();
    assert.deepEqual(
      [...people, aPerson(3)].map((one) => app.cardsTo(one.id).length),
      [1, 1, 1],
    );
  });

  it('with an earlier last day does not shorten the time that was promised', async () => {
    const { app, me, who } = await office(1);
    await sendCall(app.deps, me, 'p1', aCall({ closesOn: '2026-05-31' }));
    await sendCall(app.deps, me, 'p1', aCall({ closesOn: '2026-03-31' }));
    assert.equal((await applyPageOf(app.deps, who, 'p1')).closesOn, '2026-05-31');
  });
});

describe('what coordinators see of a call', () => {
  it('is why it did not arrive, without names', async () => {
    const { app, me, people } = await office(3);
    app.pass({ hours: 10 });
    await sendCall(app.deps, me, 'p1', aCall());
    await app.run();
    await setPreferences(app.deps, people[0]!.id, { doNotAsk: true });
    app.unreachable.add(people[1]!.id);
    app.pass({ hours: 14 });
    await app.run();
    const page = await recruitmentPageOf(app.deps, me, 'p1');
    assert.deepEqual(
      page.notReached.toSorted((a, b) => (a.reason < b.reason ? -1 : 1)),
      [
        { reason: 'blocked', count: 1 },
        { reason: 'do-not-ask', count: 1 },
      ],
    );
    assert.deepEqual([page.figures.arrived, page.figures.notReached], [1, 2]);
    assert.ok(!JSON.stringify(page.notReached).includes(people[0]!.id));
  });

  it('is the text in four languages before it is sent; the binding language stands in for an empty one', async () => {
    const { app, me } = await office(1);
    const shown = await previewOf(app.deps, me, 'p1', { words: { en: 'Come [and] join', fr: '', nl: 'Doe mee' } });
    assert.deepEqual(
      shown.map(({ language, texts }) => [language, texts.own]),
      [
        ['nl', 'Doe mee'],
        ['fr', 'Come [and] join'],
        ['de', 'Come [and] join'],
        ['en', 'Come [and] join'],
      ],
    );
    assert.equal(new Set(shown.map(({ texts }) => texts.title)).size, 4);
  });

  it('is nothing for whoever does not coordinate', async () => {
    const { app, people } = await office(1);
    await assert.rejects(previewOf(app.deps, callerFor(people[0]!), 'p1', { words: {} }), reasonIs('programme-gone'));
  });
});
