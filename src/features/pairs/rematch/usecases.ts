/** The clock of those who wait for a new match, and what the two of a pair are told of it. Asking for one is in `life/`. */
import type { Platform } from '../../../platform/platform.ts';
import { findCards } from '../../people/usecases.ts';
import { applied } from '../../recruitment/store.ts';
import type { Pair, PairView } from '../model.ts';
import { mayEnd } from '../policy.ts';
import { pairs } from '../store.ts';
import type { WaitingLine } from './model.ts';
import { mayAskAgain, waitingFrom, type Waiting } from './rules.ts';
import { rematches } from './store.ts';

/** For the coordinators, whom the caller has asked for: who waits since when and until when. Both of a pair, so nobody learns who asked. */
export async function listWaiting(deps: Platform, programmeId: string): Promise<WaitingLine[]> {
  const waiting = await waitingForMatch(deps, programmeId);
  const people = await findCards(
    deps,
    waiting.map(({ personId }) => personId),
  );
  const now = deps.clock.now();
  return waiting.map(({ personId, since, until }) => ({
    ...{ person: people[personId] ?? { id: personId, name: '…' }, since, until, late: now > until },
  }));
}

/** Without asking who: callers ask first. */
export async function waitingForMatch(deps: Platform, programmeId: string): Promise<readonly Waiting[]> {
  const asked = (await rematches.list(deps.tables, programmeId)).map(({ value }) => value);
  if (asked.length === 0) return [];
  const [all, applications] = await Promise.all([
    pairs.list(deps.tables, programmeId),
    applied(deps.tables, programmeId),
  ]);
  return waitingFrom(
    asked,
    all.map(({ value }) => value),
    new Set(applications.map(({ personId }) => personId)),
  );
}

/** For the page of the own pair: whether somebody else may be asked for, and until when a new proposal comes. */
export async function viewRematch(
  deps: Platform,
  personId: string,
  pair: Pair,
): Promise<Pick<PairView, 'rematch' | 'proposalBy'>> {
  const { programmeId } = pair;
  if (mayEnd(personId, pair)) {
    const asked = (await rematches.list(deps.tables, programmeId)).map(({ value }) => value);
    return { rematch: mayAskAgain(asked, personId) ? 'possible' : 'used-up' };
  }
  // Whoever did not ask is told what everybody is told whose pair ended, so that it fits every reason.
  const asked = await rematches.find(deps.tables, programmeId, pair.id);
  if (asked?.value.askedBy !== personId) return {};
  const mine = (await waitingForMatch(deps, programmeId)).find((one) => one.personId === personId);
  return mine ? { proposalBy: mine.until } : {};
}
