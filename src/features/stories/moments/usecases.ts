/** For one of the two, who was asked for before: whether now is a good moment to tell, out of what the pair reached, its end, and the person's own answers. */
import type { Caller } from '../../../platform/doors.ts';
import type { Platform } from '../../../platform/platform.ts';
import { checkIns } from '../../checkins/store.ts';
import { reachedGoals } from '../../pairs/goals/usecases.ts';
import { findPair } from '../../pairs/usecases.ts';
import type { StoryMoment } from '../model.ts';
import { momentOf } from './rules.ts';

export async function storyMoment(
  deps: Platform,
  { personId }: Caller,
  programmeId: string,
  pairId: string,
): Promise<StoryMoment | undefined> {
  const [pair, reached, rows] = await Promise.all([
    findPair(deps, programmeId, pairId),
    reachedGoals(deps, { programmeId, pairId }),
    checkIns.list(deps.tables, programmeId, pairId),
  ]);
  const own = rows.flatMap(({ value }) => (value.personId === personId && 'ratings' in value.said ? [value] : []));
  const last = own.toSorted((a, b) => b.at - a.at)[0];
  const answered =
    last && 'ratings' in last.said ? { at: last.at, ratings: Object.values(last.said.ratings) } : undefined;
  const endedAt = pair?.ending === 'together' ? pair.endedAt : undefined;
  return momentOf({ hasReached: reached.length > 0, endedAt, answered }, deps.clock.now());
}
