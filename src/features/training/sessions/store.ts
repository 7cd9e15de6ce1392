/** Sessions and their seats are rows of the programme, so that a seat is taken, and given on, in one batch with its session. */
import { rowsOf } from '../../../platform/tables.ts';
import { seat, session } from './model.ts';

export const sessions = rowsOf('programmes', 'session', session);
/** Key: session, person. */
export const seats = rowsOf('programmes', 'sessionseat', seat);
