/** What was sent is kept in the partition of the programme (or survey) that it is about, under its send id. */
import { rowsOf } from '../../../platform/tables.ts';
import { sent } from './model.ts';

export const sentRows = { programmes: rowsOf('programmes', 'sent', sent), surveys: rowsOf('surveys', 'sent', sent) };
export type SentTable = keyof typeof sentRows;
