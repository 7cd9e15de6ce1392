/** What the tab asks about courses: the text in the reader's language, how far they are, and that it is done. */
import { z } from 'zod';
import { download, route, type Route } from '../../platform/doors.ts';
import { id } from '../../platform/ids.ts';
import { looking } from '../../platform/tables/look.ts';
import { certificateOf } from './certificate/usecases.ts';
import { gateRoutes } from './gate/routes.ts';
import { viewFollowed } from './following/usecases.ts';
import { courseId, courseLine, coursesPage, courseView } from './model.ts';
import { myCourses } from './path/usecases.ts';
import { completeCourse, coursesFor, reachStep, startInChat, viewCourse } from './usecases.ts';

const ofCourse = z.strictObject({ courseId });

export const trainingRoutes: readonly Route[] = [
  ...gateRoutes,
  route({
    ...{ method: 'GET', path: '/me/training', who: 'anybody-signed-in', guests: true, gives: coursesPage },
    run: (deps, caller) => myCourses(deps, caller),
  }),
  route({
    ...{ method: 'GET', path: '/me/training/:programmeId/certificate', who: 'anybody-signed-in', guests: true },
    params: z.strictObject({ programmeId: id }),
    gives: download,
    run: (deps, caller, { params }) => certificateOf(deps, caller, params.programmeId),
  }),
  route({
    ...{ method: 'GET', path: '/me/courses', who: 'anybody-signed-in', guests: true },
    gives: z.array(courseLine),
    run: (deps, caller) => coursesFor(deps, caller),
  }),
  route({
    ...{ method: 'GET', path: '/courses/:courseId', who: 'anybody-signed-in', guests: true, params: ofCourse },
    gives: courseView,
    run: (deps, caller, { params }) => viewCourse(deps, caller, params.courseId),
  }),
  route({
    ...{ method: 'PUT', path: '/me/courses/:courseId', who: 'anybody-signed-in', guests: true, params: ofCourse },
    body: z.strictObject({ step: z.number().int().min(0).max(20), isDone: z.boolean() }),
    gives: courseView,
    run: async (deps, caller, { params, body }) => {
      const { personId } = caller;
      if (body.isDone) await completeCourse(deps, personId, params.courseId);
      const known = body.isDone ? undefined : await reachStep(deps, personId, params.courseId, body.step);
      return looking(deps, (seen) => viewCourse(seen, caller, params.courseId, known));
    },
  }),
  route({
    ...{ method: 'POST', path: '/me/courses/:courseId/chat', who: 'anybody-signed-in' },
    params: z.strictObject({ courseId: id }),
    gives: z.strictObject({ sent: z.literal(true) }),
    run: async (deps, caller, { params }) => {
      await viewFollowed(deps, caller, params.courseId);
      await startInChat(deps, caller.personId, params.courseId);
      return { sent: true };
    },
  }),
];
