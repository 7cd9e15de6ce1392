/** Each line is a row, so that two who write at once lose nothing. The own notes lie in the partition of their writer. */
import { rowsOf } from '../../../platform/tables.ts';
import { agreed, ownNotes, point } from './model.ts';

/** Key: the pair, the meeting, the line. */
export const points = rowsOf('programmes', 'meetingpoint', point);
/** Key: the pair, the line. */
export const agreedRows = rowsOf('programmes', 'meetingagreed', agreed);
/** Key: the pair, the meeting. */
export const ownRows = rowsOf('people', 'meetingnotes', ownNotes);
