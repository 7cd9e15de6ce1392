/** Offers in waves: some pairs first, the others later, so that what the first ones bring up is known by then. Safe in the browser. */
import { z } from 'zod';

export const waves = z.strictObject({
  /** In each wave; a few more where they share a mentor. */
  pairs: z.number().int().min(1).max(10_000),
  everyDays: z.number().int().min(1).max(60),
});
export type Waves = z.infer<typeof waves>;

export const usualWaves: Waves = { pairs: 25, everyDays: 7 };

export const wavesProgress = z.strictObject({
  /** How many have begun to go out, of how many. */
  out: z.number().int(),
  of: z.number().int(),
  /** When the next one goes; none after the last. */
  next: z.number().optional(),
});
export type WavesProgress = z.infer<typeof wavesProgress>;

/** All mentees of a mentor are in one wave; who is in the first is as good as drawn, since ids say nothing. */
export function inWaves<P extends { readonly mentorId: string }>(all: readonly P[], { pairs: size }: Waves): P[][] {
  const made: P[][] = [];
  const order = ({ mentorId: a }: P, { mentorId: b }: P): number => (a < b ? -1 : Number(a > b));
  for (const one of all.toSorted(order)) {
    const last = made.at(-1);
    if (!last || (last.length >= size && last.at(-1)?.mentorId !== one.mentorId)) made.push([one]);
    else last.push(one);
  }
  return made;
}

/** The same in number, out of how many mentees each mentor has, in the order of the mentors' ids. */
export function countWaves(loads: readonly number[], { pairs: size }: Waves): number {
  let [made, inLast] = [0, size];
  for (const load of loads) {
    if (inLast >= size) [made, inLast] = [made + 1, 0];
    inLast += load;
  }
  return made;
}
