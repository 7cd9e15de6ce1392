/** The needs map: what people look for help with against what mentors offer, and beside it what came up in talks. Safe in the browser. */
import { z } from 'zod';
import { cut } from '../../release/cuts/model.ts';
import { headcount } from '../../release/model.ts';
import { told } from '../themes/model.ts';

/** The topics that both sides are asked about, by the same ids. */
export const topics = ['step', 'skill', 'network', 'trust', 'balance', 'place', 'lead', 'language'] as const;
export type Topic = (typeof topics)[number];

const side = z.strictObject({
  /** Whole per cent of those who answered; left out where it is not told. */
  share: z.number().int().optional(),
  /** How many people that is, about; only where the number of answers is told. */
  people: z.number().int().optional(),
});

export const needsLine = z.strictObject({
  topic: z.enum(topics),
  name: z.string(),
  sought: side,
  offered: side,
  /** `short`: fewer mentors than seekers; `enough`; `unknown` where one side is not told. */
  state: z.enum(['short', 'enough', 'unknown']),
  /** It also came up in talks. */
  inTalks: z.boolean(),
});
export type NeedsLine = z.infer<typeof needsLine>;

export const needsMap = z.strictObject({
  lines: z.array(needsLine),
  seekers: headcount.optional(),
  mentors: headcount.optional(),
  /** What holds people back, by department and site, as it was told. */
  barriers: z.array(z.strictObject({ id: z.string(), question: z.string(), cuts: z.array(cut) })),
  talks: z.array(told),
  themes: z.record(z.string(), z.string()),
});
export type NeedsMap = z.infer<typeof needsMap>;
