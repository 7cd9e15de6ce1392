/** What somebody said in the surveys that asked them, as that person alone reads it. Safe in the browser. */
import { z } from 'zod';
import { modes } from '../../../release/answers/model.ts';
import { id } from '../../../../platform/ids.ts';

export const ownAnswers = z.strictObject({
  surveyId: id,
  title: z.string(),
  /** Of an anonymous survey nobody can tell which answers are whose, so there are none here, whether there was one or not. */
  mode: z.enum(modes),
  /** Domain time at which the survey opened. */
  openedAt: z.number().optional(),
  answers: z.array(z.strictObject({ question: z.string(), answer: z.string() })),
});
export type OwnAnswers = z.infer<typeof ownAnswers>;
