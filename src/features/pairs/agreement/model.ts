/**
 * What the two of a pair agree on: five parts, written and changed by either, signed by both. A signature holds for exactly the version that
 * was signed: a change asks both again, and what was signed stays readable. Read by the two alone. Safe in the browser.
 */
import { z } from 'zod';
import { id } from '../../../platform/ids.ts';
import { personCard, personId } from '../../people/model.ts';

export const agreementParts = ['expectations', 'rhythm', 'between-us', 'feedback', 'ending'] as const;
export type AgreementPart = (typeof agreementParts)[number];
const part = z.enum(agreementParts);

export const longestPart = 600;
/** So long after both signed, or after they last looked at it again, it is time to look at it again. */
export const revisitDays = 91;

const version = z.number().int().min(1);

/** `since`: the version in which the part got these words. */
const partText = z.strictObject({ part, text: z.string().min(1).max(longestPart), by: personId, since: version });
export type PartText = z.infer<typeof partText>;

export const agreement = z.strictObject({
  pairId: id,
  version,
  /** Parts that are left open are not there. */
  parts: z.array(partText).max(agreementParts.length),
  by: personId,
  at: z.number(),
  signed: z.array(z.strictObject({ personId, at: z.number() })).max(2),
  /** When one of the two last said that it still holds. */
  lookedAt: z.number().optional(),
  /** A later version took its place: nobody signs it any more. */
  replacedAt: z.number().optional(),
});
export type Agreement = z.infer<typeof agreement>;

/** Parts that were written; `base` is the version in which the part got the words that were changed, 0 where there were none. */
export const agreementDraft = z.strictObject({
  parts: z
    .array(z.strictObject({ part, text: z.string().trim().max(longestPart), base: z.number().int().min(0) }))
    .min(1)
    .max(agreementParts.length),
});
export type AgreementDraft = z.infer<typeof agreementDraft>;

export const ofVersion = z.strictObject({ version });

/** A suggestion for a part, and what others have written there. */
export const agreementHelp = z.strictObject({ suggestion: z.string(), examples: z.array(z.string()) });
export type AgreementHelp = z.infer<typeof agreementHelp>;

const seenVersion = z.strictObject({
  version,
  parts: z.array(z.strictObject({ part, text: z.string(), mine: z.boolean(), since: version })),
  changedAt: z.number(),
  /** When the reader signed it, and when the partner did. */
  mineAt: z.number().optional(),
  theirsAt: z.number().optional(),
});
export type SeenVersion = z.infer<typeof seenVersion>;

export const agreementView = z.strictObject({
  partner: personCard,
  /** The pair is active: it can be written and signed. */
  open: z.boolean(),
  now: seenVersion.optional(),
  /** Both signed it three months ago or longer, and have not looked at it since. */
  isDue: z.boolean(),
  /** Former versions that somebody signed, the newest first. */
  earlier: z.array(seenVersion),
  help: z.array(agreementHelp.extend({ part })),
});
export type AgreementView = z.infer<typeof agreementView>;

/** What an agreement asks of somebody on the first page. */
export type AgreementWaits = 'sign' | 'look-again';
