/** Decisions about talks: how large they are, how long one is asked, whose turn it is, and when everything is forgotten. */
import { DateTime } from 'luxon';
import { day } from '../../../platform/clock.ts';
import type { FieldProblem } from '../../../platform/errors.ts';
import { floors } from '../../release/model.ts';
import { sizes, type Answered, type Invited, type Talk, type TalkAnswer, type TalkDraft } from './model.ts';

/** After so many days without an answer somebody else is asked. */
export const answerDays = 7;
/** Who was asked for a talk is not asked for another within so many days. */
export const restDays = 120;
/** A talk is closed so long after people were asked, whatever happened. */
export const longestDays = 60;
/** A group that is smaller would be a conversation in which everybody knows afterwards who said what. */
export const leastInGroup = floors.rating;
/** Nobody is asked when so many times the places were asked in vain. */
export const mostAskedTimes = 4;

export function problemsOfTalk({ form, size, from }: TalkDraft, zone: string, now: number): FieldProblem[] {
  const { least, most } = sizes[form];
  const first = DateTime.fromMillis(now, { zone }).startOf('day');
  const days = DateTime.fromISO(from, { zone }).startOf('day').diff(first, 'days').days;
  return [
    ...(size < least || size > most ? [{ field: 'size', reason: `talk-size-${form}` }] : []),
    ...(days < 1 ? [{ field: 'from', reason: 'talk-too-soon' }] : []),
    ...(days > longestDays / 2 ? [{ field: 'from', reason: 'talk-too-late' }] : []),
  ];
}

export const isOpen = ({ state }: Pick<Talk, 'state'>): boolean => state === 'draft' || state === 'asking';
export const holdsPlace = ({ state }: Pick<Invited, 'state'>): boolean =>
  state === 'drawn' || state === 'asked' || state === 'yes';

/** How many are still to be drawn; a group that has its time is left as it is. */
export function placesLeft(one: Talk, all: readonly Invited[]): number {
  if (!isOpen(one) || one.booking !== undefined) return 0;
  const asked = all.filter(({ state }) => state !== 'drawn' && state !== 'removed').length;
  const left = one.size - all.filter(holdsPlace).length;
  return Math.max(0, Math.min(left, one.size * mostAskedTimes - asked));
}

export const saidYes = (all: readonly Invited[]): Invited[] => all.filter(({ state }) => state === 'yes');

/** A sentence is quoted only where somebody who took part said that theirs may be. */
export const mayAnybodyBeQuoted = (all: readonly Pick<Invited, 'state' | 'mayQuote'>[]): boolean =>
  all.some(({ state, mayQuote }) => state === 'yes' && mayQuote);

/** What an answer makes of somebody who was asked. The same answer again changes nothing. */
export function answerOf(one: Talk, own: Invited, all: readonly Invited[], answer: TalkAnswer): Answered {
  if (one.state !== 'asking') return 'over';
  if (answer === 'withdraw') return 'withdrawn';
  if (answer !== 'yes') return answer;
  if (own.state === 'yes') return 'yes';
  // Whoever comes back finds that others were asked in the meantime: what they were offered is theirs.
  const others = all.filter((other) => other.personId !== own.personId && holdsPlace(other));
  const isTooLate = one.booking !== undefined || others.length >= one.size;
  return isTooLate ? 'full' : 'yes';
}

/** The talk with this person, or of the whole group, has begun. */
export function hasBegun(one: Talk, own: Invited, now: number): boolean {
  const at = own.booking ?? one.booking;
  return at !== undefined && at.start <= now;
}

export const closesBy = (askedAt: number): number => askedAt + longestDays * day;
export const lapsesAt = (askedAt: number): number => askedAt + answerDays * day;
