/** Figures by part of the organisation: of everybody, by one attribute, by two. Safe in the browser. */
import { z } from 'zod';
import { attributeId, headcount, itemId } from '../model.ts';

/** One part of a cut: `site` is `Ghent`. */
export const part = z.strictObject({ attribute: attributeId, value: z.string() });
export type Part = z.infer<typeof part>;

export const cutFigure = z.discriminatedUnion('state', [
  /** To one decimal for ratings, a whole percentage for choices. */
  z.strictObject({ state: z.literal('mean'), mean: z.number() }),
  /** (Nearly) all said the same: only the side. */
  z.strictObject({ state: z.literal('nearly-all'), side: z.enum(['low', 'middle', 'high']) }),
  /** `too-few` answered, or `would-point`: with the other figures a few people could be recognised. */
  z.strictObject({ state: z.literal('withheld'), reason: z.enum(['too-few', 'would-point']) }),
]);
export type CutFigure = z.infer<typeof cutFigure>;

/** A figure of the people whom all of these parts describe; none of them is everybody. */
export const cut = z.strictObject({ parts: z.array(part).max(2), people: headcount, figure: cutFigure });
export type Cut = z.infer<typeof cut>;

/** One item by every part that was decided, told or not. */
export const itemCuts = z.strictObject({ itemId, cuts: z.array(cut) });
export type ItemCuts = z.infer<typeof itemCuts>;

export interface Attribute {
  readonly id: string;
  /** Needs the higher floor, is never crossed with another such one, and is silent where all are alike. */
  readonly isSensitive?: boolean;
}

/** What somebody answered to one item, and where that person belongs; an attribute that is not known is left out. */
export interface Answered {
  readonly of: Readonly<Record<string, string>>;
  readonly value: number;
  /** The number of the earlier release of the whole that took this answer in first; 0 for the ones that none did. */
  readonly since: number;
}
