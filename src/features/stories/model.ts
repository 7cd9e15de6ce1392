/**
 * A story of a pair: written by one, agreed by both word for word, looked at by a coordinator, published, withdrawn in one press.
 * Each consent is an entry of a ledger: who, to which version, with or without the name, when, and when it ended. Safe in the browser.
 */
import { z } from 'zod';
import { id } from '../../platform/ids.ts';
import { personId } from '../people/model.ts';

export const storyStates = ['draft', 'asked', 'changes', 'refused', 'review', 'published', 'withdrawn'] as const;
export type StoryState = (typeof storyStates)[number];

export const storyDraft = z.strictObject({
  title: z.string().trim().min(3).max(120),
  /** Limited Markdown: paragraphs, emphasis, lists; no HTML. */
  text: z.string().trim().min(200).max(4000),
  /** The writer's own name under it. */
  named: z.boolean(),
});
export type StoryDraft = z.infer<typeof storyDraft>;

/** A draft may still be short; only what the partner is asked about has to be whole. */
export const roughDraft = storyDraft.extend({ title: z.string().trim().max(120), text: z.string().trim().max(4000) });

export const note = z.string().trim().min(3).max(600);

export const story = roughDraft.extend({
  id,
  programmeId: id,
  pairId: id,
  authorId: personId,
  partnerId: personId,
  state: z.enum(storyStates),
  /** Grows with each change of the words: a consent holds for one version. */
  version: z.number().int(),
  partnerNamed: z.boolean(),
  /** What should change; said by the partner or a coordinator. */
  note: z.string().optional(),
  changedAt: z.number(),
  publishedAt: z.number().optional(),
  channelId: z.string().optional(),
});
export type Story = z.infer<typeof story>;

export const consent = z.strictObject({
  storyId: id,
  personId,
  version: z.number().int(),
  named: z.boolean(),
  scope: z.literal('tab-and-channel'),
  givenAt: z.number(),
  withdrawnAt: z.number().optional(),
});
export type Consent = z.infer<typeof consent>;

/** A story's post in a channel: kept apart, since it has to be replaced whatever became of the story. */
export const post = z.strictObject({ channelId: z.string(), messageId: z.string() });

/** What a reader sees; the names only where their owners agreed. */
export const storyView = z.strictObject({
  id,
  programmeId: id,
  pairId: id,
  title: z.string(),
  text: z.string(),
  state: z.enum(storyStates),
  version: z.number(),
  author: z.string().optional(),
  partner: z.string().optional(),
  authorSide: z.enum(['mentee', 'mentor']),
  /** The reader's own part in it. */
  mine: z.enum(['author', 'partner', 'coordinator', 'reader']),
  /** The other of the two, for the members themselves. */
  otherName: z.string().optional(),
  named: z.boolean().optional(),
  note: z.string().optional(),
  publishedAt: z.number().optional(),
});
export type StoryView = z.infer<typeof storyView>;

export const answers = ['agree', 'agree-nameless', 'change', 'no'] as const;
export const answerDraft = z.strictObject({ said: z.enum(answers), version: z.number().int(), note: note.optional() });
export type AnswerDraft = z.infer<typeof answerDraft>;
