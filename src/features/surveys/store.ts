/** A survey is a partition: its row, whom it asks, what was released and decided. Answers have a table of their own. */
import { rowsOf, type Row, type Tables } from '../../platform/tables.ts';
import { asked, decision, survey, surveyKey, type Survey } from './model.ts';

export const surveys = rowsOf('surveys', 'survey', survey);
/** Everybody whom the survey asks, under the person's id. */
export const askedRows = rowsOf('surveys', 'asked', asked);
/** Every decision that was written, in order; the last one stands. */
export const decisions = rowsOf('surveys', 'decision', decision);
/** The surveys that ask a person: written when the card goes out, read for the person's own page. */
export const toAnswer = rowsOf('people', 'survey', surveyKey);
/** All surveys of the organisation. */
export const surveyIndex = rowsOf('system', 'survey', surveyKey);

export const onlyRow = 'own';
export const indexPartition = 'surveys';

export function findSurveyRow(tables: Tables, surveyId: string): Promise<Row<Survey> | undefined> {
  return surveys.find(tables, surveyId, onlyRow);
}

export function decisionKey(number: number): string {
  return String(number).padStart(4, '0');
}
