/** Mentors from outside: guests of the tenant whom a programme admits, by name. Safe in the browser. */
import { z } from 'zod';
import { personCard, personId } from '../../people/model.ts';

/** Off as long as no coordinator said otherwise. */
export const guestSettings = z.strictObject({ on: z.boolean() });
export type GuestSettings = z.infer<typeof guestSettings>;

export const admittedGuest = z.strictObject({ personId, at: z.number(), by: personId });

/** For coordinators. */
export const guestLine = z.strictObject({
  person: personCard,
  at: z.number(),
  /** Whether the guest has applied, which the team may see of everybody. */
  applied: z.boolean(),
});
export type GuestLine = z.infer<typeof guestLine>;
