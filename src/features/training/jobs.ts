/** Courses that are sent to chat: offered after an application, or because the person asked for it in the tab. */
import { z } from 'zod';
import { job, type Job } from '../../platform/doors.ts';
import { id, idOf } from '../../platform/ids.ts';
import { deliver } from '../people/messages/usecases.ts';
import { offerCard, stepCard } from './cards.ts';
import { courseId } from './model.ts';
import { offering, sendingCourse } from './sends.ts';
import { hasApplied, isCourseOf, viewCourse } from './usecases.ts';

const ofPerson = z.strictObject({ programmeId: id, personId: id, courseId });

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
          const view = await viewCourse(deps, { personId, language }, wanted);
          const isOffered = view.doneAt === undefined && (await isCourseOf(deps, programmeId, personId, wanted));
          return isOffered ? offerCard(language, view) : undefined;
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
          const view = await viewCourse(deps, { personId, language }, wanted);
          return stepCard(language, view, view.doneAt === undefined ? view.step : 0);
        },
      }),
  }),
];
