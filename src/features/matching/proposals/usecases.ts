/** A proposal is made, and made again with least change when a coordinator changes something by hand; each is kept as a draft. */
import type { Caller } from '../../../platform/doors.ts';
import { Failure, isFailure } from '../../../platform/errors.ts';
import { newId } from '../../../platform/ids.ts';
import type { Platform } from '../../../platform/platform.ts';
import type { Change, Row } from '../../../platform/tables.ts';
import { coordinatedProgramme, reachStage } from '../../programmes/usecases.ts';
import { noteRead } from '../../recruitment/choosing/reading/usecases.ts';
import { factsOf, partsOf } from '../facts/usecases.ts';
import type { MatchProblem } from '../engine/model.ts';
import type { PartsOf } from '../fairness/rules.ts';
import type { Sheet } from '../listing/model.ts';
import { sheetsOf } from '../listing/rules.ts';
import { usualAims, type CostInWords, type Override, type Proposal, type Aims } from '../model.ts';
import { mayAdjust, mayUse } from '../policy.ts';
import { changesIn, costInWords, isLargePool, problemFrom } from '../rules.ts';
import type { Adjustment, Step } from '../runs/model.ts';
import { answered } from '../solving/usecases.ts';
import {
  currentProposals,
  fairnessRows,
  leftOuts,
  overrides,
  proposals,
  proposedPairs,
  scarcities,
  sheets,
} from '../store.ts';
import { scarcityOf } from '../waiting/rules.ts';
import type { Computed } from './rules.ts';

const rowsInBatch = 100;

/** Told on the way: which step begins, and for `keeping` which share of it is done. */
export type Tell = (step: Step, share?: number) => Promise<void>;
const tellNobody: Tell = async () => undefined;

export interface Making {
  /** Of the work that makes it: done twice, it makes one. */
  readonly id?: string;
  readonly aims?: Aims | undefined;
  /** Kept as a draft, and not the proposal that counts. */
  readonly look?: boolean | undefined;
  readonly tell?: Tell;
}

/** For a run, which asked who may: computes and keeps a proposal, which then counts. Conflict when another was made meanwhile. */
export async function makeProposal(
  deps: Platform,
  caller: Pick<Caller, 'personId'>,
  programmeId: string,
  making: Making = {},
): Promise<Proposal> {
  const made = await madeBefore(deps, programmeId, making);
  if (made) return made;
  // A proposal shows who applied: from here on no criteria are written for this round.
  await noteRead(deps, programmeId, caller.personId);
  const before = await currentOf(deps, programmeId);
  const head = await compute(deps, { ...making, madeBy: caller.personId, programmeId, before });
  await keepHead(deps, head, before, { look: making.look });
  await reachStage(deps, programmeId, 'match');
  return head;
}

/** By an earlier try of the same run, whose end was not recorded. */
async function madeBefore(deps: Platform, programmeId: string, { id }: Making): Promise<Proposal | undefined> {
  const made = id === undefined ? undefined : (await proposals.find(deps.tables, programmeId, id))?.value;
  if (made) await reachStage(deps, programmeId, 'match');
  return made;
}

/** For a run too: changes a pair, or lets a mentee wait, with a written reason; the rest changes as little as it can. */
export async function adjustProposal(
  deps: Platform,
  caller: Pick<Caller, 'personId'>,
  programmeId: string,
  proposalId: string,
  { id, look, tell, ...wanted }: Adjustment & Pick<Making, 'id' | 'look' | 'tell'>,
): Promise<{ proposal: Proposal; cost: CostInWords }> {
  const before = await currentOf(deps, programmeId);
  const basis = before.head?.value;
  const made = await madeBefore(deps, programmeId, id === undefined ? {} : { id });
  // What it costs was written down with it.
  if (made) return { proposal: made, cost: 'nothing' };
  // Since it was ordered, somebody else may have changed or published it.
  if (basis?.id !== proposalId || basis.state !== 'draft') throw new Failure('conflict', 'proposal-changed');
  const at = deps.clock.now();
  const change: Override = { ...wanted, proposalId, by: caller.personId, at, cost: 'nothing' };
  const making = { ...(tell ? { tell } : {}), ...(id === undefined ? {} : { id }) };
  const head = await compute(deps, { ...making, madeBy: caller.personId, programmeId, before, change });
  const cost = costBetween(basis, head);
  const object = `programme:${programmeId}`;
  await deps.audit.note({ who: caller.personId, what: 'override', object, outcome: wanted.what });
  const key = `${String(at).padStart(15, '0')}-${newId()}`;
  const rows = [overrides.create(programmeId, key, { ...change, proposalId: head.id, cost })];
  await keepHead(deps, head, before, { look, more: rows });
  return { proposal: head, cost };
}

