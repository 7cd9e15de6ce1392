/** Each version is a row of the programme: the last one counts, and of the former ones those stay that somebody signed. */
import { rowsOf, type Row, type Tables } from '../../../platform/tables.ts';
import { agreement, type Agreement } from './model.ts';

/** Key: the pair, the version. */
export const agreements = rowsOf('programmes', 'agreement', agreement);

export const versionKey = (version: number): string => `v${String(version).padStart(5, '0')}`;

/** Oldest first. */
export async function versionsOf(tables: Tables, programmeId: string, pairId: string): Promise<Row<Agreement>[]> {
  return agreements.list(tables, programmeId, pairId);
}
