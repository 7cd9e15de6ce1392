/** What coordinators learn of a group: released figures, the size of each change, and what cannot be said. Safe in the browser. */
import { z } from 'zod';
import { headcount } from '../../../release/model.ts';
import { changeLine } from '../../../surveys/rounds/model.ts';
import { side } from '../model.ts';

export const resultLine = z.strictObject({
  /** The statement and the skill it belongs to, in the reader's language. */
  text: z.string(),
  skill: z.string(),
  /** What people said before, against what they say now. */
  measured: changeLine,
  /** What they say now of then, against what they say now of now. */
  looking: changeLine,
});
export type ResultLine = z.infer<typeof resultLine>;

export const sideResults = z.strictObject({
  side,
  /** How many answered before, and after. */
  before: headcount,
  after: headcount,
  lines: z.array(resultLine),
});
export type SideResults = z.infer<typeof sideResults>;

export const skillResults = z.discriminatedUnion('state', [
  /** Nothing is told of confidential answers before they are closed. */
  z.strictObject({
    state: z.literal('counting'),
    /** When they close by themselves. */
    closesAt: z.number(),
    /** Enough have answered that closing now would leave something to tell. */
    mayTell: z.boolean(),
  }),
  /** The rounds are closed, and the figures are being made. */
  z.strictObject({ state: z.literal('soon') }),
  z.strictObject({ state: z.literal('told'), at: z.number(), sides: z.array(sideResults) }),
]);
export type SkillResults = z.infer<typeof skillResults>;

export interface Verdicts {
  readonly of: number;
  readonly higher: number;
  readonly lower: number;
  /** Statements whose figures may not be told, or stand on too few people to say. */
  readonly untold: number;
}

/** How many statements moved clearly, by what people said before and after. */
export function verdictsOf(lines: readonly Pick<ResultLine, 'measured'>[]): Verdicts {
  const is = (way: 'better' | 'worse'): number =>
    lines.filter(
      ({ measured }) =>
        measured.kind === 'scale' &&
        measured.way === way &&
        measured.effect.size !== 'few' &&
        measured.effect.size !== 'unclear',
    ).length;
  const untold = lines.filter(({ measured }) => measured.kind !== 'scale' || measured.effect.size === 'few').length;
  return { of: lines.length, higher: is('better'), lower: is('worse'), untold };
}
