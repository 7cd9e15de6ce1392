import { z } from 'zod';
import { rowsOf } from '../../../platform/tables.ts';
import { slip, slipNumber } from './model.ts';

/** Key: the number on the slip. */
export const slips = rowsOf('programmes', 'slip', slip);
/** The one slip that waits for a person; written and removed with it. Key: the person. */
export const slipsOf = rowsOf('programmes', 'slipof', z.strictObject({ number: slipNumber }));
