/**
 * What a pair keeps around a meeting: points to talk about, what was agreed (who, what, until when), and the own notes of each. The first
 * two are the pair's, the last are read by their writer alone; nobody else reads any of it. Safe in the browser.
 */
import { z } from 'zod';
import { id } from '../../../platform/ids.ts';
import { personCard, personId } from '../../people/model.ts';
import { meetingView } from '../model.ts';
import { phases, questionsView, questionView, talkTopic } from '../questions/model.ts';

export const longestPoint = 300;
export const longestOwn = 4000;
export const longestLine = 300;
/** Of one meeting, and of one pair. */
export const mostPoints = 30;
export const mostAgreed = 60;

const line = z.string().trim().min(1).max(longestPoint);

/** `from`: the ready question that it is; `text` is how whoever chose it read it. */
export const point = z.strictObject({ id, text: line, by: personId, at: z.number(), from: id.optional() });
export type Point = z.infer<typeof point>;

/** Whose it is to do. */
export const doers = ['me', 'partner', 'both'] as const;
export type Doer = (typeof doers)[number];

export const agreed = z.strictObject({
  id,
  /** At which meeting. */
  meetingId: id,
  text: line,
  by: personId,
  /** One of the two, or both. */
  who: z.array(personId).min(1).max(2),
  until: z.iso.date().optional(),
  done: z.boolean(),
  at: z.number(),
});
export type Agreed = z.infer<typeof agreed>;

/** For oneself after a talk: what I take with me, what I do before the next one, what I want to say then. */
export const ownLines = ['take', 'next', 'tell'] as const;
export type OwnLine = (typeof ownLines)[number];
const ownLine = z.string().trim().max(longestLine);

/** `version` grows with each change, so that two windows of one person do not overwrite each other. Older rows have no lines. */
export const ownNotes = z.strictObject({
  text: z.string().max(longestOwn),
  ...{ take: ownLine.default(''), next: ownLine.default(''), tell: ownLine.default('') },
  version: z.number().int(),
});
export type OwnNotes = z.infer<typeof ownNotes>;

/** The same words of the same person are one line, however often they are sent. */
export const pointDraft = z.strictObject({ text: line });
export type PointDraft = z.infer<typeof pointDraft>;
export const agreedDraft = z.strictObject({ text: line, who: z.enum(doers), until: z.iso.date().optional() });
export type AgreedDraft = z.infer<typeof agreedDraft>;
export const ownDraft = z.strictObject({
  text: z.string().trim().max(longestOwn),
  ...{ take: ownLine, next: ownLine, tell: ownLine },
  version: z.number().int(),
});
export type OwnDraft = z.infer<typeof ownDraft>;

export const agreedView = z.strictObject({
  id,
  text: z.string(),
  who: z.enum(doers),
  until: z.string().optional(),
  done: z.boolean(),
  /** The reader wrote it, and may take it back. */
  mine: z.boolean(),
  /** From an earlier meeting. */
  before: z.boolean(),
});
export type AgreedView = z.infer<typeof agreedView>;

/** A ready question stands in the reader's words, with the partner's beside it where they read another language. */
export const pointView = questionView.extend({ mine: z.boolean() });
export type PointView = z.infer<typeof pointView>;

export const meetingNotes = z.strictObject({
  partner: personCard,
  zone: z.string(),
  meeting: meetingView,
  /** The pair is active: lines can be added. */
  open: z.boolean(),
  phase: z.enum(phases),
  /** Questions of the phase; those of a topic are asked for. */
  questions: questionsView,
  /** `ours`: what brought the two together. */
  topics: z.array(z.strictObject({ topic: talkTopic, title: z.string(), ours: z.boolean() })),
  points: z.array(pointView),
  /** Of this meeting, of the one before, and whatever else is still to be done. */
  agreed: z.array(agreedView),
  own: ownNotes,
});
export type MeetingNotes = z.infer<typeof meetingNotes>;
