import assert from 'node:assert/strict';
import { viewMatching } from '../../../src/features/matching/usecases.ts';
import { makeProposal, publishProposal } from '../../../src/features/matching/usecases.ts';
import { proposedPairsOf } from '../../../src/features/matching/usecases.ts';
import { pairsJobs } from '../../../src/features/pairs/jobs.ts';
import { answerOffer } from '../../../src/features/pairs/offers/usecases.ts';
import { pairsOfProgramme } from '../../../src/features/pairs/usecases.ts';
import {
  applyPageOf,
  returnToApplication,
  saveApplication,
  withdrawApplication,
} from '../../../src/features/recruitment/applying/usecases.ts';
import { sendCall } from '../../../src/features/recruitment/calls/usecases.ts';
import { recruitmentJobs } from '../../../src/features/recruitment/jobs.ts';
import type { Role } from '../../../src/features/recruitment/model.ts';
import { letApplyUntil, lookOn, roundsPageOf } from '../../../src/features/recruitment/rounds/usecases.ts';
import { applications } from '../../../src/features/recruitment/store.ts';
import { applicationOf } from '../../../src/features/recruitment/usecases.ts';
import { usualHours } from '../../../src/features/people/rules.ts';
import { addProgramme, someAnswers } from '../../support/applications.ts';
import { aPerson, callerFor, coordinatorFor, testApp, type TestApp } from '../../support/app.ts';
import { aCall, coordinator, office, reasonIs } from './office.ts';

const me = coordinatorFor(coordinator);
const person = (number: number) => callerFor(aPerson(number));

const apply = (app: TestApp, number: number, role: Role = 'mentee', over = {}) =>
  saveApplication(app.deps, person(number), 'p1', { answers: someAnswers({ role, ...over }), apply: true });

const pageOf = (app: TestApp, number: number) => applyPageOf(app.deps, person(number), 'p1');
const listOf = async (app: TestApp) => (await roundsPageOf(app.deps, me, 'p1')).waiting;
const told = (app: TestApp, number: number): string => JSON.stringify(app.cardsTo(aPerson(number).id).at(-1)?.body);

/** A call until the last of March, with everything that pairs need as well. */
async function begun(count: number) {
  const jobs = [...recruitmentJobs([]), ...pairsJobs({ active: [], ended: [] })];
  const app = await testApp({ jobs });
  Object.assign(app.deps, { directory: { workingHours: async () => usualHours } });
  await app.addPeople(...Array.from({ length: count }, (_, at) => aPerson(at + 1)), {
    ...coordinator,
    department: 'HR',
  });
  await addProgramme(app, coordinator, { stage: 'recruit' });
  await sendCall(app.deps, me, 'p1', aCall({ audience: { kind: 'departments', departments: ['Nobody'] } }));
  await app.run();
  return app;
}

async function publish(app: TestApp) {
  const proposal = await makeProposal(app.deps, me, 'p1');
  await publishProposal(app.deps, me, 'p1', proposal.id);
  await app.run();
  return proposedPairsOf(app.deps, 'p1', proposal.id);
}

