/** Who waits for a new match and until when, and whether somebody may ask for one once more. */
import { isLiving, membersOf, type Pair } from '../model.ts';
import { mostInACycle, type Rematch } from './model.ts';

export interface Waiting {
  readonly personId: string;
  readonly since: number;
  readonly until: number;
}

/**
 * Whoever still takes part, has no partner, and was proposed nobody since: the clock stops with the next proposal, whatever comes of it.
 * Soonest first.
 */
export function waitingFrom(
  asked: readonly Rematch[],
  pairs: readonly Pair[],
  takesPart: ReadonlySet<string>,
): readonly Waiting[] {
  const isPaired = new Set(pairs.filter(isLiving).flatMap(membersOf));
  const proposedAt = new Map<string, number>();
  for (const one of pairs)
    for (const personId of membersOf(one))
      proposedAt.set(personId, Math.max(one.offeredAt, proposedAt.get(personId) ?? 0));
  const waiting = new Map<string, Waiting>();
  for (const { menteeId, mentorId, at, until } of asked.toSorted((a, b) => a.at - b.at))
    for (const personId of [menteeId, mentorId]) {
      const isServed = isPaired.has(personId) || (proposedAt.get(personId) ?? 0) > at;
      if (takesPart.has(personId) && !isServed && !waiting.has(personId))
        waiting.set(personId, { personId, since: at, until });
    }
  return [...waiting.values()].sort((a, b) => a.until - b.until || (a.personId < b.personId ? -1 : 1));
}

export function mayAskAgain(asked: readonly Rematch[], personId: string): boolean {
  return asked.filter((one) => one.askedBy === personId).length < mostInACycle;
}
