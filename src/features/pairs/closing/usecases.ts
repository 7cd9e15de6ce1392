/** Looking back on a pair: read and write what was reached, and the suggestion to do so when the programme ends. Ending is in `life/`. */
import { beginOfDay, daysAfter, hour } from '../../../platform/clock.ts';
import type { Caller, JobResult } from '../../../platform/doors.ts';
import { Failure } from '../../../platform/errors.ts';
import { idOf } from '../../../platform/ids.ts';
import type { Platform } from '../../../platform/platform.ts';
import { cardOf } from '../../people/model.ts';
import { personOf } from '../../people/usecases.ts';
import { programmeOf } from '../../programmes/usecases.ts';
import { membersOf, partnerOf, type Pair } from '../model.ts';
import { findPair, pairFor, type PairListener } from '../usecases.ts';
import { lookBackDays, type ClosingView } from './model.ts';
import { mayLookBack } from './policy.ts';
import { reachedRows } from './store.ts';

interface PairAddress {
  readonly programmeId: string;
  readonly pairId: string;
}

/** Failure `gone` for a pair that one of the two left: there is nothing to look back on together. */
async function pairToLookBackOn(deps: Platform, personId: string, at: PairAddress): Promise<Pair> {
  const { value } = await pairFor(deps, personId, at.programmeId, at.pairId);
  if (!mayLookBack(personId, value)) throw new Failure('gone', 'no-looking-back');
  return value;
}

export async function viewClosing(deps: Platform, caller: Caller, at: PairAddress): Promise<ClosingView> {
  const pair = await pairToLookBackOn(deps, caller.personId, at);
  const partnerId = partnerOf(pair, caller.personId);
  const [partner, mine, theirs] = await Promise.all([
    personOf(deps, partnerId),
    reachedRows.find(deps.tables, at.programmeId, at.pairId, caller.personId),
    reachedRows.find(deps.tables, at.programmeId, at.pairId, partnerId),
  ]);
  return {
    ...{ partner: cardOf(partner), state: pair.state, isRoundedOff: pair.ending === 'together' },
    ...{ mine: mine?.value.lines ?? [], theirs: theirs?.value.lines ?? [], asGuest: caller.isGuest === true },
  };
}

/** Takes the place of what the same person wrote before; gives the lines that are kept. */
export async function writeReached(
  deps: Platform,
  caller: Caller,
  at: PairAddress,
  written: readonly string[],
): Promise<string[]> {
  const { personId } = caller;
  await pairToLookBackOn(deps, personId, at);
  const lines = written.filter((one) => one !== '');
  if (lines.length > 0) {
    const value = { personId, lines, at: deps.clock.now() };
    await deps.tables.commit([reachedRows.put(at.programmeId, [at.pairId, personId], value)]);
    return lines;
  }
  const before = await reachedRows.find(deps.tables, at.programmeId, at.pairId, personId);
  if (before) await deps.tables.commit([reachedRows.remove(before)]);
  return [];
}

/** A pair began: a look at its end, a week before the programme's. */
export const planLookingBack: PairListener = async (deps, { id: pairId, programmeId }) => {
  await deps.outbox.ask('programmes', programmeId, {
    ...{ id: idOf('pairs.closingTime', pairId), job: 'pairs.closingTime', data: { programmeId, pairId } },
    due: await lookBackAt(deps, programmeId),
  });
};

async function lookBackAt(deps: Platform, programmeId: string): Promise<number> {
  const { endsOn, zone } = await programmeOf(deps, programmeId);
  return daysAfter(beginOfDay(endsOn, zone) + 10 * hour, -lookBackDays, zone);
}

/** Asks both, once; later when the programme's end was moved. */
export async function comeToAnEnd(deps: Platform, { programmeId, pairId }: PairAddress): Promise<JobResult> {
  const pair = await findPair(deps, programmeId, pairId);
  if (pair?.state !== 'active' && pair?.state !== 'paused') return undefined;
  const due = await lookBackAt(deps, programmeId);
  if (due > deps.clock.now()) return { again: due };
  for (const personId of membersOf(pair))
    await deps.outbox.ask('programmes', programmeId, {
      ...{ id: idOf('pairs.lookBack', pairId, personId), job: 'pairs.lookBack' },
      data: { programmeId, pairId, personId },
    });
  return undefined;
}
