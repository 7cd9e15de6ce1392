/** What the same people said in two rounds, as everybody may see it. Safe in the browser. */
import { z } from 'zod';
import { headcount, itemId, scalePoints } from '../model.ts';

const shares = z.array(z.number().int().min(0).max(100)).length(scalePoints);

/** What the same people said in one round: percentages for 1 to 5, and their mean. */
export const distribution = z.strictObject({ shares, mean: z.number() });
export type Distribution = z.infer<typeof distribution>;

/** By how many points somebody moved: the bands in which changes are told, those beyond two in the outermost. */
export const moves = [-2, -1, 0, 1, 2] as const;

export const linkedFigure = z.discriminatedUnion('state', [
  z.strictObject({
    state: z.literal('told'),
    itemId,
    /** A band, of those who answered this item in both rounds. */
    people: headcount,
    /** In what steps both means are told. */
    step: z.number(),
    before: distribution,
    after: distribution,
    /** Percentages of those who moved by each of `moves`. */
    moved: shares,
  }),
  /** `too-few` answered both; `would-point`: with the other figures a few people could be recognised. */
  z.strictObject({ state: z.literal('withheld'), itemId, reason: z.enum(['too-few', 'would-point']) }),
]);
export type LinkedFigure = z.infer<typeof linkedFigure>;

/** Written once, when the later round has closed. */
export const linkedFigures = z.strictObject({ earlierId: z.string(), figures: z.array(linkedFigure) });
export type LinkedFigures = z.infer<typeof linkedFigures>;
