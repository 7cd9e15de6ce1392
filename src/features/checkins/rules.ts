/** When check-ins and signals are due. Signals come from what a pair does or from a person's own request, never from ratings. */
import { DateTime } from 'luxon';
import type { ResponseBand, Round } from './model.ts';

/** Days after the pair became active. */
export const daysOf: Readonly<Record<Round, number>> = { 'day-14': 14, 'day-30': 30 };
export const firstMeetingDays = 21;
/** A first meeting that is planned within so many days after day 21 is awaited. */
export const plannedDays = 14;
/** An answer counts in the figures after so many days; until then a change replaces it there too. */
export const settlingDays = 7;

export function dayAfterStart(activeAt: number, days: number, zone: string): number {
  return DateTime.fromMillis(activeAt, { zone }).plus({ days }).toMillis();
}

/** The round that is open for a pair; a later round takes the place of the one before. */
export function openRound(activeAt: number, now: number, zone: string): Round | undefined {
  if (isRoundOpen('day-30', activeAt, now, zone)) return 'day-30';
  return isRoundOpen('day-14', activeAt, now, zone) ? 'day-14' : undefined;
}

export function isRoundOpen(round: Round, activeAt: number, now: number, zone: string): boolean {
  return now >= dayAfterStart(activeAt, daysOf[round], zone);
}

export interface FirstMeetingFacts {
  readonly activeAt: number;
  readonly now: number;
  readonly zone: string;
  readonly firstMeetingAt: number | undefined;
  /** One of the two said in a check-in that they met. */
  readonly saidMet: boolean;
}

/** `missing` on day 21 and later without a meeting; a date that is planned soon is waited for. */
export function firstMeeting(facts: FirstMeetingFacts): 'met' | 'early' | 'missing' | { readonly waitUntil: number } {
  const { activeAt, now, zone, firstMeetingAt: at, saidMet } = facts;
  if (saidMet || (at !== undefined && at <= now)) return 'met';
  const due = dayAfterStart(activeAt, firstMeetingDays, zone);
  if (now < due) return 'early';
  if (at === undefined || at > dayAfterStart(due, plannedDays, zone)) return 'missing';
  return { waitUntil: dayAfterStart(at, 1, zone) };
}

export function bandOf(asked: number, answered: number): ResponseBand {
  if (asked < 10) return 'few-asked';
  if (answered * 2 < asked) return 'under-half';
  return answered * 4 < asked * 3 ? 'half-or-more' : 'most';
}
