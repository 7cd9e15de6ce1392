/**
 * "Something is not right": a wish for a private talk with a confidential adviser, apart from everybody else. No story is kept, only
 * how, when and where somebody can be reached safely, and that is sealed. Safe in the browser.
 */
import { z } from 'zod';
import { id } from '../../platform/ids.ts';
import { language, personCard, personId, weekdays } from '../people/model.ts';
import { parts } from '../people/passport/model.ts';

/** Advisers answer on working days. */
export const workdays = weekdays.slice(0, 5);
export const halves = workdays.flatMap((weekday) => parts.map((part) => `${weekday}-${part}` as const));
export type Half = (typeof halves)[number];

export const ways = ['phone', 'mail', 'teams', 'site'] as const;
export type Way = (typeof ways)[number];

/** What would not be safe. */
export const avoids = ['desk', 'home', 'teams', 'work-mail', 'message', 'others'] as const;
export type Avoid = (typeof avoids)[number];

export const longestContact = 120;
const phone = z
  .string()
  .trim()
  .min(6, 'phone-wrong')
  .max(30, 'phone-wrong')
  .regex(/^\+?[\d ()./-]+$/, 'phone-wrong');
const address = z.string().trim().max(longestContact).pipe(z.email('mail-wrong'));

/** How to reach somebody; a number or an address is given for this alone. */
export const how = z.discriminatedUnion('way', [
  z.strictObject({ way: z.literal('phone'), contact: phone }),
  z.strictObject({ way: z.literal('mail'), contact: address }),
  z.strictObject({ way: z.literal('teams') }),
  z.strictObject({ way: z.literal('site'), site: z.string().max(longestContact) }),
]);
export type How = z.infer<typeof how>;

/** Whoever is free first. */
export const anyone = 'anyone';

export const wish = z.strictObject({
  how,
  halves: z.array(z.enum(halves)).min(1, 'halves-missing').max(halves.length),
  avoid: z.array(z.enum(avoids)).max(avoids.length),
  speak: language,
  adviser: z.union([z.literal(anyone), personId]),
  /** A card without a telling word may say that something waits. */
  chatIsSafe: z.boolean(),
});
export type Wish = z.infer<typeof wish>;

/** What is sealed: who it is, and the wish. */
export const sealedWish = z.strictObject({ personId, wish });
export type SealedWish = z.infer<typeof sealedWish>;

/** In working days, promised to whoever asks. */
export const answerDays = 2;
export const keptDaysAfterDone = 14;

export const states = ['open', 'taken', 'done'] as const;
export type State = (typeof states)[number];
export const news = ['asked', 'reminded', 'taken', 'late', 'left'] as const;
export type News = (typeof news)[number];

/** An adviser who takes requests. */
export const adviser = z.strictObject({
  personId,
  speaks: z.array(language).max(4),
  /** A local date on which they are back. */
  awayUntil: z.iso.date().optional(),
});
export type Adviser = z.infer<typeof adviser>;
export const adviserDraft = adviser.omit({ personId: true }).extend({ takes: z.boolean() });
export type AdviserDraft = z.infer<typeof adviserDraft>;

/** Why somebody may want another one. */
export const nearness = ['manager', 'partner', 'coordinator'] as const;
export type Nearness = (typeof nearness)[number];

export const adviserCard = z.strictObject({
  person: personCard,
  speaks: z.array(language),
  near: z.enum(nearness).optional(),
});
export type AdviserCard = z.infer<typeof adviserCard>;

/** The own request as its person sees it. */
export const mine = z.strictObject({
  state: z.enum(states),
  at: z.number(),
  advisers: z.array(z.string()),
  takenBy: z.string().optional(),
  /** One of those who may read it takes requests, and is there. */
  isHeard: z.boolean(),
  /** Nobody took it in two working days. */
  isLate: z.boolean(),
  /** The adviser who could read it has left, and nobody reads it now. */
  isBack: z.boolean(),
  goesOn: z.number(),
  wish,
});
export type Mine = z.infer<typeof mine>;

export const talkPage = z.strictObject({
  advisers: z.array(adviserCard),
  /** Where one can meet: the own site, and those of advisers. */
  sites: z.array(z.string()),
  isGuest: z.boolean(),
  mine: mine.optional(),
});
export type TalkPage = z.infer<typeof talkPage>;

/** A request as its adviser sees it. */
export const request = z.strictObject({
  id,
  name: z.string(),
  state: z.enum(states),
  at: z.number(),
  isLate: z.boolean(),
  goesOn: z.number(),
  wish: wish.omit({ adviser: true }),
});
export type Request = z.infer<typeof request>;

export const mostContacts = 8;
/** Whom else to call: a line of the organisation, such as its prevention service. */
export const contact = z.strictObject({
  name: z.string().trim().min(1, 'name-missing').max(80),
  reach: z.string().trim().min(3, 'reach-missing').max(longestContact),
  /** Two capital letters; for every country where it is left out. */
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .optional(),
});
export type Contact = z.infer<typeof contact>;
export const contacts = z.strictObject({ lines: z.array(contact).max(mostContacts) });
export type Contacts = z.infer<typeof contacts>;
export const contactsPage = contacts.extend({
  /** Where the reader works, as far as the directory says it. */
  country: z.string(),
  maySet: z.boolean(),
  /** For those who may set the lines: nobody takes requests, whether any waits or not. */
  noAdviser: z.boolean().optional(),
});
export type ContactsPage = z.infer<typeof contactsPage>;

/** Talks that were had in a year that is over. */
export const yearCount = z.strictObject({
  year: z.number().int(),
  talks: z.union([z.number().int(), z.literal('few')]),
});
export type YearCount = z.infer<typeof yearCount>;

/** What somebody wrote for the advisers in a check-in, as one of them reads it. They did not ask to be called. */
export const noteToAdviser = z.strictObject({
  id,
  person: personCard,
  mail: z.string().optional(),
  text: z.string(),
  at: z.number(),
  readAt: z.number().optional(),
  goesOn: z.number(),
});
export type NoteToAdviser = z.infer<typeof noteToAdviser>;

export const advising = z.strictObject({
  /** Nothing while this adviser takes no requests. */
  own: adviser.optional(),
  requests: z.array(request),
  notes: z.array(noteToAdviser),
  counts: z.array(yearCount),
});
export type Advising = z.infer<typeof advising>;
