/** What may leave of the answers to a survey: figures with a floor under them, and the ledger of the answers behind each. Safe in the browser. */
import { z } from 'zod';

/** The floors are in code: an organisation may only raise them. Texts and sensitive cuts need the higher one (trust.md 1). */
export const floors = { rating: 5, text: 10 } as const;

/** Ratings run from 1 to this. */
export const scalePoints = 5;

export const itemId = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/);

/** What results can be parted by, such as `site`. */
export const attributeId = z.string().regex(/^[a-z][a-z-]{0,39}$/);

export interface ReleaseItem {
  readonly id: string;
  readonly kind: 'rating' | 'text';
}

/** A number of people: of everybody exact from ten on, of a part always a band. */
export const headcount = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('under-5') }),
  z.strictObject({ kind: z.literal('5-to-9') }),
  z.strictObject({ kind: z.literal('band'), from: z.number().int().min(10), to: z.number().int() }),
  z.strictObject({ kind: z.literal('exact'), people: z.number().int().min(10) }),
]);
export type Headcount = z.infer<typeof headcount>;

export const figure = z.discriminatedUnion('state', [
  z.strictObject({
    state: z.literal('shown'),
    itemId,
    /** Percentages for 1 to 5, together 100: whole from 200 people on, in steps of 5 from 40, of 10 below. */
    shares: z.array(z.number().int().min(0).max(100)).length(scalePoints),
    /** To one decimal from 20 people on, to a fifth from 10, to a half below. */
    mean: z.number(),
  }),
  /** (Nearly) everybody gave the same answer: only the side is told, never the value: `high` is 4 or 5, `low` 1 to 3. `middle` was 3 alone. */
  z.strictObject({ state: z.literal('nearly-all'), itemId, side: z.enum(['low', 'middle', 'high']) }),
  z.strictObject({ state: z.literal('texts'), itemId, texts: z.array(z.string()) }),
  /** `not-yet` means too few or too much alike, and does not say which; `too-few` is said at the close only. */
  z.strictObject({ state: z.literal('withheld'), itemId, reason: z.enum(['too-few', 'not-yet']) }),
]);
export type Figure = z.infer<typeof figure>;

/** One release as everybody may see it: tab, card and file show this and nothing else. */
export const release = z.strictObject({
  number: z.number().int().min(1),
  at: z.number(),
  /** The last one of the survey. */
  isFinal: z.boolean(),
  /** At the close fewer than five answers had come since the release before; they are not in the figures. */
  someLeftOut: z.boolean(),
  responses: headcount,
  figures: z.array(figure),
});
export type Release = z.infer<typeof release>;

/** What stands behind the figures of a release, exactly. Never leaves the server. */
export const basis = z.strictObject({
  number: z.number().int().min(1),
  responses: z.number().int(),
  /** For each item whose figure is told: how many gave 1, 2, 3, 4 and 5 when it was last brought up to date. */
  ratings: z.record(itemId, z.array(z.number().int().min(0)).length(scalePoints)),
  /** For each text item that is told: how many texts. */
  texts: z.record(itemId, z.number().int()),
  /** For each item that is told: the number of the release since which its figure stands. */
  since: z.record(itemId, z.number().int()),
});
export type Basis = z.infer<typeof basis>;

/** The answers that a release took in beyond those of the releases before it. The sets are nested: none ever leaves. */
export const ledgerPart = z.strictObject({ number: z.number().int(), responseIds: z.array(z.string()) });
