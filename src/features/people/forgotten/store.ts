/** All of them lie in one partition: they are few, and a reading of the directory needs to know them all. */
import { rowsOf } from '../../../platform/tables.ts';
import { forgotten } from './model.ts';

/** Key: the pseudonym. */
export const forgottenRows = rowsOf('system', 'forgotten', forgotten);
export const forgottenPartition = 'forgotten';
