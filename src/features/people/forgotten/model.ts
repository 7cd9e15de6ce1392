/** Somebody who asked to be forgotten, or who left and is forgotten by rule: under a keyed pseudonym, so that nobody reads who. */
import { z } from 'zod';
import { personId } from '../model.ts';

/** `asked`: by the person, who is left alone until they come back. `left`: by rule, 30 days after the directory had no such person. */
export const forgettingWhys = ['asked', 'left'] as const;
export type ForgettingWhy = (typeof forgettingWhys)[number];

/** `leave`: out of pairs, circles, stories, with what others hear of it. `sweep`: all rows. `check`: all rows again, later. */
export const forgettingStages = ['leave', 'sweep', 'check', 'done'] as const;

export const forgotten = z.strictObject({
  why: z.enum(forgettingWhys),
  at: z.number(),
  stage: z.enum(forgettingStages),
  /** The stage does not begin before: what others hear of the person needs to know of whom. */
  due: z.number().optional(),
  /** Where a pass through all rows is: the table, and the page in it. */
  table: z.number().int().optional(),
  page: z.string().optional(),
  /** Rows that were looked at, and changed, in this pass. */
  looked: z.number().int(),
  changed: z.number().int(),
  /** How often taking them out failed somewhere: a service that is away must not keep the rows. */
  failures: z.number().int().optional(),
  /** What stands in the place of the person id in what others keep; gone when all is done. */
  standIn: personId.optional(),
  /** What leads to rows that do not name them, as it was before any row was changed; gone when all is done. */
  leads: z.strictObject({ asMentee: z.array(z.string()), stories: z.array(z.string()) }).optional(),
  doneAt: z.number().optional(),
});
export type Forgotten = z.infer<typeof forgotten>;
