/** What a programme cost in money, as a coordinator entered it. */
import { rowsOf } from '../../../platform/tables.ts';
import { cost } from './model.ts';

/** Key: `own`. */
export const costRows = rowsOf('programmes', 'cost', cost);
export const only = 'own';
