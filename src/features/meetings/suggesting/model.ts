/** Times that were suggested to a pair without a next date, by the app itself. */
import { z } from 'zod';
import { id } from '../../../platform/ids.ts';

export const suggestion = z.strictObject({
  id,
  programmeId: id,
  pairId: id,
  /** The day of the rhythm that had no meeting: it is asked about once. */
  wished: z.number(),
  /** At most three; none where calendars may not be read, or nobody is free. */
  starts: z.array(z.number()).max(3),
  at: z.number(),
});
export type Suggestion = z.infer<typeof suggestion>;

/** How far the round of a day is. */
export const round = z.strictObject({
  on: z.iso.date(),
  /** The programme it is at, and the last mentor of it whose pairs were looked at. */
  programmeId: z.string().optional(),
  after: z.string().optional(),
  isOver: z.boolean(),
});
export type SuggestionRound = z.infer<typeof round>;
