/** An anonymous answer: what was said, and nothing about who said it, when, or in which language. */
import { z } from 'zod';
import { attributeId, itemId, scalePoints } from '../model.ts';

/** What somebody prefers not to say is not kept: the item is left out. */
export const response = z.strictObject({
  ratings: z.record(itemId, z.number().int().min(1).max(scalePoints)),
  texts: z.record(itemId, z.string().trim().min(1).max(1000)),
  /** Where this person belongs, only as far as enough of those who are asked share it. */
  of: z.record(attributeId, z.string()).optional(),
});
export type Response = z.infer<typeof response>;

/** That somebody answered: no time, no name. It goes when the survey closes. */
export const mark = z.strictObject({});

/** What became of an answer; only the first is new. */
export const kept = z.enum(['kept', 'already-answered', 'closed']);
export type Kept = z.infer<typeof kept>;
