/** A survey as one round of several: what it can be compared with, what changed, and who answered. Safe in the browser. */
import { z } from 'zod';
import { id } from '../../../platform/ids.ts';
import { modes } from '../../release/answers/model.ts';
import { effect } from '../../release/effects/model.ts';
import { partRate } from '../../release/missing/model.ts';
import { headcount } from '../../release/model.ts';
import { questionId } from '../questions/model.ts';

/** Which way is good news, where the question has a good end; else only up and down. */
export const ways = ['better', 'worse', 'higher', 'lower', 'same'] as const;
export type Way = (typeof ways)[number];

const percent = z.number().int().min(0).max(100);

export const changeLine = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('scale'),
    itemId: questionId,
    /** Means of 1 to 5. */
    before: z.number(),
    after: z.number(),
    effect,
    way: z.enum(ways),
    /** Of the same people: how many answered both, and how many of a hundred went down, stayed and went up. */
    linked: z.strictObject({ people: headcount, down: percent, same: percent, up: percent }).optional(),
  }),
  z.strictObject({
    kind: z.literal('options'),
    itemId: questionId,
    /** Whole percentages who chose one; absent where that is not told. */
    options: z.array(z.strictObject({ id: z.string(), before: percent.optional(), after: percent.optional() })),
  }),
  /** In one of the rounds, or of those who answered both, it may not be told. */
  z.strictObject({ kind: z.literal('untold'), itemId: questionId }),
]);
export type ChangeLine = z.infer<typeof changeLine>;

export const roundsView = z.strictObject({
  mode: z.enum(modes),
  mayAskAgain: z.boolean(),
  /** The round that was made from this one. */
  nextId: id.optional(),
  earlier: z
    .strictObject({
      id,
      closedAt: z.number(),
      /** The same people can be compared. */
      isLinked: z.boolean(),
      /** How many questions are exactly the same. */
      kept: z.number().int(),
      /** Questions of one round only, in the reader's language. */
      dropped: z.array(z.string()),
      added: z.array(z.string()),
    })
    .optional(),
  /** Once both have closed. */
  changes: z.array(changeLine).optional(),
  /** Who answered how often, once it has closed: whole per cent of everybody, and by part. */
  overall: percent.optional(),
  rates: z.array(partRate),
  least: partRate.optional(),
});
export type RoundsView = z.infer<typeof roundsView>;
