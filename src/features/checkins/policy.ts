/** Who may say something in a check-in: a member of the pair, in a round that is open. Nobody else ever reads an answer. */
import type { Pair } from '../pairs/model.ts';
import { mayActInPair } from '../pairs/policy.ts';
import type { Round } from './model.ts';
import { isRoundOpen } from './rules.ts';

export function mayCheckIn(personId: string, pair: Pair, at: { round: Round; now: number; zone: string }): boolean {
  if (!mayActInPair(personId, pair) || pair.activeAt === undefined) return false;
  return isRoundOpen(at.round, pair.activeAt, at.now, at.zone);
}
