/** Whether recognition reaches everybody alike: who is thanked and put forward, by role and by parts of the organisation. Safe in the browser. */
import { z } from 'zod';
import { id } from '../../../platform/ids.ts';
import { partName, range, verdict } from '../funnel/model.ts';

/** Everybody in a pair; then who was thanked by the other one, who by the programme, and whom events are about. */
export const kinds = ['taking-part', 'thanked', 'credited', 'nominated', 'honoured'] as const;
export type Kind = (typeof kinds)[number];

/** What people told about themselves is not among them. */
export const equalCuts = ['side', 'department', 'site', 'country', 'language', 'level'] as const;
export const equalCut = z.enum(equalCuts);
export type EqualCut = (typeof equalCuts)[number];

export const equalPart = z.strictObject({
  key: z.string(),
  name: z.union([partName, z.strictObject({ kind: z.literal('side'), side: z.enum(['mentee', 'mentor']) })]),
  /** For each kind in order; nothing where telling would point at somebody. */
  counts: z.array(range.nullable()).length(kinds.length),
  /** Against everybody else who takes part; the first kind has none. */
  verdicts: z.array(verdict.nullable()).length(kinds.length),
});
export type EqualPart = z.infer<typeof equalPart>;

export const equalPage = z.strictObject({
  programme: z.strictObject({ id, name: z.string() }),
  by: equalCut,
  totals: z.array(range).length(kinds.length),
  parts: z.array(equalPart),
});
export type EqualPage = z.infer<typeof equalPage>;

export const equalQuery = z.strictObject({ by: equalCut.default('side') });
