/** What a story brings: how often it was read, whom it helps, who came by it. Numbers only, and small ones as a band. Safe in the browser. */
import { z } from 'zod';
import { id } from '../../../platform/ids.ts';
import { headcount } from '../../release/model.ts';

/** Of a month, in one of several rows: many read at the same time. */
export const reads = z.strictObject({ storyId: id, month: z.string().regex(/^\d{4}-\d{2}$/), count: z.number().int() });
export type Reads = z.infer<typeof reads>;

export const readsShards = 8;
export const mostReadsKept = 200;

/** In the reader's own partition: what was read on one day, so that it counts once. The next day it is written over. */
export const readToday = z.strictObject({ day: z.iso.date(), stories: z.array(id).max(mostReadsKept) });

/** In the own partition of whoever said it: the mark beside the story bears the token and no person. */
export const helped = z.strictObject({ programmeId: id, storyId: id, token: id });

export const helpMark = z.strictObject({ storyId: id });

export const effect = z.strictObject({
  reads: headcount,
  helped: headcount,
  arrived: headcount,
  applied: headcount,
});
export type Effect = z.infer<typeof effect>;
