/** The verbs about the matching: look at it, publish it. Making and adjusting a proposal is in `proposals/`. */
import type { Caller } from '../../platform/doors.ts';
import { Failure, isFailure } from '../../platform/errors.ts';
import { idOf } from '../../platform/ids.ts';
import type { Platform } from '../../platform/platform.ts';
import { cardOf, type PersonCard } from '../people/model.ts';
import { findPeople } from '../people/usecases.ts';
import { coordinatedProgramme } from '../programmes/usecases.ts';
import type { Proposal, ProposedPair } from './model.ts';
import { mayAdjust } from './policy.ts';
import { countsOf } from './rules.ts';
import { currentOf, problemOf } from './proposals/usecases.ts';
import type { Published, ShownProposal, Workbench } from './proposals/model.ts';
import { currentProposals, leftOuts, overrides, proposals, proposedPairs } from './store.ts';

export { adjustProposal, makeProposal, renewDrafts } from './proposals/usecases.ts';

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

/** All that the workbench shows, with the people by their ids. */
export async function viewMatching(deps: Platform, caller: Caller, programmeId: string): Promise<Workbench> {
  const programme = (await coordinatedProgramme(deps, caller, programmeId)).value;
  const [head, changes, problem] = await Promise.all([
    currentProposal(deps, programmeId),
    overrides.list(deps.tables, programmeId),
    problemOf(deps, programmeId),
  ]);
  const [pairs, out] = head
    ? await Promise.all([
        proposedPairsOf(deps, programmeId, head.id),
        leftOuts.list(deps.tables, programmeId, head.id).then((rows) => rows.map((row) => row.value)),
      ])
    : [[], []];
  const changed = changes.map((row) => row.value).sort((a, b) => b.at - a.at);
  const ids = [
    ...pairs.flatMap((one) => [one.menteeId, one.mentorId]),
    ...pairs.flatMap((one) => one.alternatives.flatMap(({ mentorId, displacesId }) => [mentorId, displacesId])),
    ...out.flatMap((one) => [one.menteeId, ...one.helps.flatMap(({ mentorIds }) => mentorIds)]),
    ...changed.flatMap((one) => [one.menteeId, one.mentorId, one.by]),
    ...[head?.madeBy, head?.publishedBy],
  ].filter((one) => one !== undefined);
  return {
    programmeName: programme.name,
    waiting: countsOf(problem),
    ...(head ? { proposal: shown(head) } : {}),
    ...{ pairs, leftOut: out, changes: changed },
    people: await cardsOf(deps, ids),
  };
}

/** What a coordinator may see of the head of a proposal. */
export function shown(head: Proposal): ShownProposal {
  const { score: _, ...rest } = head;
  return rest;
}

async function cardsOf(deps: Platform, ids: readonly string[]): Promise<Record<string, PersonCard>> {
  const found = await findPeople(deps, ids);
  return Object.fromEntries([...found].map(([id, one]) => [id, cardOf(one)]));
}

/** Publishes the draft, once: of two coordinators one wins, and the other learns who and when. The offers follow as a task. */
export async function publishProposal(
  deps: Platform,
  caller: Caller,
  programmeId: string,
  proposalId: string,
): Promise<Published> {
  await coordinatedProgramme(deps, caller, programmeId);
  const { head, pointer, id } = await currentOf(deps, programmeId);
  if (!head || !pointer || head.value.id !== proposalId) return whoPublished(deps, programmeId, proposalId);
  if (!mayAdjust(head.value, id ?? '')) return whoPublished(deps, programmeId, proposalId);
  const at = deps.clock.now();
  const next: Proposal = { ...head.value, state: 'published', publishedAt: at, publishedBy: caller.personId };
  const follow = {
    id: idOf('pairs.offerProposal', proposalId),
    job: 'pairs.offerProposal',
    data: { programmeId, proposalId },
  };
  try {
    await deps.outbox.commit(
      [proposals.replace(head, next), currentProposals.replace(pointer, pointer.value)],
      [follow],
    );
  } catch (error) {
    if (!isFailure(error, 'conflict')) throw error;
    return whoPublished(deps, programmeId, proposalId);
  }
  return { outcome: 'published', at };
}

async function whoPublished(deps: Platform, programmeId: string, proposalId: string): Promise<Published> {
  const found = (await proposals.find(deps.tables, programmeId, proposalId))?.value;
  if (found?.publishedAt === undefined || found.publishedBy === undefined)
    throw new Failure('conflict', 'proposal-changed');
  const by = (await findPeople(deps, [found.publishedBy])).get(found.publishedBy);
  return { outcome: 'already-published', at: found.publishedAt, ...(by ? { by: by.name } : {}) };
}
