/** What one asks in a talk: opening words, five to seven questions with what helps to go on, closing words; in four languages. */
import { z } from 'zod';
import { purposes } from '../model.ts';

const words = (most: number) => {
  const one = z.string().trim().min(1).max(most);
  return z.strictObject({ nl: one, fr: one, de: one, en: one });
};

export const guide = z.strictObject({
  purpose: z.enum(purposes),
  title: words(60),
  /** Read aloud: what it is for, what is kept, that nobody has to say anything. */
  opening: words(700),
  questions: z
    .array(
      z.strictObject({
        id: z.string().regex(/^[a-z][a-z-]{0,30}$/),
        text: words(200),
        /** To go on with, when little comes. */
        probes: z.array(words(160)).min(2).max(3),
      }),
    )
    .min(5)
    .max(7),
  closing: words(600),
});
export type Guide = z.infer<typeof guide>;
