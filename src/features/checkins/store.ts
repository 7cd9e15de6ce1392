/** Answers and the list of who may need a word are rows of the programme. */
import { idOf } from '../../platform/ids.ts';
import { rowsOf } from '../../platform/tables.ts';
import { checkIn, type Round } from './model.ts';
import { word } from './signals/model.ts';

/** Key: pair, round, person. */
export const checkIns = rowsOf('programmes', 'checkin', checkIn);
/** Key: the word's id. */
export const words = rowsOf('programmes', 'word', word);

export const contactWordId = (pairId: string, personId: string): string => idOf('contact', pairId, personId);

/** Under which the settled answers of a round are released. */
export const figuresId = (programmeId: string, round: Round): string => idOf('check-ins', programmeId, round);
