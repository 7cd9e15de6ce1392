/** Who may enter an application beside somebody: whom a coordinator of the programme has named for it, and its coordinators. */
import type { Caller } from '../../../platform/doors.ts';
import { mayCoordinate } from '../../programmes/policy.ts';

/** A helper sees nothing else of the programme. */
export function mayHelp(caller: Caller, helpers: readonly string[], team: readonly string[]): boolean {
  return helpers.includes(caller.personId) || mayCoordinate(caller, team);
}
