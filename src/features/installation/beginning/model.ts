/**
 * Setting up: what the first administrator goes through once. Nothing is set here: each step says what holds until somebody changes it, and
 * leads to where that is done. Safe in the browser.
 */
import { z } from 'zod';

export const steps = [
  ...(['well', 'coordinators', 'advisers', 'contacts', 'countries', 'hours', 'holidays', 'retention'] as const),
  ...(['languages', 'told'] as const),
] as const;
export const step = z.enum(steps);
export type Step = z.infer<typeof step>;

/** `seen`: an administrator looked at it and left it as it is. `done`: it shows that it was done. */
export const states = ['done', 'seen', 'open'] as const;

export const beginning = z.strictObject({
  steps: z.array(z.strictObject({ step, state: z.enum(states) })),
});
export type Beginning = z.infer<typeof beginning>;

/** Where a step is done: a page of the tab; the others are done in the Entra admin centre, or hold as they are. */
export const placeOf: Readonly<Partial<Record<Step, string>>> = {
  well: '/installation',
  contacts: '/private-talk/contacts',
  countries: '/identity/countries',
  hours: '/me/passport',
  retention: '/papers',
  told: '/papers',
};

/** Kept: that a step was looked at. */
export const looked = z.strictObject({ at: z.number() });
