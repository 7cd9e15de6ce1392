/** When check-ins are due, and how many answered. Signals have rules of their own. */
import { DateTime } from 'luxon';
import { day, daysAfter, endOfDay } from '../../platform/clock.ts';
import type { Pair } from '../pairs/model.ts';
import { usualCheckIns, type CheckInPlan, type Programme } from '../programmes/model.ts';
import { daysOf, kindOf, type CheckIn, type ResponseBand, type Round } from './model.ts';

/** An answer counts in the figures after so many days; until then a change replaces it there too. */
export const settlingDays = 7;
/** The close and what comes six months later can be answered for so long. */
export const lookingBackDays = 60;
/** Whoever parted sooner than this has nothing to look back on. */
export const leastDaysTogether = 30;
/** So close to the end of the programme the close takes the place of a regular round. */
const closeIsNearDays = 21;
/** The last regular round that has a name. */
const lastDay = 990;
/** All that can have been asked, whatever is planned by now. */
export const everyRound: readonly Round[] = [
  'day-14',
  ...Array.from({ length: lastDay / 30 }, (_, place) => `day-${(place + 1) * 30}`),
  ...['close', 'after-six-months'],
];
/** "Not now, but soon". */
export const putOffDays = 3;

/** What the rounds of a pair go by. */
export interface Course {
  readonly state: Pair['state'];
  readonly activeAt: number;
  readonly endedAt: number | undefined;
  readonly programme: Pick<Programme, 'zone' | 'stage' | 'stageAt' | 'endsOn'>;
  readonly plan: CheckInPlan;
}

/** Nothing for a pair that never began. */
export function courseOf({ state, activeAt, endedAt }: Pair, programme: Programme): Course | undefined {
  if (activeAt === undefined) return undefined;
  return { state, activeAt, endedAt, programme, plan: programme.checkIns ?? usualCheckIns };
}

/** When the pair ended, or its programme closed before that. */
export function closedAt({ state, endedAt, programme: { stage, stageAt } }: Course): number | undefined {
  if (state !== 'active' && state !== 'paused' && state !== 'ended') return undefined;
  const ends = [state === 'ended' ? endedAt : undefined, stage === 'close' ? stageAt : undefined];
  const known = ends.filter((one) => one !== undefined);
  return known.length > 0 ? Math.min(...known) : undefined;
}

/** The instant from which a round is asked, by the calendar of the programme's zone. */
export function dueOf(round: Round, course: Course): number | undefined {
  const { zone } = course.programme;
  const kind = kindOf(round);
  if (kind !== 'close' && kind !== 'later') return daysAfter(course.activeAt, daysOf(round), zone);
  const closed = closedAt(course);
  if (closed === undefined || closed < daysAfter(course.activeAt, leastDaysTogether, zone)) return undefined;
  return kind === 'close' ? closed : DateTime.fromMillis(closed, { zone }).plus({ months: 6 }).toMillis();
}

/** The two of the first month, and then every so many days up to the last one. */
function daysPlanned({ every }: CheckInPlan, last: number): number[] {
  if (every === 'off') return [14, 30];
  const count = Math.max(0, Math.floor((Math.min(last, lastDay) - 30) / every));
  return [14, 30, ...Array.from({ length: count }, (_, place) => 30 + (place + 1) * every)];
}

/** Asked by this plan; what is off is not asked, and no regular round stands just before the close. */
export function isPlanned(round: Round, course: Course): boolean {
  const { plan, programme } = course;
  const kind = kindOf(round);
  if (kind === 'close') return plan.close;
  if (kind === 'later') return plan.later;
  if (kind !== 'regular') return true;
  const due = dueOf(round, course) ?? Infinity;
  const end = endOfDay(programme.endsOn, programme.zone);
  const isBeforeClose = due <= end && daysAfter(due, closeIsNearDays, programme.zone) > end;
  const isOfPlan = plan.every !== 'off' && (daysOf(round) - 30) % plan.every === 0;
  return isOfPlan && !(plan.close && isBeforeClose);
}

export interface Planned {
  readonly round: Round;
  readonly due: number;
}

/** The rounds of a pair with their times, as things stand, up to the next one: the earliest first. */
export function roundsOf(course: Course, now: number): Planned[] {
  const { plan, activeAt } = course;
  // One that stands just before the close is left out, so look one further.
  const last = (now - activeAt) / day + 1 + 2 * (plan.every === 'off' ? 0 : plan.every);
  const names =
    closedAt(course) === undefined
      ? daysPlanned(plan, last).map((days) => `day-${days}`)
      : ['close', 'after-six-months'];
  return names.flatMap((round) => {
    const due = isPlanned(round, course) ? dueOf(round, course) : undefined;
    return due === undefined ? [] : [{ round, due }];
  });
}

/** What is to be planned now: what is to come of the first month, the next round after it, and of a close what is still open. */
export function roundsAhead(course: Course, now: number): Planned[] {
  const all = roundsOf(course, now);
  if (closedAt(course) !== undefined) return all.filter(({ round }) => !isOver(round, course, now));
  const isFirst = ({ round }: Planned): boolean => kindOf(round) === 'met' || kindOf(round) === 'first';
  const next = all.find((one) => one.due > now && !isFirst(one));
  return [...all.filter((one) => isFirst(one) && one.due > now - day), ...(next ? [next] : [])];
}

/** The round that is asked now; a later round takes the place of the one before. */
export function openRound(course: Course, now: number): Round | undefined {
  return roundsOf(course, now).findLast((one) => isRoundOpen(one.round, course, now))?.round;
}

/**
 * An answer is taken: of a day while the pair is active, also late and whatever is planned by now; of a close for two months. So
 * cards that were sent keep working.
 */
export function isRoundOpen(round: Round, course: Course, now: number): boolean {
  const due = dueOf(round, course);
  if (due === undefined || now < due) return false;
  const kind = kindOf(round);
  return kind === 'close' || kind === 'later' ? !isOver(round, course, now) : course.state === 'active';
}

function isOver(round: Round, course: Course, now: number): boolean {
  const due = dueOf(round, course);
  return due !== undefined && now >= daysAfter(due, lookingBackDays, course.programme.zone);
}

export function bandOf(asked: number, answered: number): ResponseBand {
  if (asked < 10) return 'few-asked';
  if (answered * 2 < asked) return 'under-half';
  return answered * 4 < asked * 3 ? 'half-or-more' : 'most';
}

export const saysMet = ({ said }: Pick<CheckIn, 'said'>): boolean => 'met' in said && said.met === 'yes';
