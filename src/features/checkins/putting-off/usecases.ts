/** A person puts a check-in off: once more in three days, not now, or not this one. An answer is taken all the same. */
import { daysAfter } from '../../../platform/clock.ts';
import { Failure } from '../../../platform/errors.ts';
import { idOf } from '../../../platform/ids.ts';
import type { Platform } from '../../../platform/platform.ts';
import { unlessChanged } from '../../../platform/tables/conflict.ts';
import type { PutOff, PutOffWay, Round } from '../model.ts';
import { putOffDays } from '../rules.ts';
import { putOffs } from '../store.ts';
import { openPair, type CheckInAddress } from '../usecases.ts';

const tries = 3;

/** Pressed twice it is once. Whoever puts it off a second time finds it in the tab: the way that counts is given back. */
export async function putOffCheckIn(
  deps: Platform,
  personId: string,
  at: CheckInAddress,
  { round, way }: { readonly round: Round; readonly way: PutOffWay },
): Promise<PutOff> {
  const { programmeId, pairId } = at;
  const { zone } = (await openPair(deps, personId, at, round)).programme;
  const now = deps.clock.now();
  for (let turn = 1; turn <= tries; turn += 1) {
    const before = await putOffs.find(deps.tables, programmeId, pairId, round, personId);
    const next = nextOf(before?.value, way, { now, soon: daysAfter(now, putOffDays, zone) });
    if (next === before?.value) return next;
    const row = before ? putOffs.replace(before, next) : putOffs.create(programmeId, [pairId, round, personId], next);
    const again =
      next.way === 'later' && next.again !== undefined
        ? [
            {
              id: idOf('check-in-again', pairId, round, personId),
              job: 'checkins.ask-again',
              due: next.again,
              data: { programmeId, pairId, round, personId },
            },
          ]
        : [];
    if (await unlessChanged(deps.outbox.commit([row], again))) return next;
  }
  throw new Failure('conflict', 'changed-meanwhile');
}

function nextOf(before: PutOff | undefined, way: PutOffWay, { now, soon }: { now: number; soon: number }): PutOff {
  const again = before?.again;
  const isAskedAgain = again !== undefined;
  // Still on its way: the same press again.
  if (way === 'later' && before?.way === 'later' && isAskedAgain && again > now) return before;
  if (way === 'later' && !isAskedAgain) return { way, at: now, again: soon };
  const instead = way === 'later' ? 'not-now' : way;
  if (before?.way === instead) return before;
  return { way: instead, at: now, ...(isAskedAgain ? { again } : {}) };
}
