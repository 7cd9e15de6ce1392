/** Who waits for a match now, or is in the draft that counts: how many, and where topics are scarce. */
import type { Caller } from '../../../platform/doors.ts';
import type { Platform } from '../../../platform/platform.ts';
import { coordinatedProgramme } from '../../programmes/usecases.ts';
import { whoWaits } from '../facts/usecases.ts';
import type { Proposal } from '../model.ts';
import { currentOf } from '../proposals/usecases.ts';
import { changesIn, countsOf } from '../rules.ts';
import { overrides, proposals, scarcities } from '../store.ts';
import type { Scarcity, WaitingPool } from './model.ts';
import { scarcityOf } from './rules.ts';

export async function viewWaiting(deps: Platform, caller: Caller, programmeId: string): Promise<WaitingPool> {
  await coordinatedProgramme(deps, caller, programmeId);
  const { head } = await currentOf(deps, programmeId);
  const { pool, notReady } = await poolNow(deps, programmeId, head?.value);
  return { ...countsOf(pool), ...(notReady > 0 ? { notReady } : {}) };
}

/** Of a draft as it was computed: its pool is not read again, which takes seconds where it is large. */
export async function viewScarcity(deps: Platform, caller: Caller, programmeId: string): Promise<Scarcity> {
  await coordinatedProgramme(deps, caller, programmeId);
  const { head } = await currentOf(deps, programmeId);
  const ofDraft =
    head?.value.state === 'draft' ? await scarcities.find(deps.tables, programmeId, head.value.id) : undefined;
  return ofDraft?.value ?? scarcityOf((await poolNow(deps, programmeId, head?.value)).pool);
}

async function poolNow(deps: Platform, programmeId: string, head: Proposal | undefined): ReturnType<typeof whoWaits> {
  const [heads, told] = await Promise.all([
    proposals.list(deps.tables, programmeId),
    overrides.list(deps.tables, programmeId),
  ]);
  const [all, every] = [heads.map((one) => one.value), told.map((one) => one.value)];
  return whoWaits(deps, programmeId, changesIn(head, all, every));
}
