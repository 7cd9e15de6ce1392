/** When what goes out, and where that meets another survey: days in, sentences' facts out. Safe in the browser. */
import type { Audience } from '../audience/model.ts';
import { mayShare } from '../audience/rules.ts';
import type { SurveyLine } from '../model.ts';

/** `2026-11-24`. */
type Day = string;

export interface Planned {
  readonly what: 'ask' | 'remind' | 'close';
  readonly on: Day;
}

export interface Plan {
  readonly audience: Audience;
  readonly opensOn: Day;
  readonly remindOn: readonly Day[];
  readonly closesOn: Day;
}

export function dayAfter(day: Day, days: number): Day {
  const next = new Date(day);
  next.setUTCDate(next.getUTCDate() + days);
  return next.toISOString().slice(0, 10);
}

export function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}

/** So many reminders, evenly between the day of asking and the last one; fewer where there are too few days. */
export function reminderDays(opensOn: Day, closesOn: Day, count: number): Day[] {
  const days = daysBetween(opensOn, closesOn);
  const found = Array.from({ length: count }, (_, place) => Math.round((days * (place + 1)) / (count + 1)));
  return [...new Set(found)].filter((one) => one > 0 && one < days).map((one) => dayAfter(opensOn, one));
}

/** In the order of days. */
export function plannedOf({ opensOn, remindOn, closesOn }: Plan): Planned[] {
  return [
    { what: 'ask', on: opensOn },
    ...remindOn.map((on) => ({ what: 'remind' as const, on })),
    { what: 'close', on: closesOn },
  ];
}

export interface Collision {
  readonly surveyId: string;
  readonly title: string;
  /** `over-budget`: somebody would get more than two messages in a month, so some wait in the tab; `close`: within a week. */
  readonly why: 'over-budget' | 'close';
}

const monthDays = 30;
const closeDays = 7;
/** Unsolicited messages to one person in a month: what is over it waits in the tab (people/messages). */
export const monthBudget = 2;

/** Running surveys that ask some of the same people at about the same time. */
export function collisionsOf(plan: Plan, lines: readonly SurveyLine[]): Collision[] {
  const own = messageDays(plan);
  return lines.flatMap((line): Collision[] => {
    if (line.state !== 'open' || line.openedAt === undefined || !mayShare(plan.audience, line.audience)) return [];
    const opensOn = new Date(line.openedAt).toISOString().slice(0, 10);
    const theirs = messageDays({ ...line, opensOn });
    const { id: surveyId, title } = line;
    if (mostInMonth([...own, ...theirs]) > Math.max(monthBudget, mostInMonth(own)))
      return [{ surveyId, title, why: 'over-budget' }];
    const isClose = own.some((one) => theirs.some((other) => Math.abs(daysBetween(one, other)) < closeDays));
    return isClose ? [{ surveyId, title, why: 'close' }] : [];
  });
}

const messageDays = ({ opensOn, remindOn }: Pick<Plan, 'opensOn' | 'remindOn'>): Day[] => [opensOn, ...remindOn];

/** How many of these days fall within one month at most. */
function mostInMonth(days: readonly Day[]): number {
  return Math.max(0, ...days.map((from) => days.filter((one) => within(daysBetween(from, one))).length));
}

const within = (days: number): boolean => days >= 0 && days < monthDays;
