/** What tests ask of the proposal that counts, whole: the product itself gives its lists a page at a time. */
import type { ProposedPair } from '../../../src/features/matching/model.ts';
import { currentProposal, listLeftOut, listPairs, proposedPairsOf } from '../../../src/features/matching/usecases.ts';
import type { Platform } from '../../../src/platform/platform.ts';
import { coordinator } from '../pairs/journey.ts';

export async function pairsNow(deps: Platform, programmeId: string): Promise<ProposedPair[]> {
  const head = await currentProposal(deps, programmeId);
  return head ? proposedPairsOf(deps, programmeId, head.id) : [];
}

/** The first pages of its lists, as a coordinator sees them. */
export async function listsNow(deps: Platform, programmeId: string) {
  const head = await currentProposal(deps, programmeId);
  const at = { programmeId, proposalId: head?.id ?? '' };
  const [pairs, leftOut] = await Promise.all([
    listPairs(deps, coordinator, at, {}),
    listLeftOut(deps, coordinator, at, {}),
  ]);
  return { pairs, leftOut };
}
