/** Meetings are rows of their programme, under the pair. */
import { rowsOf, type Row, type Tables } from '../../platform/tables.ts';
import { meeting, type Meeting } from './model.ts';

/** Key: the pair, then the meeting. */
export const meetings = rowsOf('programmes', 'meeting', meeting);

export async function plannedOf(tables: Tables, programmeId: string, pairId: string): Promise<Row<Meeting>[]> {
  const rows = await meetings.list(tables, programmeId, pairId);
  return rows.filter((row) => row.value.state === 'planned').sort((a, b) => a.value.start - b.value.start);
}
