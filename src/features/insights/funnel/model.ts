/** The way from hearing of a programme to completing it: how many get how far, by parts, and what can be said of it. Safe in the browser. */
import { z } from 'zod';
import { id } from '../../../platform/ids.ts';
import { paperFormats } from '../../../platform/papers/format.ts';
import { language } from '../../people/model.ts';
import { channels } from '../../recruitment/sources/model.ts';

/** Whoever took a later step counts in every earlier one: who followed a poster was reached by it. */
export const steps = ['reached', 'followed', 'started', 'applied', 'trained', 'matched', 'met', 'completed'] as const;
export const step = z.enum(steps);
export type Step = z.infer<typeof step>;

/** By what the way is parted. What people told about themselves is not among them. */
export const cuts = ['source', 'department', 'site', 'country', 'language', 'level'] as const;
export const cut = z.enum(cuts);
export type Cut = z.infer<typeof cut>;

/** A number of people as it is told: never exactly, so that nobody follows from two looks or from what is left. */
export const range = z.strictObject({ from: z.number().int().min(0), to: z.number().int().min(0) });
export type Range = z.infer<typeof range>;

/** Against the share that a part has in the organisation. `too-few` are fewer than ten people at the step. */
export const verdict = z.enum(['more', 'fewer', 'no-difference', 'too-few']);
export type Verdict = z.infer<typeof verdict>;

/** How many times as often as in the organisation, to one decimal; both ends hold for every number within what is told. */
export const ratio = z.strictObject({ low: z.number(), high: z.number() });

export const comparison = z.strictObject({ verdict, ratio: ratio.optional() });
export type Comparison = z.infer<typeof comparison>;

/** What a part is: a word of the directory, a source, or all that are too small to stand alone. */
export const partName = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('named'), name: z.string() }),
  z.strictObject({ kind: z.literal('level'), level: z.number().int() }),
  z.strictObject({ kind: z.literal('source'), channel: z.enum(channels), name: z.string().optional() }),
  z.strictObject({ kind: z.literal('unknown') }),
  z.strictObject({ kind: z.literal('others') }),
]);
export type PartName = z.infer<typeof partName>;

export const part = z.strictObject({
  key: z.string(),
  name: partName,
  /** In the organisation; a source has no people of its own. */
  people: z.number().int().optional(),
  /** For each step in order; nothing where telling would point at somebody. */
  counts: z.array(range.nullable()).length(steps.length),
  comparisons: z.array(comparison.nullable()).length(steps.length),
});
export type Part = z.infer<typeof part>;

/** Parts that are few at every step are named together in one sentence: rows of "fewer than" say nothing. */
export function splitFew(parts: readonly Part[]): { spoken: Part[]; few: Part[] } {
  const isFew = ({ counts }: Part): boolean => counts.every((one) => one === null || one.from === 0);
  return { spoken: parts.filter((one) => !isFew(one)), few: parts.filter(isFew) };
}

/** What a coordinator could do, said with the figures that are told anyway. */
export const hint = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('source'), name: partName, reached: range, applied: range }),
  z.strictObject({ kind: z.literal('not-reached'), by: cut, name: partName }),
  z.strictObject({ kind: z.literal('rarely'), by: cut, name: partName, step }),
  z.strictObject({ kind: z.literal('lost'), step, from: range, to: range }),
  z.strictObject({ kind: z.literal('unknown'), followed: range }),
]);
export type Hint = z.infer<typeof hint>;

/** The programme before: how many of each hundred took a step, in fives, and whether it can be told apart. */
export const beforeLine = z.strictObject({
  step,
  now: z.number().int().optional(),
  earlier: z.number().int().optional(),
  verdict,
});

export const funnelPage = z.strictObject({
  programme: z.strictObject({ id, name: z.string() }),
  by: cut,
  /** In the organisation: everybody who can be asked. */
  people: z.number().int(),
  totals: z.array(range).length(steps.length),
  parts: z.array(part),
  hints: z.array(hint),
  before: z.strictObject({ name: z.string(), lines: z.array(beforeLine) }).optional(),
});
export type FunnelPage = z.infer<typeof funnelPage>;
export type Before = NonNullable<FunnelPage['before']>;

export const funnelQuery = z.strictObject({ by: cut.default('source') });
export const paperQuery = z.strictObject({ format: z.enum(paperFormats), language });
export type PaperQuery = z.infer<typeof paperQuery>;
