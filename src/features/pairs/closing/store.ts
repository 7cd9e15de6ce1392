/** What each of a pair says that they reached is a row of their programme. */
import { rowsOf } from '../../../platform/tables.ts';
import { reached } from './model.ts';

/** Key: the pair, the person. */
export const reachedRows = rowsOf('programmes', 'reached', reached);
