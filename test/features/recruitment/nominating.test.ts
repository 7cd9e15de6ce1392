import assert from 'node:assert/strict';
import { sendCall } from '../../../src/features/recruitment/calls/usecases.ts';
import { mostNamed } from '../../../src/features/recruitment/nominating/model.ts';
import { nominate } from '../../../src/features/recruitment/nominating/usecases.ts';
import { invitations, invitedTo } from '../../../src/features/recruitment/store.ts';
import { setPreferences } from '../../../src/features/people/usecases.ts';
import { aPerson, callerFor } from '../../support/app.ts';
import { aCall, coordinator, office, reasonIs } from './office.ts';

/** A programme that asked Finance; the person who is named works elsewhere. */
async function recruiting() {
  const found = await office(2);
  const named = aPerson(50, { department: 'Logistics' });
  await found.app.addPeople(named);
  await sendCall(found.app.deps, found.me, 'p1', aCall());
  await found.app.run();
  const row = async (personId: string) => (await invitations.find(found.app.deps.tables, 'p1', personId))?.value;
  return { ...found, named, row };
}

describe('naming a colleague', () => {
  it('asks the colleague once, without who named them, and answers with thanks', async () => {
    const { app, who, people, named, row } = await recruiting();
    assert.deepEqual(await nominate(app.deps, who, 'p1', named.id), { thanks: true });
    assert.deepEqual(await nominate(app.deps, callerFor(people[1]!), 'p1', named.id), { thanks: true });
    const kept = await row(named.id);
    assert.equal(kept?.named, true);
    assert.ok(!JSON.stringify(kept).includes(who.personId));
  });

  it('answers the same for somebody who wants no invitations, was asked before, or is nobody', async () => {
    const { app, who, people, named, row } = await recruiting();
    await setPreferences(app.deps, named.id, { doNotAsk: true });
    for (const personId of [named.id, people[1]!.id, aPerson(77).id, who.personId])
      assert.deepEqual(await nominate(app.deps, who, 'p1', personId), { thanks: true });
    assert.equal(await row(named.id), undefined);
    assert.equal((await row(people[1]!.id))?.named, undefined);
  });

  it('of somebody who was invited long ago does not count as asking them today', async () => {
    const { app, who, people } = await recruiting();
    const askedAt = async () => (await invitedTo.find(app.deps.tables, people[1]!.id, 'p1'))?.value.at;
    const before = await askedAt();
    app.pass({ days: 3 });
    await nominate(app.deps, who, 'p1', people[1]!.id);
    assert.ok(before !== undefined);
    assert.equal(await askedAt(), before);
  });

  it('is over for whoever has named enough, and when applying is over', async () => {
    const { app, who, named } = await recruiting();
    for (let at = 0; at < mostNamed; at += 1) await nominate(app.deps, who, 'p1', coordinator.id);
    await assert.rejects(nominate(app.deps, who, 'p1', named.id), reasonIs('named-enough'));
    app.pass({ days: 400 });
    await assert.rejects(nominate(app.deps, who, 'p1', named.id), reasonIs('applying-over'));
  });
});
