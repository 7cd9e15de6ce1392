/** What the workbench asks and is given. Safe in the browser. */
import { z } from 'zod';
import { personCard, personId } from '../../people/model.ts';
import { counts, leftOut, override, proposal, proposedPair } from '../model.ts';

/** Without the points of the whole: out of them a private wish could be computed. */
export const shownProposal = proposal.omit({ score: true });
export type ShownProposal = z.infer<typeof shownProposal>;

export const workbench = z.strictObject({
  programmeName: z.string(),
  /** Who waits for a match now: the numbers that the next proposal begins with. */
  waiting: counts.pick({ mentees: true, mentors: true, places: true }),
  proposal: shownProposal.optional(),
  pairs: z.array(proposedPair),
  leftOut: z.array(leftOut),
  /** Changes by hand, the newest first. */
  changes: z.array(override),
  people: z.record(z.string(), personCard),
});
export type Workbench = z.infer<typeof workbench>;

export const adjustment = z.strictObject({
  what: z.enum(['sent-back', 'chosen']),
  menteeId: personId,
  mentorId: personId,
  why: override.shape.why,
});
export type Adjustment = z.infer<typeof adjustment>;

export const published = z.strictObject({
  outcome: z.enum(['published', 'already-published']),
  at: z.number(),
  by: z.string().optional(),
});
export type Published = z.infer<typeof published>;