/** Failure when the proposal cannot be changed like this, or does not count any more. */
export async function requireAdjustable(
  deps: Platform,
  programmeId: string,
  proposalId: string,
  wanted: Adjustment,
): Promise<void> {
  const { head, id } = await currentOf(deps, programmeId);
  if (!head || head.value.id !== proposalId || !mayAdjust(head.value, id ?? ''))
    throw new Failure('conflict', 'proposal-changed');
  await requireThere(deps, head.value, wanted);
}

/** What is proposed can be sent back, fixed or left; a mentor is chosen among the alternatives told. */
async function requireThere(deps: Platform, head: Proposal, wanted: Adjustment): Promise<void> {
  const { what, menteeId, mentorId } = wanted;
  if (what === 'released') return;
  const row = await proposedPairs.find(deps.tables, head.programmeId, head.id, menteeId);
  const isSame = row?.value.mentorId === mentorId;
  const isOther = row?.value.alternatives.some((option) => option.mentorId === mentorId) ?? false;
  const isLeftOut = !row && mentorId === undefined;
  const isThere = what === 'chosen' ? isOther : isSame || (what === 'later' && isLeftOut);
  if (!isThere) throw new Failure('not-found', 'proposed-pair-gone');
}

/** An earlier draft, or one that was made to look at, counts from now on. Conflict when another was made meanwhile. */
export async function useProposal(
  deps: Platform,
  caller: Caller,
  programmeId: string,
  proposalId: string,
): Promise<Proposal> {
  await coordinatedProgramme(deps, caller, programmeId);
  const [{ pointer, round }, found] = await Promise.all([
    currentOf(deps, programmeId),
    findProposal(deps, programmeId, proposalId),
  ]);
  if (!pointer || !mayUse(found, round)) throw new Failure('conflict', 'proposal-changed');
  const object = `programme:${programmeId}`;
  await deps.audit.note({ who: caller.personId, what: 'override', object, outcome: 'used' });
  await deps.tables.commit([currentProposals.replace(pointer, { proposalId, round })]);
  return found;
}

/** Failure `not-found` when there is no such proposal in this programme. */
export async function findProposal(deps: Platform, programmeId: string, proposalId: string): Promise<Proposal> {
  const found = await proposals.find(deps.tables, programmeId, proposalId);
  if (!found) throw new Failure('not-found', 'proposal-gone');
  return found.value;
}

export interface Current {
  readonly id: string | undefined;
  readonly round: number;
  readonly pointer: Row<{ proposalId: string; round: number }> | undefined;
  readonly head: Row<Proposal> | undefined;
}

export async function currentOf(deps: Platform, programmeId: string): Promise<Current> {
  const pointer = await currentProposals.find(deps.tables, programmeId, 'own');
  const id = pointer?.value.proposalId;
  const head = id === undefined ? undefined : await proposals.find(deps.tables, programmeId, id);
  return { id, round: pointer?.value.round ?? 0, pointer, head };
}

interface Computing extends Making {
  readonly madeBy: string;
  readonly programmeId: string;
  readonly before: Current;
  readonly change?: Override;
  /** No pair is kept for its own sake. */
  readonly forgets?: boolean;
}

/** Keeps the rows and gives the head, which is not kept yet. */
export async function compute(deps: Platform, computing: Computing): Promise<Proposal> {
  const { madeBy, programmeId, before, change, tell = tellNobody } = computing;
  await tell('reading');
  const basis = before.head?.value;
  const aims = computing.aims ?? basis?.aims ?? usualAims;
  const [all, told] = await Promise.all([
    proposals.list(deps.tables, programmeId),
    overrides.list(deps.tables, programmeId),
  ]);
  const standing = changesIn(
    basis,
    all.map((row) => row.value),
    told.map((row) => row.value),
  );
  const kept = basis?.state === 'draft' && !computing.forgets ? await pairIdsOf(deps, basis) : [];
  const facts = await factsOf(deps, programmeId, {
    kept,
    aims,
    overrides: change ? [...standing, change] : standing,
  });
  const bare = problemFrom(facts);
  if (aims.equalBy && isLargePool(bare)) throw new Failure('conflict', 'equal-too-many');
  const asked = { bare, partsOf: partsOf(facts), equalBy: aims.equalBy };
  const computed = await answered(deps, programmeId, asked, (step) => tell(step));
  if (change && ['chosen', 'fixed'].includes(change.what))
    if (computed.brokenLocks.some((lock) => lock.mentee === change.menteeId))
      throw new Failure('conflict', 'choice-not-possible');
  const id = computing.id ?? newId();
  if (computing.id !== undefined) await dropRows(deps, programmeId, id);
  await keepRows(deps, programmeId, id, { ...computed, ...asked, tell });
  const made = { id, programmeId, state: 'draft', madeAt: deps.clock.now(), madeBy, round: before.round } as const;
  const { notReady } = facts;
  const counts = { ...computed.summary.counts, ...(notReady > 0 ? { notReady } : {}) };
  return { ...made, aims, ...(basis ? { basisId: basis.id } : {}), ...computed.summary, counts };
}

