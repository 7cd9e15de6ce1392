/** Who may do what with a programme. Entra's role admits a person first; the programme's team decides at every request. */
import type { Caller } from '../../platform/doors.ts';

/** Both: Entra's role, and a seat in the team. In chat no token says a role, so nobody coordinates there. */
export function mayCoordinate(caller: Caller, team: readonly string[]): boolean {
  return caller.roles.includes('Coordinator') && team.includes(caller.personId);
}

export function mayCreateProgramme(caller: Caller): boolean {
  return caller.roles.includes('Coordinator');
}
