/** Who may do what with thanks: the two write, show and take back; the programme sees what both show; coordinators see counts. */
import type { Caller } from '../../platform/doors.ts';
import { sideOf, type Pair } from '../pairs/model.ts';
import { mayActInPair } from '../pairs/policy.ts';
import { mayCoordinate } from '../programmes/policy.ts';
import type { Thanks } from './model.ts';

/** While the pair goes on, and after they rounded it off: the last word of thanks belongs to the end. */
export function mayThank(personId: string, one: Pair): boolean {
  return mayActInPair(personId, one) || (one.ending === 'together' && sideOf(one, personId) !== undefined);
}

/** Each of the two says for itself whether others may read it. */
export function mayShowThanks(personId: string, one: Thanks): boolean {
  return one.from === personId || one.to === personId;
}

export function mayTakeBack(personId: string, one: Thanks): boolean {
  return one.from === personId;
}

/** The programme's page is for those who take part and for its coordinators. */
export function maySeeWall(caller: Caller, { team, members }: Record<'team' | 'members', readonly string[]>): boolean {
  return mayCoordinate(caller, team) || members.includes(caller.personId);
}
