/**
 * A story in another language, written by a human: proposed by one of the two or a coordinator, and shown once both who told it have said
 * yes to exactly this text. A text is never changed; it ends, and another one takes its place. Safe in the browser.
 */
import { z } from 'zod';
import { id } from '../../../platform/ids.ts';
import { languages } from '../../../platform/words.ts';
import { personId } from '../../people/model.ts';
import { parts, picture, story } from '../model.ts';

export const translatedWords = z.strictObject({
  title: z.string().trim().min(3).max(120),
  parts,
  voice: story.shape.voice,
  /** What the picture shows, where there is one. */
  alternative: picture.shape.alternative.optional(),
});
export type TranslatedWords = z.infer<typeof translatedWords>;

export const translation = translatedWords.extend({
  id,
  storyId: id,
  /** Of the words that it says again. */
  version: z.number().int(),
  language: z.enum(languages),
  by: personId,
  at: z.number(),
  /** Who of the two said yes to it, and when. */
  yes: z.array(z.strictObject({ personId, at: z.number() })).max(2),
  /** Turned down, taken back, or another one has come in its place. */
  endedAt: z.number().optional(),
});
export type Translation = z.infer<typeof translation>;

export const translationDraft = translatedWords.extend({ version: z.number().int(), language: z.enum(languages) });
export type TranslationDraft = z.infer<typeof translationDraft>;

export const translationView = translatedWords.extend({
  id,
  language: z.enum(languages),
  state: z.enum(['agreed', 'waits']),
  /** The reader's own yes is what is missing. */
  asked: z.boolean(),
  /** Whose yes is missing, as they are called; for the two alone. */
  waitsFor: z.array(z.string()),
  /** The reader may end it. */
  mayEnd: z.boolean(),
});
export type TranslationView = z.infer<typeof translationView>;

export const translationsPage = z.strictObject({
  original: translatedWords.extend({ version: z.number().int(), language: z.enum(languages) }),
  translations: z.array(translationView),
});
export type TranslationsPage = z.infer<typeof translationsPage>;
