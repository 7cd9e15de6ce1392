/** Decisions about programmes: the template's defaults (evidence.md), and which stage may follow which. */
import { DateTime } from 'luxon';
import { stages, type Stage } from './model.ts';

/** The template: nine months, one meeting of an hour a month and two in the first. */
export const template = { months: 9, meetingMinutes: 60, meetingsFirstMonth: 2, weeksToPrepare: 6 } as const;

/** Start and end (ISO days) that the template proposes on a day. */
export function proposedDates(today: string): { startsOn: string; endsOn: string } {
  const start = DateTime.fromISO(today).plus({ weeks: template.weeksToPrepare }).startOf('week');
  return { startsOn: start.toISODate() ?? today, endsOn: start.plus({ months: template.months }).toISODate() ?? today };
}

/** True when a programme in the stage `from` may go to `to`: one step on, or one step back before it runs. */
export function mayFollow(from: Stage, to: Stage): boolean {
  const step = stages.indexOf(to) - stages.indexOf(from);
  return step === 1 || (step === -1 && (from === 'recruit' || from === 'match'));
}

export function hasReached(current: Stage, wanted: Stage): boolean {
  return stages.indexOf(current) >= stages.indexOf(wanted);
}
