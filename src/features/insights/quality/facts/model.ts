/**
 * What is counted of a programme: pairs, meetings, courses, doors. Exact numbers, kept so that the page of 10,000 pairs opens at once;
 * they never leave the server as they are (`../telling`).
 */
import { z } from 'zod';
import { goalPart } from '../../../programmes/goals/model.ts';
import { headcount } from '../../../release/model.ts';

const count = z.number().int().min(0);

export const pairCounts = z.strictObject({
  /** Pairs that began. */
  pairs: count,
  met: count,
  completed: count,
  /** Of talks that were held. */
  minutes: z.number().min(0),
  /** Together on the day that is looked at, and of these with a next date. */
  open: count,
  dated: count,
  /** With an agreement that both signed; not counted in rows of before there were any. */
  agreed: count.default(0),
});
export type PairCounts = z.infer<typeof pairCounts>;

export const facts = z.strictObject({
  /** When it was counted. */
  at: z.number(),
  all: pairCounts,
  /** By the month in which pairs began, `2026-03`; in order. */
  months: z.array(pairCounts.extend({ month: z.string() })),
  applied: count,
  trained: count,
  /** Of courses that were finished. */
  courseMinutes: z.number().min(0),
  doors: headcount,
  /** Parts of the organisation that a goal is about, as the funnel tells them. */
  reached: z.array(
    goalPart.extend({
      /** Who can be asked there. */
      people: count,
      range: z.strictObject({ from: count, to: count }).optional(),
    }),
  ),
});
export type Facts = z.infer<typeof facts>;
