/** To whom thanks from the programme go, and how often many are thanked at once. */
import { day } from '../../../platform/clock.ts';
import type { Side } from '../../pairs/model.ts';
import type { Credit, Giver, Group, Receiver } from './model.ts';

/** Words to everybody mean little when they come often. */
export const groupDays = 28;

export const sidesOf: Readonly<Record<Group, readonly Side[]>> = {
  mentors: ['mentor'],
  mentees: ['mentee'],
  both: ['mentee', 'mentor'],
};

/** When a group can be thanked again; nothing when that is now. */
export function groupsFrom(given: readonly Pick<Credit, 'to' | 'at'>[], now: number): number | undefined {
  const last = Math.max(...given.flatMap(({ to, at }) => (to.kind === 'group' ? [at] : [])), -Infinity);
  const from = last + groupDays * day;
  return from > now ? from : undefined;
}

/** Whose they are: of the one person, or of everybody who has or had a pair on that side when they were said. */
export function isFor(
  one: Pick<Credit, 'to' | 'at'>,
  personId: string,
  began: readonly { readonly side: Side; readonly activeAt: number }[],
): boolean {
  if (one.to.kind === 'person') return one.to.personId === personId;
  const sides = sidesOf[one.to.group];
  return began.some(({ side, activeAt }) => sides.includes(side) && activeAt <= one.at);
}

/** A sponsor thanks a whole side, and learns nobody's name. */
export const isOpenTo = (as: Giver, to: Receiver): boolean => as === 'coordinator' || to.kind === 'group';

/** The one who wrote it, and any coordinator. */
export const isTheirs = (personId: string, as: Giver, one: Credit): boolean =>
  as === 'coordinator' || one.by === personId;
