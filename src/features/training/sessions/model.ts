/**
 * Live sessions of a programme: a workshop, or a supervision circle in which mentors look at their mentoring together. Who signs up is
 * known to that person and to the programme's coordinators; the others meet them there and not before. Safe in the browser.
 */
import { z } from 'zod';
import { id } from '../../../platform/ids.ts';
import { language, personCard, personId } from '../../people/model.ts';
import { itemResult } from '../../surveys/model.ts';
import { askedQuestion, question } from '../../surveys/questions/model.ts';

export const kinds = ['workshop', 'supervision'] as const;
export type SessionKind = (typeof kinds)[number];
export const audiences = ['mentees', 'mentors', 'both'] as const;
export type SessionAudience = (typeof audiences)[number];
export const lengths = [30, 45, 60, 90, 120, 180, 240, 480] as const;

/** Fewer is no group; more would not fit into one batch with the session. */
export const seatsOfSession = { least: 2, most: 90 } as const;
export const longest = { title: 120, about: 1500, place: 200, link: 500 } as const;

export const sessionDraft = z.strictObject({
  kind: z.enum(kinds),
  forWhom: z.enum(audiences),
  title: z.string().trim().min(1).max(longest.title),
  /** In one language, that of the session. */
  about: z.string().trim().min(1).max(longest.about),
  language,
  start: z.number().int(),
  minutes: z.literal(lengths),
  /** A room or an address; empty for a session that is online only. */
  place: z.string().trim().max(longest.place),
  online: z.boolean(),
  /** A Teams meeting that is there already; empty where Tandem makes one with the entry in the calendar. */
  link: z.string().trim().max(longest.link),
  seats: z.number().int().min(seatsOfSession.least).max(seatsOfSession.most),
  /** The last day to sign up. */
  closesOn: z.iso.date(),
});
export type SessionDraft = z.infer<typeof sessionDraft>;

/** How often coordinators had changed it, as the writer saw it: whoever writes over an unseen change is told. */
export const version = z.number().int().min(0);
export const sessionChange = sessionDraft.extend({ version });
export type SessionChange = z.infer<typeof sessionChange>;

/** `draft`: only coordinators see it. */
export const sessionStates = ['draft', 'open', 'cancelled'] as const;

/** The entry in the calendar of whoever made it. */
export const entry = z.strictObject({
  eventId: z.string(),
  joinUrl: z.string().optional(),
  by: personId,
  /** The time and the people that it was last brought in line with, as one word. */
  holds: z.string(),
  /** That brought it in line; the same one once more changes nothing. */
  request: id.optional(),
});
export type Entry = z.infer<typeof entry>;

const counted = z.strictObject({ in: z.number().int(), waiting: z.number().int(), there: z.number().int() });

export const session = sessionDraft.extend({
  id,
  programmeId: id,
  state: z.enum(sessionStates),
  /** The IANA zone of the programme, in which it takes place. */
  zone: z.string(),
  createdBy: personId,
  createdAt: z.number(),
  version,
  /** Grows with each sign-up, so that two at once are one after the other. */
  turn: z.number().int(),
  entry: entry.optional(),
  /** When it was noted who was there. */
  notedAt: z.number().optional(),
  /** What is left once the names are forgotten. */
  counts: counted.optional(),
});
export type Session = z.infer<typeof session>;

export const seatStates = ['in', 'waiting'] as const;

export const seat = z.strictObject({
  sessionId: id,
  personId,
  state: z.enum(seatStates),
  /** The turn in which they signed up: whoever waits longest moves up first. */
  place: z.number().int(),
  at: z.number(),
  wasThere: z.boolean().optional(),
  /** Led the supervision circle. */
  hosted: z.boolean().optional(),
});

/** That somebody led a circle: it stays when the names of the session go, since a badge and credit follow from it. */
export const hosted = z.strictObject({ sessionId: id, personId, at: z.number() });
export type Hosted = z.infer<typeof hosted>;
export type Seat = z.infer<typeof seat>;

