/**
 * Focus groups and individual talks: what for, with whom, when. Who takes part is kept apart from what was said, and goes when
 * the talk is closed. Safe in the browser.
 */
import { z } from 'zod';
import { id } from '../../../platform/ids.ts';
import { language, personCard, personId } from '../../people/model.ts';
import { participants } from '../audience/model.ts';
import { found } from '../names/model.ts';

export const purposes = ['support', 'needs', 'middle', 'evaluation', 'leaving'] as const;
export type Purpose = (typeof purposes)[number];

export const forms = ['group', 'individual'] as const;

/** How many people a group has, and how many talks with one person can be planned together. */
export const sizes = { group: { least: 6, most: 10 }, individual: { least: 1, most: 12 } } as const;

/** Of whom the draw is made. */
const audience = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('everybody') }),
  z.strictObject({ kind: z.literal('departments'), departments: z.array(z.string().min(1).max(200)).min(1).max(200) }),
  /** A feedback session: the mentors or the mentees of a programme. */
  z.strictObject({ kind: z.literal('chosen'), participants }),
]);

export const talkDraft = z.strictObject({
  purpose: z.enum(purposes),
  form: z.enum(forms),
  size: z.number().int().min(1).max(12),
  audience,
  /** The language in which one talks: people are drawn who have it, or of whom it is not known. */
  language,
  minutes: z.union([z.literal(30), z.literal(45), z.literal(60), z.literal(90)]),
  /** The first day on which it may be. */
  from: z.iso.date(),
});
export type TalkDraft = z.infer<typeof talkDraft>;

export const talkStates = ['draft', 'asking', 'closed', 'cancelled'] as const;

/** A time in the coordinator's calendar; without an `eventId` Outlook has not answered yet. */
export const booking = z.strictObject({
  start: z.number(),
  end: z.number(),
  eventId: z.string().optional(),
  joinUrl: z.string().optional(),
});
export type Booking = z.infer<typeof booking>;

export const talk = talkDraft.extend({
  id,
  state: z.enum(talkStates),
  /** What the draw goes by: the same seed draws the same people, so it goes when the talk ends. */
  seed: z.string().optional(),
  zone: z.string(),
  createdAt: z.number(),
  createdBy: personId,
  /** When it is closed at the latest, and who took part is forgotten. */
  closesBy: z.number().optional(),
  /** Of a group. */
  booking: booking.optional(),
  /** How many took part; all that is left of that when it is closed. */
  tookPart: z.number().int().optional(),
  /** Somebody took the consent back after the talk: their words are to be taken out before it is closed. */
  takenBack: z.boolean().optional(),
  /** What came up was put on the needs map, or waits to be: nothing of the notes changes any more. */
  isShared: z.boolean().optional(),
  /** Grows with each answer, so that two answers at once are one after the other. */
  turn: z.number().int(),
});
export type Talk = z.infer<typeof talk>;

/** Why somebody was drawn: the first of a department and a site, of one of them, or by lot alone. */
export const reasons = ['both', 'department', 'site', 'lot'] as const;

/** `drawn`: not asked yet; `lapsed`: no answer within the time; `removed`: taken out before anybody was asked. */
export const invitedStates = [
  ...(['drawn', 'asked', 'yes', 'no', 'not-now', 'lapsed', 'withdrawn', 'removed'] as const),
] as const;

export const invited = z.strictObject({
  personId,
  state: z.enum(invitedStates),
  because: z.enum(reasons),
  /** The person said that a sentence of theirs may be quoted, without the name. */
  mayQuote: z.boolean(),
  /** Of a talk with one person. */
  booking: booking.optional(),
});
export type Invited = z.infer<typeof invited>;

/** On which day somebody was last asked, and nothing else: so that nobody is asked too often. */
export const askedOn = z.strictObject({ on: z.iso.date() });

export const longestNote = 2000;
export const mostNotes = 100;

