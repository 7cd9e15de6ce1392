/**
 * The slow and obvious way to find times: every five minutes are looked at by themselves, by the clock on the wall that Intl shows. Written
 * from the sentences of `meetings/times/rules.ts` and without any of its code.
 */
import type { Side } from '../../src/features/meetings/rules.ts';

const minute = 60_000;
export const step = 5 * minute;
const weekdays = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];

interface Wall {
  readonly date: string;
  readonly weekday: number;
  /** `09:05` */
  readonly time: string;
}

const formats = new Map<string, Intl.DateTimeFormat>();
const seen = new Map<string, Map<number, Wall>>();

export function wallOf(instant: number, zone: string): Wall {
  const ofZone = seen.get(zone) ?? new Map<number, Wall>();
  seen.set(zone, ofZone);
  const known = ofZone.get(instant);
  if (known) return known;
  const parts = { year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' } as const;
  const format = formats.get(zone) ?? new Intl.DateTimeFormat('sv-SE', { ...parts, timeZone: zone });
  formats.set(zone, format);
  const [date = '', time = ''] = format.format(instant).split(' ');
  const wall = { date, time, weekday: new Date(`${date}T00:00:00Z`).getUTCDay() };
  ofZone.set(instant, wall);
  return wall;
}

const between = (at: number, end: number, spans: readonly { start: number; end: number }[] = []): boolean =>
  spans.some((one) => one.start < end && one.end > at);
const within = (at: number, end: number, spans: readonly { start: number; end: number }[] = []): boolean =>
  spans.some((one) => one.start <= at && one.end >= end);

function isAtWork({ hours }: Side, { time, weekday }: Wall): boolean {
  const worksOn = (day: number): boolean => hours.days.some((one) => one === weekdays[(day + 7) % 7]);
  if (hours.start < hours.end) return worksOn(weekday) && hours.start <= time && time < hours.end;
  return (worksOn(weekday) && hours.start <= time) || (worksOn(weekday - 1) && time < hours.end);
}

const markAt = ({ halves = {} }: Side, { time, weekday }: Wall): string | undefined =>
  (halves as Record<string, string>)[`${weekdays[weekday]}-${time < '12:30' ? 'morning' : 'afternoon'}`];

/** Whether a side can meet in these five minutes. */
function isOpen(side: Side, at: number): boolean {
  const wall = wallOf(at, side.hours.zone);
  const isFull = side.meetings.some(({ start }) => wallOf(start, side.hours.zone).date === wall.date);
  if (isFull || side.closed?.includes(wall.date) || markAt(side, wall) === 'never') return false;
  if (within(at, at + step, side.agreed)) return true;
  if (!isAtWork(side, wall) || at < (side.notBefore ?? 0)) return false;
  const { around = 0 } = side;
  return !between(at - around, at + step + around, side.busy);
}

const isLiked = (side: Side, at: number): boolean => markAt(side, wallOf(at, side.hours.zone)) === 'rather';

export interface SlowTime {
  readonly start: number;
  readonly liked: number;
}

/** Every start on a quarter of an hour at which all can meet. */
export function slowTimes(sides: readonly Side[], wish: { from: number; to: number; minutes: number }): SlowTime[] {
  const { from, to } = wish;
  const first = Math.ceil(from / step) * step;
  const steps = Math.floor((to - first) / step);
  const open = Array.from({ length: steps }, (_, n) => sides.every((side) => isOpen(side, first + n * step)));
  const found: SlowTime[] = [];
  const length = wish.minutes / 5;
  for (let n = 0; n + length <= steps; n += 1) {
    const start = first + n * step;
    if (start % (15 * minute) !== 0) continue;
    if (!open.slice(n, n + length).every(Boolean)) continue;
    const whole = Array.from({ length }, (_, more) => start + more * step);
    found.push({ start, liked: sides.filter((side) => whole.every((at) => isLiked(side, at))).length });
  }
  return found;
}

const round = (start: number): number => (start % (60 * minute) === 0 ? 0 : start % (30 * minute) === 0 ? 1 : 2);

/** True when the first of two times comes before the other by the documented order. */
export function isBetter(a: SlowTime, b: SlowTime): boolean {
  if (a.liked !== b.liked) return a.liked > b.liked;
  if (round(a.start) !== round(b.start)) return round(a.start) < round(b.start);
  return a.start < b.start;
}

/** The suggestions: the earliest of all, and of each day the best two that lie two hours apart, until there are nine. */
export function slowSuggestions(
  all: readonly SlowTime[],
  zone: string,
): { starts: number[]; best: number | undefined } {
  const chosen: SlowTime[] = [];
  const dates = [...new Set(all.map(({ start }) => wallOf(start, zone).date))];
  for (const date of dates) {
    const left = all.filter(({ start }) => wallOf(start, zone).date === date);
    const ofDay: SlowTime[] = [];
    for (;;) {
      const fits = left.filter((one) => ofDay.every((other) => Math.abs(other.start - one.start) >= 120 * minute));
      const best = fits.find((one) => fits.every((other) => other === one || isBetter(one, other)));
      if (!best || ofDay.length === 2) break;
      ofDay.push(best);
    }
    const withEarliest = [...ofDay];
    const earliest = all[0]!;
    if (date === dates[0] && !ofDay.includes(earliest)) withEarliest.unshift(earliest);
    if (date === dates[0]) withEarliest.sort((a, b) => (a === earliest ? -1 : b === earliest ? 1 : 0));
    chosen.push(...withEarliest.slice(0, 9 - chosen.length));
    if (chosen.length === 9) break;
  }
  const best = chosen.find((one) => chosen.every((other) => other === one || isBetter(one, other)));
  return { starts: chosen.map(({ start }) => start).sort((a, b) => a - b), best: best?.start };
}
