/** Who may see how the installation is doing, and set it up: administrators. */
import type { Caller } from '../../platform/doors.ts';

export function maySeeInstallation(caller: Pick<Caller, 'roles'>): boolean {
  return caller.roles.includes('Administrator');
}
