/** Calendars with realistic load: what is booked on a day follows from seed, person and date alone; nothing is kept. */
import type { SandboxPerson, Weekday } from './model.ts';
import type { Random } from './random.ts';
import { createRandom } from './random.ts';

export interface BusyBlock {
  /** Minutes after local midnight of the mailbox. */
  readonly start: number;
  readonly end: number;
  readonly status: 'busy' | 'tentative' | 'oof' | 'workingElsewhere';
  readonly subject: string;
}

const weekdays: readonly Weekday[] = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
const step = 30;

const subjects = ['Project meeting', 'Review', 'Planning', 'Call with customer', 'One to one', 'Workshop', 'Stand-up'];

/** What fills a local day (`2026-11-23`); empty on days off, and for those without a mailbox. In order of time. */
export function busyBlocksOf(seed: number, person: SandboxPerson, date: string): BusyBlock[] {
  const { mailbox } = person;
  const weekday = weekdayOf(date);
  if (!mailbox || mailbox.load === 0 || !mailbox.workingHours.daysOfWeek.includes(weekday)) return [];
  const from = minutesOf(mailbox.workingHours.startTime);
  const to = minutesOf(mailbox.workingHours.endTime);
  const random = createRandom(seed, 'day', person.id, date);
  if (isAway(seed, person, date) || random.chance(0.015))
    return [{ start: from, end: to, status: 'oof', subject: 'Away' }];
  const taken = teamMeeting(seed, person, weekday).filter(({ start, end }) => start >= from && end <= to);
  const wanted = Math.round(((to - from) * mailbox.load * (0.5 + random.next())) / step) * step;
  return fillDay({ from, to, wanted, taken }, random);
}

interface Day {
  readonly from: number;
  readonly to: number;
  readonly wanted: number;
  readonly taken: readonly BusyBlock[];
}

function fillDay({ from, to, wanted, taken }: Day, random: Random): BusyBlock[] {
  const blocks = [...taken];
  let booked = taken.reduce((sum, { start, end }) => sum + end - start, 0);
  for (let attempt = 0; attempt < 12 && booked < wanted; attempt += 1) {
    const length = random.weighted(lengths).minutes;
    const start = from + random.below(Math.max(1, Math.floor((to - from - length) / step) + 1)) * step;
    const end = start + length;
    const isFree = end <= to && blocks.every((block) => end <= block.start || start >= block.end);
    if (!isFree) continue;
    blocks.push({ start, end, status: random.weighted(statuses).status, subject: random.pick(subjects) });
    booked += length;
  }
  return blocks.toSorted((one, other) => one.start - other.start);
}

const lengths = [
  { minutes: 30, weight: 45 },
  { minutes: 60, weight: 40 },
  { minutes: 90, weight: 10 },
  { minutes: 120, weight: 5 },
];
const statuses = [
  { status: 'busy', weight: 84 },
  { status: 'tentative', weight: 12 },
  { status: 'workingElsewhere', weight: 4 },
] as const;

/** Everybody with the same manager meets at the same hour of the week. */
function teamMeeting(seed: number, { managerId }: SandboxPerson, weekday: Weekday): BusyBlock[] {
  if (managerId === null) return [];
  const random = createRandom(seed, 'team', managerId);
  if (random.pick(['monday', 'tuesday', 'thursday'] as const) !== weekday) return [];
  const start = 9 * 60 + random.below(8) * step;
  return [{ start, end: start + 60, status: 'busy', subject: 'Team meeting' }];
}

/** Four to five weeks of leave in a year, in whole weeks, more of them in July and August. */
function isAway(seed: number, person: SandboxPerson, date: string): boolean {
  const week = Math.floor((Date.parse(date) / 86_400_000 + 3) / 7);
  const month = Number(date.slice(5, 7));
  const share = month === 7 || month === 8 ? 0.25 : 0.05;
  return createRandom(seed, 'leave', person.id, week).chance(share);
}

function weekdayOf(date: string): Weekday {
  return weekdays[new Date(`${date}T00:00:00Z`).getUTCDay()] ?? 'sunday';
}

/** Minutes after midnight of a time such as `08:30`. */
export function minutesOf(time: string): number {
  const [hours, minutes] = time.split(':');
  return Number(hours) * 60 + Number(minutes);
}
