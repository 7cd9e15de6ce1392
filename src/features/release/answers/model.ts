/** An answer: what was said, and nothing about when or in which language; who said it at most under a pseudonym. */
import { z } from 'zod';
import { attributeId, itemId, scalePoints } from '../model.ts';

/** What somebody prefers not to say is not kept: the item is left out. */
export const response = z.strictObject({
  ratings: z.record(itemId, z.number().int().min(1).max(scalePoints)),
  texts: z.record(itemId, z.string().trim().min(1).max(1000)),
  /** Where this person belongs, only as far as enough of those who are asked share it. */
  of: z.record(attributeId, z.string()).optional(),
});
export type Response = z.infer<typeof response>;

/** That somebody answered: no time, no name. It goes when the survey closes. */
export const mark = z.strictObject({});

/**
 * Anonymous: nothing leads from an answer to a person. Confidential: answers lie under a pseudonym that only the release can make,
 * the same in every round, so that before and after can be compared, and an answer can be replaced and taken back.
 */
export const modes = ['anonymous', 'confidential'] as const;
export type Mode = (typeof modes)[number];

/** Of an answer that was taken back after its figures were told: where its person belongs, so that others stay as safe as they were. */
export const gone = response.pick({ of: true });

/** What became of an answer; `kept` is new, `replaced` takes the place of the former one. */
export const kept = z.enum(['kept', 'replaced', 'already-answered', 'closed']);
export type Kept = z.infer<typeof kept>;

/** What somebody keeps for themselves alone, beside what may be counted: the same items, and when it was said. */
/** Without a time: it would lead to the row that says when somebody answered. */
export const ownAnswer = response.pick({ ratings: true });
export type OwnAnswer = z.infer<typeof ownAnswer>;
