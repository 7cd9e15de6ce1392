/** Somebody else, without fault: what is kept of it, and the clock that coordinators see. Never who asked. Safe in the browser. */
import { z } from 'zod';
import { id } from '../../../platform/ids.ts';
import { personCard, personId } from '../../people/model.ts';

/** Evidence.md, defaults: a new proposal within ten working days, at most twice a cycle. */
export const proposalWorkingDays = 10;
export const mostInACycle = 2;

/** Of one pair that ended so. Both wait from then on, so the clock does not tell who asked. */
export const rematch = z.strictObject({
  pairId: id,
  menteeId: personId,
  mentorId: personId,
  /** Read for counting only. */
  askedBy: personId,
  at: z.number(),
  /** By then there is a new proposal. */
  until: z.number(),
});
export type Rematch = z.infer<typeof rematch>;

/** Somebody who waits for a new match, for the coordinators. */
export const waitingLine = z.strictObject({
  person: personCard,
  since: z.number(),
  until: z.number(),
  late: z.boolean(),
});
export type WaitingLine = z.infer<typeof waitingLine>;
