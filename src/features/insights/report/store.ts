/** The draft and the coordinators' words are rows of the programme. */
import { rowsOf } from '../../../platform/tables.ts';
import { draft, words } from './model.ts';

export const drafts = rowsOf('programmes', 'report', draft);
/** Keys: the section and the language. */
export const wordsRows = rowsOf('programmes', 'reportwords', words);
export const onlyRow = 'own';
