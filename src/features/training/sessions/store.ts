/** Sessions and their seats are rows of the programme, so that a seat is taken, and given on, in one batch with its session. */
import { rowsOf } from '../../../platform/tables.ts';
import { hosted, seat, session } from './model.ts';

export const sessions = rowsOf('programmes', 'session', session);
/** Key: person, session. */
export const hostedRows = rowsOf('programmes', 'circlehost', hosted);
/** Key: session, person. */
export const seats = rowsOf('programmes', 'sessionseat', seat);
