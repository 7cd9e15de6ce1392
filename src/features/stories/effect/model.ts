/** What a story brings: how often it was read, whom it helps, who came by it. Numbers only, and small ones as a band. Safe in the browser. */
import { z } from 'zod';
import { id } from '../../../platform/ids.ts';
import { headcount } from '../../release/model.ts';

const month = z.string().regex(/^\d{4}-\d{2}$/);
export const marksKept = 20;

/** Of a month, in one of several rows: many read at the same time. `marks`: of the last ones, by chance, so that none counts twice. */
export const reads = z.strictObject({
  ...{ storyId: id, month, count: z.number().int() },
  marks: z.array(id).max(marksKept).optional(),
});
export type Reads = z.infer<typeof reads>;

export const readsShards = 8;
export const mostReadsKept = 200;

/** A read that is not counted beside the story yet. */
export const uncounted = z.strictObject({ programmeId: id, storyId: id, month, mark: id });
export type Uncounted = z.infer<typeof uncounted>;

/** In the reader's own partition: what was read on one day, so that it counts once. The next day it is written over. */
export const readToday = z.strictObject({
  day: z.iso.date(),
  stories: z.array(id).max(mostReadsKept),
  uncounted: uncounted.optional(),
});
export type ReadToday = z.infer<typeof readToday>;

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
