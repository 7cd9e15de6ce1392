/** Suggestions are rows of their programme, under the pair; how far a round is, one row of the organisation. */
import { rowsOf } from '../../../platform/tables.ts';
import { round, suggestion } from './model.ts';

export const suggestions = rowsOf('programmes', 'suggestion', suggestion);
export const rounds = rowsOf('system', 'suggestround', round);
