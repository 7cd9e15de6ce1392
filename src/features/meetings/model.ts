/** A meeting of a pair: in the organiser's Outlook calendar, or entered by hand where there is no mailbox. Safe in the browser. */
import { z } from 'zod';
import { id } from '../../platform/ids.ts';
import { personCard, personId } from '../people/model.ts';

/** Where a pair is kept, and one of its meetings. */
export interface PairAddress {
  readonly programmeId: string;
  readonly pairId: string;
}
export interface MeetingAddress extends PairAddress {
  readonly meetingId: string;
}

export const lengths = [30, 45, 60] as const;
export const minutesOfMeeting = z.union([z.literal(30), z.literal(45), z.literal(60)]);

/** `elsewhere`: not then or there, but they met. */
export const metAnswers = ['yes', 'no', 'elsewhere'] as const;
export const metSaid = z.enum(metAnswers);
export type MetSaid = z.infer<typeof metSaid>;

/** `booking`: our row is there, Outlook's answer is not yet; the same request again goes on from there. */
export const meeting = z.strictObject({
  id,
  programmeId: id,
  pairId: id,
  /** Instants in milliseconds. */
  start: z.number(),
  end: z.number(),
  state: z.enum(['booking', 'planned', 'cancelled']),
  /** In whose calendar it is, and with whose rights it moves. */
  organiserId: personId,
  eventId: z.string().optional(),
  joinUrl: z.string().optional(),
  /** The name of the room that was invited. */
  room: z.string().optional(),
  /** True where no calendar holds it: both have the file instead. */
  byHand: z.boolean(),
  /** Grows with each change, as iCalendar wants it. */
  sequence: z.number().int(),
  /** Outlook's version that we know: what is older is no news. */
  seen: z.strictObject({ at: z.number(), etag: z.string().optional() }).optional(),
  /** What the partner said to it in Outlook. */
  partnerAnswer: z.enum(['accepted', 'tentative', 'declined']).optional(),
  /** How many others are asked too, since somebody passed it on. */
  others: z.number().int().optional(),
  /** The message in which the partner hears of it, together with other dates. */
  toldWith: id.optional(),
  /** Of which series in Outlook it is one. */
  seriesId: z.string().optional(),
  /** Where it was cancelled, when that was not here. */
  calledOffIn: z.literal('outlook').optional(),
  /** When it was planned. */
  plannedAt: z.number().optional(),
  /** Nobody cancelled it: the pair paused or ended, or somebody left. */
  calledOff: z.literal(true).optional(),
  /** Told afterwards: only its day is known. */
  logged: z.literal(true).optional(),
  /** What each of the two said afterwards. */
  met: z.array(z.strictObject({ personId, said: metSaid })).optional(),
});
export type Meeting = z.infer<typeof meeting>;

export const slot = z.strictObject({ start: z.number(), end: z.number() });
export type Slot = z.infer<typeof slot>;

/** What a member sees of a meeting. */
export const meetingView = z.strictObject({
  id,
  start: z.number(),
  end: z.number(),
  past: z.boolean(),
  byHand: z.boolean(),
  /** True when this reader can move it with the own rights. */
  mine: z.boolean(),
  /** The partner planned it a moment ago. */
  justPlanned: z.literal(true).optional(),
  logged: z.literal(true).optional(),
  /** Over, and as far as anybody said it was held; without it there is a no and no yes, or it is to come. */
  held: z.literal(true).optional(),
  /** What this reader said; and whether anybody has. */
  said: metSaid.optional(),
  answered: z.literal(true).optional(),
  joinUrl: z.string().optional(),
  room: z.string().optional(),
  partnerAnswer: z.enum(['accepted', 'tentative', 'declined']).optional(),
  others: z.number().optional(),
  /** One of a series in Outlook. */
  repeats: z.literal(true).optional(),
});
export type MeetingView = z.infer<typeof meetingView>;

export const pairMeetings = z.strictObject({
  partner: personCard,
  /** The reader's zone and, where it is another, the partner's. */
  zone: z.string(),
  partnerZone: z.string().optional(),
  meetings: z.array(meetingView),
  /** When meetings would have been that were cancelled in Outlook, and are not over. */
  calledOff: z.array(z.number()),
});
export type PairMeetings = z.infer<typeof pairMeetings>;

/** Why no time can be looked up; then times are entered by hand. */
export const noCalendar = z.enum(['you-have-no-mailbox', 'partner-has-no-mailbox', 'consent-needed', 'calendar-away']);
export type NoCalendar = z.infer<typeof noCalendar>;

export function isPast(one: Pick<Meeting, 'end'>, now: number): boolean {
  return one.end <= now;
}

/** What Outlook tells of a meeting, for whoever sees it. */
export function inOutlook({ partnerAnswer, others, seriesId }: Meeting): Partial<MeetingView> {
  return {
    ...(partnerAnswer === undefined ? {} : { partnerAnswer }),
    ...(others === undefined ? {} : { others }),
    ...(seriesId === undefined ? {} : { repeats: true }),
  };
}

/** For so long what the partner has planned is news to whoever plans at the same time. */
export const newsFor = 5 * 60_000;

export function isNewsTo(reader: string, one: Meeting, now: number): boolean {
  return one.state === 'planned' && one.organiserId !== reader && now - (one.plannedAt ?? 0) < newsFor;
}

/** The yes of one suffices; where nobody said anything it counts as held. */
export function wasHeld(one: Meeting, now: number): boolean {
  const said = one.met ?? [];
  return one.state === 'planned' && isPast(one, now) && (said.length === 0 || said.some((each) => each.said !== 'no'));
}
