import { rowsOf } from '../../../platform/tables.ts';
import { callPost, kitSettings } from './model.ts';

/** What a programme sets for its kit. Key: `own`. */
export const kitRows = rowsOf('programmes', 'kit', kitSettings);
export const kitRow = 'own';

/** Key: of the call and the channel. */
export const postRows = rowsOf('programmes', 'callpost', callPost);
