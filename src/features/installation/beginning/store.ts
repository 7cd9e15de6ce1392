/** Which steps of setting up an administrator looked at, for the whole installation. */
import { rowsOf } from '../../../platform/tables.ts';
import { looked } from './model.ts';

/** Key: the step. */
export const lookedRows = rowsOf('system', 'looked', looked);
export const lookedPartition = 'beginning';
