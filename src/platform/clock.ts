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

const mostKept = 5_000;

/** The same days are asked for again and again, and when they begin in a zone takes a while to find. Pure, so that a page without dates has no luxon. */
function known<Asked extends readonly (string | number)[]>(
  instantOf: (...asked: Asked) => number,
): (...asked: Asked) => number {
  const kept = new Map<string, number>();
  return (...asked) => {
    const key = asked.join(' ');
    const before = kept.get(key);
    if (before !== undefined) return before;
    const instant = instantOf(...asked);
    if (kept.size >= mostKept) kept.clear();
    kept.set(key, instant);
    return instant;
  };
}

/** The same local time so many calendar days on, in an IANA zone: right over the change to summer time. */
export const daysAfter = /* @__PURE__ */ known((instant: number, days: number, zone: string) =>
  DateTime.fromMillis(instant, { zone }).plus({ days }).toMillis(),
);

/** The instant at which a day like `2026-11-23` begins in an IANA zone. */
export const beginOfDay = /* @__PURE__ */ known((date: string, zone: string) =>
  DateTime.fromISO(date, { zone }).startOf('day').toMillis(),
);

/** The instant at which a local day is over. */
export const endOfDay = /* @__PURE__ */ known((date: string, zone: string) =>
  DateTime.fromISO(date, { zone }).plus({ days: 1 }).startOf('day').toMillis(),
);

/** `2026-11-23` for an instant, in an IANA zone. */
export function localDate(instant: number, zone: string): string {
  return DateTime.fromMillis(instant, { zone }).toISODate() ?? '';
}
