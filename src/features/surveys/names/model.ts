/** Words in a text that may say who somebody is. Safe in the browser. */
import { z } from 'zod';

export const foundKinds = ['person', 'mail', 'phone', 'place'] as const;

export const found = z.strictObject({
  kind: z.enum(foundKinds),
  /** As they stand in the text. */
  words: z.string(),
  /** Where they begin and end in the text. */
  start: z.number().int(),
  end: z.number().int(),
});
export type Found = z.infer<typeof found>;
