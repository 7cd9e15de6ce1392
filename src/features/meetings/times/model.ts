/** Times that suit both, with a reason for each; and where none does, a poll: which of some times would work. Safe in the browser. */
import { z } from 'zod';
import { id } from '../../../platform/ids.ts';
import { personCard, personId } from '../../people/model.ts';
import { minutesOfMeeting, noCalendar, slot, type Slot } from '../model.ts';

/** How many weeks one question looks at: usually three, in one press eight. */
export const ranges = [3, 8] as const;

export const suggestedTime = slot.extend({
  /** It lies in a half day that suits the reader best. */
  mine: z.boolean(),
  earliest: z.boolean(),
  best: z.boolean(),
});
export type SuggestedTime = z.infer<typeof suggestedTime>;

/** What is in the way, as colleagues see it in Outlook, and never what it is; `hours`: outside the working hours. */
export const statuses = ['tentative', 'hours', 'busy', 'oof'] as const;
export type Status = (typeof statuses)[number];

export const disturbingTime = slot.extend({
  whom: z.array(z.strictObject({ who: z.enum(['you', 'partner']), status: z.enum(statuses) })),
});
export type DisturbingTime = z.infer<typeof disturbingTime>;

export const timesFound = z.strictObject({
  slots: z.array(suggestedTime),
  /** Only where nobody is free: what would disturb least. */
  disturbing: z.array(disturbingTime),
  /** The range that was looked at. */
  from: z.number(),
  to: z.number(),
  zone: z.string(),
  partnerZone: z.string().optional(),
  problem: noCalendar.optional(),
});
export type TimesFound = z.infer<typeof timesFound>;

const start = z.number().int();
/** One asks which of these would work; three are enough to choose, five to be asked about. */
export const pollDraft = z.strictObject({ minutes: minutesOfMeeting, starts: z.array(start).min(1).max(5) });
export type PollDraft = z.infer<typeof pollDraft>;

export const pollAnswer = z.strictObject({ works: z.array(start).max(5) });
export type PollAnswer = z.infer<typeof pollAnswer>;

export const poll = pollDraft.extend({
  id,
  programmeId: id,
  pairId: id,
  askedBy: personId,
  at: z.number(),
  said: z.strictObject({ works: z.array(start), at: z.number() }).optional(),
});
export type Poll = z.infer<typeof poll>;

export const pollView = z.strictObject({
  id,
  minutes: minutesOfMeeting,
  slots: z.array(slot),
  partner: personCard,
  askedByMe: z.boolean(),
  /** Starts that the one who was asked said would work; absent while there is no answer. */
  works: z.array(start).optional(),
  /** The one that was booked. */
  booked: start.optional(),
  zone: z.string(),
  partnerZone: z.string().optional(),
});
export type PollView = z.infer<typeof pollView>;

export const slotsOf = ({ minutes }: Pick<Poll, 'minutes'>, starts: readonly number[]): Slot[] =>
  [...starts].sort((a, b) => a - b).map((from) => ({ start: from, end: from + minutes * 60_000 }));

/**
 * The instant of a wall clock's time in a zone; 0 when the day or the time is not filled in, which the server refuses. The second look
 * is for days on which the clocks change between midnight in Greenwich and there.
 */
export function instantOf(date: string, time: string, zone: string): number {
  const asUtc = Date.parse(`${date}T${time}:00Z`);
  if (Number.isNaN(asUtc)) return 0;
  return asUtc - aheadOfUtc(asUtc - aheadOfUtc(asUtc, zone), zone);
}

function aheadOfUtc(at: number, zone: string): number {
  const shown = new Date(at).toLocaleString('sv-SE', { timeZone: zone }).replace(' ', 'T');
  return Date.parse(`${shown}Z`) - at;
}
