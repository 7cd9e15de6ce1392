/**
 * How the statements are written: a file for each side, its four languages side by side, as in the bank of questions. The wording is our own; where
 * the idea comes from is named, and no equivalence with a published scale and no norms are claimed.
 */
import { z } from 'zod';
import { itemId } from '../../../release/model.ts';
import { courseId } from '../../model.ts';
import { side } from '../model.ts';

const words = (most: number) => {
  const one = z.string().trim().min(1).max(most);
  return z.strictObject({ nl: one, fr: one, de: one, en: one });
};

export const skillSet = z.strictObject({
  side,
  skills: z
    .array(
      z.strictObject({
        id: itemId,
        source: z.string().min(5),
        name: words(40),
        items: z
          .array(z.strictObject({ id: itemId, text: words(120) }))
          .min(2)
          .max(3),
        /** What helps somebody who says that this is not easy yet: a course, an exercise, a question for the partner. */
        next: z.strictObject({ course: courseId, exercise: words(200), ask: words(120) }),
      }),
    )
    .min(5),
});
export type SkillSet = z.infer<typeof skillSet>;
