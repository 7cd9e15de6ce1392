/**
 * How fast one conversation may be answered: Teams takes 7 in 1 s, 8 in 2 s, 60 in 30 s and 1,800 in an hour of a bot in one
 * conversation (trust.md 3). Room is left for the few messages that nobody asked for. Machine time in milliseconds.
 */
import { z } from 'zod';

export const talk = z.strictObject({
  /** When the last answers went, oldest first. */
  times: z.array(z.number()),
  /** How far the hour's budget is used (a leaky bucket). */
  hour: z.number(),
});
export type Talk = z.infer<typeof talk>;

/** Longer than those of Teams: an answer that was slow on its way comes nearer to the next one. */
const windows = [
  { ms: 1_500, most: 5 },
  { ms: 2_800, most: 6 },
  { ms: 31_000, most: 55 },
] as const;
const longest = Math.max(...windows.map(({ most }) => most));

/** 890 at once and 900 an hour after that: at most 1,790 in any hour. */
const hourStepMs = 4_000;
const hourBurst = 890;

/** The first moment from `now` on at which one more may go, and the row after it. */
export function nextAnswer(row: Talk | undefined, now: number): { at: number; next: Talk } {
  const { times = [], hour = 0 } = row ?? {};
  const free = windows.map(({ ms, most }) => {
    const oldest = times[times.length - most];
    return oldest === undefined ? now : oldest + ms + 1;
  });
  const ofHour = Math.max(hour, now) + hourStepMs - hourBurst * hourStepMs;
  const at = Math.max(now, ofHour, ...free);
  return { at, next: { times: [...times, at].slice(-longest), hour: Math.max(hour, at) + hourStepMs } };
}
