/** Runs: a coordinator orders a proposal, a worker computes it, and everybody of the team sees how far it is. */
import type { Caller } from '../../../platform/doors.ts';
import { Failure, isFailure } from '../../../platform/errors.ts';
import { idFor, idOf } from '../../../platform/ids.ts';
import { describeError } from '../../../platform/log.ts';
import type { Platform } from '../../../platform/platform.ts';
import type { Row } from '../../../platform/tables.ts';
import { findPerson } from '../../people/usecases.ts';
import { coordinatedProgramme } from '../../programmes/usecases.ts';
import { adjustProposal, makeProposal, requireAdjustable, type Tell } from '../proposals/usecases.ts';
import type { Proposal } from '../model.ts';
import { runs } from '../store.ts';
import type { Order, Run, ShownRun } from './model.ts';
import { isGoing } from './rules.ts';

/** Orders a proposal, or a change of the one with this id. Conflict while another run is going. */
export async function startRun(
  deps: Platform,
  caller: Caller,
  programmeId: string,
  order: Order,
  proposalId?: string,
): Promise<ShownRun> {
  await coordinatedProgramme(deps, caller, programmeId);
  if (order.change) await requireAdjustable(deps, programmeId, proposalId ?? '', order.change);
  const before = await runs.find(deps.tables, programmeId, 'own');
  const [id, seenAt] = [idFor(caller, 'run'), deps.clock.machine()];
  if (before?.value.id === id) return shownRun(deps, before.value);
  if (before && isGoing(before.value, seenAt)) throw new Failure('conflict', 'run-going');
  const made: Run = {
    ...{ id, state: 'running', step: 'waiting', share: 0, by: caller.personId, at: deps.clock.now(), seenAt, order },
    ...(proposalId === undefined ? {} : { proposalId }),
  };
  const follow = { id: idOf('matching.compute', id), job: 'matching.compute', data: { programmeId, runId: id } };
  const change = before ? runs.replace(before, made) : runs.create(programmeId, 'own', made);
  await deps.outbox.commit([change], [follow]).catch((error: unknown) => {
    throw isFailure(error, 'conflict') ? new Failure('conflict', 'run-going', { cause: error }) : error;
  });
  return shownRun(deps, made);
}

/** How far the last run is; nothing before the first. */
export async function viewRun(deps: Platform, caller: Caller, programmeId: string): Promise<{ run?: ShownRun }> {
  await coordinatedProgramme(deps, caller, programmeId);
  return lastRun(deps, programmeId);
}

/** The same for whoever was let in already. */
export async function lastRun(deps: Platform, programmeId: string): Promise<{ run?: ShownRun }> {
  const found = await runs.find(deps.tables, programmeId, 'own');
  return found ? { run: await shownRun(deps, found.value) } : {};
}

async function shownRun(deps: Platform, one: Run): Promise<ShownRun> {
  const { seenAt: _, order: __, ...rest } = one;
  return { ...rest, byName: (await findPerson(deps, one.by))?.name ?? '…' };
}

/** The worker's part. A run that is over, or has made way for another, is left as it is; a Failure ends it with its reason. */
export async function computeRun(deps: Platform, programmeId: string, runId: string): Promise<void> {
  const row = await runs.find(deps.tables, programmeId, 'own');
  if (row?.value.id !== runId || row.value.state !== 'running') return;
  const teller = tellerOf(deps, row);
  try {
    const made = await perform(deps, programmeId, row.value, teller.tell);
    await teller.write({ state: 'done', proposalId: made.id, share: 1 });
  } catch (error) {
    // Storage or the vault is away: the worker tries again.
    if (isFailure(error, 'unavailable')) throw error;
    if (!isFailure(error)) deps.log.error(describeError(error), 'a proposal could not be computed');
    await teller.write({ state: 'failed', reason: isFailure(error) ? error.reason : 'run-failed' });
  }
}

async function perform(deps: Platform, programmeId: string, run: Run, tell: Tell): Promise<Proposal> {
  const caller = { personId: run.by };
  const { change, aims, look } = run.order;
  const id = idOf('proposal', run.id);
  if (!change) return makeProposal(deps, caller, programmeId, { id, aims, look, tell });
  return (await adjustProposal(deps, caller, programmeId, run.proposalId ?? '', { ...change, id, look, tell }))
    .proposal;
}

const mostTurns = 8;

/** Writes the run on, in turn. Whoever lost the row to another run has nothing to tell any more. */
function tellerOf(deps: Platform, first: Row<Run>) {
  let row: Row<Run> | undefined = first;
  let turn: Promise<void> = Promise.resolve();
  const now = async (more: Partial<Run>, turns = 1): Promise<void> => {
    if (!row) return;
    const value: Run = { ...row.value, ...more, seenAt: deps.clock.machine() };
    try {
      const etag = await deps.tables.commit([runs.replace(row, value)]);
      row = etag === undefined ? await mine(value.id) : { ...row, value, etag };
    } catch (error) {
      if (!isFailure(error, 'conflict')) throw error;
      // Written meanwhile, and still the same run: it is told on the row as it is now.
      row = await mine(value.id);
      if (row && turns < mostTurns) return now(more, turns + 1);
    }
  };
  const mine = async (id: string): Promise<Row<Run> | undefined> => {
    const found = await runs.find(deps.tables, first.partition, 'own');
    return found?.value.id === id ? found : undefined;
  };
  const write = (more: Partial<Run>): Promise<void> => (turn = turn.catch(() => undefined).then(() => now(more)));
  return { write, tell: (step: Run['step'], share = 0) => write({ step, share }) };
}
