/** Meetings are rows of their programme, under the pair. */
import { rowsOf, type Row, type Tables } from '../../platform/tables.ts';
import { meeting, type Meeting } from './model.ts';

/** Key: the pair, then the meeting. */
export const meetings = rowsOf('programmes', 'meeting', meeting);

export async function plannedOf(tables: Tables, programmeId: string, pairId: string): Promise<Row<Meeting>[]> {
  const rows = await meetings.list(tables, programmeId, pairId);
  return plannedAmong(rows);
}

export function plannedAmong(rows: readonly Row<Meeting>[]): Row<Meeting>[] {
  return rows.filter((row) => row.value.state === 'planned').sort((a, b) => a.value.start - b.value.start);
}

/** When meetings would have been that were cancelled in Outlook. */
export function calledOffAmong(rows: readonly Row<Meeting>[], now: number): number[] {
  const gone = rows.filter(({ value }) => value.calledOffIn === 'outlook' && value.start > now);
  return gone.map(({ value }) => value.start).sort((a, b) => a - b);
}
