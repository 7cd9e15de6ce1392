/**
 * How a proposal treats each part of the organisation, as coordinators see it before anything is published: whole percentages with
 * their intervals, and nothing of parts with fewer than ten people. Safe in the browser.
 */
import { z } from 'zod';
import { cuts, strength } from '../model.ts';

const percent = z.number().int().min(0).max(100);

/** What lies between `from` and `to` in 95 of 100 draws. */
export const share = z.strictObject({ percent, from: percent, to: percent });
export type Share = z.infer<typeof share>;

export const partFigures = z.strictObject({
  part: z.string(),
  people: z.number().int().min(10),
  matched: share,
  /** Of those for whom any mentor is possible. */
  ofPossible: share.optional(),
  /** How near to the best mentor that each could have; wishes for persons are left out of it. */
  attainment: share.optional(),
  /** How well the lowest tenth fits at most. */
  lowestTenth: strength.optional(),
  first: share.optional(),
  firstFive: share.optional(),
});
export type PartFigures = z.infer<typeof partFigures>;

export const cutFigures = z.strictObject({
  cut: z.enum(cuts),
  parts: z.array(partFigures),
  /** Parts with too few people. */
  hidden: z.number().int(),
  /** Highest minus lowest share with a mentor. */
  gap: share.optional(),
  /** So large it is in one of a hundred draws in which chance alone decides; absent in drafts of an earlier version. */
  gapByChance: percent.optional(),
});
export type CutFigures = z.infer<typeof cutFigures>;

export const fairnessFigures = z.array(cutFigures);
export type FairnessFigures = z.infer<typeof fairnessFigures>;

/** A gap that is at least so large, also in the kindest of 95 draws, and no work of chance, is looked at twice before publishing. */
export const gapLimit = 20;

export function largeGaps(figures: FairnessFigures): CutFigures[] {
  return figures.filter(({ gap, gapByChance = 0 }) => gap && gap.from >= gapLimit && gap.percent > gapByChance);
}
