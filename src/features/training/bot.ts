/** A course in chat: each press replaces the card with the next step, and the same progress is kept as in the tab. */
import { z } from 'zod';
import { cardAction, type CardAction, type Reply } from '../../platform/doors.ts';
import { id as courseId } from '../../platform/ids.ts';
import type { Platform } from '../../platform/platform.ts';
import { doneCard, stepCard } from './cards.ts';
import { completeFollowed, reachFollowed, viewFollowed, type Followed } from './following/usecases.ts';
import { pageOfCourse } from './model.ts';
import type { Reader } from './role-paths/usecases.ts';
import { afterCourse } from './usecases.ts';
import { say } from './words.ts';

const place = z
  .string()
  .regex(/^\d{1,2}$/)
  .transform(Number);
const inputs = z.object({});

async function isDone(deps: Platform, who: Reader, { course, next }: Followed): Promise<Reply> {
  const after = await afterCourse(deps, who, { id: course.id, next });
  return { kind: 'card', card: doneCard(who.language, course, after) };
}

export const trainingActions: readonly CardAction[] = [
  cardAction({
    ...{ verb: 'training.step', subject: z.object({ courseId, step: place.optional() }), inputs },
    run: async (deps, { caller, subject }) => {
      const view = await viewFollowed(deps, caller, subject.courseId);
      // Without a step it is the offer's "Start": an old offer says what is now.
      if (subject.step === undefined && view.doneAt !== undefined) return isDone(deps, caller, view);
      const step = subject.step ?? view.step;
      await reachFollowed(deps, caller, subject.courseId, step);
      return { kind: 'card', card: stepCard(caller.language, view.course, step) };
    },
  }),
  cardAction({
    ...{ verb: 'training.choose', subject: z.object({ courseId, step: place }) },
    inputs: z.object({ answer: place }),
    run: async (deps, { caller, subject, inputs: { answer } }) => {
      await reachFollowed(deps, caller, subject.courseId, subject.step);
      const { course } = await viewFollowed(deps, caller, subject.courseId);
      return { kind: 'card', card: stepCard(caller.language, course, subject.step, answer) };
    },
  }),
  cardAction({
    ...{ verb: 'training.done', subject: z.object({ courseId }), inputs },
    run: async (deps, { caller, subject }) =>
      isDone(deps, caller, await completeFollowed(deps, caller, subject.courseId)),
  }),
  cardAction({
    ...{ verb: 'training.open', subject: z.object({ courseId }), inputs },
    run: async (deps, { caller, subject }) => ({
      ...{ kind: 'dialog', title: (await viewFollowed(deps, caller, subject.courseId)).course.title },
      path: pageOfCourse(subject.courseId),
    }),
  }),
  cardAction({
    ...{ verb: 'training.courses', subject: z.object({}), inputs },
    run: (_deps, { caller }) =>
      Promise.resolve({ kind: 'dialog', title: say(caller.language, 'courses.title'), path: '/courses' }),
  }),
];
