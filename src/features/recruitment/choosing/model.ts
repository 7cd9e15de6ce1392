/**
 * Choosing, only where there are too few places: criteria written beforehand, a criterion as the reason of each yes and no, and one
 * answer to everybody at the same time. What is written about somebody is read by them. Safe in the browser.
 */
import { z } from 'zod';
import { id } from '../../../platform/ids.ts';
import { languages } from '../../../platform/words.ts';
import { personId } from '../../people/model.ts';
import { applicantLine, sides } from '../model.ts';

export const criterionWords = z.partialRecord(z.enum(languages), z.string().trim().max(200));

/** The programme's binding language stands in for those that are left out. */
export const criterion = z.strictObject({ id, words: criterionWords });
export type Criterion = z.infer<typeof criterion>;

/** People who can take part on each side, where there is a limit besides the mentors' places: seats in a course, a budget. */
const limits = z.strictObject({
  mentee: z.number().int().min(1).max(100_000).optional(),
  mentor: z.number().int().min(1).max(100_000).optional(),
});
export type Limits = z.infer<typeof limits>;

export const criteriaDraft = z.strictObject({
  criteria: z.array(z.strictObject({ words: criterionWords })).max(8),
  limits,
});
export type CriteriaDraft = z.infer<typeof criteriaDraft>;
export const criteriaLeast = 2;

/** Of one round: what was written, that applications were looked at, that everybody was answered. In this order or not at all. */
export const choosing = z.strictObject({
  criteria: z.array(criterion),
  limits,
  writtenAt: z.number().optional(),
  writtenBy: personId.optional(),
  readAt: z.number().optional(),
  readBy: personId.optional(),
  sentAt: z.number().optional(),
  sentBy: personId.optional(),
});
export type Choosing = z.infer<typeof choosing>;
export const nothingChosen: Choosing = { criteria: [], limits: {} };

export const choiceDraft = z.strictObject({
  chosen: z.boolean(),
  criterionId: id,
  /** A few own words, which the person reads. */
  sentence: z.string().trim().min(1).max(300).optional(),
});
export type ChoiceDraft = z.infer<typeof choiceDraft>;

export const choice = choiceDraft.extend({
  personId,
  side: z.enum(sides),
  round: z.number().int(),
  by: personId,
  at: z.number(),
  /** Everybody was answered. */
  told: z.literal(true).optional(),
});
export type Choice = z.infer<typeof choice>;

/** Why there is something to choose on a side, or not. */
export const standsOf = [
  'choose',
  'enough-places',
  'no-places',
  'no-criteria',
  'still-open',
  'matched',
  'sent',
] as const;

export const sideLine = z.strictObject({
  side: z.enum(sides),
  applications: z.number().int(),
  /** Left out where any number is welcome. */
  places: z.number().int().optional(),
  stands: z.enum(standsOf),
});
export type SideLine = z.infer<typeof sideLine>;

export const decision = choiceDraft.extend({ by: z.string(), mine: z.boolean() });

export const choiceLine = applicantLine
  .pick({ person: true, topics: true, languages: true, hoursAMonth: true })
  .extend({
    side: z.enum(sides),
    waited: z.boolean(),
    decision: decision.optional(),
  });
export type ChoiceLine = z.infer<typeof choiceLine>;

/** `read`: somebody of the team has looked at who applied. `late`: the last day is over. */
export const writings = ['may', 'read', 'late'] as const;

export const choosingPage = z.strictObject({
  language: z.enum(languages),
  criteria: z.array(criterion),
  limits,
  writing: z.enum(writings),
  sides: z.array(sideLine),
  /** In an order of chance, the same for everybody of the team. */
  lines: z.array(choiceLine),
});
export type ChoosingPage = z.infer<typeof choosingPage>;
