/** What somebody was asked for is a row of the programme; that somebody rests, a row of the person. */
import { rowsOf } from '../../../platform/tables.ts';
import { asked, rest } from './model.ts';

/** Key: person, kind, the thing. */
export const askedRows = rowsOf('programmes', 'asked', asked);
export const restRows = rowsOf('people', 'rest', rest);
export const onlyRow = 'own';
