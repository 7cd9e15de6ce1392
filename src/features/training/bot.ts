/** A course in chat: each press replaces the card with the next step, and the same progress is kept as in the tab. */
import { z } from 'zod';
import { cardAction, type CardAction } from '../../platform/doors.ts';
import { doneCard, stepCard } from './cards.ts';
import { courseId } from './model.ts';
import { afterCourse, completeCourse, courseOf, reachStep, viewCourse } from './usecases.ts';
import { say } from './words.ts';

const place = z
  .string()
  .regex(/^\d{1,2}$/)
  .transform(Number);
const inputs = z.object({});

export const trainingActions: readonly CardAction[] = [
  cardAction({
    ...{ verb: 'training.step', subject: z.object({ courseId, step: place.optional() }), inputs },
    run: async (deps, { caller, subject }) => {
      const view = await viewCourse(deps, caller, subject.courseId);
      // Without a step it is the offer's "Start": an old offer says what is now.
      if (subject.step === undefined && view.doneAt !== undefined)
        return { kind: 'card', card: doneCard(caller.language, view, await afterCourse(deps, caller, view)) };
      const step = subject.step ?? view.step;
      await reachStep(deps, caller.personId, subject.courseId, step);
      return { kind: 'card', card: stepCard(caller.language, view, step) };
    },
  }),
  cardAction({
    ...{ verb: 'training.choose', subject: z.object({ courseId, step: place }) },
    inputs: z.object({ answer: place }),
    run: async (deps, { caller, subject, inputs: { answer } }) => {
      await reachStep(deps, caller.personId, subject.courseId, subject.step);
      const course = courseOf(subject.courseId, caller.language);
      return { kind: 'card', card: stepCard(caller.language, course, subject.step, answer) };
    },
  }),
  cardAction({
    ...{ verb: 'training.done', subject: z.object({ courseId }), inputs },
    run: async (deps, { caller, subject }) => {
      await completeCourse(deps, caller.personId, subject.courseId);
      const view = await viewCourse(deps, caller, subject.courseId);
      return { kind: 'card', card: doneCard(caller.language, view, await afterCourse(deps, caller, view)) };
    },
  }),
  cardAction({
    ...{ verb: 'training.open', subject: z.object({ courseId }), inputs },
    run: (_deps, { caller, subject }) =>
      Promise.resolve({
        ...{ kind: 'dialog', title: courseOf(subject.courseId, caller.language).title },
        path: `/courses/${subject.courseId}`,
      }),
  }),
  cardAction({
    ...{ verb: 'training.courses', subject: z.object({}), inputs },
    run: (_deps, { caller }) =>
      Promise.resolve({ kind: 'dialog', title: say(caller.language, 'courses.title'), path: '/courses' }),
  }),
];
