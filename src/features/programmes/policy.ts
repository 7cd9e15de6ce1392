/** Who may do what with a programme. Entra's role admits a person first; the programme's team decides at every request. */
import type { Caller } from '../../platform/doors.ts';

/** In chat no token says the roles: there the team's rows alone decide. */
export function mayCoordinate(caller: Caller, team: readonly string[]): boolean {
  const admitted = caller.assertion === undefined || caller.roles.includes('Coordinator');
  return admitted && team.includes(caller.personId);
}

export function mayCreateProgramme(caller: Caller): boolean {
  return caller.roles.includes('Coordinator');
}
