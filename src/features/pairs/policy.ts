/** Who may do what with a pair: its two members, and nobody else; coordinators see it on the programme's pages. */
import { isPauseOver, sideOf, type Pair } from './model.ts';

/** The mentor sees the mentee's name once the mentee said yes (trust.md 2); nobody sees an offer that came to nothing. */
export function maySeePair(personId: string, one: Pair): boolean {
  const side = sideOf(one, personId);
  if (side === undefined || one.state === 'declined' || one.state === 'withdrawn') return false;
  return side === 'mentee' || one.state !== 'offered' || one.menteeSaid === 'yes';
}

/** Also an offer that came to nothing, so that an old card can say so; the mentor's turn begins with the mentee's yes. */
export function maySeeOffer(personId: string, one: Pair): boolean {
  const side = sideOf(one, personId);
  return side === 'mentee' || (side === 'mentor' && one.menteeSaid === 'yes');
}

/** Plan meetings, answer check-ins, say thanks. */
export function mayActInPair(personId: string, one: Pair): boolean {
  return sideOf(one, personId) !== undefined && one.state === 'active';
}

/** Each side answers in its turn, and once. */
export function mayAnswerOffer(personId: string, one: Pair): boolean {
  if (one.state !== 'offered') return false;
  if (one.menteeId === personId) return one.menteeSaid === undefined;
  return one.mentorId === personId && one.menteeSaid === 'yes' && one.mentorSaid === undefined;
}

export function mayPause(personId: string, one: Pair): boolean {
  return mayActInPair(personId, one);
}

/** Whoever paused, at any time; from the day of return on also the other, since both are asked then. */
export function mayResume(personId: string, one: Pair, now: number): boolean {
  if (one.state !== 'paused' || sideOf(one, personId) === undefined) return false;
  return one.pausedBy === personId || isPauseOver(one, now);
}

export function mayEnd(personId: string, one: Pair): boolean {
  return sideOf(one, personId) !== undefined && (one.state === 'active' || one.state === 'paused');
}
