import { rowsOf } from '../../../platform/tables.ts';
import { choice, choosing } from './model.ts';

/** Key: the round. */
export const choosings = rowsOf('programmes', 'choosing', choosing);
/** Key: the round, the side, the person. */
export const choices = rowsOf('programmes', 'choice', choice);
