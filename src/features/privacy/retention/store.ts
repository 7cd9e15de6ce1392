/** Of which programmes and surveys the rows about people are gone: they need not be looked at again. */
import { z } from 'zod';
import { rowsOf } from '../../../platform/tables.ts';

export const endeds = ['programme', 'survey'] as const;
export type Ended = (typeof endeds)[number];

/** Key: which of the two, its id. `at` when a whole pass found nothing more; `rows`: how many went. */
export const endedRows = rowsOf(
  'system',
  'ended',
  z.strictObject({ at: z.number().optional(), rows: z.number().int() }),
);
export const endedPartition = 'ended';
