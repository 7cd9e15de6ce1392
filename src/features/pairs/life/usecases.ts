/** A pair pauses, goes on and ends: by either partner, without blame, and the other is told kindly. */
import { isFailure } from '../../../platform/errors.ts';
import { idOf, newId } from '../../../platform/ids.ts';
import type { NewTask } from '../../../platform/outbox.ts';
import type { Platform } from '../../../platform/platform.ts';
import type { Change, Row } from '../../../platform/tables.ts';
import { partnerOf, type Pair, type PartingReason } from '../model.ts';
import { mayEnd, mayPause, mayResume } from '../policy.ts';
import { changePair, partings } from '../store.ts';
import { findPair, pairFor } from '../usecases.ts';

/** All three give the pair as it is then: what is already so, or not theirs to change, stays as it is. */
export async function pausePair(deps: Platform, who: string, programmeId: string, pairId: string): Promise<Pair> {
  const row = await pairFor(deps, who, programmeId, pairId);
  if (!mayPause(who, row.value)) return row.value;
  return change(
    deps,
    row,
    { ...row.value, state: 'paused', pausedBy: who },
    {
      follow: [tellPartner(deps, row.value, who), restTask(deps, row.value)],
    },
  );
}

export async function resumePair(deps: Platform, who: string, programmeId: string, pairId: string): Promise<Pair> {
  const row = await pairFor(deps, who, programmeId, pairId);
  if (!mayResume(who, row.value)) return row.value;
  const { pausedBy: _, ...rest } = row.value;
  return change(
    deps,
    row,
    { ...rest, state: 'active' },
    {
      follow: [tellPartner(deps, row.value, who)],
    },
  );
}

/** The reason is counted without the pair, the person and the moment. */
export async function endPair(
  deps: Platform,
  who: string,
  programmeId: string,
  pairId: string,
  why: PartingReason = 'not-said',
): Promise<Pair> {
  const row = await pairFor(deps, who, programmeId, pairId);
  if (!mayEnd(who, row.value)) return row.value;
  const { pausedBy: _, ...rest } = row.value;
  const next: Pair = { ...rest, state: 'ended', endedAt: deps.clock.now() };
  const follow = [
    tellPartner(deps, row.value, who),
    { id: idOf('pairs.close', pairId), job: 'pairs.close', data: { programmeId, pairId } },
  ];
  return change(deps, row, next, {
    follow,
    more: [partings.create(programmeId, newId(), { what: 'ended', why })],
  });
}

/** What the partner is told is what is true when the card leaves; one card for each change. */
function tellPartner(deps: Platform, one: Pair, who: string): NewTask {
  const at = String(deps.clock.now());
  const data = { programmeId: one.programmeId, pairId: one.id, personId: partnerOf(one, who), at };
  return { id: idOf('pairs.tellChange', one.id, at), job: 'pairs.tellChange', data };
}

/** What others do when a pair pauses. */
function restTask(deps: Platform, { programmeId, id: pairId }: Pair): NewTask {
  const id = idOf('pairs.rest', pairId, String(deps.clock.now()));
  return { id, job: 'pairs.rest', data: { programmeId, pairId } };
}

async function change(
  deps: Platform,
  row: Row<Pair>,
  next: Pair,
  { follow, more = [] }: { readonly follow: readonly NewTask[]; readonly more?: readonly Change[] },
): Promise<Pair> {
  try {
    await deps.outbox.commit([...(await changePair(deps.tables, row, next)), ...more], follow);
    return next;
  } catch (error) {
    if (!isFailure(error, 'conflict')) throw error;
    return (await findPair(deps, next.programmeId, next.id)) ?? next;
  }
}
