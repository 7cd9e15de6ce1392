/** Who may do what with a course of the organisation: every coordinator writes, everybody reads what is published. */
import type { Caller } from '../../../platform/doors.ts';
import type { OwnCourse } from './model.ts';

/** In chat no token says the role, so nobody writes there. */
export function mayWriteCourses(caller: Caller): boolean {
  return caller.roles.includes('Coordinator');
}

/** Mentors from outside too, unless it is for colleagues only. */
export function mayReadCourse(
  { isGuest }: Pick<Caller, 'isGuest'>,
  { state, colleaguesOnly }: Pick<OwnCourse, 'state' | 'colleaguesOnly'>,
): boolean {
  return state === 'published' && !(colleaguesOnly && isGuest === true);
}

/** Pictures of a draft are for whoever writes it. */
export function maySeePictures(caller: Caller, one: Pick<OwnCourse, 'state' | 'colleaguesOnly'>): boolean {
  return mayWriteCourses(caller) || mayReadCourse(caller, one);
}
