/** Who answered how often by part, in the partition of the survey: written once, when it has closed. */
import { z } from 'zod';
import { rowsOf } from '../../../platform/tables.ts';
import { partRate } from './model.ts';

export const rateRows = rowsOf('surveys', 'rates', z.strictObject({ rates: z.array(partRate) }));
