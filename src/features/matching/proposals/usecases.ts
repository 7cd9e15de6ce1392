/** A proposal is made, and made again with least change when a coordinator sends a pair back or chooses another mentor. */
import { checkProposal } from '../engine/propose.ts';
import type { Caller } from '../../../platform/doors.ts';
import { Failure, isFailure } from '../../../platform/errors.ts';
import { newId } from '../../../platform/ids.ts';
import type { Platform } from '../../../platform/platform.ts';
import type { Change, Row } from '../../../platform/tables.ts';
import { privateWishes, wishesVersion } from '../../people/identity/reading/usecases.ts';
import { chainsAbove, findPeople } from '../../people/usecases.ts';
import { coordinatedProgramme, reachStage } from '../../programmes/usecases.ts';
import { applied } from '../../recruitment/store.ts';
import { participationsOf } from '../../recruitment/usecases.ts';
import type { MatchProblem, PairIds } from '../engine/model.ts';
import type { CostInWords, Override, Proposal, ProposedPair } from '../model.ts';
import type { Adjustment } from './model.ts';
import { mayAdjust } from '../policy.ts';
import { costInWords, countsOf, problemFrom, strengthOf, type Facts } from '../rules.ts';
import { currentProposals, leftOuts, overrides, proposals, proposedPairs, standings } from '../store.ts';
import { answerWith, keptLeftOut, keptPairs, type Answered } from './rules.ts';

const levelsToTheTop = 30;
const rowsInBatch = 100;

/** Computes and keeps a proposal; it takes the place of the draft that there was. Conflict when another was made meanwhile. */
export async function makeProposal(deps: Platform, caller: Caller, programmeId: string): Promise<Proposal> {
  await coordinatedProgramme(deps, caller, programmeId);
  const before = await currentOf(deps, programmeId);
  const head = await compute(deps, caller.personId, programmeId, before);
  await keepHead(deps, head, before, []);
  await reachStage(deps, programmeId, 'match');
  return head;
}

/** Somebody took a private answer back: drafts that may have counted it are made anew without it. */
export async function renewDrafts(deps: Platform, personId: string): Promise<void> {
  for (const { programmeId } of await participationsOf(deps, personId)) {
    const before = await currentOf(deps, programmeId);
    if (before.head?.value.state !== 'draft') continue;
    // Nothing is kept of the pairs that there were: the answer may be why they are.
    const head = await compute(deps, before.head.value.madeBy, programmeId, { ...before, head: undefined });
    await keepHead(deps, head, before, []);
  }
}

/** Sends a pair back, or chooses another mentor, with a written reason; the rest changes as little as it can. */
export async function adjustProposal(
  deps: Platform,
  caller: Caller,
  programmeId: string,
  proposalId: string,
  wanted: Adjustment,
): Promise<{ proposal: Proposal; cost: CostInWords }> {
  await coordinatedProgramme(deps, caller, programmeId);
  const before = await currentOf(deps, programmeId);
  if (!before.head || before.head.value.id !== proposalId || !mayAdjust(before.head.value, before.id ?? ''))
    throw new Failure('conflict', 'proposal-changed');
  await requireThere(deps, before.head.value, wanted);
  const at = deps.clock.now();
  const one: Override = { ...wanted, proposalId, by: caller.personId, at, cost: 'nothing' };
  const head = await compute(deps, caller.personId, programmeId, before, one);
  const cost = costBetween(before.head.value, head);
  const id = `${String(at).padStart(15, '0')}-${newId()}`;
  await deps.audit.note({
    who: caller.personId,
    what: 'override',
    object: `programme:${programmeId}`,
    outcome: wanted.what,
  });
  await keepHead(deps, head, before, [overrides.create(programmeId, id, { ...one, cost })]);
  return { proposal: head, cost };
}

/** A pair can be sent back when it is proposed, and a mentor chosen when he or she is one of the alternatives told. */
async function requireThere(deps: Platform, head: Proposal, { what, menteeId, mentorId }: Adjustment): Promise<void> {
  const row = await proposedPairs.find(deps.tables, head.programmeId, head.id, menteeId);
  const isThere =
    what === 'sent-back'
      ? row?.value.mentorId === mentorId
      : row?.value.alternatives.some((option) => option.mentorId === mentorId);
  if (!isThere) throw new Failure('not-found', 'proposed-pair-gone');
}

interface Current {
  readonly id: string | undefined;
  readonly pointer: Row<{ proposalId: string }> | undefined;
  readonly head: Row<Proposal> | undefined;
}

export async function currentOf(deps: Platform, programmeId: string): Promise<Current> {
  const pointer = await currentProposals.find(deps.tables, programmeId, 'own');
  const id = pointer?.value.proposalId;
  const head = id === undefined ? undefined : await proposals.find(deps.tables, programmeId, id);
  return { id, pointer, head };
}

