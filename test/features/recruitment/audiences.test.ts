import assert from 'node:assert/strict';
import { programmeIndex } from '../../../src/features/programmes/store.ts';
import { setPreferences } from '../../../src/features/people/usecases.ts';
import { usualHours } from '../../../src/features/people/rules.ts';
import type { Audience } from '../../../src/features/recruitment/audiences/model.ts';
import {
  callReports,
  forgetAudience,
  reachOf,
  saveAudience,
  savedAudiences,
} from '../../../src/features/recruitment/audiences/usecases.ts';
import { sendCall } from '../../../src/features/recruitment/calls/usecases.ts';
import { outcomeOf } from '../../../src/features/recruitment/usecases.ts';
import { invitations, invitedTo } from '../../../src/features/recruitment/store.ts';
import { Failure } from '../../../src/platform/errors.ts';
import { day } from '../../../src/platform/clock.ts';
import { addProgramme } from '../../support/applications.ts';
import { aPerson, coordinatorFor, type TestApp } from '../../support/app.ts';
import { aCall, office, reasonIs } from './office.ts';

const group = { id: '00000000-0000-4000-b000-000000000001', name: 'Roots' };
const gone = { id: '00000000-0000-4000-b000-000000000002', name: 'Old network' };

/** A directory with one group; any other is gone. */
function withGroup({ deps }: TestApp, ids: readonly string[]): void {
  const membersOf = async (id: string) => {
    if (id !== group.id) throw new Failure('not-found', 'not-in-graph');
    return ids;
  };
  Object.assign(deps.directory, { membersOf, directMembersOf: membersOf });
}

const cards = (app: TestApp, people: readonly { id: string }[]): number[] =>
  people.map(({ id }) => app.cardsTo(id).length);

describe('how many a call reaches', () => {
  it('is told before it is sent, with who is left out and why', async () => {
    const { app, people, me } = await office(12);
    await app.addPeople(aPerson(51, { kind: 'guest' }), aPerson(52, { enabled: false }));
    await setPreferences(app.deps, people[0]!.id, { doNotAsk: true });
    const reach = await reachOf(app.deps, me, 'p1', aCall().audience);
    assert.deepEqual(reach.reached, { kind: 'exact', people: 12 }, 'no number tells who does not want to be asked');
    assert.deepEqual(reach.leftOut, [
      { why: 'guest', people: { kind: 'under-5' } },
      { why: 'disabled', people: { kind: 'under-5' } },
    ]);
    await sendCall(app.deps, me, 'p1', aCall());
    await app.run();
    const after = await reachOf(app.deps, me, 'p1', aCall().audience);
    assert.deepEqual(after.leftOut[0], { why: 'invited-before', people: { kind: 'exact', people: 11 } });
    assert.deepEqual(after.reached, { kind: 'under-5' });
  });

  it('is not told where it would say who is in a group', async () => {
    const { app, people, me } = await office(30);
    withGroup(
      app,
      people.slice(0, 15).map(({ id }) => id),
    );
    const whole: Audience = { kind: 'chosen', groups: [group] };
    assert.deepEqual((await reachOf(app.deps, me, 'p1', whole)).reached, { kind: 'band', from: 15, to: 19 });
    await app.addPeople({ ...people[3]!, site: 'Liège' });
    const one = await reachOf(app.deps, me, 'p1', { ...whole, sites: ['Liège'] });
    assert.deepEqual([one.reached, one.leftOut, one.composition], [{ kind: 'hidden' }, [], []]);
  });

  it('is asked by those alone who coordinate the programme, also the one whose participants it asks', async () => {
    const { app, people, me } = await office(2);
    await addProgramme(app, people[1]!, { id: 'p2' });
    const theirs: Audience = {
      kind: 'chosen',
      participants: { programmeId: 'p2', roles: ['mentor'], stages: ['paired'] },
    };
    await assert.rejects(reachOf(app.deps, me, 'p1', theirs), reasonIs('programme-gone'));
    await assert.rejects(
      reachOf(app.deps, coordinatorFor(people[0]!), 'p1', { kind: 'all' }),
      reasonIs('programme-gone'),
    );
  });
});

describe('a group that was deleted', () => {
  it('is named, and the others get the call', async () => {
    const { app, people, me } = await office(3);
    withGroup(app, [people[0]!.id]);
    const audience: Audience = { kind: 'rules', any: [{ groups: [gone] }, { groups: [group] }], except: [] };
    assert.deepEqual((await reachOf(app.deps, me, 'p1', audience)).goneGroups, ['Old network']);
    await sendCall(app.deps, me, 'p1', aCall({ audience }));
    await app.run();
    assert.deepEqual(cards(app, people), [1, 0, 0]);
    assert.deepEqual(
      (await callReports(app.deps, me, 'p1')).map(({ goneGroups }) => goneGroups),
      [['Old network']],
    );
  });

  it('that was to be left out stops the call: nobody is asked who should not be', async () => {
    const { app, people, me } = await office(3);
    withGroup(app, []);
    const audience: Audience = { kind: 'rules', any: [{ departments: ['Finance'] }], except: [{ groups: [gone] }] };
    assert.deepEqual((await reachOf(app.deps, me, 'p1', audience)).goneExceptions, ['Old network']);
    await sendCall(app.deps, me, 'p1', aCall({ audience }));
    await app.run();
    assert.deepEqual(cards(app, people), [0, 0, 0]);
    assert.deepEqual((await callReports(app.deps, me, 'p1'))[0]?.goneExceptions, ['Old network']);
  });
});

