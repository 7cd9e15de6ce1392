/** When the one reminder of the path goes: a week before the last day to apply, since the matching follows that day. */
import { DateTime } from 'luxon';

const daysBefore = 7;
/** Whoever applied so shortly before it has the offer in mind still. */
const daysAfterApplying = 2;

/** `closesOn` is a day in the zone of the programme. */
export function reminderAt(closesOn: string, zone: string): number {
  return DateTime.fromISO(`${closesOn}T09:00`, { zone }).minus({ days: daysBefore }).toMillis();
}

/** Nothing where that day is over, or too near. */
export function reminderDue(closesOn: string, zone: string, now: number): number | undefined {
  const at = reminderAt(closesOn, zone);
  const earliest = DateTime.fromMillis(now, { zone }).plus({ days: daysAfterApplying }).toMillis();
  return at < earliest ? undefined : at;
}