async function factsOf(
  deps: Platform,
  programmeId: string,
  kept: readonly PairIds[],
  more: Override[],
): Promise<Facts> {
  const [applications, told, changes] = await Promise.all([
    applied(deps.tables, programmeId),
    standings.list(deps.tables, programmeId),
    overrides.list(deps.tables, programmeId),
  ]);
  const ids = applications.map((one) => one.personId);
  const [people, chains] = await Promise.all([findPeople(deps, ids), chainsAbove(deps, ids, levelsToTheTop)]);
  return {
    ...{ applications, people, chains, kept },
    standings: told.map((row) => row.value),
    overrides: [...changes.map((row) => row.value), ...more],
  };
}

/** For the page before there is a proposal: how many there are. */
export async function problemOf(deps: Platform, programmeId: string) {
  return problemFrom(await factsOf(deps, programmeId, [], []));
}

async function compute(
  deps: Platform,
  madeBy: string,
  programmeId: string,
  before: Current,
  change?: Override,
): Promise<Proposal> {
  const draft = before.head?.value.state === 'draft' ? before.head.value : undefined;
  const kept = draft ? await pairIdsOf(deps, draft) : [];
  const facts = await factsOf(deps, programmeId, kept, change ? [change] : []);
  const bare = problemFrom(facts);
  const answered = await answerFor(deps, programmeId, bare);
  const { plain, problem, answer } = answered;
  if (change?.what === 'chosen' && answer.brokenLocks.some((lock) => lock.mentee === change.menteeId))
    throw new Failure('conflict', 'choice-not-possible');
  const pairs = keptPairs(problem, answer);
  const id = newId();
  const rows = [
    ...pairs.map((one) => proposedPairs.put(programmeId, [id, one.menteeId], one)),
    ...plain.leftOut.map((one) => leftOuts.put(programmeId, [id, one.mentee], keptLeftOut(one))),
  ];
  for (let start = 0; start < rows.length; start += rowsInBatch)
    await deps.tables.commit(rows.slice(start, start + rowsInBatch));
  const made = { id, programmeId, state: 'draft', madeAt: deps.clock.now(), madeBy } as const;
  return { ...made, ...summaryOf(bare, answered, pairs) };
}

const turnsWithWishes = 3;

/** With the private wishes that stand when it is done: who withdrew meanwhile is not in it. */
async function answerFor(deps: Platform, programmeId: string, bare: MatchProblem): Promise<Answered> {
  const ids = [...bare.mentees, ...bare.mentors].map(({ id }) => id);
  for (let turn = 1; turn <= turnsWithWishes; turn += 1) {
    const wishes = await privateWishes(deps, programmeId, ids);
    const answered = answerWith(bare, wishes.shared);
    if ((await wishesVersion(deps, ids)) === wishes.version) return answered;
  }
  return answerWith(bare, new Map());
}

function summaryOf(
  bare: MatchProblem,
  { plain, problem, answer }: Answered,
  pairs: readonly ProposedPair[],
): Pick<Proposal, 'counts' | 'everybodyAtLeast' | 'score' | 'proven' | 'weights'> {
  const least = Math.min(...answer.pairs.map(({ score }) => score));
  const firstChoice = pairs.filter((one) => one.firstChoice).length;
  const isProven = checkProposal(bare, plain).holds && checkProposal(problem, answer).holds;
  return {
    counts: { ...countsOf(bare), matched: pairs.length, firstChoice },
    ...(pairs.length > 0 ? { everybodyAtLeast: strengthOf(least) } : {}),
    ...{ score: answer.objective.score, proven: isProven, weights: answer.weights },
  };
}

async function pairIdsOf(deps: Platform, { programmeId, id }: Proposal): Promise<PairIds[]> {
  const rows = await proposedPairs.list(deps.tables, programmeId, id);
  return rows.map(({ value }) => ({ mentee: value.menteeId, mentor: value.mentorId }));
}

function costBetween(before: Proposal, after: Proposal): CostInWords {
  const mentees = before.counts.matched - after.counts.matched;
  return costInWords({ mentees, waited: 0, pairs: 0, points: before.score - after.score });
}

async function keepHead(deps: Platform, head: Proposal, before: Current, more: readonly Change[]): Promise<void> {
  const { programmeId, id: proposalId } = head;
  const pointer = before.pointer
    ? currentProposals.replace(before.pointer, { proposalId })
    : currentProposals.create(programmeId, 'own', { proposalId });
  const old =
    before.head?.value.state === 'draft'
      ? [proposals.replace(before.head, { ...before.head.value, state: 'superseded' })]
      : [];
  try {
    await deps.tables.commit([proposals.create(programmeId, proposalId, head), pointer, ...old, ...more]);
  } catch (error) {
    if (isFailure(error, 'conflict')) throw new Failure('conflict', 'proposal-changed', { cause: error });
    throw error;
  }
}
