/** One after the other: what the two of a pair plan at the same moment is done in turn, and nobody waits for long without a sentence. */
import { pause } from '../../../../platform/clock.ts';
import { Failure } from '../../../../platform/errors.ts';
import { newId } from '../../../../platform/ids.ts';
import type { Platform } from '../../../../platform/platform.ts';
import type { Row } from '../../../../platform/tables.ts';
import { unlessChanged } from '../../../../platform/tables/conflict.ts';
import type { PairAddress } from '../../model.ts';
import type { Turn } from './model.ts';
import { turns } from './store.ts';

/** Longer than everything that is done in a turn: a call to Graph ends after 15 s, a row is written within 12. */
const longestTurn = 45_000;
/** Whoever waits for the other, and whoever waits for Outlook, reads a sentence by then. */
const longestWait = 6_000;
const longestRequest = 9_000;
const step = 120;

/** Failure `being-planned` when the other one is not done in time. The turn ends with the work, whatever came of it. */
export async function inTurn<A>(deps: Platform, at: PairAddress, personId: string, work: () => Promise<A>): Promise<A> {
  const { clock, tables } = deps;
  const mine = await takeTurn(deps, at, personId, clock.machine() + longestWait);
  try {
    return await work();
  } finally {
    // A turn that was taken over after its time is not ours to end; one that cannot be ended now ends by itself.
    await unlessChanged(tables.commit([turns.remove(mine)])).catch(() => undefined);
  }
}

/** True while somebody plans for this pair. */
export async function isPlanning(deps: Platform, { programmeId, pairId }: PairAddress): Promise<boolean> {
  const row = await turns.find(deps.tables, programmeId, pairId);
  return row !== undefined && row.value.until > deps.clock.machine();
}

async function takeTurn(
  { tables, clock }: Platform,
  { programmeId, pairId }: PairAddress,
  personId: string,
  waitUntil: number,
): Promise<Row<Turn>> {
  const fence = newId();
  for (;;) {
    const found = await turns.find(tables, programmeId, pairId);
    if (found?.value.fence === fence) return found;
    if (!found || found.value.until <= clock.machine()) {
      const value: Turn = { by: personId, fence, until: clock.machine() + longestTurn };
      await unlessChanged(
        tables.commit([found ? turns.replace(found, value) : turns.create(programmeId, pairId, value)]),
      );
      continue;
    }
    if (clock.machine() >= waitUntil) throw new Failure('conflict', 'being-planned');
    await pause(step);
  }
}

/** What takes longer goes on, and the person is told that Outlook does not answer: the same press again finds what came of it. */
export async function inTime<A>(work: Promise<A>, milliseconds = longestRequest): Promise<A> {
  const over = new AbortController();
  const late = pause(milliseconds, over.signal).then((): never => {
    throw new Failure('unavailable', 'calendar-away');
  });
  late.catch(() => undefined);
  try {
    return await Promise.race([work, late]);
  } finally {
    over.abort();
  }
}
