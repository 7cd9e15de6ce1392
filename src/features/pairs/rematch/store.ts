/** Pairs for which somebody else was asked for are rows of their programme. */
import { rowsOf } from '../../../platform/tables.ts';
import { rematch } from './model.ts';

/** Key: the pair. */
export const rematches = rowsOf('programmes', 'rematch', rematch);
