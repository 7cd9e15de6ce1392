/** Who may do what with a survey. One that belongs to no programme is everybody's who coordinates in this organisation. */
import type { Caller } from '../../platform/doors.ts';

/** Create, open, close, call off, see the released results, decide. In chat no token says the roles, so not there. */
export function mayRunSurveys(caller: Caller): boolean {
  return caller.roles.includes('Coordinator');
}

/** Those whom the survey asked; for everybody else it is not there. `asked` is the row that says so. */
export function mayAnswerSurvey(asked: object | undefined): boolean {
  return asked !== undefined;
}