describe('the waiting list', function () {
  this.timeout(300_000);

  it('is where one stands after the last day, with what that means, and out of the match', async () => {
    const app = await begun(3);
    await apply(app, 1);
    await apply(app, 3, 'mentor');
    app.pass({ days: 41 });
    const before = await pageOf(app, 2);
    assert.deepEqual([before.open, before.joinsList, before.looksOn], [false, true, '2026-04-28']);
    assert.equal((await apply(app, 2)).status, 'waiting');
    const page = await pageOf(app, 2);
    assert.deepEqual([page.status, page.waits, page.looksLate], ['waiting', 'late', false]);
    assert.deepEqual(
      (await listOf(app)).map(({ person: one, why }) => [one.name, why]),
      [['Person 2', 'late']],
    );
    const pairs = await publish(app);
    assert.deepEqual(
      pairs.map(({ menteeId }) => menteeId),
      [aPerson(1).id],
    );
    assert.ok(!JSON.stringify(await listOf(app)).includes('At"'), 'no times, so no rank');
  });

  it('is left in one press at any time, and a slip is taken back as it was', async () => {
    const app = await begun(1);
    app.pass({ days: 41 });
    await apply(app, 1);
    assert.equal((await withdrawApplication(app.deps, person(1), 'p1')).status, 'withdrawn');
    assert.deepEqual(await listOf(app), []);
    assert.equal((await returnToApplication(app.deps, person(1), 'p1')).status, 'waiting');
    assert.equal((await listOf(app)).length, 1);
  });

  it('is taken into a round that becomes longer, by a call or by the day, and everybody is told once', async () => {
    const app = await begun(2);
    app.pass({ days: 41 });
    await Promise.all([apply(app, 1), apply(app, 2)]);
    await sendCall(
      app.deps,
      me,
      'p1',
      aCall({ ...{ closesOn: '2026-04-30' }, audience: { kind: 'departments', departments: ['No'] } }),
    );
    app.pass({ hours: 1 });
    await app.run();
    for (const number of [1, 2]) {
      assert.equal((await pageOf(app, number)).status, 'applied');
      assert.equal(app.cardsTo(aPerson(number).id).length, 1);
      assert.match(told(app, number), /You were on the waiting list/);
    }
    await assert.rejects(letApplyUntil(app.deps, me, 'p1', '2026-04-29'), reasonIs('round-not-shorter'));
    await letApplyUntil(app.deps, me, 'p1', '2026-05-10');
    await app.run();
    assert.equal(app.cardsTo(aPerson(1).id).length, 1, 'who was in it already is told nothing');
  });

  it('reminds coordinators on the day that people read, unless it was put off or nobody waits', async () => {
    const app = await begun(1);
    app.pass({ days: 41 });
    await apply(app, 1);
    await lookOn(app.deps, me, 'p1', '2026-05-04');
    app.pass({ days: 16 });
    await app.run();
    assert.equal(app.cardsTo(coordinator.id).length, 0, 'the usual day was put off');
    app.pass({ days: 8 });
    await app.run();
    assert.equal(app.cardsTo(coordinator.id).length, 1);
    assert.match(JSON.stringify(app.cardsTo(coordinator.id)), /1 person waits/);
    assert.equal((await pageOf(app, 1)).looksLate, true);
    await assert.rejects(lookOn(app.deps, me, 'p1', '2026-03-20'), reasonIs('look-too-early'));
  });

  it('cannot be joined once the programme is over', async () => {
    const { app, me: own, who } = await office(1);
    await sendCall(app.deps, own, 'p1', aCall());
    const found = await import('../../../src/features/programmes/store.ts');
    const row = (await found.programmes.find(app.deps.tables, 'p1', found.onlyRow))!;
    await app.deps.tables.commit([found.programmes.replace(row, { ...row.value, stage: 'close' })]);
    await assert.rejects(
      saveApplication(app.deps, who, 'p1', { answers: someAnswers(), apply: true }),
      reasonIs('applying-over'),
    );
  });
});

