/** That somebody thanked their manager, once in a programme. */
import { rowsOf } from '../../../platform/tables.ts';
import { managerThanks } from './model.ts';

/** Key: the person. */
export const managerThanksRows = rowsOf('programmes', 'managerthanks', managerThanks);
