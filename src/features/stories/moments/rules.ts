/** When somebody may like to tell: said to that person alone, on the page of the pair, and sent to nobody. */
import { day } from '../../../platform/clock.ts';
import type { Rating } from '../../checkins/model.ts';
import type { StoryMoment } from '../model.ts';

/** For so long an end, or an answer, is a good moment. */
const momentDays = 60;
/** Of five or of ten points: from here on an answer is high. */
const high = { five: 4, ten: 8 } as const;

export interface MomentFacts {
  readonly hasReached: boolean;
  /** Of a pair that was rounded off. */
  readonly endedAt: number | undefined;
  /** The own last answers in a check-in of this pair. */
  readonly answered: { readonly at: number; readonly ratings: readonly Rating[] } | undefined;
}

export function momentOf({ hasReached, endedAt, answered }: MomentFacts, now: number): StoryMoment | undefined {
  const isRecent = (at: number): boolean => at <= now && now - at < momentDays * day;
  if (endedAt !== undefined) return isRecent(endedAt) ? 'close' : undefined;
  if (hasReached) return 'goal';
  return answered && isRecent(answered.at) && areHigh(answered.ratings) ? 'answer' : undefined;
}

/** At least two, and each of them. Answers of ten points are those above five. */
function areHigh(ratings: readonly Rating[]): boolean {
  const said = ratings.filter((one) => one !== 'skipped');
  return said.length >= 2 && said.every((one) => one >= (one > 5 ? high.ten : high.five));
}
