/** What coordinators see of the ways for people without a desk, a licence or a mailbox, and of mentors from outside. Safe in the browser. */
import { z } from 'zod';
import { id } from '../../../platform/ids.ts';
import { personCard } from '../../people/model.ts';
import { date } from '../../programmes/model.ts';
import { formFigures } from '../forms/model.ts';
import { guestLine } from '../guests/model.ts';
import { kioskRequest } from '../kiosk/model.ts';
import { slipLine } from '../slips/model.ts';

export const outsideView = z.strictObject({
  programme: z.strictObject({ id, name: z.string() }),
  closesOn: date.optional(),
  helpers: z.array(personCard),
  slips: z.array(slipLine),
  /** Until when; nothing when no kiosk is open. */
  kioskUntil: z.number().optional(),
  requests: z.array(kioskRequest),
  forms: formFigures,
  guests: z.strictObject({ on: z.boolean(), admitted: z.array(guestLine) }),
});
export type OutsideView = z.infer<typeof outsideView>;
