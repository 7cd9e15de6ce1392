/** Two proposals beside each other: who would be with somebody else, whom it helps and what it costs. Safe in the browser. */
import { z } from 'zod';
import { id } from '../../../platform/ids.ts';
import { personCard, personId } from '../../people/model.ts';
import { aims, strength, switchCost } from '../model.ts';

export const move = z.strictObject({
  menteeId: personId,
  from: z.strictObject({ mentorId: personId, strength }).optional(),
  to: z.strictObject({ mentorId: personId, strength }).optional(),
});
export type Move = z.infer<typeof move>;

export const sideOfComparison = z.strictObject({
  id,
  matched: z.number(),
  firstChoice: z.number(),
  aims,
  /** Of 100. */
  weights: z.record(z.string(), z.number()),
  everybodyAtLeast: strength.optional(),
});

export const comparison = z.strictObject({
  before: sideOfComparison,
  after: sideOfComparison,
  /** What the second costs everybody together against the first; absent, as the next two, where other weights measured another thing. */
  cost: switchCost.optional(),
  /** Mentees whose mentor fits better, or who have one only then; and the other way round. */
  better: z.number().optional(),
  worse: z.number().optional(),
  moves: z.array(move),
  /** More moves than are shown. */
  more: z.number(),
  people: z.record(z.string(), personCard),
});
export type Comparison = z.infer<typeof comparison>;
