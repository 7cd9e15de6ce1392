/**
 * Telling managers that somebody takes part: only where the organisation says so and the person agreed to the very text, which says
 * what it takes and that it is no assessment, and never why anybody takes part. Safe in the browser.
 */
import { z } from 'zod';
import { languages } from '../../../platform/words.ts';
import { personId } from '../../people/model.ts';

/** Of a programme. Off where there is none. */
export const informing = z.strictObject({ on: z.boolean(), by: personId, at: z.number() });
export type Informing = z.infer<typeof informing>;

/** All that can differ in the text. What was agreed to is sent or nothing is. */
export const wordFacts = z.strictObject({
  managerId: personId,
  programmeName: z.string(),
  hoursAMonth: z.number().int(),
});
export type WordFacts = z.infer<typeof wordFacts>;

/** That a person agreed: kept until they take it back. */
export const managerWord = z.strictObject({ personId, agreedAt: z.number(), of: wordFacts });
export type ManagerWord = z.infer<typeof managerWord>;

export const wordText = z.strictObject({
  language: z.enum(languages),
  title: z.string(),
  paragraphs: z.array(z.string()),
});
export type WordText = z.infer<typeof wordText>;

/** `agreed`: goes when their pair begins. `sent`: it went, once. */
export const wordStates = ['open', 'agreed', 'sent'] as const;

/** Nothing but `isAsked` where the organisation tells no managers. `no-manager`: the directory names none. */
export const wordPage = z.strictObject({
  isAsked: z.boolean(),
  state: z.enum(wordStates),
  /** When the tick was given, to this text or to one before. */
  agreedAt: z.number().optional(),
  /** Where the directory names one. */
  manager: z.string().optional(),
  /** As the manager gets it; below it the same in the reader's language, where that is another one. */
  texts: z.array(wordText),
});
export type WordPage = z.infer<typeof wordPage>;
