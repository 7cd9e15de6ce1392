/**
 * The meeting passport: what a person wants a partner to know, and what finding a time is to respect. Nothing of it is asked: every part is
 * empty until somebody fills it in, no reason is kept, and all of it goes with one press. Safe in the browser.
 */
import { z } from 'zod';
import { language, weekdays } from '../model.ts';

/** What helps: captions, an agenda in writing beforehand, a camera that may stay off. Told to the partner. */
export const needs = ['captions', 'agenda', 'camera-off'] as const;

export const parts = ['morning', 'afternoon'] as const;
export type Part = (typeof parts)[number];

export const halfDays = weekdays.flatMap((weekday) => parts.map((part) => `${weekday}-${part}` as const));
export type HalfDay = (typeof halfDays)[number];

/** `rather`: then it suits best. `never`: then there is no meeting, whatever the calendar says. As usual where nothing is said. */
export const marks = ['rather', 'never'] as const;
export type HalfDays = Readonly<Partial<Record<HalfDay, (typeof marks)[number]>>>;

export const mostDays = 60;

export const passport = z.strictObject({
  needs: z.array(z.enum(needs)).max(needs.length),
  /** Languages that the person likes to speak in a meeting; told to the partner. */
  speak: z.array(language).max(4),
  halves: z.partialRecord(z.enum(halfDays), z.enum(marks)),
  /** Local dates without a meeting: a feast, a free day. Nobody is told them. */
  days: z.array(z.iso.date()).max(mostDays),
});
export type Passport = z.infer<typeof passport>;

export const emptyPassport: Passport = { needs: [], speak: [], halves: {}, days: [] };

/** What the partner of an active pair sees of it. */
export const partnerNeeds = passport.pick({ needs: true, speak: true });
export type PartnerNeeds = z.infer<typeof partnerNeeds>;

export function needsIn({ needs: some, speak }: Passport): PartnerNeeds {
  return { needs: some, speak };
}
