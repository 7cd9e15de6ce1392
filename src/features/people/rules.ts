/** Decisions about people: their language, when they may be written to, and who stands above whom. */
import { DateTime } from 'luxon';
import type { Language } from '../../platform/words.ts';
import { organisationZone } from '../../platform/zone.ts';
import { weekdays, type Person, type Preferences, type WorkingHours } from './model.ts';

/** What we take where a mailbox says nothing: Monday to Friday, nine to five. */
export const usualHours: WorkingHours = {
  zone: organisationZone,
  days: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'],
  start: '09:00',
  end: '17:00',
};

/** A guest of the tenant whose account is in use; whether a programme admitted them is another question. */
export function isPresentGuest({ kind, enabled, leftAt }: Pick<Person, 'kind' | 'enabled' | 'leftAt'>): boolean {
  return kind === 'guest' && enabled && leftAt === undefined;
}

/** The person's own choice, then the directory's, then the programme's. */
export function languageFor(
  one: Person | undefined,
  own: Preferences | undefined,
  programme: Language = 'en',
): Language {
  return own?.language ?? one?.language ?? programme;
}

/** The first instant from `now` on (ms) at which this person is at work; `now` itself when that is now. Hours that end before they begin end the next day. */
export function nextWorkingMoment(now: number, hours: WorkingHours): number {
  const here = DateTime.fromMillis(now, { zone: hours.zone });
  const isOvernight = hours.end <= hours.start;
  for (let ahead = isOvernight ? -1 : 0; ahead < 14; ahead += 1) {
    const date = here.plus({ days: ahead });
    const weekday = weekdays[date.weekday - 1];
    if (!weekday || !hours.days.includes(weekday)) continue;
    const start = atTime(date, hours.start);
    const end = atTime(isOvernight ? date.plus({ days: 1 }) : date, hours.end);
    if (here < start) return start.toMillis();
    if (here < end) return now;
  }
  return now;
}

function atTime(date: DateTime, time: string): DateTime {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return date.set({ hour, minute, second: 0, millisecond: 0 });
}

/** Ids upward from a person, nearest first; stops at a loop. `managerOf` gives the manager of an id. */
export function chainAbove(start: string, managerOf: (id: string) => string | undefined, levels: number): string[] {
  const chain: string[] = [];
  for (let next = managerOf(start); next && chain.length < levels && !chain.includes(next); next = managerOf(next))
    chain.push(next);
  return chain;
}
