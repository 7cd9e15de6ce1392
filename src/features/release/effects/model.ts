/** How large a change is, in a number and in a word. Safe in the browser. */
import { z } from 'zod';

/**
 * `few`: too few people to say; `unclear`: it may be chance. The others by Hedges' g, at the limits 0.2, 0.5 and 0.8 that Cohen gave as
 * a convention (Cohen 1988, Statistical Power Analysis for the Behavioral Sciences, 2nd ed., p. 25).
 */
export const sizes = ['few', 'unclear', 'hardly', 'small', 'medium', 'large'] as const;
export type Size = (typeof sizes)[number];

export const effect = z.strictObject({
  /** Points on the scale by which the mean moved, to one decimal. */
  change: z.number(),
  size: z.enum(sizes),
  /** 95 of 100 such samples have the change between these; what rounding hides is added. Absent with too few people. */
  interval: z.tuple([z.number(), z.number()]).optional(),
  /** Hedges' g. */
  g: z.number().optional(),
  /** Cliff's delta, -1 to 1. */
  delta: z.number().optional(),
});
export type Effect = z.infer<typeof effect>;
