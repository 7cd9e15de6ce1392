/** The part of the audit log that concerns a programme, for who coordinates it. */
import type { Caller } from '../../../platform/doors.ts';
import type { Platform } from '../../../platform/platform.ts';
import { coordinatedProgramme, coordinatorsOf } from '../../programmes/usecases.ts';
import { linesOnPage, type AuditPage } from './model.ts';
import { isShown, lineOf } from './rules.ts';

/** Newest first, before the entry with that number. */
export async function auditOfProgramme(
  deps: Platform,
  caller: Caller,
  programmeId: string,
  before: number | undefined,
): Promise<AuditPage> {
  const { value: programme } = await coordinatedProgramme(deps, caller, programmeId);
  const { pseudonymOf, newest } = deps.audit;
  const team = await Promise.all((await coordinatorsOf(deps, programmeId)).map(pseudonymOf));
  const reader = await pseudonymOf(caller.personId);
  const { entries, next } = await newest({ of: `programme:${programmeId}`, before, most: linesOnPage });
  const lines = entries.filter(isShown).map((one) => lineOf(one, new Set(team), reader));
  const { id, name } = programme;
  return { programme: { id, name }, lines, ...(next === undefined ? {} : { next }) };
}
