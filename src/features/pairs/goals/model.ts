/**
 * What a mentee wants to reach in the pair: goals with steps and notes, for the two alone. The mentee keeps them and says at the end what
 * came of each; of that only reached, partly or not leaves the pair, without a word and among others (`settling/`). Safe in the browser.
 */
import { z } from 'zod';
import { id } from '../../../platform/ids.ts';
import { personCard, personId } from '../../people/model.ts';
import { sides } from '../model.ts';

export const longestGoal = 600;
export const longestStep = 200;
export const longestNote = 600;
/** Of a pair; of a goal. */
export const mostGoals = 12;
export const mostSteps = 20;
export const mostNotes = 60;

export const goalOutcomes = ['reached', 'partly', 'not'] as const;
export const goalOutcome = z.enum(goalOutcomes);
export type GoalOutcome = z.infer<typeof goalOutcome>;

/** Under which the three words are released. */
export const ownGoalsItem = 'own-goals';

/** What the helper asks, one by one; none needs an answer. The day is asked last. */
export const smartAsks = ['what', 'sign', 'way', 'why'] as const;
export type SmartAsk = (typeof smartAsks)[number];

const goalText = z.string().trim().min(1).max(longestGoal);
const until = z.iso.date().optional();

export const pairGoal = z.strictObject({
  id,
  pairId: id,
  text: goalText,
  until,
  at: z.number(),
  /** Put aside; it counts for nothing. */
  droppedAt: z.number().optional(),
  outcome: goalOutcome.optional(),
});
export type PairGoal = z.infer<typeof pairGoal>;

export const goalStep = z.strictObject({
  id,
  goalId: id,
  text: z.string(),
  until,
  done: z.boolean(),
  at: z.number(),
});
export type GoalStep = z.infer<typeof goalStep>;

export const goalNote = z.strictObject({
  id,
  goalId: id,
  text: z.string(),
  by: personId,
  /** Written at this meeting. */
  meetingId: id.optional(),
  at: z.number(),
});
export type GoalNote = z.infer<typeof goalNote>;

/** The same words of the same goal are one, however often they are sent. */
export const goalDraft = z.strictObject({ text: goalText, until });
export type GoalDraft = z.infer<typeof goalDraft>;
export const stepDraft = z.strictObject({ text: z.string().trim().min(1).max(longestStep), until });
export type StepDraft = z.infer<typeof stepDraft>;
export const noteDraft = z.strictObject({
  text: z.string().trim().min(1).max(longestNote),
  meetingId: id.optional(),
});
export type NoteDraft = z.infer<typeof noteDraft>;

export const goalView = z.strictObject({
  id,
  text: z.string(),
  until: z.string().optional(),
  dropped: z.boolean(),
  outcome: goalOutcome.optional(),
  steps: z.array(z.strictObject({ id, text: z.string(), until: z.string().optional(), done: z.boolean() })),
  notes: z.array(z.strictObject({ id, text: z.string(), mine: z.boolean(), at: z.number(), meetingId: id.optional() })),
});
export type GoalView = z.infer<typeof goalView>;

export const goalsView = z.strictObject({
  partner: personCard,
  side: z.enum(sides),
  /** The pair is active: goals, steps and notes can be written. */
  open: z.boolean(),
  /** The reader keeps the goals. */
  mine: z.boolean(),
  goals: z.array(goalView),
});
export type GoalsView = z.infer<typeof goalsView>;
