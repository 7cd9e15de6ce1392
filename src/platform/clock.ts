/** The two clocks: `now` is the domain's (the sandbox moves it on), `machine` is real time for leases, budgets and deadlines. */
import { DateTime } from 'luxon';

export interface Clock {
  /** The domain's time in milliseconds since 1970 (UTC). */
  now(): number;
  /** Real time in milliseconds since 1970 (UTC). */
  machine(): number;
}

export const systemClock: Clock = { now: () => Date.now(), machine: () => Date.now() };

/** A clock whose domain time runs ahead of real time by an offset that can be set. */
export function offsetClock(start = 0): Clock & { setOffset(milliseconds: number): void } {
  let offset = start;
  return {
    now: () => Date.now() + offset,
    machine: () => Date.now(),
    setOffset: (milliseconds) => {
      offset = milliseconds;
    },
  };
}

/** Milliseconds with fractions, for how long something took; from no date in particular. */
export const stopwatch = (): number => performance.now();

/** Waits in real time; ends early, without an error, when the signal is aborted. */
export function pause(milliseconds: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(done, milliseconds);
    function done(): void {
      clearTimeout(timer);
      signal?.removeEventListener('abort', done);
      resolve();
    }
    if (signal?.aborted) done();
    else signal?.addEventListener('abort', done, { once: true });
  });
}

export const minute = 60_000;
export const hour = 60 * minute;
export const day = 24 * hour;

/** The same local time so many calendar days on, in an IANA zone: right over the change to summer time. */
export function daysAfter(instant: number, days: number, zone: string): number {
  return DateTime.fromMillis(instant, { zone }).plus({ days }).toMillis();
}

/** `2026-11-23` for an instant, in an IANA zone. */
export function localDate(instant: number, zone: string): string {
  return DateTime.fromMillis(instant, { zone }).toISODate() ?? '';
}

/** The instant at which a day like `2026-11-23` begins in an IANA zone. */
export function beginOfDay(date: string, zone: string): number {
  return DateTime.fromISO(date, { zone }).startOf('day').toMillis();
}

/** The instant at which a local day is over. */
export function endOfDay(date: string, zone: string): number {
  return DateTime.fromISO(date, { zone }).plus({ days: 1 }).startOf('day').toMillis();
}