describe('whoever is away', () => {
  const awayFor = (app: TestApp, away: Record<string, { from: number; until: number }>): void =>
    void Object.assign(app.deps.directory, {
      workingHours: async (id: string) => ({ ...usualHours, ...(away[id] ? { away: away[id] } : {}) }),
    });

  it('until after the last day is left out, with the reason; whoever is back before gets it then', async () => {
    const { app, people, me } = await office(4);
    const now = app.clock.now();
    awayFor(app, {
      [people[0]!.id]: { from: now - day, until: now + 90 * day },
      [people[1]!.id]: { from: now - day, until: now + 7 * day },
      [people[2]!.id]: { from: now + 3 * day, until: now + 90 * day },
    });
    await sendCall(app.deps, me, 'p1', aCall());
    await app.run();
    assert.deepEqual(cards(app, people), [0, 0, 1, 1], 'who is here now can answer now');
    app.pass({ days: 7, hours: 1 });
    await app.run();
    assert.deepEqual(cards(app, people), [0, 1, 1, 1]);
    assert.deepEqual(
      (await callReports(app.deps, me, 'p1')).map(({ away }) => away),
      [{ kind: 'under-5' }],
    );
  });
});

describe('the limit of the organisation', () => {
  it('counts all programmes of the last twelve months, and protects who is asked most', async () => {
    const { app, people, me } = await office(3);
    const now = app.clock.now();
    const asked = async (personId: string, programmeId: string, at: number): Promise<void> => {
      await app.deps.tables.commit([invitedTo.put(personId, programmeId, { programmeId, at })]);
      const invitation = { programmeId, personId, callId: 'c', at };
      await app.deps.tables.commit([invitations.create(programmeId, personId, invitation)]);
    };
    for (const id of ['p1', 'p2', 'p3']) await app.deps.tables.commit([programmeIndex.put('programmes', id, { id })]);
    for (const id of ['p2', 'p3']) await asked(people[0]!.id, id, now - 30 * day);
    await asked(people[1]!.id, 'p2', now - 300 * day);
    await asked(people[1]!.id, 'p3', now - 400 * day);
    const { leftOut } = await reachOf(app.deps, me, 'p1', aCall().audience);
    assert.deepEqual(leftOut, [{ why: 'asked-enough', people: { kind: 'under-5' } }]);
    await sendCall(app.deps, me, 'p1', aCall());
    await app.run();
    assert.deepEqual(cards(app, people), [0, 1, 1]);
    assert.deepEqual((await callReports(app.deps, me, 'p1'))[0]?.askedEnough, { kind: 'under-5' });
  });
});

describe('whoever leaves between audience and sending', () => {
  it('gets nothing, is shown with the reason, and the others get theirs', async () => {
    const { app, people, me } = await office(3);
    app.pass({ hours: 10 });
    await sendCall(app.deps, me, 'p1', aCall());
    await app.run();
    await app.addPeople({ ...people[1]!, leftAt: app.clock.now() });
    app.pass({ hours: 14 });
    await app.run();
    assert.deepEqual(cards(app, people), [1, 0, 1]);
    assert.deepEqual((await outcomeOf(app.deps, 'p1')).notReached, [{ reason: 'left', count: 1 }]);
  });
});

describe('an audience that is kept', () => {
  it('is there for the programme, or for every one; the same name takes its place', async () => {
    const { app, people, me } = await office(1);
    await addProgramme(app, people[0]!, { id: 'p2' });
    const draft = { name: 'Finance', audience: { kind: 'chosen', departments: ['Finance'] } } as const;
    const audience: Audience = { kind: 'chosen', departments: ['Finance'] };
    const own = await saveAudience(app.deps, me, 'p1', { ...draft, audience, scope: 'programme' });
    await saveAudience(app.deps, me, 'p1', { name: 'All', audience: { kind: 'everybody' }, scope: 'organisation' });
    const again = await saveAudience(app.deps, me, 'p1', { ...own, audience: { kind: 'everybody' } });
    assert.equal(again.id, own.id);
    const names = async (who: typeof me, id: string) =>
      (await savedAudiences(app.deps, who, id)).map(({ name }) => name);
    assert.deepEqual(await names(me, 'p1'), ['All', 'Finance']);
    assert.deepEqual(await names(coordinatorFor(people[0]!), 'p2'), ['All']);
    await forgetAudience(app.deps, me, 'p1', own.id);
    await forgetAudience(app.deps, me, 'p1', own.id);
    assert.deepEqual(await names(me, 'p1'), ['All']);
  });

  it('stays with the programme when it asks its participants', async () => {
    const { app, me } = await office(1);
    const audience: Audience = {
      kind: 'chosen',
      participants: { programmeId: 'p1', roles: ['mentor'], stages: ['paired'] },
    };
    const wish = { name: 'Mentors', audience, scope: 'organisation' } as const;
    await assert.rejects(saveAudience(app.deps, me, 'p1', wish), reasonIs('audience-of-programme'));
  });
});