/** A line of the coordinators' list. */
export const sessionLine = session
  .pick({ id: true, kind: true, title: true, language: true, start: true, zone: true, state: true, seats: true })
  .extend({ end: z.number(), counts: counted });
export type SessionLine = z.infer<typeof sessionLine>;

export const sessionsPage = z.strictObject({
  programmeName: z.string(),
  language,
  zone: z.string(),
  today: z.iso.date(),
  sessions: z.array(sessionLine),
});
export type SessionsPage = z.infer<typeof sessionsPage>;

/** What was said afterwards, by the release and nothing else. */
const feedbackTold = z.strictObject({
  closesAt: z.number(),
  questions: z.array(question),
  /** Nothing before the last day to answer. */
  results: z.array(itemResult).optional(),
});
export type FeedbackTold = z.infer<typeof feedbackTold>;

export const guideText = z.array(z.strictObject({ title: z.string(), text: z.string() }));
export type GuideText = z.infer<typeof guideText>;

/** For coordinators. */
export const sessionPage = session
  .omit({ entry: true, turn: true, programmeId: true, createdBy: true, createdAt: true })
  .extend({
    end: z.number(),
    closesAt: z.number(),
    byName: z.string(),
    now: z.number(),
    today: z.iso.date(),
    /** So many people take part for whom it is. */
    invited: z.number().int(),
    counts: counted,
    joinUrl: z.string().optional(),
    entry: z.strictObject({ isMine: z.boolean(), byName: z.string(), isCurrent: z.boolean() }).optional(),
    people: z.array(seat.pick({ state: true, at: true, wasThere: true, hosted: true }).extend({ person: personCard })),
    /** When the names go. */
    namesUntil: z.number(),
    feedback: feedbackTold.optional(),
    /** For whoever hosts a supervision circle, in the language of the session. */
    guide: guideText.optional(),
  });
export type SessionPage = z.infer<typeof sessionPage>;

/** Who led a supervision circle together; more are no hosts. */
export const mostHosts = 3;
export const attendance = z.strictObject({
  version,
  there: z.array(personId).max(seatsOfSession.most),
  hosts: z.array(personId).max(mostHosts).optional(),
});
export type Attendance = z.infer<typeof attendance>;

/** For whoever takes part. */
export const mySession = session
  .pick({
    ...{ id: true, programmeId: true, kind: true, title: true, about: true, language: true },
    ...{ start: true, zone: true, place: true, online: true, minutes: true },
  })
  .extend({
    programmeName: z.string(),
    byName: z.string(),
    end: z.number(),
    closesAt: z.number(),
    isCancelled: z.boolean(),
    /** No longer to be signed up for. */
    isClosed: z.boolean(),
    hasBegun: z.boolean(),
    left: z.number().int(),
    mine: seat.pick({ state: true, at: true }).optional(),
    /** How many wait before this person. */
    before: z.number().int().optional(),
    /** Of who has a seat. */
    joinUrl: z.string().optional(),
    feedback: z
      .strictObject({ closesAt: z.number(), isGiven: z.boolean(), questions: z.array(askedQuestion) })
      .optional(),
  });
export type MySession = z.infer<typeof mySession>;

export const mySessions = z.array(
  mySession
    .pick({ id: true, programmeId: true, kind: true, title: true, language: true, start: true, zone: true, mine: true })
    .extend({ isClosed: z.boolean(), left: z.number().int(), asksFeedback: z.boolean() }),
);
export type MySessions = z.infer<typeof mySessions>;

export const sessionPath = (programmeId: string, sessionId: string): string => `/sessions/${programmeId}/${sessionId}`;

/** What a message of a session tells. */
export const news = ['changed', 'cancelled', 'seat'] as const;
export type SessionNews = (typeof news)[number];

export const sessionsPath = (programmeId: string): string => `/programmes/${programmeId}/training/sessions`;
