/** A colleague is named who might like it: they are asked, and decide. Who named them is told to nobody. Safe in the browser. */
import { z } from 'zod';
import { id } from '../../../platform/ids.ts';

/** How many colleagues one person can name for one programme: naming everybody would be a call. */
export const mostNamed = 5;

/** Kept with the one who named, without whom. */
export const nominating = z.strictObject({
  programmeId: id,
  count: z.number().int().min(1).max(mostNamed),
  /** The last request that was counted: the same one counts once. */
  key: z.string().optional(),
});
export type Nominating = z.infer<typeof nominating>;
