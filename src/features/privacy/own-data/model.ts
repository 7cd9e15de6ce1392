/**
 * Everything that is kept about somebody, put together on their wish: where it lies is found by a look through all rows, what it says is
 * read when it is shown, so that nothing is kept twice. Safe in the browser.
 */
import { z } from 'zod';
import { ends } from '../../../platform/kept.ts';

/** A look is kept for so many days; then it is begun anew. */
export const lookDays = 7;
/** Entries on one page of a kind. */
export const pageSize = 20;

/** `table kind`, such as `programmes application`. */
const kindName = z.string().regex(/^[a-z]+ [a-z]+$/);

/** Of a kind of rows: how many are the person's, and, of those of others, how many name them. */
export const keptLine = z.strictObject({
  kind: kindName,
  /** What it is and why it is kept, in the reader's language. */
  what: z.string(),
  own: z.number().int(),
  /** Of two or more: a pair, a meeting, thanks to this person. */
  shared: z.number().int(),
  /** Somebody else's, or the programme's work; not shown, since it would tell of others. */
  named: z.number().int(),
  /** Whether entries of it can be read here; of what the product needs for its work there is only the number. */
  isShown: z.boolean(),
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

export const line = z.strictObject({ label: z.string(), text: z.string() });
export type Line = z.infer<typeof line>;

/** Entries of one kind, each in lines that can be read. */
export const ownEntries = z.strictObject({ entries: z.array(z.array(line)), more: z.boolean() });
export type OwnEntries = z.infer<typeof ownEntries>;
