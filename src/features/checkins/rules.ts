/** When check-ins are due, and how many answered. Signals have rules of their own. */
import { DateTime } from 'luxon';
import type { ResponseBand, Round } from './model.ts';

/** Days after the pair became active. */
export const daysOf: Readonly<Record<Round, number>> = { 'day-14': 14, 'day-30': 30 };
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

export function bandOf(asked: number, answered: number): ResponseBand {
  if (asked < 10) return 'few-asked';
  if (answered * 2 < asked) return 'under-half';
  return answered * 4 < asked * 3 ? 'half-or-more' : 'most';
}
