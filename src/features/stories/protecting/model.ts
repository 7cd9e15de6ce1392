/**
 * What of a story could tell who somebody is, and how a text may sound. Each finding says where it stands, why, and what could stand
 * there instead; nothing is changed by itself: whoever tells takes other words, writes them, or keeps what stands. Safe in the browser.
 */
import { z } from 'zod';
import { languages } from '../../../platform/words.ts';
import { longestPart, partNames } from '../model.ts';

export const spotKinds = ['name', 'place', 'date', 'unique', 'small-group', 'contact', 'sensitive', 'others'] as const;
export type SpotKind = (typeof spotKinds)[number];

/** Why something is found; each has its sentence. */
export const reasons = [
  ...['own-name', 'partner-name', 'manager-name', 'person', 'perhaps-name'],
  ...['town', 'country', 'building', 'school', 'employer'],
  ...['day', 'month', 'year', 'event'],
  ...['only', 'first', 'most', 'founder', 'award', 'age', 'children', 'tenure', 'role', 'language'],
  ...['team', 'department', 'project'],
  ...['mail', 'phone', 'link', 'number'],
  ...['health', 'origin', 'belief', 'orientation', 'politics', 'crime', 'family'],
  'about',
] as const;
export type Reason = (typeof reasons)[number];

/** A place in a text, from the first character to the one after the last. */
export interface Spot {
  readonly kind: SpotKind;
  readonly why: Reason;
  readonly from: number;
  readonly to: number;
  /** Somebody who is known to be somebody, and not only perhaps. */
  readonly isSure?: boolean;
  /** Words that could stand there; empty ones leave it out. */
  readonly instead: readonly string[];
}

/**
 * `strong` needs a word of those who tell before it goes on: the own name in a story without it, somebody else's name, an address.
 * `tells`: together with others it may say who. `private`: it says something that cannot be taken back where it was printed.
 */
export const weights = ['strong', 'tells', 'private'] as const;

/** The parts of a story that are read, its title and the other's own words included. */
export const readParts = ['title', ...partNames, 'voice'] as const;
/** Those of whoever writes. */
export const writtenParts = ['title', ...partNames] as const;
export type ReadPart = (typeof readParts)[number];

export const finding = z.strictObject({
  /** The same words about the same thing have the same key, wherever they stand. */
  key: z.string().max(64),
  part: z.enum(readParts),
  kind: z.enum(spotKinds),
  why: z.enum(reasons),
  from: z.number().int(),
  to: z.number().int(),
  text: z.string(),
  weight: z.enum(weights),
  instead: z.array(z.string()),
});
export type Finding = z.infer<typeof finding>;

export const toneKinds = ['other-language', 'saved', 'pity', 'exotic', 'blame', 'long-sentence', 'hard'] as const;
export type ToneKind = (typeof toneKinds)[number];

/** A hint about how it may sound; it stops nothing. */
export const toneHint = z.strictObject({
  part: z.enum(readParts),
  kind: z.enum(toneKinds),
  text: z.string(),
  instead: z.string().optional(),
});
export type ToneHint = z.infer<typeof toneHint>;

const words = z.string().max(longestPart);
export const texts = z.strictObject({
  title: z.string().max(120).optional(),
  ...{ before: words.optional(), happened: words.optional(), changed: words.optional() },
  ...{ recommend: words.optional(), voice: words.optional() },
});
export type Texts = z.infer<typeof texts>;

export const checkDraft = z.strictObject({
  language: z.enum(languages),
  /** Whether the reader's name may stand under it; and the other's, once they said so. */
  named: z.boolean(),
  otherNamed: z.boolean().optional(),
  texts,
});
export type CheckDraft = z.infer<typeof checkDraft>;

export const checked = z.strictObject({ findings: z.array(finding), hints: z.array(toneHint) });
export type Checked = z.infer<typeof checked>;

/** For a coordinator: what stands there still, and whether those who tell said that it may. */
export const keptFinding = finding.extend({ isKept: z.boolean() });
export type KeptFinding = z.infer<typeof keptFinding>;

/** The text with other words at one place; two spaces where something was left out become one. */
export function withInstead(text: string, { from, to }: Pick<Finding, 'from' | 'to'>, instead: string): string {
  const [before, after] = [text.slice(0, from), text.slice(to)];
  if (instead !== '') return before + instead + after;
  if (/^\s*[.,;:!?)]/u.test(after)) return before.trimEnd() + after.trimStart();
  return before === '' || /\s$/u.test(before) ? before + after.replace(/^\s+/u, '') : before + after;
}
