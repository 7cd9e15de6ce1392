/** Door: a survey answered in its card, or opened as a page. Answering twice is told kindly; an old card says that it is over. */
import { z } from 'zod';
import { cardAction, type CardAction } from '../../platform/doors.ts';
import { id } from '../../platform/ids.ts';
import { answerInCard } from './answering/usecases.ts';
import { outcomeCard } from './cards.ts';
import { longest, mostOptions, questionId } from './questions/model.ts';
import { say } from './words.ts';

const subject = z.strictObject({ surveyId: id });
/** Which questions there are, and what answers them, the survey knows; whatever else was sent is ignored. */
const inputs = z
  .record(z.string().max(40), z.string().max(Math.max(longest.short, mostOptions * 17)))
  .transform((sent) => Object.fromEntries(Object.entries(sent).filter(([key]) => questionId.safeParse(key).success)));

export const surveysActions: readonly CardAction[] = [
  cardAction({
    verb: 'surveys.answer',
    subject,
    inputs,
    run: async (deps, press) => {
      const { personId, language } = press.caller;
      const outcome = await answerInCard(deps, personId, press.subject.surveyId, press.inputs);
      return { kind: 'card', card: outcomeCard(language, outcome) };
    },
  }),
  cardAction({
    verb: 'surveys.page',
    subject,
    inputs: z.object({}),
    run: async (_, press) => ({
      kind: 'dialog',
      title: say(press.caller.language, 'card.summary'),
      path: `/surveys/${press.subject.surveyId}/answer`,
    }),
  }),
];
