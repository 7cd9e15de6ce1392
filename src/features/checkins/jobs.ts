/** What check-ins do by themselves: ask, look at the first meeting, tell coordinators, and hand settled answers on. All re-read. */
import { z } from 'zod';
import { job, type Job } from '../../platform/doors.ts';
import { Failure, isFailure } from '../../platform/errors.ts';
import { id, idOf } from '../../platform/ids.ts';
import { deliver } from '../people/messages/usecases.ts';
import { findPerson } from '../people/usecases.ts';
import { coordinatesNow, findProgramme } from '../programmes/usecases.ts';
import { checkInCard, contactCard } from './cards.ts';
import { round } from './model.ts';
import { asking, tellingCoordinator } from './sends.ts';
import { settleAnswer } from './signals/figures/usecases.ts';
import { signalsJobs } from './signals/jobs.ts';
import { words } from './store.ts';
import { viewCheckIn } from './usecases.ts';

const ofPair = z.strictObject({ programmeId: id, pairId: id });

export const checkinsJobs: readonly Job[] = [
  job({
    name: 'checkins.ask',
    data: ofPair.extend({ round, personId: id }),
    run: (deps, { programmeId, pairId, personId, round: asked }) =>
      deliver(deps, {
        ...{ ...asking.as, table: 'programmes', partition: programmeId, personId },
        data: { programmeId, pairId, personId, round: asked },
        sendId: idOf('check-in', pairId, asked, personId),
        card: async (language) => {
          try {
            const view = await viewCheckIn(deps, personId, { programmeId, pairId }, asked);
            return view.said ? undefined : checkInCard(language, view);
          } catch (error) {
            // Paused or over: there is nothing to ask.
            if (error instanceof Failure && (isFailure(error, 'gone') || isFailure(error, 'not-found')))
              return undefined;
            throw error;
          }
        },
      }),
  }),
  job({
    name: 'checkins.settle',
    data: ofPair.extend({ personId: id }),
    run: (deps, { programmeId, pairId, personId }) => settleAnswer(deps, programmeId, pairId, personId),
  }),
  job({
    name: 'checkins.tell-coordinator',
    data: z.strictObject({ programmeId: id, wordId: id, coordinatorId: id }),
    run: (deps, { programmeId, wordId, coordinatorId }, task) =>
      deliver(deps, {
        ...{ ...tellingCoordinator.as, table: 'programmes', partition: programmeId, personId: coordinatorId },
        data: { programmeId, wordId, coordinatorId },
        sendId: task.id,
        card: async (language) => {
          const one = (await words.find(deps.tables, programmeId, wordId))?.value;
          const [who, programme] = await Promise.all([
            one?.people[0] ? findPerson(deps, one.people[0]) : undefined,
            findProgramme(deps, programmeId),
          ]);
          if (one?.state !== 'open' || !who || !programme) return undefined;
          if (!(await coordinatesNow(deps, coordinatorId, programmeId))) return undefined;
          return contactCard(language, { name: who.name, programme: programme.name, programmeId });
        },
      }),
  }),
  ...signalsJobs,
];
