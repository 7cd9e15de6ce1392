/** Themes of what people said in their own words, as they may be told. Safe in the browser. */
import { z } from 'zod';
import { id } from '../../../platform/ids.ts';
import { headcount } from '../model.ts';

/** In how many answers a theme comes up: a band below ten, nothing below five. */
export const themeCount = z.strictObject({ theme: id, people: headcount });
export type ThemeCount = z.infer<typeof themeCount>;

/** What came up in some talks together: no numbers, since one who says much is not many who say it. */
export const findings = z.strictObject({
  number: z.number().int().min(1),
  /** What the talks were about. */
  about: z.string(),
  talkIds: z.array(id),
  people: headcount,
  themes: z.array(id),
  quotes: z.array(z.strictObject({ text: z.string(), themes: z.array(id) })),
});
export type Findings = z.infer<typeof findings>;
