/**
 * The moments at which the whole organisation may send: one row for all processes, out of which each takes a few at a time.
 * Whoever answers a person who waits has some beside them, and pushes the others back. Machine time in milliseconds.
 */
import { z } from 'zod';

export const slots = z.strictObject({
  /** The first moment that nobody has taken. */
  free: z.number(),
  /** How many answers have pushed it back so far. */
  answered: z.number(),
  /** What was taken in the minute that began then, and in the one before. */
  minute: z.number(),
  taken: z.number(),
  before: z.number(),
});
export type Slots = z.infer<typeof slots>;

/** A row of its own, so that an answer does not wait for those who take moments in turn. */
export const answers = z.strictObject({
  /** How far the moments kept for answers are used (a leaky bucket). */
  spare: z.number(),
  count: z.number(),
});
export type Answers = z.infer<typeof answers>;

export const noSlots: Slots = { free: 0, answered: 0, minute: 0, taken: 0, before: 0 };
export const noAnswers: Answers = { spare: 0, count: 0 };

/** Teams takes 50 requests a second of one app (trust.md 3); what reaches it bunched together must fit in as well. */
const safePerSecond = 46;
/** So much may be made up for when nobody took a moment in time. */
const creditMs = 200;
const spareAtOnce = 4;

/** Answers a second, beside what goes in turn; none where the budget itself comes near to what Teams takes. */
export function sparePerSecond(perSecond: number): number {
  return Math.max(0, Math.min(8, Math.floor(safePerSecond - perSecond - spareAtOnce)));
}

/** The moments for so many messages in turn, and the row after it. Answers that went meanwhile have used theirs. */
export function takeInTurn(
  row: Slots,
  { count: answered }: Answers,
  { now, perSecond, count }: { readonly now: number; readonly perSecond: number; readonly count: number },
): { at: number[]; next: Slots } {
  const step = 1000 / perSecond;
  const pushed = Math.max(0, Math.min(answered - row.answered, perSecond));
  const first = Math.max(now - creditMs, row.free) + pushed * step;
  const at = Array.from({ length: count }, (_, place) => first + place * step);
  return { at, next: { free: first + count * step, answered, ...counted(row, now, count + pushed) } };
}

/** The row after an answer that goes at once; nothing when too many did. */
export function takeSpare(row: Answers, now: number, perSecond: number): Answers | undefined {
  const most = sparePerSecond(perSecond);
  if (most === 0) return undefined;
  const spare = Math.max(row.spare, now) + 1000 / most;
  return spare - now > (spareAtOnce * 1000) / most ? undefined : { spare, count: row.count + 1 };
}

function counted(row: Slots, now: number, count: number): Pick<Slots, 'minute' | 'taken' | 'before'> {
  const minute = Math.floor(now / 60_000) * 60_000;
  if (row.minute === minute) return { minute, taken: row.taken + count, before: row.before };
  return { minute, taken: count, before: row.minute === minute - 60_000 ? row.taken : 0 };
}

/** Messages in the last whole minute. */
export function sentLastMinute(row: Slots, now: number): number {
  const minute = Math.floor(now / 60_000) * 60_000;
  if (row.minute === minute) return row.before;
  return row.minute === minute - 60_000 ? row.taken : 0;
}
