/** Whose turn it is to plan a meeting of a pair: one of the two at a time, for as long as a request may take. Safe in the browser. */
import { z } from 'zod';
import { personId } from '../../../people/model.ts';

export const turn = z.strictObject({
  by: personId,
  /** Chance: tells two requests of the same person apart. */
  fence: z.string(),
  /** Machine time; a process that died leaves nobody waiting for longer. */
  until: z.number(),
});
export type Turn = z.infer<typeof turn>;
