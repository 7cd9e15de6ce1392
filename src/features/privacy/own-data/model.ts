/**
 * Everything that is kept about somebody, put together on their wish: where it lies is found by a look through all rows, what it says is
 * read when it is shown, so that nothing is kept twice. Safe in the browser.
 */
import { z } from 'zod';
import { ends } from '../../../platform/kept.ts';
import { personCard } from '../../people/model.ts';

/** A look is kept for so many days; then it is begun anew. */
export const lookDays = 7;
/** Entries on one page of a kind. */
export const pageSize = 20;

/** `table kind`, such as `programmes application`. */
const kindName = z.string().regex(/^[a-z]+ [a-z]+$/);

/** Of a kind of rows: how many are the person's, and, of those of others, how many name them. */
export const keptLine = z.strictObject({
  kind: kindName,
  own: z.number().int(),
  /** Of two or more: a pair, a meeting, thanks to this person. */
  shared: z.number().int(),
  /** Somebody else's, or the programme's work; not shown, since it would tell of others. */
  named: z.number().int(),
  until: z.enum(ends),
});
export type KeptLine = z.infer<typeof keptLine>;

export const ownDataView = z.strictObject({
  state: z.enum(['none', 'looking', 'there']),
  /** When the look began. */
  at: z.number().optional(),
  /** From 0 to 1, while it is under way. */
  share: z.number().optional(),
  lines: z.array(keptLine),
});
export type OwnDataView = z.infer<typeof ownDataView>;

/** An entry as it is kept; `people` are those whose ids stand in it. */
export const ownEntries = z.strictObject({
  entries: z.array(z.unknown()),
  people: z.record(z.string(), personCard),
  more: z.boolean(),
});
export type OwnEntries = z.infer<typeof ownEntries>;
