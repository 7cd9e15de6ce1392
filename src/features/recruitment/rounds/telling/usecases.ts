/** The messages about rounds, each made at the last moment from what is true then. */
import type { JobResult } from '../../../../platform/doors.ts';
import type { Platform } from '../../../../platform/platform.ts';
import { deliver } from '../../../people/messages/usecases.ts';
import { coordinatesNow, programmeOf } from '../../../programmes/usecases.ts';
import { applicationOf, applyingNow, roundOf } from '../../usecases.ts';
import { listCard, takenUpCard } from '../cards.ts';
import { tellingLook, tellingTakenUp } from '../sends.ts';
import { whoWaitsOn } from '../usecases.ts';

interface To {
  readonly programmeId: string;
  readonly personId: string;
}

/** Nothing to whoever withdrew since, or when the round is over by then. */
export async function tellTakenUp(deps: Platform, { programmeId, personId }: To, sendId: string): Promise<JobResult> {
  const programme = await programmeOf(deps, programmeId);
  return deliver(deps, {
    ...{ ...tellingTakenUp.as, table: 'programmes', partition: programmeId, sendId, personId },
    ...{ data: { programmeId, personId }, programmeLanguage: programme.language },
    card: async (language) => {
      const [one, round, applying] = await Promise.all([
        applicationOf(deps, programmeId, personId),
        roundOf(deps, programmeId),
        applyingNow(deps, programme),
      ]);
      if (one?.status !== 'applied' || !round || applying !== 'open') return undefined;
      return takenUpCard(language, { programme, closesOn: round.closesOn, waited: one.waited });
    },
  });
}

/** Whoever left the team since gets nothing, nor does anybody once the list was taken up or the day put off. */
export async function tellLook(
  deps: Platform,
  { programmeId, personId, on }: To & { readonly on: string },
  sendId: string,
): Promise<JobResult> {
  if (!(await coordinatesNow(deps, personId, programmeId))) return undefined;
  const programme = await programmeOf(deps, programmeId);
  return deliver(deps, {
    ...{ ...tellingLook.as, table: 'programmes', partition: programmeId, sendId, personId },
    ...{ data: { programmeId, personId, on }, programmeLanguage: programme.language },
    card: async (language) => {
      const count = await whoWaitsOn(deps, programmeId, on);
      return count === 0 ? undefined : listCard(language, programme, count);
    },
  });
}
