/**
 * Who waits for a match: in numbers, and where what they seek is scarce. A cell of a heat map tells nothing of fewer than five
 * people on either side, and numbers only from ten on. Safe in the browser.
 */
import { z } from 'zod';
import { counts } from '../model.ts';

/** The numbers that the next proposal begins with. */
export const waitingPool = counts.pick({ mentees: true, mentors: true, places: true, notReady: true });
export type WaitingPool = z.infer<typeof waitingPool>;

export const heatCuts = ['site', 'language'] as const;
export type HeatCut = (typeof heatCuts)[number];

/** `few`: of mentees; `few-mentors`: enough mentees, and so few mentors that nothing is said of their places. */
export const levels = ['short', 'few-mentors', 'tight', 'enough', 'few'] as const;
export type Level = (typeof levels)[number];

export const heatCell = z.strictObject({
  level: z.enum(levels),
  /** Mentees who seek the topic here, as a band, and for how many of ten of them there is a place. */
  numbers: z
    .strictObject({ from: z.number().int().min(10), to: z.number().int(), placesOfTen: z.number().int() })
    .optional(),
});
export type HeatCell = z.infer<typeof heatCell>;

/** More mentors for a topic, in a column or anywhere; how many is told where there are at least five. */
export const heatHelp = z.strictObject({
  topic: z.string(),
  column: z.string().optional(),
  mentors: z.number().int().optional(),
});
export type HeatHelp = z.infer<typeof heatHelp>;

export const heatMap = z.strictObject({
  columns: z.array(z.string()),
  /**
   * The scarcest topic first; the cells in the order of the columns. Of everybody there is the level alone: a number would give a
   * small cell away.
   */
  rows: z.array(z.strictObject({ topic: z.string(), everybody: z.enum(levels), cells: z.array(heatCell) })),
  helps: z.array(heatHelp),
});
export type HeatMap = z.infer<typeof heatMap>;

export const scarcity = z.strictObject({ site: heatMap, language: heatMap });
export type Scarcity = z.infer<typeof scarcity>;
