/** What the tests of accessibility last found, as they wrote it down: the statement tells it, and a test fails where it is not so any more. */
import { z } from 'zod';
import kept from '../content/assessment.json' with { type: 'json' };

/** What does not work for everybody, and is known: each has its sentence in the words. */
export const exceptions = ['teams-draws-cards', 'own-links', 'no-people-yet'] as const;

const day = z.iso.date();
const count = z.int().nonnegative();

const parts = z.strictObject({
  pages: z.strictObject({ on: day, pages: count, looks: count, ofLooks: count, widths: z.array(count) }),
  keyboard: z.strictObject({ on: day, pages: count, flows: z.array(z.string()) }),
  cards: z.strictObject({ on: day, cards: count, languages: count }),
  reading: z.strictObject({ on: day, ease: z.strictObject({ nl: count, fr: count, de: count, en: count }) }),
});
export type Assessment = z.output<typeof parts>;

/** What was not found in order yet is missing. */
export const assessed = parts.partial().parse(kept);
