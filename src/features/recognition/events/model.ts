/**
 * A company event at which mentors and mentees of a programme are honoured: nominated by others, with a yes of both of a pair, looked at by a
 * jury, chosen by people and never by a number. Safe in the browser.
 */
import { z } from 'zod';
import { id } from '../../../platform/ids.ts';
import { language, personCard, personId } from '../../people/model.ts';
import { headcount } from '../../release/model.ts';

/** What somebody can be nominated for; ids are for good. */
export const catalogue = ['doors', 'learnt', 'listened', 'safe', 'helped', 'kept'] as const;
export type CatalogueId = (typeof catalogue)[number];
export const lengths = [30, 45, 60, 90, 120, 180, 240, 480] as const;
export const longest = { title: 120, own: 80, place: 200, link: 500, why: 500, comment: 800, reason: 800 } as const;
export const most = { own: 4, honoured: 20, jurors: 12 } as const;

/** Of the catalogue by its id, an own one by its place: `own-1`. */
export const criterionId = z.string().regex(/^([a-z]{2,10}|own-[1-4])$/);

const ownText = z.string().trim().min(1).max(longest.own);

export const eventDraft = z.strictObject({
  title: z.string().trim().min(1).max(longest.title),
  /** Of the title and the own criteria, of the slides and of the talk about them. */
  language,
  start: z.number().int(),
  minutes: z.literal(lengths),
  /** A room or an address; empty for an event that is online only. */
  place: z.string().trim().max(longest.place),
  online: z.boolean(),
  /** A Teams meeting that is there already; empty where Tandem makes one with the entry in the calendar. */
  link: z.string().trim().max(longest.link),
  /** The last day for nominations. */
  closesOn: z.iso.date(),
  criteria: z.array(z.enum(catalogue)).max(catalogue.length),
  ownCriteria: z.array(ownText).max(most.own),
  /** Up to so many are honoured, on each side. */
  mentors: z.number().int().min(0).max(most.honoured),
  mentees: z.number().int().min(0).max(most.honoured),
  jurors: z.array(personId).max(most.jurors),
});
export type EventDraft = z.infer<typeof eventDraft>;

/** How often coordinators had changed it, as the writer saw it: whoever writes over an unseen change is told. */
export const version = z.number().int().min(0);
export const eventChange = eventDraft.extend({ version });
export type EventChange = z.infer<typeof eventChange>;

/** `draft`: only coordinators see it. */
export const eventStates = ['draft', 'open', 'decided', 'cancelled'] as const;

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

const reason = z.string().trim().min(1).max(longest.reason);
export const choice = z.strictObject({ nominationId: id, why: reason });
/** What people decided, with why: nothing of it is computed. */
export const decisionDraft = z.strictObject({
  honoured: z.array(choice).max(2 * most.honoured),
  /** The jurors who decided it with the coordinator. */
  with: z.array(personId).max(most.jurors),
  /** What made the difference to those who are not honoured this time. */
  others: z.string().trim().max(longest.reason),
});
export type DecisionDraft = z.infer<typeof decisionDraft>;
export const decision = decisionDraft.extend({ by: personId, at: z.number() });
export type Decision = z.infer<typeof decision>;

/** Where somebody stands in a pair. */
export const sides = ['mentor', 'mentee'] as const;
export type HonouredSide = (typeof sides)[number];
const counts = z.strictObject({ mentors: z.number().int(), mentees: z.number().int() });
export type SideCounts = z.infer<typeof counts>;
/** Told in bands, as every part of a number of people. */
const toldCounts = z.strictObject({ mentors: headcount, mentees: headcount });
export const fairness = z.strictObject({ nominated: toldCounts, honoured: toldCounts });
export type Fairness = z.infer<typeof fairness>;

export const event = eventDraft.extend({
  id,
  programmeId: id,
  state: z.enum(eventStates),
  /** The IANA zone of the programme, in which it takes place. */
  zone: z.string(),
  /** Told to nobody; events of before have none. */
  seed: id.optional(),
  createdBy: personId,
  createdAt: z.number(),
  version,
  entry: entry.optional(),
  decision: decision.optional(),
  /** What is left of nominations and of who was honoured once the names are forgotten. */
  counts: z.strictObject({ nominated: counts, honoured: counts }).optional(),
});
export type HonourEvent = z.infer<typeof event>;

/** A line of the coordinators' list. */
export const eventLine = event.pick({ id: true, title: true, language: true, start: true, zone: true, state: true });
export type EventLine = z.infer<typeof eventLine>;

export const eventsPage = z.strictObject({
  programmeName: z.string(),
  language,
  zone: z.string(),
  today: z.iso.date(),
  events: z.array(eventLine),
});
export type EventsPage = z.infer<typeof eventsPage>;

/** What the parts of time are called: nominations, the days for answers, the jury, the event and what is after it. */
export const phases = ['draft', 'nominating', 'answering', 'judging', 'decided', 'held', 'cancelled'] as const;
export type Phase = (typeof phases)[number];

/** A criterion as people read it: an own one has its text. */
export const shownCriterion = z.strictObject({ id: criterionId, text: z.string().optional() });
export type ShownCriterion = z.infer<typeof shownCriterion>;

/** What everybody who has to do with it sees of an event. */
export const eventFacts = event
  .pick({ id: true, programmeId: true, title: true, language: true, start: true, minutes: true, zone: true })
  .extend({
    ...{ place: z.string(), online: z.boolean(), programmeName: z.string(), phase: z.enum(phases) },
    ...{ closesAt: z.number(), juryAt: z.number(), end: z.number(), criteria: z.array(shownCriterion) },
  });
export type EventFacts = z.infer<typeof eventFacts>;

/** Which parts of a person's day an event can ask for. */
export const waits = ['nominate', 'answer', 'judge', 'honour', 'nothing'] as const;
export const myEvents = z.array(
  eventFacts
    .pick({ id: true, programmeId: true, title: true, language: true, start: true, zone: true, programmeName: true })
    .extend({ waits: z.enum(waits), isJuror: z.boolean(), isHonoured: z.boolean() }),
);
export type MyEvents = z.infer<typeof myEvents>;

export const jurorLine = z.strictObject({
  person: personCard,
  /** Has left the organisation, or was shut out. */
  isGone: z.boolean(),
  judged: z.number().int(),
  of: z.number().int(),
});

export const eventsPath = (programmeId: string): string => `/programmes/${programmeId}/events`;
export const myEventPath = (programmeId: string, eventId: string): string => `/events/${programmeId}/${eventId}`;
export const nominatePath = (programmeId: string, eventId: string): string =>
  `${myEventPath(programmeId, eventId)}/nominate`;
export const juryPath = (programmeId: string, eventId: string): string => `${myEventPath(programmeId, eventId)}/jury`;

/** What a message of an event tells. */
export const news = ['moved', 'cancelled'] as const;
export type EventNews = (typeof news)[number];
