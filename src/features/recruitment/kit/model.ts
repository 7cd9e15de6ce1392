/** The recruitment kit: one call, told in every form and language, each with a link of its own. Safe in the browser. */
import { z } from 'zod';
import { id } from '../../../platform/ids.ts';
import { languages } from '../../../platform/words.ts';
import { undeliverable } from '../../people/messages/model.ts';
import { personId } from '../../people/model.ts';
import { date } from '../../programmes/model.ts';
import { textFinding } from '../checking/model.ts';
import { sourceCode } from '../sources/model.ts';

/** The personal card is not among them: it is sent with the call. */
export const forms = [
  ...(['channel', 'mail', 'network', 'association', 'social', 'slide', 'poster', 'managers', 'sponsor'] as const),
] as const;
export type Form = (typeof forms)[number];

/** What is handed over as a file. */
export const fileForms = ['slide', 'poster', 'social'] as const satisfies readonly Form[];
export type FileForm = (typeof fileForms)[number];

export const kitText = z.strictObject({
  form: z.enum(forms),
  language: z.enum(languages),
  title: z.string(),
  paragraphs: z.array(z.string()),
  /** What a picture shows, or what is said beside a slide. */
  beside: z.string().optional(),
  code: sourceCode,
  link: z.string(),
});
export type KitText = z.infer<typeof kitText>;

/** Whom to ask, as it stands on posters and on the page for people from outside: no person's own data. */
export const kitSettings = z.strictObject({ ask: z.string().trim().max(120) });
export type KitSettings = z.infer<typeof kitSettings>;

export const postStates = ['waiting', 'posted', 'failed'] as const;

/** A call in a channel: one for each channel and call. */
export const callPost = z.strictObject({
  callId: id.optional(),
  channelId: z.string().min(1).max(300),
  /** The team and the channel, as they were called then. */
  name: z.string().max(300),
  language: z.enum(languages),
  state: z.enum(postStates),
  /** Why it is not there. */
  reason: z.enum(undeliverable).optional(),
  messageId: z.string().optional(),
  at: z.number(),
  by: personId,
});
export type CallPost = z.infer<typeof callPost>;

export const postDraft = callPost.pick({ channelId: true, language: true });
export type PostDraft = z.infer<typeof postDraft>;

export const kitPage = z.strictObject({
  programme: z.strictObject({ id, name: z.string() }),
  ask: z.string(),
  closesOn: date.optional(),
  texts: z.array(kitText),
  posts: z.array(callPost.pick({ name: true, language: true, state: true, reason: true, at: true })),
  /** Languages in which the programme's own words are read in the binding one. */
  borrowed: z.array(z.enum(languages)),
  /** In what was written for this programme: its own words and those of the last call. */
  findings: z.array(textFinding),
});
export type KitPage = z.infer<typeof kitPage>;

/** What somebody from outside sees who follows a link or scans a code: what it is, and whom to ask. */
export interface OutsidePage {
  readonly title: string;
  readonly paragraphs: readonly string[];
  readonly link?: { readonly to: string; readonly label: string };
}
