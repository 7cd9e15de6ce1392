/** What was told of talks, in order. */
import { rowsOf } from '../../../platform/tables.ts';
import { findings } from './model.ts';

export const findingsRows = rowsOf('surveys', 'findings', findings);
export const findingsPartition = 'talk-findings';
