/** Courses that are sent to chat: offered after an application, or because the person asked for it in the tab. */
import { z } from 'zod';
import { job, type Job } from '../../platform/doors.ts';
import { isFailure } from '../../platform/errors.ts';
import { id, idOf } from '../../platform/ids.ts';
import { deliver } from '../people/messages/usecases.ts';
import { findProgramme } from '../programmes/usecases.ts';
import { applicationOf } from '../recruitment/usecases.ts';
import { offerCard, stepCard } from './cards.ts';
import { viewFollowed } from './following/usecases.ts';
import { remindOfPath, tellMissing } from './reminding/usecases.ts';
import { leftOf, namesOf } from './role-paths/usecases.ts';
import { offering, sendingCourse } from './sends.ts';
import { hasApplied, noteTrained } from './usecases.ts';

const ofPerson = z.strictObject({ programmeId: id, personId: id, courseId: id });

function nothingWhereGone(error: unknown): undefined {
  if (!isFailure(error, 'not-found')) throw error;
}

export const trainingJobs: readonly Job[] = [
  job({
    name: 'training.offer',
    data: ofPerson,
    run: (deps, { programmeId, personId, courseId: wanted }) =>
      deliver(deps, {
        ...{ ...offering.as, table: 'programmes', partition: programmeId, personId },
        data: { programmeId, personId, courseId: wanted },
        sendId: idOf('offer-course', personId, wanted),
        card: async (language) => {
          const one = await applicationOf(deps, programmeId, personId);
          if (one?.status !== 'applied') return undefined;
          const { role } = one.answers;
          const left = await namesOf(deps, await leftOf(deps, { personId, programmeId }, role), language);
          // What was offered is done by now, or the role is another one.
          if (left[0]?.id !== wanted) return undefined;
          const isGated = (await findProgramme(deps, programmeId))?.coursesFirst === true;
          return offerCard(language, { role, left, isGated });
        },
      }),
  }),
  job({
    name: 'training.send',
    data: ofPerson.extend({ turn: z.string() }),
    run: (deps, { programmeId, personId, courseId: wanted, turn }) =>
      deliver(deps, {
        ...{ ...sendingCourse.as, table: 'programmes', partition: programmeId, personId },
        data: { programmeId, personId, courseId: wanted, turn },
        sendId: idOf('course-in-chat', personId, wanted, turn),
        card: async (language) => {
          if (!(await hasApplied(deps, programmeId, personId))) return undefined;
          // What was withdrawn before it could be sent is not sent.
          const view = await viewFollowed(deps, { personId, language }, wanted).catch(nothingWhereGone);
          return view && stepCard(language, view.course, view.doneAt === undefined ? view.step : 0);
        },
      }),
  }),
  job({
    name: 'training.note',
    data: z.strictObject({ personId: id, courseId: id }),
    run: (deps, { personId, courseId: done }) => noteTrained(deps, personId, done),
  }),
  job({
    name: 'training.remind',
    data: z.strictObject({ programmeId: id, personId: id }),
    run: (deps, data, task) => remindOfPath(deps, data, task.id),
  }),
  job({
    name: 'training.missing',
    data: z.strictObject({ programmeId: id, personId: id }),
    run: (deps, data, task) => tellMissing(deps, data, task.id),
  }),
];
