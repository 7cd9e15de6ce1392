/**
 * What a pair keeps around a meeting: points to talk about, what was agreed (who, what, until when), and the own notes of each. The first
 * two are the pair's, the last are read by their writer alone; nobody else reads any of it. Safe in the browser.
 */
import { z } from 'zod';
import { id } from '../../../platform/ids.ts';
import { personCard, personId } from '../../people/model.ts';
import { meetingView } from '../model.ts';

export const longestPoint = 300;
export const longestOwn = 4000;
/** Of one meeting, and of one pair. */
export const mostPoints = 30;
export const mostAgreed = 60;

export const phases = ['first', 'goals', 'middle', 'back'] as const;
export type Phase = (typeof phases)[number];

export const prompts = z.strictObject(
  Object.fromEntries(phases.map((phase) => [phase, z.array(z.string().min(1).max(longestPoint)).min(3)])) as Record<
    Phase,
    z.ZodArray<z.ZodString>
  >,
);

const line = z.string().trim().min(1).max(longestPoint);

export const point = z.strictObject({ id, text: line, by: personId, at: z.number() });
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

/** Grows with each change, so that two windows of one person do not overwrite each other. */
export const ownNotes = z.strictObject({ text: z.string().max(longestOwn), version: z.number().int() });
export type OwnNotes = z.infer<typeof ownNotes>;

/** The same words of the same person are one line, however often they are sent. */
export const pointDraft = z.strictObject({ text: line });
export type PointDraft = z.infer<typeof pointDraft>;
export const agreedDraft = z.strictObject({ text: line, who: z.enum(doers), until: z.iso.date().optional() });
export type AgreedDraft = z.infer<typeof agreedDraft>;
export const ownDraft = z.strictObject({ text: z.string().trim().max(longestOwn), version: z.number().int() });
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

export const meetingNotes = z.strictObject({
  partner: personCard,
  zone: z.string(),
  meeting: meetingView,
  /** The pair is active: lines can be added. */
  open: z.boolean(),
  phase: z.enum(phases),
  prompts: z.array(z.string()),
  points: z.array(z.strictObject({ id, text: z.string(), mine: z.boolean() })),
  /** Of this meeting, of the one before, and whatever else is still to be done. */
  agreed: z.array(agreedView),
  own: ownNotes,
});
export type MeetingNotes = z.infer<typeof meetingNotes>;
