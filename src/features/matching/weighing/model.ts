/**
 * What counts in a matching: own weights for the parts of the score. Safe in the browser.
 * Wishes for persons have no weight of their own here: whoever could turn it up would see in the pairs who wishes whom.
 */
import { z } from 'zod';
import type { PartId } from '../engine/model.ts';

/** In the order in which they are shown. */
export const weighedParts = [
  'topics',
  'values',
  'ambitions',
  'interests',
  'seniority',
  'department',
  'meeting',
] as const satisfies readonly PartId[];
export type WeighedPart = (typeof weighedParts)[number];

interface Reach {
  readonly least: number;
  readonly most: number;
}

/** Topics, the one part that everybody answered, cannot be put aside: else a private wish could be all that tells two mentors apart. */
export const reach: Readonly<Record<WeighedPart, Reach>> = {
  topics: { least: 10, most: 40 },
  values: { least: 0, most: 40 },
  ambitions: { least: 0, most: 40 },
  interests: { least: 0, most: 20 },
  seniority: { least: 0, most: 20 },
  department: { least: 0, most: 20 },
  meeting: { least: 0, most: 20 },
};

const weightOf = (part: WeighedPart) => z.number().int().min(reach[part].least).max(reach[part].most);

/** Only their proportion counts; the sum is above 0, since topics are. */
export const ownWeights = z.strictObject({
  topics: weightOf('topics'),
  values: weightOf('values'),
  ambitions: weightOf('ambitions'),
  interests: weightOf('interests'),
  seniority: weightOf('seniority'),
  department: weightOf('department'),
  meeting: weightOf('meeting'),
});
export type OwnWeights = z.infer<typeof ownWeights>;
