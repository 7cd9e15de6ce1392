/** The verbs about the matching: look at it, compare, publish it. Making and adjusting a proposal is in `proposals/`. */
import type { Caller } from '../../platform/doors.ts';
import { Failure, isFailure } from '../../platform/errors.ts';
import { idOf } from '../../platform/ids.ts';
import type { Platform } from '../../platform/platform.ts';
import { findCards, findPeople } from '../people/usecases.ts';
import { coordinatedProgramme } from '../programmes/usecases.ts';
import { sides, takesPartAs, type Application } from '../recruitment/model.ts';
import { appliedTo } from '../recruitment/usecases.ts';
import type { Comparison } from './comparing/model.ts';
import { gainsOf, isWeighedAlike, movesBetween } from './comparing/rules.ts';
import { readyAmong } from './facts/usecases.ts';
import { largeGaps, type FairnessFigures } from './fairness/model.ts';
import type { PairEntry } from './listing/model.ts';
import { loadsOf } from './listing/rules.ts';
import { entriesOf } from './listing/usecases.ts';
import type { Override, Proposal, ProposedPair } from './model.ts';
import { mayAdjust, mayUse } from './policy.ts';
import { changesIn } from './rules.ts';
import { costBetween, currentOf, findProposal } from './proposals/usecases.ts';
import type { DraftLine, PairDetail, Published, Publishing, ShownProposal, Workbench } from './proposals/model.ts';
import { lastRun } from './runs/usecases.ts';
import { wavesAt } from './waves/rules.ts';
import { currentProposals, fairnessRows, overrides, proposals, proposedPairs } from './store.ts';

export { adjustProposal, makeProposal, useProposal } from './proposals/usecases.ts';
export { renewDrafts } from './proposals/renewing/usecases.ts';
export { startRun, viewRun } from './runs/usecases.ts';
export { listLeftOut, listPairs } from './listing/usecases.ts';
export { viewScarcity, viewWaiting } from './waiting/usecases.ts';

/** The proposal that counts now; nothing before the first. */
export async function currentProposal(deps: Platform, programmeId: string): Promise<Proposal | undefined> {
  return (await currentOf(deps, programmeId)).head?.value;
}

export async function proposedPairsOf(
  deps: Platform,
  programmeId: string,
  proposalId: string,
): Promise<ProposedPair[]> {
  return (await proposedPairs.list(deps.tables, programmeId, proposalId)).map((row) => row.value);
}

const draftsShown = 12;

/** The head of the workbench with the people in it by their ids; its lists are in `listing/`. */
export async function viewMatching(deps: Platform, caller: Caller, programmeId: string): Promise<Workbench> {
  const programme = (await coordinatedProgramme(deps, caller, programmeId)).value;
  const [{ head: row, round }, heads, told, running] = await Promise.all([
    currentOf(deps, programmeId),
    proposals.list(deps.tables, programmeId),
    overrides.list(deps.tables, programmeId),
    lastRun(deps, programmeId),
  ]);
  const head = row?.value;
  const all = heads.map((one) => one.value);
  const every = told.map((one) => one.value);
  const hand = changesIn(head, all, every);
  const drafts = draftLines(all, round, every);
  const pairs = head ? (await entriesOf(deps, head)).pairs : [];
  const ids = [
    ...[...hand, ...drafts.flatMap(({ change }) => change ?? [])].flatMap((one) => [
      one.menteeId,
      one.mentorId,
      one.by,
    ]),
    ...drafts.map(({ proposal }) => proposal.madeBy),
    ...[head?.madeBy, head?.publishedBy],
  ];
  return {
    ...{ programmeName: programme.name, drafts, ...running },
    ...(head ? { proposal: shown(head), ...wavesOf(head, pairs, deps.clock.now()) } : {}),
    loads: loadsOf(pairs),
    changes: hand.toSorted((a, b) => b.at - a.at),
    people: await findCards(deps, ids),
  };
}

function wavesOf({ waves, publishedAt }: Proposal, pairs: readonly PairEntry[], now: number): Pick<Workbench, 'waves'> {
  if (!waves || publishedAt === undefined) return {};
  const { open: _, ...progress } = wavesAt(pairs, waves, { publishedAt, now });
  return { waves: progress };
}

function draftLines(all: readonly Proposal[], round: number, every: readonly Override[]): DraftLine[] {
  return all
    .filter((one) => mayUse(one, round))
    .toSorted((a, b) => b.madeAt - a.madeAt)
    .slice(0, draftsShown)
    .map((one) => {
      const change = every.find(({ proposalId }) => proposalId === one.id);
      return { proposal: shown(one), ...(change ? { change } : {}) };
    });
}

/** What a coordinator may see of the head of a proposal. */
export function shown(head: Proposal): ShownProposal {
  const { score: _, ...rest } = head;
  return rest;
}

/** One pair of a proposal with all that it rests on. */
export async function viewPair(
  deps: Platform,
  caller: Caller,
  programmeId: string,
  proposalId: string,
  menteeId: string,
): Promise<PairDetail> {
  await coordinatedProgramme(deps, caller, programmeId);
  const pair = (await proposedPairs.find(deps.tables, programmeId, proposalId, menteeId))?.value;
  if (!pair) throw new Failure('not-found', 'proposed-pair-gone');
  const others = pair.alternatives.flatMap(({ mentorId, displacesId }) => [mentorId, displacesId]);
  return { pair, people: await findCards(deps, [menteeId, pair.mentorId, ...others]) };
}

