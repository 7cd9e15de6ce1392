/** A programme is a partition: its own row, its team, and everything that other features keep of it. */
import { rowsOf, type Tables } from '../../platform/tables.ts';
import { programme, programmeLine, teamMember } from './model.ts';

export const programmes = rowsOf('programmes', 'programme', programme);
export const teams = rowsOf('programmes', 'team', teamMember);
/** Programmes that a person coordinates: written with the team, read for the list. */
export const coordinated = rowsOf('people', 'coordinates', programmeLine.pick({ id: true }));
/** All programmes of the organisation, for jobs that go over them. */
export const programmeIndex = rowsOf('system', 'programme', programmeLine.pick({ id: true }));

export const onlyRow = 'own';

export async function teamOf(tables: Tables, programmeId: string): Promise<string[]> {
  return (await teams.list(tables, programmeId)).map((row) => row.value.personId);
}
