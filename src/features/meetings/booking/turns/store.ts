/** The turn is a row of the programme, beside the meetings that it serialises. */
import { rowsOf } from '../../../../platform/tables.ts';
import { turn } from './model.ts';

/** Key: the pair. */
export const turns = rowsOf('programmes', 'meetingturn', turn);
