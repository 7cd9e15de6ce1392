/**
 * Thanks to a manager for the room that mentoring takes: in sentences of ours about the programme, so that nothing of what was talked
 * about can be in it; only to whoever was told before that somebody takes part. Safe in the browser.
 */
import { z } from 'zod';
import { personId } from '../../people/model.ts';

export const reasons = ['time', 'cover', 'encouraged', 'nothing-asked'] as const;
export type Reason = (typeof reasons)[number];
const chosen = z.array(z.enum(reasons)).min(1).max(reasons.length);

export const managerThanks = z.strictObject({ personId, managerId: personId, reasons: chosen, at: z.number() });
export type ManagerThanks = z.infer<typeof managerThanks>;

export const managerDraft = z.strictObject({ reasons: chosen });

/** A programme in which the manager was told. */
export const managerLine = z.strictObject({
  programmeId: z.string(),
  programmeName: z.string(),
  managerName: z.string(),
  myName: z.string(),
  thankedAt: z.number().optional(),
});
export type ManagerLine = z.infer<typeof managerLine>;
