/** What is found in the words of a call, with what to write instead. It advises and stops nothing. Safe in the browser. */
import { z } from 'zod';
import { languages } from '../../../platform/words.ts';

export const findingKinds = ['gendered', 'excluding', 'jargon', 'hard', 'long'] as const;
export type FindingKind = (typeof findingKinds)[number];

export const textFinding = z.strictObject({
  language: z.enum(languages),
  kind: z.enum(findingKinds),
  /** The words that it is about; of a hard text its longest sentence, of a long one how many words it has. */
  found: z.string(),
  /** Words to write instead, where there are any. */
  instead: z.string().optional(),
});
export type TextFinding = z.infer<typeof textFinding>;

export const checkedWords = z.strictObject({
  words: z.partialRecord(z.enum(languages), z.string().trim().max(2_000)),
});