describe('who was not matched', function () {
  this.timeout(300_000);

  it('comes first in the next round, before somebody who would fit better, and the coordinator reads why', async () => {
    const app = await begun(4);
    await apply(app, 1);
    await apply(app, 2);
    await apply(app, 4, 'mentor');
    const [pair] = await publish(app);
    const left = pair!.menteeId === aPerson(1).id ? 2 : 1;
    assert.deepEqual(
      (await listOf(app)).map(({ person: one, why, waited }) => [one.id, why, waited]),
      [[aPerson(left).id, 'unmatched', true]],
    );
    const next = '2026-09-01';
    app.pass({ days: 90 });
    await letApplyUntil(app.deps, me, 'p1', next);
    await app.run();
    const round = await roundsPageOf(app.deps, me, 'p1');
    assert.deepEqual([round.number, round.applying, round.closesOn], [2, 'open', next]);
    // New, and a better match for the new mentor in everything.
    const same = { values: ['honesty', 'care'], interests: ['music', 'art'], ambitions: ['lead-a-team'] } as const;
    await apply(app, 3, 'mentee', same);
    await app.addPeople(aPerson(5));
    await apply(app, 5, 'mentor', same);
    const [second] = await publish(app);
    assert.deepEqual([second?.menteeId, second?.waited], [aPerson(left).id, true]);
    const { proposal } = await viewMatching(app.deps, me, 'p1');
    assert.deepEqual([proposal?.counts.waited, proposal?.counts.waitedMatched], [1, 1]);
    assert.equal((await roundsPageOf(app.deps, me, 'p1')).applying, 'list', 'the second round is matched');
  });

  it('is not first any more once a pair begins, in no programme', async () => {
    const app = await begun(3);
    await apply(app, 1);
    await apply(app, 2);
    await apply(app, 3, 'mentor', { capacity: 1 });
    const [pair] = await publish(app);
    const left = pair!.menteeId === aPerson(1).id ? 2 : 1;
    await addProgramme(app, coordinator, { id: 'p2' });
    const again = await saveApplication(app.deps, person(left), 'p2', { answers: someAnswers(), apply: true });
    assert.equal(again.waited, true, 'in another programme they come first too');
    await app.addPeople(aPerson(4));
    app.pass({ days: 90 });
    await letApplyUntil(app.deps, me, 'p1', '2026-09-01');
    await apply(app, 4, 'mentor');
    await publish(app);
    const made = (await pairsOfProgramme(app.deps, 'p1')).find((one) => one.menteeId === aPerson(left).id)!;
    await answerOffer(app.deps, made.menteeId, 'p1', made.id, { said: 'yes' });
    await answerOffer(app.deps, made.mentorId, 'p1', made.id, { said: 'yes' });
    await app.run();
    for (const programme of ['p1', 'p2'])
      assert.equal((await applicationOf(app.deps, programme, aPerson(left).id))?.waited, false, programme);
    assert.ok((await applicationOf(app.deps, 'p1', aPerson(left).id))?.begunAt);
  });

  it('comes first also after the other’s no, and not after the own', async () => {
    const app = await begun(2);
    await apply(app, 1);
    await apply(app, 2, 'mentor');
    await publish(app);
    const [pair] = await pairsOfProgramme(app.deps, 'p1');
    await answerOffer(app.deps, pair!.menteeId, 'p1', pair!.id, { said: 'yes' });
    await answerOffer(app.deps, pair!.mentorId, 'p1', pair!.id, { said: 'no' });
    await app.run();
    const waited = await Promise.all(
      [pair!.menteeId, pair!.mentorId].map(async (id) => (await applicationOf(app.deps, 'p1', id))?.waited),
    );
    assert.deepEqual(waited, [true, false]);
  });
});

describe('the order of applying', () => {
  /** The same ten people, who apply in the order of the numbers, hours apart. */
  async function proposalAfter(order: readonly number[]) {
    const app = await begun(10);
    for (const number of order) {
      const role = number > 6 ? 'mentor' : 'mentee';
      const topics = ['networking', 'visibility', 'conflict'] as const;
      const topic = { topic: topics[number % 3]!, level: 1 + (number % 3) };
      await apply(app, number, role, {
        sought: [topic],
        offered: [topic],
        languages: number % 2 ? ['en'] : ['en', 'fr'],
      });
      app.pass({ hours: 5 });
    }
    const rows = await applications.list(app.deps.tables, 'p1');
    assert.equal(new Set(rows.map(({ value }) => value.appliedAt)).size, 10);
    const proposal = await makeProposal(app.deps, me, 'p1');
    const pairs = await proposedPairsOf(app.deps, 'p1', proposal.id);
    return { counts: proposal.counts, score: proposal.score, pairs };
  }

  it('changes nothing in the proposal before the last day', async () => {
    const orders = [
      [1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
      [10, 9, 8, 7, 6, 5, 4, 3, 2, 1],
      [4, 9, 1, 7, 10, 2, 6, 3, 8, 5],
    ];
    const [first, ...others] = await Promise.all(orders.map(proposalAfter));
    assert.equal(first?.pairs.length, 4, 'six want one of four places');
    for (const other of others) assert.deepEqual(other, first);
  }).timeout(300_000);
});
