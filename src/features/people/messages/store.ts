/**
 * What was sent is kept in the partition of the programme (or survey) that it is about, under its send id; what a person has
 * been sent of late, in that person's.
 */
import { rowsOf } from '../../../platform/tables.ts';
import { halt, letterbox, sent } from './model.ts';

export const sentRows = { programmes: rowsOf('programmes', 'sent', sent), surveys: rowsOf('surveys', 'sent', sent) };
export const halts = { programmes: rowsOf('programmes', 'halt', halt), surveys: rowsOf('surveys', 'halt', halt) };
export type SentTable = keyof typeof sentRows;

export const letterboxes = rowsOf('people', 'letterbox', letterbox);
