/** Who may do what with identity questions: everybody their own, an administrator says what is asked where, nobody reads an answer. */
import type { Caller } from '../../../platform/doors.ts';
import type { Mode } from './model.ts';
import { isAsked } from './rules.ts';

/** Nothing is kept of a question that is off or anonymous in the person's country. */
export function mayAnswer(mode: Mode): boolean {
  return isAsked(mode);
}

/** Off, anonymous or on, for each country. In chat no token says the role, so not there. */
export function maySetCountries(caller: Caller): boolean {
  return caller.roles.includes('Administrator');
}
