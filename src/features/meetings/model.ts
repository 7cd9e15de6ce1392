/** A meeting of a pair: in the organiser's Outlook calendar, or entered by hand where there is no mailbox. Safe in the browser. */
import { z } from 'zod';
import { id } from '../../platform/ids.ts';
import { personCard, personId } from '../people/model.ts';

export const lengths = [30, 45, 60] as const;
export const minutesOfMeeting = z.union([z.literal(30), z.literal(45), z.literal(60)]);

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
  /** True where no calendar holds it: both have the file instead. */
  byHand: z.boolean(),
  /** Grows with each change, as iCalendar wants it. */
  sequence: z.number().int(),
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
  joinUrl: z.string().optional(),
});
export type MeetingView = z.infer<typeof meetingView>;

export const pairMeetings = z.strictObject({
  partner: personCard,
  /** The reader's zone and, where it is another, the partner's. */
  zone: z.string(),
  partnerZone: z.string().optional(),
  meetings: z.array(meetingView),
});
export type PairMeetings = z.infer<typeof pairMeetings>;

/** Why no time can be looked up; then times are entered by hand. */
export const noCalendar = z.enum(['you-have-no-mailbox', 'partner-has-no-mailbox', 'consent-needed', 'calendar-away']);
export type NoCalendar = z.infer<typeof noCalendar>;

export function isPast(one: Pick<Meeting, 'end'>, now: number): boolean {
  return one.end <= now;
}
