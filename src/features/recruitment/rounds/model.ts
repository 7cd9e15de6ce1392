/**
 * A round of a programme. Until its last day the order of applications does not matter; whoever applies later stands on the
 * waiting list, which has no order either, and is taken into the next round as a whole. Safe in the browser.
 */
import { z } from 'zod';
import { personCard } from '../../people/model.ts';
import { date } from '../../programmes/model.ts';
import { roles, waitReasons } from '../model.ts';

export const round = z.strictObject({
  /** The last day on which one can apply for it. */
  closesOn: date,
  /** The first where it is left out. */
  number: z.number().int().min(2).optional(),
  /** When coordinators look at the waiting list next; four weeks after the last day where nobody said. */
  looksOn: date.optional(),
  /** Its match was published: only the list is left to apply to. The first round's is where the programme runs. */
  matched: z.literal(true).optional(),
});
export type Round = z.infer<typeof round>;

/** `list`: what is sent now waits for the next round. `closed`: nothing can be sent. */
export const applyings = ['open', 'list', 'closed'] as const;
export type Applying = (typeof applyings)[number];

/** No rank among them, and no times: nothing to go by but that somebody was not matched last time. */
export const waitingLine = z.strictObject({
  person: personCard,
  role: z.enum(roles),
  /** `unmatched`: applied in time, and stayed without a partner so far. */
  why: z.enum([...waitReasons, 'unmatched']),
  waited: z.boolean(),
});
export type WaitingLine = z.infer<typeof waitingLine>;

export const roundsPage = z.strictObject({
  number: z.number().int(),
  applying: z.enum(applyings),
  closesOn: date.optional(),
  looksOn: date.optional(),
  /** That day is over. */
  looksLate: z.boolean(),
  /** What a new last day would do: this round is made longer, or the next one begins. Nothing where neither can be. */
  next: z.enum(['longer', 'next-round']).optional(),
  waiting: z.array(waitingLine),
});
export type RoundsPage = z.infer<typeof roundsPage>;

export const dayDraft = z.strictObject({ day: date });
