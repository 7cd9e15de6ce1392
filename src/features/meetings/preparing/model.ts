/** The one page before a talk: what stands open between the two, and a few questions to begin with. Safe in the browser. */
import { z } from 'zod';
import { personCard } from '../../people/model.ts';
import { meetingView } from '../model.ts';
import { agreedView, ownNotes, pointView } from '../notes/model.ts';
import { questionView } from '../questions/model.ts';

/** Steps towards a goal that are due by the day of the talk; without any the next one. */
export const dueGoal = z.strictObject({
  id: z.string(),
  goal: z.string(),
  steps: z.array(z.strictObject({ id: z.string(), text: z.string(), until: z.string().optional() })),
});
export type DueGoal = z.infer<typeof dueGoal>;

export const preparation = z.strictObject({
  partner: personCard,
  zone: z.string(),
  meeting: meetingView,
  /** Agreed before, and still to be done. */
  agreed: z.array(agreedView),
  points: z.array(pointView),
  /** `mine`: the reader keeps the goals. */
  goals: z.strictObject({ mine: z.boolean(), due: z.array(dueGoal) }),
  opener: questionView.optional(),
  questions: z.array(questionView),
  /** The reader's own notes of the last talk that has any; nobody else's. */
  last: z.strictObject({ start: z.number(), own: ownNotes }).optional(),
});
export type Preparation = z.infer<typeof preparation>;
