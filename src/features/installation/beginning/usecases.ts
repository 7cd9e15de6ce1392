/** Where setting up stands, and ticking a step that was looked at. */
import type { Caller } from '../../../platform/doors.ts';
import { Failure, isFailure } from '../../../platform/errors.ts';
import type { Platform } from '../../../platform/platform.ts';
import { anyoneTakes } from '../../concerns/advisers/usecases.ts';
import { contactsFor } from '../../concerns/contacting/usecases.ts';
import { isSetAnywhere } from '../../people/identity/usecases.ts';
import { maySeeInstallation } from '../policy.ts';
import type { Beginning, Step } from './model.ts';
import { beginningOf } from './rules.ts';
import { lookedPartition, lookedRows } from './store.ts';

export async function beginningFor(deps: Platform, caller: Caller): Promise<Beginning> {
  if (!maySeeInstallation(caller)) throw new Failure('not-found', 'page-gone');
  return whereItStands(deps, caller);
}

async function whereItStands(deps: Platform, caller: Caller): Promise<Beginning> {
  const [rows, done] = await Promise.all([lookedRows.list(deps.tables, lookedPartition), doneSteps(deps, caller)]);
  return beginningOf({ seen: new Set(rows.map(({ key }) => key[0] as Step)), done });
}

/** The same twice is as once. */
export async function tickStep(
  deps: Platform,
  caller: Caller,
  wanted: { step: Step; seen: boolean },
): Promise<Beginning> {
  if (!maySeeInstallation(caller)) throw new Failure('not-found', 'page-gone');
  const { step, seen } = wanted;
  if (seen) await deps.tables.commit([lookedRows.put(lookedPartition, step, { at: deps.clock.now() })]);
  else await deps.tables.drop('system', lookedPartition, `looked.${step}`);
  return whereItStands(deps, caller);
}

async function doneSteps(deps: Platform, caller: Caller): Promise<ReadonlySet<Step>> {
  const [roles, takes, { lines }, set] = await Promise.all([
    rolesGiven(deps),
    anyoneTakes(deps),
    contactsFor(deps, caller),
    isSetAnywhere(deps),
  ]);
  const done: Partial<Record<Step, boolean>> = {
    coordinators: roles !== 'unknown' && roles.Coordinator > 0,
    advisers: takes,
    contacts: lines.length > 0,
    countries: set,
  };
  return new Set((Object.keys(done) as Step[]).filter((one) => done[one] === true));
}

/** Where Graph does not say it, or not now, an administrator ticks the step. */
async function rolesGiven({ roles }: Platform): ReturnType<Platform['roles']['assigned']> {
  return roles.assigned().catch((error: unknown) => {
    if (isFailure(error, 'unavailable')) return 'unknown';
    throw error;
  });
}
