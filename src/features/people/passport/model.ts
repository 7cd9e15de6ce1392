/**
 * The meeting passport: what helps a person in a meeting, and when none is to be planned. Nothing of it is asked, no reason is kept, and all of it
 * goes with one press. Each entry says for whom it is: the partner, only planning (times and rooms), or nobody but its writer. Safe in the browser.
 */
import { z } from 'zod';
import { languages } from '../../../platform/words.ts';
import { weekdays } from '../model.ts';

/** `partner`: told to the partner, and used in planning. `times`: used in planning, told to nobody. `nobody`: a note for oneself. */
export const audiences = ['partner', 'times', 'nobody'] as const;
export type Audience = (typeof audiences)[number];
const audience = z.enum(audiences);

/** What helps before, in, and after a talk. */
export const needs = [
  ...(['written-first', 'agenda', 'captions', 'camera-off', 'breaks', 'step-free', 'quiet-room'] as const),
  ...(['sign-language', 'interpreter', 'follow-up'] as const),
] as const;
export type Need = (typeof needs)[number];

/** Planning does something with these: time around a talk, rooms, time to find an interpreter. The others are for people. */
export const plannedNeeds = ['breaks', 'step-free', 'quiet-room', 'sign-language', 'interpreter'] as const;
export type PlannedNeed = (typeof plannedNeeds)[number];

export function isPlanned(need: Need): need is PlannedNeed {
  return plannedNeeds.some((one) => one === need);
}

export function audiencesOf(need: Need): readonly Audience[] {
  return isPlanned(need) ? audiences : ['partner', 'nobody'];
}

export const parts = ['morning', 'afternoon'] as const;
export type Part = (typeof parts)[number];

export const halfDays = weekdays.flatMap((weekday) => parts.map((part) => `${weekday}-${part}` as const));
export type HalfDay = (typeof halfDays)[number];

/** `rather`: then it suits best. `never`: then there is no meeting, whatever the calendar says. As usual where nothing is said. */
export const marks = ['rather', 'never'] as const;
export type HalfDays = Readonly<Partial<Record<HalfDay, (typeof marks)[number]>>>;

export const mostDays = 60;
export const longestWords = 300;

/** Who is to know what: a need and a language say nothing until a reader is chosen for them. */
const needsKept = z
  .array(z.strictObject({ need: z.enum(needs), for: audience }))
  .max(needs.length)
  .refine((all) => all.every((one) => audiencesOf(one.need).includes(one.for)));

const toPeople = z.enum(['partner', 'nobody']);

export const passport = z.strictObject({
  needs: needsKept,
  /** What no list holds, in the own words. */
  words: z.strictObject({ text: z.string().trim().max(longestWords), for: toPeople }),
  /** Languages that the person likes to speak in a meeting. */
  speak: z.array(z.strictObject({ language: z.enum(languages), for: toPeople })).max(languages.length),
  halves: z.array(z.strictObject({ half: z.enum(halfDays), mark: z.enum(marks), for: audience })).max(halfDays.length),
  /** Local dates without a meeting: a feast, a free day. The date alone is kept, never what it is. */
  days: z.array(z.strictObject({ date: z.iso.date(), for: audience })).max(mostDays),
});
export type Passport = z.infer<typeof passport>;

export const emptyPassport: Passport = {
  ...{ needs: [], words: { text: '', for: 'nobody' }, speak: [], halves: [], days: [] },
};

/** Half days and dates help in planning and tell nobody anything; who wants the partner to know says so. */
export const usualForTimes: Audience = 'times';

/** With the day from which dates count, which is not that of every browser. */
export const ownPassport = passport.extend({ today: z.iso.date() });
export type OwnPassport = z.infer<typeof ownPassport>;

/** What the partner of an active pair sees of it. */
export const partnerNeeds = z.strictObject({
  needs: z.array(z.enum(needs)),
  words: z.string().optional(),
  speak: z.array(z.enum(languages)),
  halves: z.array(z.strictObject({ half: z.enum(halfDays), mark: z.enum(marks) })),
  /** Those that are still to come. */
  days: z.array(z.iso.date()),
});
export type PartnerNeeds = z.infer<typeof partnerNeeds>;
