/**
 * A ready set of questions: which items there are and what each measures, once; its texts in every language, in
 * `content/<set>.<language>.json`. Items are worded by us; a construct names where the idea comes from, and claims no equivalence
 * with a published scale and no norms. Safe in the browser.
 */
import { z } from 'zod';
import type { ReleaseItem } from '../../release/model.ts';

/**
 * commitment, efficacy, value, management: support before launch (ORIC: Shea et al. 2014, Implement Sci 9:7, open access);
 * access, fear: barriers to getting a mentor (Ragins & Cotton 1991).
 */
export const constructs = ['commitment', 'efficacy', 'value', 'management', 'access', 'fear'] as const;
export type Construct = (typeof constructs)[number];

export const supportItemIds = ['time', 'join', 'fits', 'trust', 'chances', 'manager', 'ask', 'hesitate'] as const;
export type SupportItemId = (typeof supportItemIds)[number];

export interface Item {
  readonly id: SupportItemId;
  readonly construct: Construct;
  /** Which end of the scale is the good one. */
  readonly favours: 'agree' | 'disagree';
  /** Counts in the support score; the others say where people need help. */
  readonly isSupport: boolean;
}

/** "Is there support?": before there is a programme. */
export const supportItems: readonly Item[] = [
  { id: 'time', construct: 'commitment', favours: 'agree', isSupport: true },
  { id: 'join', construct: 'commitment', favours: 'agree', isSupport: true },
  { id: 'fits', construct: 'efficacy', favours: 'agree', isSupport: true },
  { id: 'trust', construct: 'efficacy', favours: 'agree', isSupport: true },
  { id: 'chances', construct: 'value', favours: 'agree', isSupport: true },
  { id: 'manager', construct: 'management', favours: 'agree', isSupport: true },
  { id: 'ask', construct: 'access', favours: 'agree', isSupport: false },
  { id: 'hesitate', construct: 'fear', favours: 'disagree', isSupport: false },
];

export const supportMinutes = 2;

export const releaseItems: readonly ReleaseItem[] = supportItems.map(({ id }) => ({ id, kind: 'rating' }));

export const levels = ['strong', 'mixed', 'weak'] as const;
export type Level = (typeof levels)[number];

const sentence = z.string().trim().min(1).max(300);

export const itemTexts = z.strictObject({
  /** What people agree or disagree with: first person, one idea, no negation. */
  text: sentence,
  /** Its name in a list of results. */
  short: z.string().trim().min(1).max(40),
  /** One sentence for the coordinator on what the answers say, from good to less good. */
  readings: z.strictObject({ strong: sentence, mixed: sentence, weak: sentence }),
});

/** The schema of a content file. */
export const questionTexts = z.strictObject({
  title: z.string().trim().min(1).max(60),
  /** What it is about, for somebody who never heard of mentoring. */
  intro: sentence,
  /** The names of 1 to 5. */
  scale: z.tuple([sentence, sentence, sentence, sentence, sentence]),
  preferNotToSay: sentence,
  items: z.record(z.enum(supportItemIds), itemTexts),
});
export type QuestionTexts = z.infer<typeof questionTexts>;
