import assert from 'node:assert/strict';
import {
  viewMatching,
  adjustProposal,
  makeProposal,
  publishProposal,
} from '../../../src/features/matching/usecases.ts';
import { pairsOfProgramme } from '../../../src/features/pairs/usecases.ts';
import { aPerson, callerFor } from '../../support/app.ts';
import { anApplication, aProgramme, apply, colleague, coordinator } from '../pairs/journey.ts';
import { listsNow, pairsNow } from './proposed.ts';
import { addCoordinator } from '../../../src/features/programmes/usecases.ts';

const idOf = (number: number): string => aPerson(number).id;

async function fourPeople() {
  const all = await aProgramme();
  const { app, programmeId } = all;
  await addCoordinator(app.deps, coordinator, programmeId, colleague.personId);
  await apply(
    app,
    anApplication(programmeId, 1, 'mentee'),
    anApplication(programmeId, 2, 'mentee', {
      ratherNot: [idOf(501)],
      wishes: { department: 'any', picks: [idOf(502)] },
    }),
    anApplication(programmeId, 501, 'mentor'),
    anApplication(programmeId, 502, 'mentor'),
  );
  return { ...all, proposal: await makeProposal(app.deps, coordinator, programmeId) };
}

describe('a proposal', () => {
  it('matches everybody who can be, keeps to private wishes and never shows them', async () => {
    const { app, programmeId, proposal } = await fourPeople();
    assert.deepEqual([proposal.counts.matched, proposal.counts.places, proposal.proven], [2, 2, true]);
    const bench = await viewMatching(app.deps, coordinator, programmeId);
    const lists = await listsNow(app.deps, programmeId);
    assert.deepEqual(
      lists.pairs.rows.map((one) => [one.menteeId, one.mentorId]),
      [
        [idOf(1), idOf(501)],
        [idOf(2), idOf(502)],
      ],
    );
    assert.doesNotMatch(
      JSON.stringify([bench, lists]),
      /-asked|"part":"picks"|ratherNot|excluded|refused|"score":\d{3}\d/,
    );
  });

  it('is sent back with a reason that is logged, and the pair does not come back', async () => {
    const { app, programmeId, proposal } = await fourPeople();
    const wanted = { what: 'sent-back', menteeId: idOf(1), mentorId: idOf(501), why: 'They share an office.' } as const;
    const { proposal: next, cost } = await adjustProposal(app.deps, coordinator, programmeId, proposal.id, wanted);
    assert.equal(cost, 'a-match');
    const bench = await viewMatching(app.deps, coordinator, programmeId);
    assert.equal(bench.proposal?.id, next.id);
    assert.ok(
      !(await pairsNow(app.deps, programmeId)).some((one) => one.menteeId === idOf(1) && one.mentorId === idOf(501)),
    );
    assert.deepEqual(
      bench.changes.map(({ why, by }) => [why, by]),
      [['They share an office.', coordinator.personId]],
    );
    await assert.rejects(adjustProposal(app.deps, coordinator, programmeId, proposal.id, wanted), /proposal-changed/);
  });

  it('takes a mentor whom a coordinator chooses', async () => {
    const { app, programmeId } = await fourPeople();
    await apply(app, anApplication(programmeId, 503, 'mentor'));
    const proposal = await makeProposal(app.deps, coordinator, programmeId);
    const wanted = { what: 'chosen', menteeId: idOf(1), mentorId: idOf(503), why: 'Same field of work.' } as const;
    await adjustProposal(app.deps, coordinator, programmeId, proposal.id, wanted);
    const mine = (await pairsNow(app.deps, programmeId)).find((one) => one.menteeId === idOf(1));
    assert.deepEqual([mine?.mentorId, mine?.chosen], [idOf(503), true]);
  });

  it('is published once: the second coordinator learns who was first, and nothing is offered twice', async () => {
    const { app, programmeId, proposal } = await fourPeople();
    const both = await Promise.all(
      [coordinator, colleague].map((who) => publishProposal(app.deps, who, programmeId, proposal.id)),
    );
    assert.deepEqual(both.map(({ outcome }) => outcome).sort(), ['already-published', 'published']);
    assert.ok(both.find(({ outcome }) => outcome === 'already-published')?.by?.startsWith('Person 90'));
    await app.run();
    assert.equal((await pairsOfProgramme(app.deps, programmeId)).length, 2);
  });

  it('is nothing for anybody but the coordinators', async () => {
    const { app, programmeId, proposal } = await fourPeople();
    const other = callerFor(aPerson(1));
    await assert.rejects(viewMatching(app.deps, other, programmeId), /programme-gone/);
    await assert.rejects(publishProposal(app.deps, other, programmeId, proposal.id), /programme-gone/);
  });

  it('does not pair with a mentor who does not want to be shown by name', async () => {
    const { app, programmeId } = await aProgramme();
    await apply(
      app,
      anApplication(programmeId, 1, 'mentee'),
      anApplication(programmeId, 501, 'mentor', { mayShowName: false }),
    );
    assert.equal((await makeProposal(app.deps, coordinator, programmeId)).counts.matched, 0);
  });

  it('of 300 mentees and 200 mentors is kept whole, though it takes many batches', async () => {
    const { app, programmeId } = await aProgramme();
    const mentees = Array.from({ length: 300 }, (_, at) => anApplication(programmeId, at + 1, 'mentee'));
    const mentors = Array.from({ length: 200 }, (_, at) => anApplication(programmeId, at + 501, 'mentor'));
    await apply(app, ...mentees, ...mentors);
    const { counts } = await makeProposal(app.deps, coordinator, programmeId);
    const { pairs, leftOut } = await listsNow(app.deps, programmeId);
    assert.deepEqual([counts.matched, pairs.total, leftOut.total], [200, 200, 100]);
    assert.equal((await pairsNow(app.deps, programmeId)).length, 200);
  }).timeout(300_000);
});
