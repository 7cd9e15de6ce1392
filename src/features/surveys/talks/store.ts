/** A talk is a partition: its row, who is asked, and, apart from them and without a link to anybody, what was noted. */
import { rowsOf, type Row, type Tables } from '../../../platform/tables.ts';
import { z } from 'zod';
import { id } from '../../../platform/ids.ts';
import { askedOn, invited, note, talk, type Talk } from './model.ts';

export const talks = rowsOf('surveys', 'talk', talk);
/** Under the person's id; they go when the talk is closed. */
export const invitedRows = rowsOf('surveys', 'invited', invited);
/** Under ids that say nothing; written anew in another order when the talk is closed. */
export const notes = rowsOf('surveys', 'note', note);
/** All talks of the organisation. */
export const talkIndex = rowsOf('system', 'talkline', z.strictObject({ talkId: id }));
/** Who was asked for a talk, and when: not for which, and not what they said. */
export const askedMarks = rowsOf('system', 'talked', askedOn);

export const onlyRow = 'own';
export const indexPartition = 'talks';
export const marksPartition = 'talk-marks';

export function findTalkRow(tables: Tables, talkId: string): Promise<Row<Talk> | undefined> {
  return talks.find(tables, talkId, onlyRow);
}
