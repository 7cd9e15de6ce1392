/** Ready goals of a programme: what each is measured by, what it is held against, and what is usual to aim at. Safe in the browser. */
import { z } from 'zod';

export const areas = ['careers', 'belonging', 'network', 'culture'] as const;
export type Area = (typeof areas)[number];

/**
 * Where a goal's figure comes from. Facts: pairs, meetings, courses, opened doors, who was reached. Said: released figures of a check-in
 * or a survey, alone (`survey`) or against the one before (`change`), or what mentees say came of their own goals. `by-hand`: a coordinator enters it.
 */
export const measures = [
  ...(['pairs-met', 'pairs-completed', 'next-date', 'hours', 'trained', 'doors', 'reached'] as const),
  ...(['check-in', 'own-goals', 'survey', 'change', 'by-hand'] as const),
] as const;
export type Measure = (typeof measures)[number];

/** `points`: percentage points more than before. `hours`: of a pair, on average. */
export const units = ['percent', 'points', 'hours', 'number'] as const;
export type Unit = (typeof units)[number];

export const readyGoalIds = [
  ...(['more-options', 'know-direction', 'more-confidence', 'own-goals', 'fair-chance', 'open-doors'] as const),
  ...(['belong', 'be-oneself', 'be-heard'] as const),
  ...(['know-people', 'reach-part', 'stay-in-touch'] as const),
  ...(['pairs-meet', 'pairs-complete', 'time-together', 'be-prepared', 'learn-both'] as const),
] as const;
export type ReadyGoalId = (typeof readyGoalIds)[number];

export interface ReadyGoal {
  readonly area: Area;
  readonly measure: Measure;
  readonly unit: Unit;
  /** What is usual to aim at. */
  readonly aim: number;
  /** The question of a check-in or of the bank. */
  readonly item?: string;
}

export const readyGoals: Readonly<Record<ReadyGoalId, ReadyGoal>> = {
  'more-options': { area: 'careers', measure: 'check-in', unit: 'percent', aim: 70, item: 'more-options' },
  'know-direction': { area: 'careers', measure: 'survey', unit: 'percent', aim: 70, item: 'end-career' },
  'more-confidence': { area: 'careers', measure: 'survey', unit: 'percent', aim: 70, item: 'end-sure' },
  'own-goals': { area: 'careers', measure: 'own-goals', unit: 'percent', aim: 60, item: 'own-goals' },
  'fair-chance': { area: 'careers', measure: 'change', unit: 'points', aim: 10, item: 'fair-grow' },
  'open-doors': { area: 'careers', measure: 'doors', unit: 'number', aim: 20 },
  belong: { area: 'belonging', measure: 'change', unit: 'points', aim: 10, item: 'belong-part' },
  'be-oneself': { area: 'belonging', measure: 'change', unit: 'points', aim: 10, item: 'self-be' },
  'be-heard': { area: 'belonging', measure: 'change', unit: 'points', aim: 10, item: 'voice-counts' },
  'know-people': { area: 'network', measure: 'change', unit: 'points', aim: 15, item: 'mentee-net' },
  'reach-part': { area: 'network', measure: 'reached', unit: 'percent', aim: 60 },
  'stay-in-touch': { area: 'network', measure: 'next-date', unit: 'percent', aim: 70 },
  'pairs-meet': { area: 'culture', measure: 'pairs-met', unit: 'percent', aim: 90 },
  'pairs-complete': { area: 'culture', measure: 'pairs-completed', unit: 'percent', aim: 75 },
  'time-together': { area: 'culture', measure: 'hours', unit: 'hours', aim: 8 },
  'be-prepared': { area: 'culture', measure: 'trained', unit: 'percent', aim: 80 },
  'learn-both': { area: 'culture', measure: 'survey', unit: 'percent', aim: 70, item: 'end-mutual' },
};

/** By what a part of the organisation is named whom a goal wants to reach. */
export const partsBy = ['department', 'site', 'country'] as const;
export const goalPart = z.strictObject({
  by: z.enum(partsBy),
  name: z.string().trim().min(1).max(120),
});
export type GoalPart = z.infer<typeof goalPart>;
