/** How many of those who were asked answered, by part of the organisation. Safe in the browser. */
import { z } from 'zod';
import { part } from '../cuts/model.ts';
import { headcount } from '../model.ts';

export const partRate = z.strictObject({
  part,
  /** How many were asked, as a band. */
  asked: headcount,
  /** Percentage who answered, rounded the further the fewer were asked; absent where telling it would show who answered or did not. */
  rate: z.number().int().min(0).max(100).optional(),
});
export type PartRate = z.infer<typeof partRate>;

/** Those who share department and site, as far as it is kept with an answer. */
export interface AskedGroup {
  readonly of: Readonly<Record<string, string>>;
  readonly people: number;
  readonly answered: number;
}
