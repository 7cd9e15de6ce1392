/** A programme's messages as they are read beforehand: by kind of person, in the order in which they come. Safe in the browser. */
import { z } from 'zod';
import { language } from '../../people/model.ts';
import { date } from '../../programmes/model.ts';
import { events, personas, ways } from '../../programmes/rehearsal/model.ts';

/** How somebody can do without it. */
export const refusals = [
  ...(['do-not-ask', 'say-no', 'withdraw', 'pause-or-end', 'leave-unanswered'] as const),
  ...(['own-doing', 'leave-team', 'channel', 'untick', 'off-duty', 'own-tick'] as const),
] as const;
export type Refusal = (typeof refusals)[number];

const card = z.looseObject({ type: z.literal('AdaptiveCard') });
const shown = {
  card: card.optional(),
  /** What can be chosen from lists that are folded in on the card. */
  folded: z.array(z.array(z.string())),
};

export const shownAnswer = z.strictObject({
  /** The title of the button that brings it. */
  press: z.string(),
  /** A sentence below the card, which stays. */
  text: z.string().optional(),
  /** The first card comes back. */
  again: z.boolean(),
  /** When it is pressed later, and things have moved on. */
  late: z.boolean(),
  ...shown,
});
export type ShownAnswer = z.infer<typeof shownAnswer>;

export const shownMessage = z.strictObject({
  kind: z.string(),
  way: z.enum(ways),
  after: z.enum(events),
  days: z.number(),
  workingDays: z.number(),
  /** With example days, where the programme's dates do not say more. */
  at: z.number(),
  inWorkingHours: z.boolean(),
  /** `counts` for the month's two; `in-tab` when it would be the third one here. */
  budget: z.enum(['free', 'counts', 'in-tab']),
  refusal: z.enum(refusals),
  /** What a notification shows before the chat is opened. */
  preview: z.string().optional(),
  entry: z.strictObject({ subject: z.string(), body: z.string() }).optional(),
  answers: z.array(shownAnswer),
  ...shown,
});
export type ShownMessage = z.infer<typeof shownMessage>;

export const part = z.strictObject({ persona: z.enum(personas), messages: z.array(shownMessage) });
export type Part = z.infer<typeof part>;

export const rehearsal = z.strictObject({
  programme: z.string(),
  startsOn: date,
  endsOn: date,
  zone: z.string(),
  language,
  /** When it was put together: rules and dates may change later. */
  at: z.number(),
  parts: z.array(part),
});
export type Rehearsal = z.infer<typeof rehearsal>;
