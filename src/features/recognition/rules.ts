/** When a word of thanks comes easily; said in the tab alone, so that nobody is written to for it. */
import { day } from '../../platform/clock.ts';
import type { Moment, Opening } from './model.ts';

/** For so long a first talk, or an end, is a good moment. */
export const momentDays = 30;

export interface MomentFacts {
  readonly firstMetAt?: number | undefined;
  readonly hasReached: boolean;
  /** Of a pair that was rounded off. */
  readonly endedAt?: number | undefined;
  /** The last thanks of this person to the other. */
  readonly thankedAt?: number | undefined;
}

/** Whoever gave thanks since, or within the last month, is left alone. */
export function momentOf({ firstMetAt, hasReached, endedAt, thankedAt }: MomentFacts, now: number): Moment | undefined {
  const isRecent = (at: number | undefined): at is number =>
    at !== undefined && at <= now && now - at < momentDays * day;
  if (isRecent(endedAt)) return thankedAt !== undefined && thankedAt >= endedAt ? undefined : 'close';
  if (endedAt !== undefined || isRecent(thankedAt)) return undefined;
  if (hasReached) return 'goal';
  return isRecent(firstMetAt) && thankedAt === undefined ? 'first-meeting' : undefined;
}

const fitting: Readonly<Record<Moment, readonly Opening[]>> = {
  'first-meeting': ['first', 'listened', 'sees'],
  goal: ['dared', 'door', 'listened'],
  close: ['stays', 'sees', 'dared'],
};

/** Three are enough to begin with. */
export const openingsFor = (moment: Moment | undefined): readonly Opening[] =>
  moment ? fitting[moment] : ['listened', 'dared', 'door'];
