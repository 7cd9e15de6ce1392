/** Where a programme stands: the seven steps, the path of people and pairs, what waits, what did not arrive. Totals only. */
import { z } from 'zod';
import { id } from '../../../platform/ids.ts';
import { responseBand, round } from '../../checkins/model.ts';
import { matchingFigures } from '../../pairs/model.ts';
import { undeliverable } from '../../people/messages/model.ts';
import { personCard } from '../../people/model.ts';
import { programmeLine, stages } from '../../programmes/model.ts';
import { recruitmentFigures } from '../../recruitment/model.ts';
import { choices } from '../../surveys/model.ts';
import { trainingFigures } from '../../training/model.ts';

export const stepNames = ['support', 'recruitment', 'matching', 'training', 'checkins', 'thanks', 'stories'] as const;
export type StepName = (typeof stepNames)[number];

/** `none`: no survey was asked; `undecided`: asked, and nothing is written yet. */
export const supports = ['none', 'undecided', ...choices] as const;

export const nextActions = [
  'follow-up',
  'decide-support',
  'set-goals',
  'send-call',
  'see-applicants',
  'make-proposal',
  'publish',
  'see-answers',
  'match-again',
  'see-check-ins',
  'see-pairs',
  'publish-story',
  'ask-story',
  'see-thanks',
] as const;
export type NextAction = (typeof nextActions)[number];

export const waits = ['words', 'rematches', 'overdue', 'answers', 'unmatched', 'draft', 'stories'] as const;
export type Wait = (typeof waits)[number];

/** Which part of the product a message came from; `other` for what has no words of its own. */
export const messageKinds = [
  'recruitment',
  'training',
  'pairs',
  'meetings',
  'checkins',
  'recognition',
  'stories',
  'other',
] as const;
export type MessageKind = (typeof messageKinds)[number];

/** Out of the features, as they know it at this moment. */
export const facts = z.strictObject({
  programme: programmeLine,
  surveyId: id.optional(),
  support: z.enum(supports),
  goals: z.number(),
  /** The last call still takes applications. */
  callOpen: z.boolean(),
  recruitment: recruitmentFigures,
  matching: matchingFigures,
  training: trainingFigures,
  meetings: z.strictObject({ planned: z.number(), met: z.number() }),
  /** The last round that was asked; in bands, so that nobody can be counted out. */
  checkIns: z.strictObject({ round, answered: responseBand }).optional(),
  words: z.number(),
  /** People who wait for a new match. */
  rematches: z.number(),
  thanks: z.number(),
  stories: z.strictObject({ toReview: z.number(), published: z.number() }),
});
export type Facts = z.infer<typeof facts>;

export const overview = facts.extend({
  steps: z.array(z.strictObject({ name: z.enum(stepNames), state: z.enum(['done', 'now', 'begun', 'later']) })),
  next: z.enum(nextActions),
  /** The stage that may follow, when there is one. */
  nextStage: z.enum(stages).optional(),
  waiting: z.array(z.strictObject({ what: z.enum(waits), count: z.number() })),
  notArrived: z.array(
    z.strictObject({
      id,
      ...{ person: personCard, kind: z.enum(messageKinds), reason: z.enum(undeliverable), at: z.number() },
      mayTryAgain: z.boolean(),
    }),
  ),
  /** Work that failed after all its tries; it can be tried again. */
  failed: z.array(z.strictObject({ id, kind: z.enum(messageKinds), person: personCard.optional() })),
});
export type Overview = z.infer<typeof overview>;
