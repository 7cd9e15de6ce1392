/** Door: a survey answered in its card, or opened as a page. Answering twice is told kindly; an old card says that it is over. */
import { z } from 'zod';
import { cardAction, type CardAction } from '../../platform/doors.ts';
import { id } from '../../platform/ids.ts';
import { answerSurvey } from './answering/usecases.ts';
import { outcomeCard, skipped } from './cards.ts';
import { supportItemIds, type SupportItemId } from './questions/model.ts';
import { supportTexts } from './questions/rules.ts';

const subject = z.strictObject({ surveyId: id });
const answer = z.enum([skipped, '1', '2', '3', '4', '5']).transform((one) => (one === skipped ? null : Number(one)));
const inputs = z.record(z.enum(supportItemIds), answer);

export const surveysActions: readonly CardAction[] = [
  cardAction({
    verb: 'surveys.answer',
    subject,
    inputs: onlyDeclared(inputs),
    run: async (deps, press) => {
      const { personId, language } = press.caller;
      const outcome = await answerSurvey(deps, personId, press.subject.surveyId, { answers: press.inputs });
      return { kind: 'card', card: outcomeCard(language, outcome) };
    },
  }),
  cardAction({
    verb: 'surveys.page',
    subject,
    inputs: z.object({}),
    run: async (_, press) => ({
      kind: 'dialog',
      title: supportTexts(press.caller.language).title,
      path: `/surveys/${press.subject.surveyId}/answer`,
    }),
  }),
];

/** Whatever else was sent is ignored. */
function onlyDeclared<T>(schema: z.ZodType<T>): z.ZodType<T> {
  const declared = new Set<string>(supportItemIds satisfies readonly SupportItemId[]);
  return z
    .record(z.string(), z.unknown())
    .transform((sent) => Object.fromEntries(Object.entries(sent).filter(([key]) => declared.has(key))))
    .pipe(schema as z.ZodType<T, Record<string, unknown>>);
}
