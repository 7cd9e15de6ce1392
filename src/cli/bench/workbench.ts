/**
 * What a coordinator waits for: a proposal ordered and computed by the worker, a change by hand, the page. With real storage (the
 * emulator), one run each; beyond the engine it counts reading the applications and keeping the rows.
 */
import { addCrowd, type CrowdSize } from '../../../test/features/matching/crowd.ts';
import { aProgramme, coordinator } from '../../../test/features/pairs/journey.ts';
import { matchingJobs } from '../../features/matching/jobs.ts';
import { compareProposals, listPairs, startRun, viewMatching, viewScarcity } from '../../features/matching/usecases.ts';
import type { Figures } from '../bench.ts';
import { workbenchPageFigures } from './workbench-page.ts';

export async function benchWorkbench(): Promise<Figures> {
  const all: Record<string, number> = {};
  for (const size of [
    { mentees: 300, mentors: 200 },
    { mentees: 900, mentors: 600 },
  ])
    Object.assign(all, await figuresOf(size));
  return { ...all, ...(await workbenchPageFigures()) };
}

async function figuresOf(size: CrowdSize): Promise<Figures> {
  const { app, programmeId } = await aProgramme({}, matchingJobs);
  await addCrowd(app, programmeId, size);
  const { deps } = app;
  const stall = longestStall();
  const made = await timed(async () => {
    await startRun(deps, coordinator, programmeId, {});
    await app.run();
  });
  const stalled = stall();
  const view = await timed(() => viewMatching(deps, coordinator, programmeId));
  const before = view.result.proposal;
  const at = { programmeId, proposalId: before?.id ?? '' };
  const rows = await timed(() => listPairs(deps, coordinator, at, {}));
  const found = await timed(() => listPairs(deps, coordinator, at, { search: 'amina', sort: 'mentor' }));
  const again = await timed(() => listPairs(deps, coordinator, at, { search: 'amina p', sort: 'mentor' }));
  const scarce = await timed(() => viewScarcity(deps, coordinator, programmeId));
  const pair = rows.result.rows[0];
  if (!before?.proven || !pair) throw new Error('there is no proposal that is proven');
  const { menteeId, mentorId } = pair;
  const change = { what: 'sent-back', menteeId, mentorId, why: 'To see what it takes.' } as const;
  const changed = await timed(async () => {
    await startRun(deps, coordinator, programmeId, { change }, before.id);
    await app.run();
  });
  const after = (await viewMatching(deps, coordinator, programmeId)).proposal;
  if (!after || after.id === before.id) throw new Error('the change was not made');
  const ids = { before: before.id, after: after.id };
  const compared = await timed(() => compareProposals(deps, coordinator, programmeId, ids));
  const name = `${size.mentees}x${size.mentors}`;
  return {
    [`workbench-run-ms-${name}`]: made.ms,
    [`workbench-change-ms-${name}`]: changed.ms,
    [`workbench-page-ms-${name}`]: view.ms,
    [`workbench-page-kb-${name}`]: JSON.stringify(view.result).length / 1024,
    [`workbench-rows-ms-${name}`]: rows.ms,
    [`workbench-rows-kb-${name}`]: JSON.stringify(rows.result).length / 1024,
    [`workbench-search-ms-${name}`]: found.ms,
    [`workbench-search-again-ms-${name}`]: again.ms,
    [`workbench-scarcity-ms-${name}`]: scarce.ms,
    [`workbench-compare-ms-${name}`]: compared.ms,
    [`workbench-stall-ms-${name}`]: stalled,
  };
}

async function timed<T>(work: () => Promise<T>): Promise<{ readonly ms: number; readonly result: T }> {
  const begun = performance.now();
  const result = await work();
  return { ms: performance.now() - begun, result };
}

/** For how long nothing else could run in this process, at most, until it is asked. */
function longestStall(): () => number {
  const everyMs = 10;
  let [last, most] = [performance.now(), 0];
  const look = (): void => {
    const now = performance.now();
    [last, most] = [now, Math.max(most, now - last - everyMs)];
  };
  const timer = setInterval(look, everyMs);
  return () => {
    clearInterval(timer);
    return most;
  };
}
