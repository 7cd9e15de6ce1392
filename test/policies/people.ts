/** Who looks, and whose the thing is that they look at: the two sides of the matrix. */
import { aPerson } from '../support/app.ts';
import type { AppRole } from '../../src/platform/doors.ts';

export const views = [
  ...['not-signed-in', 'forged', 'other-tenant', 'guest', 'employee', 'applicant', 'mentee', 'mentor'],
  ...['coordinator', 'other-coordinator', 'former-coordinator', 'adviser', 'administrator', 'erased'],
  /** A guest whom the first programme admitted. */
  'guest-mentor',
] as const;
export type View = (typeof views)[number];

/**
 * `self` and `partner`: of the pair that mentee and mentor are; `same`: of others in their programme; `other`: in another programme.
 * `missing`: nothing in a programme that is there; `nobody`: nothing at all. `state-*`: the own in another state.
 */
export const owners = ['self', 'partner', 'same', 'other', 'missing', 'nobody'] as const;
export type Owner = (typeof owners)[number];

const people = {
  mentee: aPerson(1, { name: 'Mentee One' }),
  mentor: aPerson(2, { name: 'Mentor One' }),
  secondMentee: aPerson(3, { name: 'Mentee Two' }),
  secondMentor: aPerson(4, { name: 'Mentor Two' }),
  thirdMentee: aPerson(5, { name: 'Mentee Three' }),
  thirdMentor: aPerson(6, { name: 'Mentor Three' }),
  applicant: aPerson(7, { managerId: aPerson(11).id }),
  employee: aPerson(8),
  coordinator: aPerson(9),
  'other-coordinator': aPerson(10),
  adviser: aPerson(11),
  administrator: aPerson(12),
  'former-coordinator': aPerson(16),
  guest: aPerson(13, { kind: 'guest' }),
  erased: aPerson(14, { enabled: false, leftAt: 1 }),
  leaver: aPerson(15),
  'guest-mentor': aPerson(17, { kind: 'guest', name: 'Guest Mentor' }),
};
export const person = people;
/** Fillers, so that an audience is large enough to be asked. */
export const crowd = Array.from({ length: 12 }, (_, at) => aPerson(100 + at));

/** What people have now; a token of the former coordinator, who still sits in the team, says more. */
export const rolesOf: Partial<Record<View, readonly AppRole[]>> = {
  coordinator: ['Coordinator'],
  'other-coordinator': ['Coordinator'],
  adviser: ['Adviser'],
  administrator: ['Administrator'],
};

export const tokenRolesOf: typeof rolesOf = { ...rolesOf, 'former-coordinator': ['Coordinator'] };

/** The directory id behind a view; the three that are nobody of ours stand in the mentee's shoes. */
export function personIdOf(view: View): string {
  if (view === 'not-signed-in' || view === 'forged' || view === 'other-tenant') return people.mentee.id;
  return people[view].id;
}

export const isStranger = (view: View): boolean => ['not-signed-in', 'forged', 'other-tenant'].includes(view);
export const isShutOut = (view: View): boolean => view === 'guest' || view === 'erased';
/** Most doors do not know such a guest either. */
export const isOutsider = (view: View): boolean => isShutOut(view) || view === 'guest-mentor';
