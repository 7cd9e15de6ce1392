/** The programme's rhythm as a series of dates that a pair accepts, changes or leaves; each date is a meeting of its own. Safe in the browser. */
import { z } from 'zod';
import { minutesOfMeeting, noCalendar, slot } from '../model.ts';

export const proposedDate = z.strictObject({
  /** The day around which a time was looked for. */
  wished: z.number(),
  options: z.array(slot),
  start: z.number().optional(),
});
export type ProposedDate = z.infer<typeof proposedDate>;

export const rhythmFound = z.strictObject({
  dates: z.array(proposedDate),
  zone: z.string(),
  partnerZone: z.string().optional(),
  problem: noCalendar.optional(),
});
export type RhythmFound = z.infer<typeof rhythmFound>;

export const rhythmDraft = z.strictObject({
  minutes: minutesOfMeeting,
  starts: z.array(z.number().int()).min(1).max(12),
  /** Also when the partner has planned another time a moment ago. */
  knowing: z.boolean().optional(),
});
export type RhythmDraft = z.infer<typeof rhythmDraft>;

/** What became of one date; pressing again goes on with those that were not booked. */
export const dateBooked = z.strictObject({
  start: z.number(),
  booked: z.boolean(),
  /** A sentence for the person, where it was not booked. */
  problem: z.string().optional(),
});
export type DateBooked = z.infer<typeof dateBooked>;
export const rhythmBooked = z.strictObject({ dates: z.array(dateBooked) });
export type RhythmBooked = z.infer<typeof rhythmBooked>;
