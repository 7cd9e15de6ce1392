/** A few sentences of a story in a call: where they are from, in exactly these words. Whether they may stand there is asked each time. Safe in the browser. */
import { z } from 'zod';
import { id } from '../../../platform/ids.ts';
import { languages, type Language } from '../../../platform/words.ts';

export const mostSentences = 3;
const sentence = z.string().trim().min(1).max(300);

export const quoteRef = z.strictObject({
  /** Of the story; it may be that of an earlier programme. */
  programmeId: id,
  storyId: id,
  version: z.number().int(),
  sentences: z.array(sentence).min(1).max(mostSentences),
});
export type QuoteRef = z.infer<typeof quoteRef>;

/** What can be quoted at this moment. */
export const quotable = quoteRef.omit({ sentences: true }).extend({
  title: z.string(),
  by: z.string(),
  language: z.enum(languages),
  sentences: z.array(sentence),
});
export type Quotable = z.infer<typeof quotable>;

export interface Quote {
  readonly words: string;
  /** With the name only where its owner agreed; in the language of whoever reads. */
  readonly by: Readonly<Record<Language, string>>;
}

export const quoteText = ({ words, by }: Quote, language: Language): string => `“${words}” ${by[language]}`;