export const noteDraft = z.strictObject({
  /** The question of the guide that it belongs to. */
  about: z.string().max(40).optional(),
  text: z.string().trim().min(1).max(longestNote),
  mayQuote: z.boolean(),
});
export type NoteDraft = z.infer<typeof noteDraft>;

export const note = noteDraft.extend({
  id,
  themes: z.array(id),
  /** Written anew at the close. */
  isSettled: z.boolean().optional(),
});
export type Note = z.infer<typeof note>;

export const newNotes = z.strictObject({
  notes: z.array(noteDraft).min(1).max(40),
  /** Words of which the writer says that they are no names. */
  notNames: z.array(z.string().max(100)).max(200),
});
export type NewNotes = z.infer<typeof newNotes>;

/** Nothing is kept while a name stands in one of them; `at` is the place in what was sent. */
export const notesOutcome = z.discriminatedUnion('outcome', [
  z.strictObject({ outcome: z.literal('kept') }),
  z.strictObject({
    outcome: z.literal('names'),
    notes: z.array(z.strictObject({ at: z.number().int(), found: z.array(found) })),
  }),
]);
export type NotesOutcome = z.infer<typeof notesOutcome>;

/** A line of the coordinators' list. */
export const talkLine = talk
  .pick({ id: true, purpose: true, form: true, size: true, state: true, createdAt: true })
  .extend({ byName: z.string().optional(), isMine: z.boolean() });
export type TalkLine = z.infer<typeof talkLine>;

/** Who is drawn or has said yes; of the others there are numbers only. */
const guest = invited
  .pick({ state: true, because: true, mayQuote: true, booking: true })
  .extend({ person: personCard });

export const talkPage = talk
  .pick({ id: true, purpose: true, form: true, size: true, state: true, minutes: true, language: true, from: true })
  .extend({
    zone: z.string(),
    audience,
    people: z.array(guest),
    counts: z.strictObject({ waiting: z.number().int(), declined: z.number().int(), silent: z.number().int() }),
    /** So many places nobody is left to be drawn for. */
    unfilled: z.number().int(),
    closesBy: z.number().optional(),
    booking: booking.optional(),
    tookPart: z.number().int().optional(),
    takenBack: z.boolean(),
    isShared: z.boolean(),
    notes: z.array(note),
  });
export type TalkPage = z.infer<typeof talkPage>;

export const talkTime = z.strictObject({
  start: z.number(),
  end: z.number(),
  /** How many of those who said yes could not come. */
  missing: z.number().int(),
});

export const talkTimes = z.strictObject({
  times: z.array(talkTime),
  /** Of so many no calendar can be seen: their working hours are taken. */
  unseen: z.number().int(),
  problem: z.enum(['you-have-no-mailbox', 'calendar-away']).optional(),
});
export type TalkTimes = z.infer<typeof talkTimes>;

export const wantedTime = z.strictObject({ start: z.number().int(), personId: personId.optional() });

export const talkAnswers = ['yes', 'no', 'not-now', 'withdraw'] as const;
export type TalkAnswer = (typeof talkAnswers)[number];

/** What became of an answer: `full` when the places were taken meanwhile, `over` when the talk is closed. */
export const answered = z.enum(['yes', 'no', 'not-now', 'withdrawn', 'full', 'over']);
export type Answered = z.infer<typeof answered>;

/** What whoever is asked sees. */
export const invitationPage = talk
  .pick({ id: true, purpose: true, form: true, size: true, minutes: true, language: true, zone: true })
  .extend({
    state: z.enum(['asked', 'yes', 'no', 'not-now', 'lapsed', 'withdrawn', 'over']),
    byName: z.string(),
    closesBy: z.number(),
    from: z.iso.date(),
    mayQuote: z.boolean(),
    booking: booking.pick({ start: true, end: true, joinUrl: true }).optional(),
  });
export type InvitationPage = z.infer<typeof invitationPage>;
