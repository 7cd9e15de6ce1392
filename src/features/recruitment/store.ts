/** Applications and calls are rows of the programme; a person's own list is a projection in the person's partition. */
import { z } from 'zod';
import { id } from '../../platform/ids.ts';
import { rowsOf, type Row, type Tables } from '../../platform/tables.ts';
import { application, call, invitation, type Application } from './model.ts';
import { round } from './rounds/model.ts';

/** Key: the person. */
export const applications = rowsOf('programmes', 'application', application);
/** Programmes in which a person began an application; written before it. Key: the programme. */
export const participations = rowsOf('people', 'participation', z.strictObject({ programmeId: id }));

/** Everybody who takes part in this round: applied, and neither withdrew nor waits for the next. In the order of their ids. */
export async function applied(tables: Tables, programmeId: string): Promise<Application[]> {
  return whoApplied(await applications.list(tables, programmeId));
}

/** Some of them, from an id on: ids are chance. */
export async function someApplied(tables: Tables, programmeId: string, from: string): Promise<Application[]> {
  return whoApplied(await applications.some(tables, programmeId, from, oneAnswer));
}

/** As many rows as the service gives at a time. */
const oneAnswer = 1_000;

const whoApplied = (rows: readonly Row<Application>[]): Application[] =>
  rows.map((row) => row.value).filter((one) => one.status === 'applied');

/** Key: the call. */
export const calls = rowsOf('programmes', 'call', call);
/** The round: the last closing day of all calls, kept with each call, so that nobody has to read them all. Key: `last`. */
export const closingDays = rowsOf('programmes', 'closing', round);
export const lastKey = 'last';

/** Key: the person. */
export const invitations = rowsOf('programmes', 'invitation', invitation);
/** Programmes to which a person was invited; written before the invitation. Key: the programme. */
export const invitedTo = rowsOf('people', 'invitation', z.strictObject({ programmeId: id, at: z.number().optional() }));
