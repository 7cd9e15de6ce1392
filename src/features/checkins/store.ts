/** Answers, what is put off, what the two were told, and the list of who may need a word are rows of the programme. */
import { z } from 'zod';
import { idOf } from '../../platform/ids.ts';
import { rowsOf } from '../../platform/tables.ts';
import { questionId } from '../surveys/questions/model.ts';
import { checkIn, putOff, type Round } from './model.ts';
import { word } from './signals/model.ts';

/** Key: pair, round, person. */
export const checkIns = rowsOf('programmes', 'checkin', checkIn);
/** Key: pair, round, person. */
export const putOffs = rowsOf('programmes', 'checkinoff', putOff);
/** Key: pair, round. Stands as it was when both had agreed for the first time, so that nobody finds out more by changing answers. */
export const differences = rowsOf(
  'programmes',
  'checkindiff',
  z.strictObject({ items: z.array(questionId), at: z.number() }),
);
/** Key: pair, round, person: up to which moment a note for the coordinators was read. */
export const notesRead = rowsOf('programmes', 'checkinread', z.strictObject({ at: z.number() }));
/** Key: the word's id. */
export const words = rowsOf('programmes', 'word', word);

export const contactWordId = (pairId: string, personId: string): string => idOf('contact', pairId, personId);

/** Under which the settled answers of a round are released. */
export const figuresId = (programmeId: string, round: Round): string => idOf('check-ins', programmeId, round);
