/** Which round was made from a survey: one row in the partition of the earlier one, so that two presses make one round. */
import { rowsOf } from '../../../platform/tables.ts';
import { surveyKey } from '../model.ts';

export const nextRounds = rowsOf('surveys', 'next', surveyKey);
