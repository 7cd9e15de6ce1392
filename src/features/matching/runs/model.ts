/**
 * A run computes a proposal in the worker; there is one at a time in a programme, and whoever comes back finds it again.
 * Safe in the browser.
 */
import { z } from 'zod';
import { id } from '../../../platform/ids.ts';
import { personId } from '../../people/model.ts';
import { aims, override } from '../model.ts';

export const adjustment = override.pick({ what: true, menteeId: true, mentorId: true, why: true });
export type Adjustment = z.infer<typeof adjustment>;

/** What is wanted: a change by hand, other aims for the whole, or the same again. `look`: to look at first, and not to use yet. */
export const order = z.strictObject({
  change: adjustment.optional(),
  aims: aims.optional(),
  look: z.boolean().optional(),
});
export type Order = z.infer<typeof order>;

/** In this order; `keeping` has a share. */
export const steps = ['waiting', 'reading', 'comparing', 'proving', 'explaining', 'keeping'] as const;
export type Step = (typeof steps)[number];

export const run = z.strictObject({
  id,
  state: z.enum(['running', 'done', 'failed']),
  step: z.enum(steps),
  /** Of the step, 0 to 1. */
  share: z.number().min(0).max(1),
  by: personId,
  at: z.number(),
  /** Machine time of the last sign of life. */
  seenAt: z.number(),
  order,
  /** What was made. */
  proposalId: id.optional(),
  /** Why it failed: a word of `failure.<reason>`. */
  reason: z.string().optional(),
});
export type Run = z.infer<typeof run>;

/** What the page is told; `reason` is a sentence in the reader's language then. */
export const shownRun = run.omit({ seenAt: true, order: true }).extend({ byName: z.string() });
export type ShownRun = z.infer<typeof shownRun>;
