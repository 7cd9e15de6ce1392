import { rowsOf } from '../../../platform/tables.ts';
import { informing, managerWord } from './model.ts';

/** Key: `own`. */
export const informings = rowsOf('programmes', 'informing', informing);
/** Key: the person who agreed. */
export const managerWords = rowsOf('programmes', 'managerword', managerWord);
