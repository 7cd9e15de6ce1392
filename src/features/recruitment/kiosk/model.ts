/**
 * A kiosk: a page outside sign-in that a coordinator opens for a programme, for a while. It tells what the programme is, takes the
 * code of a slip, and takes a wish to be spoken with. Who somebody is it cannot know, so nobody applies there. Safe in the browser.
 */
import { z } from 'zod';
import { id } from '../../../platform/ids.ts';
import { languages } from '../../../platform/words.ts';
import { personId } from '../../people/model.ts';

export const mostKioskDays = 60;
export const kioskDraft = z.strictObject({ days: z.number().int().min(1).max(mostKioskDays) });

/** The secret of the link is kept as a hash only, so a lost link is replaced by a new one. */
export const kiosk = z.strictObject({ hash: id, until: z.number(), at: z.number(), by: personId });
export type Kiosk = z.infer<typeof kiosk>;

export const contactDraft = z.strictObject({
  name: z.string().trim().min(1).max(80),
  /** Where and when somebody can be found: a shift, a place, a number. */
  reach: z.string().trim().min(1).max(160),
});
export type ContactDraft = z.infer<typeof contactDraft>;

/** A coordinator speaks with the person; only then is it known who asked. */
export const kioskRequest = contactDraft.extend({ id, language: z.enum(languages), at: z.number() });
export type KioskRequest = z.infer<typeof kioskRequest>;

/** More than these, and somebody plays with it. */
export const mostRequests = 100;
export const requestDays = 30;
