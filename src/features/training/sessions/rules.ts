/** Decisions about sessions: what can be planned, who gets a seat, who moves up, until when things can be done. */
import { DateTime } from 'luxon';
import { day, endOfDay, localDate, minute } from '../../../platform/clock.ts';
import type { FieldProblem } from '../../../platform/errors.ts';
import { idOf } from '../../../platform/ids.ts';
import { sides, takesPartAs, type Application, type Side } from '../../recruitment/model.ts';
import type { Seat, Session, SessionDraft } from './model.ts';

/** Nobody plans further ahead. */
const furthestDays = 400;
/** After it those who were there can say what it brought, for so long; then the names are needed for nothing. */
export const feedbackDays = 14;
export const namesDays = 30;
/** Tandem shows no address of another service as its own. */
const teamsHosts = /^(teams\.microsoft\.com|teams\.live\.com|teams\.cloud\.microsoft)$/;

export const endOf = ({ start, minutes }: Pick<Session, 'start' | 'minutes'>): number => start + minutes * minute;
export const feedbackUntil = (one: Pick<Session, 'start' | 'minutes'>): number => endOf(one) + feedbackDays * day;
export const namesUntil = (one: Pick<Session, 'start' | 'minutes'>): number => endOf(one) + namesDays * day;

/** The end of the last day, and never later than its beginning. */
export const closesAt = ({ closesOn, zone, start }: Pick<Session, 'closesOn' | 'zone' | 'start'>): number =>
  Math.min(endOfDay(closesOn, zone), start);

export function problemsOfSession(one: SessionDraft, zone: string, now: number): FieldProblem[] {
  const isPast = one.start <= now;
  const isFar = one.start > now + furthestDays * day;
  const lastDay = isPast || isFar ? undefined : problemOfLastDay(one, zone, now);
  return [
    ...(isPast ? [{ field: 'start', reason: 'session-past' }] : []),
    ...(isFar ? [{ field: 'start', reason: 'session-far' }] : []),
    ...(lastDay ? [{ field: 'closesOn', reason: lastDay }] : []),
    ...(one.place === '' && !one.online ? [{ field: 'place', reason: 'session-nowhere' }] : []),
    ...(one.kind === 'supervision' && one.forWhom !== 'mentors'
      ? [{ field: 'forWhom', reason: 'session-mentors-only' }]
      : []),
    ...(one.online && one.link !== '' && !isTeamsLink(one.link) ? [{ field: 'link', reason: 'session-link' }] : []),
  ];
}

function problemOfLastDay({ closesOn, start }: SessionDraft, zone: string, now: number): string | undefined {
  if (closesOn < localDate(now, zone)) return 'session-closes-past';
  return closesOn > localDate(start, zone) ? 'session-closes-late' : undefined;
}

function isTeamsLink(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, username, port } = new URL(text);
  return protocol === 'https:' && teamsHosts.test(hostname) && username === '' && port === '';
}

const sidesFor: Readonly<Record<Session['forWhom'], readonly Side[]>> = {
  ...{ mentees: ['mentee'], mentors: ['mentor'], both: sides },
};

/** Applied is enough: what is learnt before the match helps in it. Whoever waits for the next round comes with the next round. */
export function isInvitedTo(
  { forWhom }: Pick<Session, 'forWhom'>,
  application: Pick<Application, 'status' | 'answers' | 'passedOver'> | undefined,
): boolean {
  return application?.status === 'applied' && sidesFor[forWhom].some((side) => takesPartAs(side, application));
}

export const isIn = ({ state }: Pick<Seat, 'state'>): boolean => state === 'in';

export function countsOf(all: readonly Seat[]): { in: number; waiting: number; there: number } {
  const taken = all.filter(isIn).length;
  return { in: taken, waiting: all.length - taken, there: all.filter(({ wasThere }) => wasThere === true).length };
}

export const leftOf = ({ seats }: Pick<Session, 'seats'>, all: readonly Seat[]): number =>
  Math.max(0, seats - all.filter(isIn).length);

export type JoinProblem = 'session-cancelled' | 'session-closed';

/** Why nobody can sign up any more. */
export function joinProblem(one: Session, now: number): JoinProblem | undefined {
  if (one.state !== 'open') return 'session-cancelled';
  return now >= closesAt(one) ? 'session-closed' : undefined;
}

/** Nobody passes by who waits: as long as somebody does, whoever comes waits too. */
export function seatFor(one: Pick<Session, 'seats'>, all: readonly Seat[]): Seat['state'] {
  return all.some((other) => !isIn(other)) || leftOf(one, all) === 0 ? 'waiting' : 'in';
}

/** A batch holds a hundred changes, and each of these takes two. */
const mostAtOnce = 40;

/** Those who get the seats that are free, the longest waiting first; so many at a time. */
export function movingUp(one: Pick<Session, 'seats'>, all: readonly Seat[]): Seat[] {
  return all
    .filter((other) => !isIn(other))
    .toSorted((a, b) => a.place - b.place)
    .slice(0, Math.min(mostAtOnce, leftOf(one, all)));
}

/** How many wait before this one. */
export const waitingBefore = (own: Seat, all: readonly Seat[]): number =>
  all.filter((other) => !isIn(other) && other.place < own.place).length;

/** The morning of the last working day before, in the zone of the session: over a weekend nobody would read it in time. */
export function remindsAt({ start, zone }: Pick<Session, 'start' | 'zone'>): number {
  let before = DateTime.fromMillis(start, { zone }).minus({ days: 1 });
  while (before.weekday > 5) before = before.minus({ days: 1 });
  return before.set({ hour: 9, minute: 0, second: 0, millisecond: 0 }).toMillis();
}

/** What an entry in the calendar is to hold: the time, and who comes. */
export function entryHolds(one: Pick<Session, 'start' | 'minutes' | 'place' | 'link'>, all: readonly Seat[]): string {
  const who = all
    .filter(isIn)
    .map(({ personId }) => personId)
    .toSorted();
  return idOf(String(one.start), String(one.minutes), one.place, one.link, ...who);
}

/** Those who signed up are told when it matters to them: when, where, how long. */
export function isNews(before: SessionDraft, after: SessionDraft): boolean {
  return (['start', 'minutes', 'place', 'online', 'link'] as const).some((field) => before[field] !== after[field]);
}
