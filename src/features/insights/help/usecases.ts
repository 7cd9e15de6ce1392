/** Whom a person can turn to: for each programme that invited them, or that they applied to or coordinate, its coordinators. */
import type { Caller } from '../../../platform/doors.ts';
import type { Platform } from '../../../platform/platform.ts';
import { cardOf } from '../../people/model.ts';
import { findPeople } from '../../people/usecases.ts';
import { coordinatorsOf, findProgramme, myProgrammes } from '../../programmes/usecases.ts';
import { invitationsOf, participationsOf } from '../../recruitment/usecases.ts';
import type { Contact } from './model.ts';

export async function contactsOf(deps: Platform, caller: Caller): Promise<Contact[]> {
  const [invited, taking, own] = await Promise.all([
    invitationsOf(deps, caller.personId),
    participationsOf(deps, caller.personId),
    myProgrammes(deps, caller),
  ]);
  const ids = new Set([...[...invited, ...taking].map(({ programmeId }) => programmeId), ...own.map(({ id }) => id)]);
  const found = await Promise.all([...ids].map((programmeId) => contactOf(deps, programmeId)));
  return found.flat().sort((a, b) => a.programmeName.localeCompare(b.programmeName));
}

async function contactOf(deps: Platform, programmeId: string): Promise<Contact[]> {
  const [programme, team] = await Promise.all([findProgramme(deps, programmeId), coordinatorsOf(deps, programmeId)]);
  if (!programme) return [];
  const people = [...(await findPeople(deps, team)).values()].filter((one) => one.leftAt === undefined);
  const coordinators = people.map((one) => ({ ...cardOf(one), ...(one.mail === undefined ? {} : { mail: one.mail }) }));
  return [{ programmeId, programmeName: programme.name, coordinators }];
}
