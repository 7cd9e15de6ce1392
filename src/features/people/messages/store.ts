/**
 * What was sent is kept in the partition of the programme (or survey) that it is about, under its send id; what a person has
 * been sent of late, in that person's.
 */
import { idPattern } from '../../../platform/ids.ts';
import { rowsOf, type Tables } from '../../../platform/tables.ts';
import { chatAmong } from '../../../platform/teams/chats.ts';
import { hoursRows, preferenceRows } from '../store.ts';
import { halt, letterbox, sent } from './model.ts';

export const sentRows = {
  programmes: rowsOf('programmes', 'sent', sent),
  surveys: rowsOf('surveys', 'sent', sent),
  concerns: rowsOf('concerns', 'sent', sent),
};
export const halts = {
  programmes: rowsOf('programmes', 'halt', halt),
  surveys: rowsOf('surveys', 'halt', halt),
  concerns: rowsOf('concerns', 'halt', halt),
};
export type SentTable = keyof typeof sentRows;

export const letterboxes = rowsOf('people', 'letterbox', letterbox);

/** What a message to somebody rests on, out of that person's partition: read before each message, so in one go. */
export async function receiverRows(tables: Tables, personId: string) {
  const keys = { from: 'chat.', to: 'preferences.~' };
  const all = idPattern.test(personId) ? await tables.range('people', personId, keys) : [];
  return {
    chat: chatAmong(personId, all),
    box: letterboxes.among(personId, all, 'own'),
    hours: hoursRows.among(personId, all, 'mailbox'),
    own: preferenceRows.among(personId, all, 'own')?.value ?? {},
  };
}
