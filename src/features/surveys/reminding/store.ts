/**
 * Reminders have a partition of their own: who got one had not answered by then, which nobody who looks at the survey may see.
 * All of it goes when the survey closes, as the marks of who answered do.
 */
import { z } from 'zod';
import { rowsOf } from '../../../platform/tables.ts';
import { personId } from '../../people/model.ts';

/** Under the day of a reminder: up to which person it has come, in the order of ids. */
export const reminding = rowsOf('surveys', 'reminding', z.strictObject({ after: personId }));

export function reminderPartition(surveyId: string): string {
  return `${surveyId}-reminders`;
}
