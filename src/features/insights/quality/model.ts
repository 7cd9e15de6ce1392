/** How a programme goes, in numbers of many: never a person, never a pair. Safe in the browser. */
import { z } from 'zod';
import { id } from '../../../platform/ids.ts';
import { headcount } from '../../release/model.ts';
import { toldValue } from '../goals/model.ts';

/** `together` while it runs: pairs that have not ended; `completed` when it is over. */
export const lineKeys = ['met', 'dated', 'together', 'completed', 'agreed'] as const;
export type LineKey = (typeof lineKeys)[number];

/** Shares in per cent; without `told` there are too few to tell. */
export const qualityLine = z.strictObject({ key: z.enum(lineKeys), told: toldValue.optional(), of: headcount });

/** Of the check-in after a month, which everybody is asked; ids of `checkins/asks`. */
export const items = ['open-talks', 'next-step', 'more-options', 'often-moved'] as const;

export const saidLine = z.strictObject({
  item: z.enum(items),
  /** Of 1 to 5, and where it lies for people like those who answered. */
  mean: z.number().optional(),
  interval: z.strictObject({ from: z.number(), to: z.number() }).optional(),
});

export const cohortLine = z.strictObject({
  /** The first and the last month in which its pairs began: `2026-03`. */
  from: z.string(),
  to: z.string(),
  pairs: z.number().int(),
  told: z.array(z.strictObject({ key: z.enum(lineKeys), told: toldValue })),
  hours: z.number().optional(),
});
export type CohortLine = z.infer<typeof cohortLine>;

const count = z.number().int().min(0).max(100);

const words = z.strictObject({ nl: z.string(), fr: z.string(), de: z.string(), en: z.string() });

export const waitingLine = z.strictObject({
  itemId: z.string(),
  text: words,
  /** Shares who agree. */
  waiting: toldValue,
  taking: toldValue,
  /** In percentage points; clearly more, clearly less, or it may be chance. */
  difference: toldValue,
  says: z.enum(['more', 'fewer', 'no-difference']),
});

export const cost = z.strictObject({
  /** In euro. */
  amount: z.number().min(0).max(100_000_000),
  on: z.iso.date(),
  source: z.string().trim().min(1).max(200),
});
export type Cost = z.infer<typeof cost>;

export const quality = z.strictObject({
  /** When pairs and meetings were last counted. */
  at: z.number(),
  isOver: z.boolean(),
  pairs: headcount,
  lines: z.array(qualityLine),
  /** Of a pair, on average. */
  hours: toldValue.optional(),
  said: z.strictObject({ responses: headcount, lines: z.array(saidLine) }).optional(),
  /** What mentees say came of their own goals: released shares, each mentee once. */
  ownGoals: z
    .strictObject({ responses: headcount, reached: count.optional(), partly: count.optional(), not: count.optional() })
    .optional(),
  goals: z.strictObject({ reached: z.number(), missed: z.number(), unsaid: z.number() }),
  /** Empty where there is only one, or where parting would point at a few. */
  cohorts: z.array(cohortLine),
  /** `none`: nobody who waits was asked the same. */
  waiting: z.union([z.literal('none'), z.literal('too-few'), z.array(waitingLine)]),
  spent: z
    .strictObject({
      /** Of both of each pair, and of everybody in courses. */
      talks: z.number(),
      courses: z.number(),
    })
    .optional(),
  cost: cost.extend({ perPair: z.number().optional() }).optional(),
});
export type Quality = z.infer<typeof quality>;

export const qualityPage = quality.extend({
  programme: z.strictObject({ id, name: z.string() }),
  today: z.iso.date(),
});
export type QualityPage = z.infer<typeof qualityPage>;
