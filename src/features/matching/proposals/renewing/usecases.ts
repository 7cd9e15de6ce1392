/** What somebody took back is in no draft any more. */
import { idOf } from '../../../../platform/ids.ts';
import type { Platform } from '../../../../platform/platform.ts';
import { participationsOf } from '../../../recruitment/usecases.ts';
import { proposals } from '../../store.ts';
import { compute, currentOf, keepHead } from '../usecases.ts';

/**
 * Somebody took a private answer back: drafts that may have counted it are made anew without it, and none of them is used again.
 * `mark`: of this taking back; worked on twice, it makes one of each.
 */
export async function renewDrafts(deps: Platform, personId: string, mark: string): Promise<void> {
  for (const { programmeId } of await participationsOf(deps, personId)) {
    const id = idOf('proposal', programmeId, mark);
    if (await proposals.find(deps.tables, programmeId, id)) continue;
    const before = await currentOf(deps, programmeId);
    if (before.head?.value.state !== 'draft') continue;
    const { madeBy } = before.head.value;
    const round = before.round + 1;
    // Nothing is kept of the pairs that there were: the answer may be why they are.
    const head = await compute(deps, { id, madeBy, programmeId, before: { ...before, round }, forgets: true });
    await keepHead(deps, head, before, {});
  }
}
