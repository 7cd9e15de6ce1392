/** Somebody may need a word: who, since when, and what is known from what the pair does; never what anybody said. Safe in the browser. */
import { z } from 'zod';
import { id } from '../../../platform/ids.ts';
import { personCard, personId } from '../../people/model.ts';

/** From behaviour only. The first is the most urgent. */
export const signals = ['cancelled-twice', 'no-first-meeting', 'not-back', 'silence', 'no-next-date'] as const;
export const signal = z.enum(signals);
export type Signal = z.infer<typeof signal>;

/** A person's own "please contact me" comes before all of them. */
export const reasonsForAWord = ['asked-for-contact', ...signals] as const;
export type Reason = (typeof reasonsForAWord)[number];

/** What came of it. */
export const outcomes = ['talked', 'planned', 'rematch', 'paused', 'nothing-needed', 'not-reached'] as const;
export const outcome = z.enum(outcomes);
export type Outcome = z.infer<typeof outcome>;

export const word = z.strictObject({
  id,
  pairId: id,
  people: z.array(personId).min(1).max(2),
  why: z.enum(reasonsForAWord),
  since: z.number(),
  state: z.enum(['open', 'taken', 'done']),
  takenBy: personId.optional(),
  /** Out of sight until this day. */
  remindOn: z.iso.date().optional(),
  /** A coordinator wrote to them from here. */
  wroteAt: z.number().optional(),
  outcome: outcome.optional(),
  doneAt: z.number().optional(),
  /** Of a signal: the same one is listed once. */
  occasion: z.string().optional(),
});
export type Word = z.infer<typeof word>;

/** What became of one occasion: first a kind hint to the pair, then a word of the same id. */
export const seen = z.strictObject({
  id,
  pairId: id,
  why: signal,
  occasion: z.string(),
  hintAt: z.number().optional(),
  listedAt: z.number().optional(),
});
export type Seen = z.infer<typeof seen>;

/** What a coordinator may know of the pair, in whole weeks; of whoever asked for contact nothing besides. */
export const known = z.strictObject({
  weeksTogether: z.number().int(),
  weeksSinceMeeting: z.number().int().optional(),
  hasDate: z.boolean(),
  hintAt: z.number().optional(),
});
export type Known = z.infer<typeof known>;

export const wordView = word
  .pick({ id: true, why: true, since: true, state: true, remindOn: true, wroteAt: true })
  .extend({ people: z.array(personCard), takenBy: personCard.optional(), known: known.optional() });
export type WordView = z.infer<typeof wordView>;

export const wordList = z.strictObject({
  words: z.array(wordView),
  /** Taken on and put off until a day that is still to come. */
  later: z.number().int(),
});
export type WordList = z.infer<typeof wordList>;

/** "I'm on it", an outcome, or not before a day. */
export const followUpStep = z.discriminatedUnion('to', [
  z.strictObject({ to: z.literal('taken') }),
  z.strictObject({ to: z.literal('later'), on: z.iso.date() }),
  z.strictObject({ to: z.literal('done'), outcome }),
]);
export type FollowUpStep = z.infer<typeof followUpStep>;
