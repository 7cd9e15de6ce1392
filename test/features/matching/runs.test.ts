import assert from 'node:assert/strict';
import { matchingJobs } from '../../../src/features/matching/jobs.ts';
import { makeProposal, startRun, viewMatching, viewRun } from '../../../src/features/matching/usecases.ts';
import { computeRun } from '../../../src/features/matching/runs/usecases.ts';
import { addCoordinator } from '../../../src/features/programmes/usecases.ts';
import { isFailure } from '../../../src/platform/errors.ts';
import { callerFor, aPerson } from '../../support/app.ts';
import { aProgramme, colleague, coordinator } from '../pairs/journey.ts';
import { pairsNow } from './proposed.ts';
import { addCrowd, type CrowdSize } from './crowd.ts';

async function aCrowd(size: CrowdSize = { mentees: 12, mentors: 8 }) {
  const all = await aProgramme({}, matchingJobs);
  const { app, programmeId } = all;
  await addCoordinator(app.deps, coordinator, programmeId, colleague.personId);
  await addCrowd(app, programmeId, size);
  return { ...all, deps: app.deps };
}

describe('a run', () => {
  it('is computed by the worker, and everybody of the team finds it again', async () => {
    const { app, deps, programmeId } = await aCrowd();
    const begun = await startRun(deps, coordinator, programmeId, {});
    assert.deepEqual([begun.state, begun.step], ['running', 'waiting']);
    assert.equal((await viewRun(deps, colleague, programmeId)).run?.id, begun.id);
    assert.equal(await app.run(), 1);
    const { run, proposal } = await viewMatching(deps, colleague, programmeId);
    assert.deepEqual([run?.state, run?.byName, run?.proposalId], ['done', 'Person 900', proposal?.id]);
    assert.equal((await pairsNow(deps, programmeId)).length, proposal?.counts.matched);
  });

  it('is one at a time: of two coordinators one wins, and the other is told', async () => {
    const { app, deps, programmeId } = await aCrowd();
    const both = await Promise.allSettled([coordinator, colleague].map((who) => startRun(deps, who, programmeId, {})));
    const lost = both.flatMap((one) => (one.status === 'rejected' ? [one.reason as unknown] : []));
    assert.equal(lost.length, 1);
    assert.ok(isFailure(lost[0], 'conflict') && lost[0].reason === 'run-going');
    await app.run();
    assert.equal((await viewMatching(deps, coordinator, programmeId)).drafts.length, 1);
  });

  it('that gave no sign of life makes way for another, and writes nothing when it wakes up', async () => {
    const { app, deps, programmeId } = await aCrowd();
    const first = await startRun(deps, coordinator, programmeId, {});
    app.rest({ hours: 1 });
    const second = await startRun(deps, colleague, programmeId, {});
    await computeRun(deps, programmeId, first.id);
    assert.deepEqual((await viewRun(deps, coordinator, programmeId)).run, second);
    await app.run();
    assert.equal((await viewRun(deps, coordinator, programmeId)).run?.proposalId !== undefined, true);
  });

  it('makes nothing twice when its task is delivered twice', async () => {
    const { deps, programmeId } = await aCrowd();
    const { id } = await startRun(deps, coordinator, programmeId, {});
    await computeRun(deps, programmeId, id);
    await computeRun(deps, programmeId, id);
    assert.equal((await viewMatching(deps, coordinator, programmeId)).drafts.length, 1);
  });

  it('ends with its reason when somebody else was faster', async () => {
    const { app, deps, programmeId } = await aCrowd();
    const proposal = await makeProposal(deps, coordinator, programmeId);
    const [pair] = await pairsNow(deps, programmeId);
    const change = {
      what: 'sent-back',
      menteeId: pair!.menteeId,
      mentorId: pair!.mentorId,
      why: 'Neighbours',
    } as const;
    await startRun(deps, colleague, programmeId, { change }, proposal.id);
    const other = await makeProposal(deps, coordinator, programmeId);
    await app.run();
    const { run, proposal: counts, changes } = await viewMatching(deps, coordinator, programmeId);
    assert.deepEqual([run?.state, run?.reason], ['failed', 'proposal-changed']);
    assert.deepEqual([counts?.id, changes.length], [other.id, 0]);
  });

  it('of many people runs in a thread, with the same answer, and tells its steps on the way', async () => {
    const { app, deps, programmeId } = await aCrowd({ mentees: 160, mentors: 130 });
    await startRun(deps, coordinator, programmeId, {});
    const seen = new Set<string>();
    let isOver = false;
    const watch = (async () => {
      while (!isOver) seen.add((await viewRun(deps, coordinator, programmeId)).run?.step ?? '');
    })();
    await app.run();
    isOver = true;
    await watch;
    const first = await viewMatching(deps, coordinator, programmeId);
    assert.equal(first.run?.state, 'done');
    assert.equal(first.proposal?.proven, true);
    assert.ok(seen.has('comparing') && seen.size >= 3, [...seen].join());
  }).timeout(300_000);

  it('is nothing for anybody but the coordinators', async () => {
    const { deps, programmeId } = await aCrowd();
    const other = callerFor(aPerson(1));
    await assert.rejects(startRun(deps, other, programmeId, {}), /programme-gone/);
    await assert.rejects(viewRun(deps, other, programmeId), /programme-gone/);
  });
});
