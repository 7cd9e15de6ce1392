/**
 * Raw answers, in a table of their own. A new one waits in `buffered` beside its mark; the storage stamps both with one time and one
 * operation, so answers are soon written anew, shuffled, under other ids, and the trace between the two is gone (trust.md 1).
 */
import { idOf } from '../../../platform/ids.ts';
import { rowsOf } from '../../../platform/tables.ts';
import { gone, mark, ownAnswer, response, type Mode } from './model.ts';

export const answers = rowsOf('answers', 'answer', response);
export const buffered = rowsOf('answers', 'buffered', response);
/** Confidential answers, under the pseudonym of who gave them: no mark, no other id. */
export const held = rowsOf('answers', 'held', response);
/** Under the pseudonym, what stays of an answer that was taken back after it was counted. */
export const goneRows = rowsOf('answers', 'gone', gone);
export const marks = rowsOf('answers', 'mark', mark);
/** Never released. Key: a pseudonym that no answer to a round has, and which part it is. */
export const ownRows = rowsOf('answers', 'own', ownAnswer);

export function markKey(surveyId: string, personId: string): string {
  return idOf('mark', surveyId, personId);
}

/** Where the answers of a survey are read from. */
export const answersFor = (mode: Mode | undefined) => (mode === 'confidential' ? held : answers);
