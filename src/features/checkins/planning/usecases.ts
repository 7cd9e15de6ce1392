/** Plans the rounds of a pair as tasks: when it begins, at each regular round the next one, and when it or its programme closes. */
import { mapAtOnce } from '../../../platform/at-once.ts';
import { idOf } from '../../../platform/ids.ts';
import type { NewTask } from '../../../platform/outbox.ts';
import type { Platform } from '../../../platform/platform.ts';
import { membersOf, type Pair } from '../../pairs/model.ts';
import { findPair, pairsOfProgramme, type PairListener } from '../../pairs/usecases.ts';
import type { Programme } from '../../programmes/model.ts';
import { programmeOf, type ProgrammeListener } from '../../programmes/usecases.ts';
import { kindOf } from '../model.ts';
import { courseOf, roundsAhead } from '../rules.ts';

/** What is ahead of a pair that began, or ended; called twice it plans once. */
export const scheduleCheckIns: PairListener = async (deps, pair) =>
  planRounds(deps, pair, await programmeOf(deps, pair.programmeId));

async function planRounds(deps: Platform, pair: Pair, programme: Programme): Promise<void> {
  const course = courseOf(pair, programme);
  const { id: pairId, programmeId } = pair;
  const plan = (task: NewTask) => deps.outbox.ask('programmes', programmeId, task);
  for (const { round, due } of course ? roundsAhead(course, deps.clock.now()) : []) {
    for (const personId of membersOf(pair)) {
      const id = idOf('check-in', pairId, round, personId);
      await plan({ id, job: 'checkins.ask', lane: 'campaign', due, data: { programmeId, pairId, round, personId } });
    }
    if (kindOf(round) !== 'regular') continue;
    await plan({ id: idOf('next-round', pairId, round), job: 'checkins.plan', due, data: { programmeId, pairId } });
  }
}

/** At a regular round: the next one. Nothing is lost while a pair pauses. */
export async function planNextRound(deps: Platform, programmeId: string, pairId: string): Promise<void> {
  const pair = await findPair(deps, programmeId, pairId);
  if (pair?.state === 'active' || pair?.state === 'paused')
    await planRounds(deps, pair, await programmeOf(deps, programmeId));
}

const pairsAtOnce = 10;

/** The programme closes, or asks other rounds: what is ahead of each of its pairs now. */
export const replanCheckIns: ProgrammeListener = async (deps, programme) => {
  const all = await pairsOfProgramme(deps, programme.id);
  const begun = all.filter(({ activeAt }) => activeAt !== undefined);
  await mapAtOnce(begun, pairsAtOnce, (pair) => planRounds(deps, pair, programme));
};
