/** What check-ins do by themselves: ask, plan, look at the first meeting, tell, and hand settled answers on. All re-read. */
import { z } from 'zod';
import type { Card } from '../../platform/cards.ts';
import { job, type Job } from '../../platform/doors.ts';
import { isFailure } from '../../platform/errors.ts';
import { id, idOf } from '../../platform/ids.ts';
import type { Language } from '../../platform/words.ts';
import { isAgreementDue as isDueForPair } from '../pairs/agreement/usecases.ts';
import { deliver } from '../people/messages/usecases.ts';
import { checkInCard } from './cards.ts';
import { readersInCard, type Confiding } from './confiding/usecases.ts';
import { kindOf, round } from './model.ts';
import { planNextRound } from './planning/usecases.ts';
import { settleAnswer } from './results/usecases.ts';
import { asking, askingAgain } from './sends.ts';
import { signalsJobs } from './signals/jobs.ts';
import { tellingJobs } from './telling/jobs.ts';
import { isAskedNow, viewCheckIn } from './usecases.ts';

const ofPair = z.strictObject({ programmeId: id, pairId: id });
const ofRound = ofPair.extend({ round, personId: id });
type OfRound = z.infer<typeof ofRound>;

export const checkinsJobs: readonly Job[] = [
  job({
    name: 'checkins.ask',
    data: ofRound,
    run: (deps, data) =>
      deliver(deps, {
        ...{ ...asking.as, table: 'programmes', partition: data.programmeId, personId: data.personId, data },
        sendId: idOf('check-in', data.pairId, data.round, data.personId),
        card: (language) => questionFor(deps, data, { language, isAgain: false }),
      }),
  }),
  job({
    name: 'checkins.ask-again',
    data: ofRound,
    run: (deps, data, task) =>
      deliver(deps, {
        ...{ ...askingAgain.as, table: 'programmes', partition: data.programmeId, personId: data.personId, data },
        sendId: task.id,
        card: (language) => questionFor(deps, data, { language, isAgain: true }),
      }),
  }),
  job({
    name: 'checkins.plan',
    data: ofPair,
    run: (deps, { programmeId, pairId }) => planNextRound(deps, programmeId, pairId),
  }),
  job({
    name: 'checkins.settle',
    // Answers were settled for one round only when there was one.
    data: ofRound.extend({ round: round.default('day-30') }),
    run: (deps, { programmeId, ...answer }) => settleAnswer(deps, programmeId, answer),
  }),
  ...signalsJobs,
  ...tellingJobs,
];

/** Nothing while the pair pauses or is over, when a later round took its place, it is off, was answered or put off. */
async function questionFor(
  deps: Confiding,
  { programmeId, pairId, personId, round: asked }: OfRound,
  { language, isAgain }: { readonly language: Language; readonly isAgain: boolean },
): Promise<Card | undefined> {
  try {
    if (!(await isAskedNow(deps, { programmeId, pairId }, asked))) return undefined;
    const view = await viewCheckIn(deps, { personId, language }, { programmeId, pairId }, asked);
    const isWaiting = view.said === undefined && (isAgain ? view.put === 'later' : view.put === undefined);
    if (!isWaiting) return undefined;
    // Only in the rounds of a pair that goes on: the first come too early, the last too late.
    const isAgreementDue = kindOf(asked) === 'regular' && (await isDueForPair(deps, { programmeId, pairId }));
    const readers = await readersInCard(deps, personId, view);
    return checkInCard(language, { ...view, readers, isAgain, isAgreementDue });
  } catch (error) {
    if (isFailure(error, 'gone') || isFailure(error, 'not-found')) return undefined;
    throw error;
  }
}
