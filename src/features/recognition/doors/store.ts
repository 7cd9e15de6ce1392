/** Doors are rows of their programme. */
import { rowsOf } from '../../../platform/tables.ts';
import { door } from './model.ts';

/** Key: the pair, the door. */
export const doorRows = rowsOf('programmes', 'door', door);
