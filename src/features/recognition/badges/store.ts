/** What a person chose about a badge is a row of theirs; the badge itself is kept nowhere. */
import { rowsOf } from '../../../platform/tables.ts';
import { keptChoice } from './model.ts';

/** Key: the badge. */
export const badgeChoiceRows = rowsOf('people', 'badge', keptChoice);
