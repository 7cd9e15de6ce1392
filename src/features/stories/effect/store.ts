import { rowsOf } from '../../../platform/tables.ts';
import { helped, helpMark, reads, readToday } from './model.ts';

/** Key: the story, the month, one of a few numbers. */
export const readRows = rowsOf('programmes', 'storyreads', reads);
/** Key: the story, the token. */
export const helpMarks = rowsOf('programmes', 'storyhelp', helpMark);
/** Key: `today`. */
export const readTodayRows = rowsOf('people', 'storyread', readToday);
export const todayKey = 'today';
/** Key: the story. */
export const helpedRows = rowsOf('people', 'storyhelped', helped);
