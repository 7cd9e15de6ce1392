/** Guests of the tenant whom a programme admitted. Everywhere else a guest is nobody. */
import type { Platform } from '../../../platform/platform.ts';
import type { Person } from '../model.ts';
import { isPresentGuest } from '../rules.ts';
import { admittedRows } from './store.ts';

/** Takes hold of the door before the programme knows of it, and lets go of it after. */
export async function admitGuest(deps: Platform, personId: string, programmeId: string): Promise<void> {
  await deps.tables.commit([admittedRows.put(personId, programmeId, { programmeId })]);
}

export async function shutOutGuest(deps: Platform, personId: string, programmeId: string): Promise<void> {
  const row = await admittedRows.find(deps.tables, personId, programmeId);
  if (row) await deps.tables.commit([admittedRows.remove(row)]);
}

/** Of this programme; an account that was disabled, or is gone, is of none. */
export async function isAdmittedTo(deps: Platform, one: Person, programmeId: string): Promise<boolean> {
  return isPresentGuest(one) && (await admittedRows.find(deps.tables, one.id, programmeId)) !== undefined;
}

/** Of any programme: may come in, and may be written to. */
export async function isAdmittedAnywhere(deps: Platform, one: Person): Promise<boolean> {
  return isPresentGuest(one) && (await admittedRows.list(deps.tables, one.id)).length > 0;
}
