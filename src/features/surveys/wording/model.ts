/** What is found in the words of a question of one's own: one finding for each language and reason. Safe in the browser. */
import { z } from 'zod';
import { languages } from '../../../platform/words.ts';

/** The last two stop: the question cannot be asked in a survey that is anonymous. */
export const wordingCodes = [
  ...['double', 'leading', 'negation', 'jargon', 'long', 'hard', 'scale', 'skip-twice', 'no-way-out'],
  ...['identity', 'names'],
] as const satisfies readonly string[];
export type WordingCode = (typeof wordingCodes)[number];

export const stops: readonly WordingCode[] = ['identity', 'names'];

export const wordingProblem = z.strictObject({
  language: z.enum(languages),
  code: z.enum(wordingCodes),
  /** The words that it is about. */
  found: z.string(),
});
export type WordingProblem = z.infer<typeof wordingProblem>;
