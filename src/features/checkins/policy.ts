/** Who may say something in a check-in: a member of the pair, in a round that is open. Nobody else ever reads an answer. */
import { sideOf, type Pair } from '../pairs/model.ts';
import type { Round } from './model.ts';
import { isRoundOpen, type Course } from './rules.ts';

export function mayCheckIn(personId: string, pair: Pair, at: { round: Round; now: number; course: Course }): boolean {
  return sideOf(pair, personId) !== undefined && isRoundOpen(at.round, at.course, at.now);
}
