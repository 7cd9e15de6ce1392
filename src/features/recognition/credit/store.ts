/** Thanks from a programme are its rows. */
import { rowsOf } from '../../../platform/tables.ts';
import { credit } from './model.ts';

/** Key: the thanks. */
export const creditRows = rowsOf('programmes', 'credit', credit);
