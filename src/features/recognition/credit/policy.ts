/** Who thanks for a programme: its coordinators anybody in it, its sponsor a whole side, without learning who that is. */
import type { Caller } from '../../../platform/doors.ts';
import { mayCoordinate } from '../../programmes/policy.ts';
import type { Credit, Giver } from './model.ts';

export function giverOf(
  caller: Caller,
  { team, sponsorId }: { readonly team: readonly string[]; readonly sponsorId: string | undefined },
): Giver | undefined {
  if (mayCoordinate(caller, team)) return 'coordinator';
  return caller.isGuest || sponsorId !== caller.personId ? undefined : 'sponsor';
}

export const maySeeCredits = ({ mayGive, takesPart }: Record<'mayGive' | 'takesPart', boolean>): boolean =>
  mayGive || takesPart;

export const mayShowCredit = (personId: string, { to }: Credit): boolean =>
  to.kind === 'person' && to.personId === personId;
