/** Decisions about surveys: whom one asks, how long it may run, and what may be done with it in which state. */
import { DateTime } from 'luxon';
import { endOfDay } from '../../platform/clock.ts';
import type { Person } from '../people/model.ts';
import { floors } from '../release/model.ts';
import { partIds, type PartId, type Survey, type SurveyDraft } from './model.ts';

/** Below this even a good response would stay under the floor, and people would guess who said what. */
export const leastAsked = 2 * floors.rating;

/** The set that asks whether there is support, which leads to a decision. */
export const supportSet = 'support';

export const usualDays = 14;
export const longestDays = 90;

/** The instant (ms) at which the last day ends in the survey's zone. */
export function closesAt({ closesOn, zone }: Pick<Survey, 'closesOn' | 'zone'>): number {
  return endOfDay(closesOn, zone) - 1;
}

/** What is wrong with a last day, as a reason; nothing when it is fine. At least one full day is left to answer. */
export function problemOfLastDay(
  closesOn: string,
  zone: string,
  now: number,
): 'closes-too-soon' | 'closes-too-late' | undefined {
  const today = DateTime.fromMillis(now, { zone }).startOf('day');
  const days = DateTime.fromISO(closesOn, { zone }).startOf('day').diff(today, 'days').days;
  if (!(days >= 1)) return 'closes-too-soon';
  return days > longestDays ? 'closes-too-late' : undefined;
}

/** The instant (ms) from which a reminder of this day goes out: nine in the morning in the survey's zone. */
export function remindsAt(on: string, zone: string): number {
  return DateTime.fromISO(on, { zone }).set({ hour: 9 }).toMillis();
}

/** Reminders fall after the day on which people are asked, and before the last one; both are days like `2026-11-24`. */
export function problemOfReminders(
  { remindOn = [], closesOn }: Pick<SurveyDraft, 'remindOn' | 'closesOn'>,
  today: string,
): 'reminder-too-soon' | 'reminder-too-late' | undefined {
  if (remindOn.some((one) => one <= today)) return 'reminder-too-soon';
  return remindOn.some((one) => one >= closesOn) ? 'reminder-too-late' : undefined;
}

export type Parts = Partial<Record<PartId, string>>;

/**
 * What is kept with an answer of where each of these people belongs: only what at least `least` of them share as a whole, so that
 * no kept answer fits fewer of those who are asked. Where that is not possible nothing is kept.
 */
export function partsFor(
  people: readonly Pick<Person, 'id' | 'department' | 'site'>[],
  least: number,
  by: readonly PartId[] = partIds,
): Map<string, Parts> {
  const found: { parts: Parts; ids: string[] }[] = [];
  let left = people;
  for (const ids of by.length > 1 ? [by, ...by.map((id) => [id])] : [by]) {
    if (ids.length === 0) break;
    const groups = new Map<string, { parts: Parts; ids: string[] }>();
    for (const one of left) {
      if (ids.some((id) => one[id] === undefined)) continue;
      const parts: Parts = Object.fromEntries(ids.map((id) => [id, one[id]]));
      const group = groups.get(JSON.stringify(parts)) ?? { parts, ids: [] };
      group.ids.push(one.id);
      groups.set(JSON.stringify(parts), group);
    }
    const large = [...groups.values()].filter((group) => group.ids.length >= least);
    found.push(...large);
    const taken = new Set(large.flatMap((group) => group.ids));
    left = left.filter((one) => !taken.has(one.id));
  }
  found.sort((a, b) => b.ids.length - a.ids.length);
  // Too few with nothing kept would be a small group as well: the smallest of the others joins them.
  for (let nowhere = left.length; nowhere > 0 && nowhere < least && found.length > 0;)
    nowhere += found.pop()?.ids.length ?? 0;
  return new Map(found.flatMap(({ parts, ids }) => ids.map((id) => [id, parts] as const)));
}

/** Also when the task that closes it is late. */
export function takesAnswers(survey: Survey, now: number): boolean {
  return survey.state === 'open' && now <= closesAt(survey);
}
