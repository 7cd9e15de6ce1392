/** The counts of a programme, as they were last taken. */
import { rowsOf } from '../../../../platform/tables.ts';
import { facts } from './model.ts';

/** Key: `own`. */
export const factRows = rowsOf('programmes', 'quality', facts);
export const only = 'own';
