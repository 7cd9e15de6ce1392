/** What stands now, and own weights tried on a sample: figures only. Safe in the browser. */
import { z } from 'zod';
import { aims } from '../../model.ts';

export const standingAims = z.strictObject({ programmeName: z.string(), isDraft: z.boolean(), aims });
export type StandingAims = z.infer<typeof standingAims>;

/** What is told of the sample: what each part that can be weighed has to do with. */
export const figureNames = [
  'first-topic',
  'topics',
  'values',
  'ambitions',
  'interests',
  'seniority',
  'other-department',
  'same-site',
] as const;
export type FigureName = (typeof figureNames)[number];

/** Percent; the others are how many two people have in common. */
export const isShare = (figure: FigureName): boolean => figure !== 'values' && figure !== 'interests';

export const effect = z.strictObject({
  figure: z.enum(figureNames),
  /** With the preset, and with the own weights. */
  before: z.number(),
  after: z.number(),
});
export type Effect = z.infer<typeof effect>;

/** Figures of a sample of those who wait; never a person, and nothing where there are too few. */
export const preview = z.strictObject({
  mentees: z.number(),
  mentors: z.number(),
  tried: z
    .strictObject({
      /** Percent of the mentees who have another mentor than with the preset, or none where they had one. */
      moved: z.number(),
      /** Mentees with a mentor. */
      matched: z.strictObject({ before: z.number(), after: z.number() }),
      effects: z.array(effect),
    })
    .optional(),
});
export type Preview = z.infer<typeof preview>;