interface Keepable extends Computed {
  readonly bare: MatchProblem;
  readonly partsOf: PartsOf;
  readonly tell: Tell;
}

/** What an earlier try of the same run has left: it may have seen other facts. */
async function dropRows(deps: Platform, programmeId: string, id: string): Promise<void> {
  const all = await Promise.all([proposedPairs, leftOuts, sheets].map((one) => one.list(deps.tables, programmeId, id)));
  const gone = [proposedPairs, leftOuts, sheets].flatMap((one, at) => (all[at] ?? []).map((row) => one.remove(row)));
  for (let start = 0; start < gone.length; start += rowsInBatch)
    await deps.tables.commit(gone.slice(start, start + rowsInBatch));
}

async function keepRows(
  deps: Platform,
  programmeId: string,
  id: string,
  { bare, pairs, leftOut, fairness, partsOf, tell }: Keepable,
): Promise<void> {
  const rows = [
    fairnessRows.put(programmeId, id, fairness),
    scarcities.put(programmeId, id, scarcityOf(bare)),
    ...pairs.map((one) => proposedPairs.put(programmeId, [id, one.menteeId], one)),
    ...leftOut.map((one) => leftOuts.put(programmeId, [id, one.menteeId], one)),
  ];
  for (let start = 0; start < rows.length; start += rowsInBatch) {
    if (start % (10 * rowsInBatch) === 0) await tell('keeping', start / rows.length);
    await deps.tables.commit(rows.slice(start, start + rowsInBatch));
  }
  await keepSheets(deps, programmeId, id, sheetsOf({ pairs, left: leftOut.map((one) => one.menteeId) }, partsOf));
}

/** One by one: a batch of them would be larger than the service takes. */
async function keepSheets(deps: Platform, programmeId: string, id: string, made: readonly Sheet[]): Promise<void> {
  for (const [at, one] of made.entries())
    await deps.tables.commit([sheets.put(programmeId, [id, String(at).padStart(4, '0')], one)]);
}

async function pairIdsOf(deps: Platform, { programmeId, id }: Proposal) {
  const rows = await proposedPairs.list(deps.tables, programmeId, id);
  return rows.map(({ value }) => ({ mentee: value.menteeId, mentor: value.mentorId }));
}

export function costBetween(before: Proposal, after: Proposal): CostInWords {
  const mentees = before.counts.matched - after.counts.matched;
  return costInWords({ mentees, waited: 0, pairs: 0, points: before.score - after.score }, before.score);
}

interface Keeping {
  readonly look?: boolean | undefined;
  readonly more?: readonly Change[];
}

/** The pointer is written even to look: of two who change the same proposal one wins. */
export async function keepHead(
  deps: Platform,
  head: Proposal,
  before: Current,
  { look = false, more = [], turn = 1 }: Keeping & { readonly turn?: number },
): Promise<void> {
  const { programmeId, id, round } = head;
  const next = { proposalId: look && before.id !== undefined ? before.id : id, round };
  const pointer = before.pointer
    ? currentProposals.replace(before.pointer, next)
    : currentProposals.create(programmeId, 'own', next);
  try {
    await deps.tables.commit([proposals.create(programmeId, id, head), pointer, ...more]);
  } catch (error) {
    if (!isFailure(error, 'conflict')) throw error;
    const now = await currentOf(deps, programmeId);
    // The row was written, and says the same: nobody made another.
    if (turn < mostTurns && now.id === before.id && now.round === before.round)
      return keepHead(deps, head, now, { look, more, turn: turn + 1 });
    throw new Failure('conflict', 'proposal-changed', { cause: error });
  }
}

const mostTurns = 8;
