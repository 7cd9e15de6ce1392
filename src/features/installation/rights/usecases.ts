/** Looks at what Microsoft 365 opens to us: granted, missing, more than needed; and whether anybody has a role. */
import { isFailure } from '../../../platform/errors.ts';
import { appRoles } from '../../../platform/doors.ts';
import type { Platform } from '../../../platform/platform.ts';
import type { Finding } from '../model.ts';
import { found, rightsFindings } from '../rules.ts';
import type { Look, Seen } from '../seen/model.ts';

export const rightsLooks: readonly Look[] = [
  { name: 'rights', part: 'rights', after: ['app'], see: seeRights },
  { name: 'agreed', part: 'rights', after: ['app'], see: seeAgreed },
  { name: 'roles', part: 'rights', after: ['app'], see: seeRoles },
];

async function seeRights(_: Platform, seen: Seen): Promise<Finding[]> {
  return rightsFindings('app', (await seen.granted()).permissions);
}

/** Only a person's sign-in tells what was agreed to; Graph would tell it by a right that nothing else needs. */
async function seeAgreed(_: Platform, seen: Seen): Promise<Finding[]> {
  if (seen.assertion === undefined) return [];
  try {
    return rightsFindings('delegated', await seen.agreed());
  } catch (error) {
    if (isFailure(error) && error.reason === 'consent-needed') return [found('rights', 'agreed.nothing')];
    throw error;
  }
}

/** Who has no role cannot coordinate or advise; the page that shows this needs an administrator, so there is one. */
async function seeRoles({ roles }: Platform, seen: Seen): Promise<Finding[]> {
  // Without the right nothing is known, and the right stands among the findings already.
  if (!(await seen.granted()).permissions.includes('Application.Read.All')) return [];
  const assigned = await roles.assigned();
  if (assigned === 'unknown') return [];
  const nobody = appRoles.filter((role) => assigned[role] === 0);
  if (nobody.length === 0) return [found('rights', 'roles.ok')];
  return nobody.map((role) => found('rights', 'roles.nobody', { role }));
}
