/** What somebody hears of being forgotten. Safe in the browser. */
import { z } from 'zod';

/** `none`: nothing was asked. `under`: it is being done. `done`: nothing is left that leads to the person. */
export const forgettingView = z.strictObject({
  state: z.enum(['none', 'under', 'done']),
  askedAt: z.number().optional(),
  doneAt: z.number().optional(),
  /** How many rows the last pass looked at without finding the person. */
  looked: z.number().optional(),
});
export type ForgettingView = z.infer<typeof forgettingView>;