/** How a proposal treats each part of the organisation. */
export async function viewFairness(
  deps: Platform,
  caller: Caller,
  programmeId: string,
  proposalId: string,
): Promise<FairnessFigures> {
  await coordinatedProgramme(deps, caller, programmeId);
  await findProposal(deps, programmeId, proposalId);
  return fairnessOf(deps, programmeId, proposalId);
}

async function fairnessOf(deps: Platform, programmeId: string, proposalId: string): Promise<FairnessFigures> {
  return (await fairnessRows.find(deps.tables, programmeId, proposalId))?.value ?? [];
}

const movesShown = 200;

/** What would be otherwise with the second in the place of the first. */
export async function compareProposals(
  deps: Platform,
  caller: Caller,
  programmeId: string,
  ids: { readonly before: string; readonly after: string },
): Promise<Comparison> {
  await coordinatedProgramme(deps, caller, programmeId);
  const [before, after] = await Promise.all([
    findProposal(deps, programmeId, ids.before),
    findProposal(deps, programmeId, ids.after),
  ]);
  const [old, now] = await Promise.all([before, after].map((one) => entriesOf(deps, one)));
  const moves = movesBetween(old?.pairs ?? [], now?.pairs ?? []);
  const some = moves.slice(0, movesShown);
  const side = ({ id, counts, everybodyAtLeast, aims, weights }: Proposal) => ({
    ...{ id, matched: counts.matched, firstChoice: counts.firstChoice, aims, weights },
    ...(everybodyAtLeast ? { everybodyAtLeast } : {}),
  });
  return {
    ...{ before: side(before), after: side(after) },
    ...(isWeighedAlike(before, after) ? { cost: costBetween(before, after), ...gainsOf(moves) } : {}),
    ...{ moves: some, more: moves.length - some.length },
    people: await findCards(
      deps,
      some.flatMap(({ menteeId, from, to }) => [menteeId, from?.mentorId, to?.mentorId]),
    ),
  };
}

/**
 * Publishes the draft, once: of two coordinators one wins, and the other learns who and when. Where a part of the organisation comes
 * off much worse it needs a written reason (Failure `bad-input`). The offers follow as a task.
 */
export async function publishProposal(
  deps: Platform,
  caller: Caller,
  programmeId: string,
  proposalId: string,
  { why, waves }: Publishing = {},
): Promise<Published> {
  await coordinatedProgramme(deps, caller, programmeId);
  const { head, pointer, id, round } = await currentOf(deps, programmeId);
  if (!head || !pointer || head.value.id !== proposalId) return whoPublished(deps, programmeId, proposalId);
  if (!mayAdjust(head.value, id ?? '')) return whoPublished(deps, programmeId, proposalId);
  await requireReady(deps, head.value);
  await requireSecondLook(deps, caller, head.value, why);
  const at = deps.clock.now();
  const told = { ...(why === undefined ? {} : { publishedWhy: why }), ...(waves ? { waves } : {}) };
  const next: Proposal = { ...head.value, state: 'published', publishedAt: at, publishedBy: caller.personId, ...told };
  const follow = {
    id: idOf('pairs.offerProposal', proposalId),
    job: 'pairs.offerProposal',
    data: { programmeId, proposalId },
  };
  try {
    await deps.outbox.commit(
      [proposals.replace(head, next), currentProposals.replace(pointer, { proposalId, round: round + 1 })],
      [follow],
    );
  } catch (error) {
    if (!isFailure(error, 'conflict')) throw error;
    return whoPublished(deps, programmeId, proposalId);
  }
  return { outcome: 'published', at };
}

/** Since it was made, the programme may ask for courses, or an exception may have been taken back. Who withdrew gets no offer anyway. */
async function requireReady(deps: Platform, { programmeId, id }: Proposal): Promise<void> {
  const all = await appliedTo(deps, programmeId);
  const ready = await readyAmong(deps, programmeId, all);
  if (ready === all) return;
  const sidesIn = (list: readonly Application[]): Set<string> =>
    new Set(
      list.flatMap((one) => sides.filter((side) => takesPartAs(side, one)).map((side) => `${side} ${one.personId}`)),
    );
  const [asked, may] = [sidesIn(all), sidesIn(ready)];
  const members = (await proposedPairsOf(deps, programmeId, id)).flatMap(({ menteeId, mentorId }) => [
    `mentee ${menteeId}`,
    `mentor ${mentorId}`,
  ]);
  if (members.some((one) => asked.has(one) && !may.has(one))) throw new Failure('conflict', 'not-ready');
}

async function requireSecondLook(deps: Platform, caller: Caller, head: Proposal, why?: string): Promise<void> {
  if (largeGaps(await fairnessOf(deps, head.programmeId, head.id)).length === 0) return;
  if (why === undefined)
    throw new Failure('bad-input', 'second-look', { fields: [{ field: 'why', reason: 'second-look' }] });
  const object = `programme:${head.programmeId}`;
  await deps.audit.note({ who: caller.personId, what: 'override', object, outcome: 'published-with-gap' });
}

async function whoPublished(deps: Platform, programmeId: string, proposalId: string): Promise<Published> {
  const found = (await proposals.find(deps.tables, programmeId, proposalId))?.value;
  if (found?.publishedAt === undefined || found.publishedBy === undefined)
    throw new Failure('conflict', 'proposal-changed');
  const by = (await findPeople(deps, [found.publishedBy])).get(found.publishedBy);
  return { outcome: 'already-published', at: found.publishedAt, ...(by ? { by: by.name } : {}) };
}
