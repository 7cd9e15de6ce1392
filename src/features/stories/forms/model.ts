/** A published story in the forms in which it leaves Tandem; each is made when it is asked for, and noted as a place. Safe in the browser. */
import { z } from 'zod';
import { id } from '../../../platform/ids.ts';
import { languages } from '../../../platform/words.ts';
import { outsideKinds, place, terms, type PlaceKind } from '../model.ts';

/** What is handed over, and what it is made for. */
export const fileKinds = {
  'newsletter-html': 'newsletter',
  'newsletter-text': 'newsletter',
  blog: 'blog',
  slide: 'slide',
  poster: 'poster',
  'social-text': 'social',
  'social-picture': 'social',
} as const satisfies Record<string, PlaceKind>;
export type FormFile = keyof typeof fileKinds;
export const formFiles = Object.keys(fileKinds) as [FormFile, ...FormFile[]];

/** Where it will stand: it is noted with the file, so that it is found again. */
export const formDraft = z.strictObject({
  file: z.enum(formFiles),
  language: z.enum(languages),
  where: place.shape.where,
});
export type FormDraft = z.infer<typeof formDraft>;

/** How many characters a post may have, as the networks say it in 2026. */
export const networkLimits = {
  x: 280,
  bluesky: 300,
  mastodon: 500,
  instagram: 2_200,
  linkedin: 3_000,
  facebook: 63_206,
} as const;
export type Network = keyof typeof networkLimits;
export const networkNames: Readonly<Record<Network, string>> = {
  x: 'X',
  bluesky: 'Bluesky',
  mastodon: 'Mastodon',
  instagram: 'Instagram',
  linkedin: 'LinkedIn',
  facebook: 'Facebook',
};
export const networks = Object.keys(networkLimits) as [Network, ...Network[]];

export const socialText = z.strictObject({
  network: z.enum(networks),
  text: z.string(),
  letters: z.number(),
  most: z.number(),
});
export type SocialText = z.infer<typeof socialText>;

/** What would stand there, as plain text. */
export const formPreview = z.strictObject({
  kind: z.enum(outsideKinds),
  language: z.enum(languages),
  title: z.string(),
  paragraphs: z.array(z.string()),
  /** How long it is on each network. */
  social: z.array(socialText.omit({ text: true })),
});
export type FormPreview = z.infer<typeof formPreview>;

export const formsPage = z.strictObject({
  storyId: id,
  title: z.string(),
  standing: terms.pick({ reach: true, until: true }),
  hasPicture: z.boolean(),
  /** Those in which it may leave, its own first. */
  languages: z.array(z.enum(languages)),
  /** Of the forms that go no further than both agreed to. */
  previews: z.array(formPreview),
});
export type FormsPage = z.infer<typeof formsPage>;
