/** Working hours, zones and part-time days, as they stand in mailbox settings. */
import type { SandboxMailbox, Weekday } from './model.ts';
import type { Random } from './random.ts';
import type { Locale, Site } from './sites.ts';
import type { Level } from './titles.ts';

const week: readonly Weekday[] = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'];

const dayTimes = [
  { startTime: '08:30', endTime: '17:00', weight: 40 },
  { startTime: '08:00', endTime: '16:30', weight: 25 },
  { startTime: '09:00', endTime: '17:30', weight: 22 },
  { startTime: '07:30', endTime: '16:00', weight: 8 },
  { startTime: '09:00', endTime: '18:00', weight: 5 },
];
const shifts = [
  { startTime: '06:00', endTime: '14:00', weight: 50 },
  { startTime: '14:00', endTime: '22:00', weight: 30 },
];
const mornings = { startTime: '08:30', endTime: '12:30' };

const loads: Readonly<Record<Level, number>> = {
  director: 0.68,
  head: 0.6,
  lead: 0.5,
  senior: 0.4,
  staff: 0.33,
  junior: 0.25,
};

export interface MailboxWish {
  readonly site: Site;
  readonly locale: Locale;
  readonly level: Level;
  readonly department: string;
}

export function mailboxFor({ site, locale, level, department }: MailboxWish, random: Random): SandboxMailbox {
  const onShift = department === 'Production' && level !== 'director' && level !== 'head' && random.chance(0.3);
  const partTime = random.chance(site.usageLocation === 'NL' ? 0.34 : 0.18) && level !== 'director';
  const times = random.weighted(onShift ? shifts : dayTimes);
  const hours = partTime && random.chance(0.25) ? mornings : times;
  // One in twenty works from elsewhere: the calendar in London time, the office in Ghent.
  const away = random.chance(0.02);
  const ianaZone = away ? 'Europe/London' : site.ianaZone;
  const windowsZone = away ? 'GMT Standard Time' : site.windowsZone;
  const timeZone = random.chance(0.12) ? ianaZone : windowsZone;
  return {
    purpose: 'user',
    timeZone,
    ianaZone,
    locale,
    away: null,
    load: Math.min(0.85, loads[level] * (0.7 + random.next() * 0.6)),
    workingHours: {
      daysOfWeek: partTime ? partTimeDays(random) : week,
      startTime: hours.startTime,
      endTime: hours.endTime,
      timeZone: !away && random.chance(0.01) ? 'Customized Time Zone' : timeZone,
    },
  };
}

const dayLength = 86_400_000;

/** Six in a thousand are away for months, ten on a holiday. */
export function absenceAround(today: Date, random: Random): SandboxMailbox['away'] {
  const roll = random.next();
  if (roll >= 0.016) return null;
  const [before, after] =
    roll < 0.006 ? [random.between(10, 60), random.between(40, 160)] : [random.between(1, 5), random.between(2, 12)];
  const midnight = Math.floor(today.getTime() / dayLength) * dayLength;
  const at = (days: number): string => new Date(midnight + days * dayLength).toISOString();
  return { from: at(-before), until: at(after) };
}

function partTimeDays(random: Random): Weekday[] {
  const free = new Set<Weekday>([random.pick(['wednesday', 'friday', 'monday'] as const)]);
  if (random.chance(0.25)) free.add(random.pick(['tuesday', 'thursday'] as const));
  return week.filter((day) => !free.has(day));
}

/** A mailbox of a room or a team: open all week, at no time busy by itself. */
export function sharedMailbox(site: Site, purpose: 'shared' | 'room'): SandboxMailbox {
  return {
    purpose,
    timeZone: site.windowsZone,
    ianaZone: site.ianaZone,
    locale: 'en-GB',
    away: null,
    load: 0,
    workingHours: { daysOfWeek: week, startTime: '08:00', endTime: '18:00', timeZone: site.windowsZone },
  };
}
