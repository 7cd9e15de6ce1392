/** What came of each goal of a programme: reached, missed, or not to be said, and why. Released figures and told facts only. Safe in the browser. */
import { z } from 'zod';
import { id } from '../../../platform/ids.ts';
import { measures, units } from '../../programmes/goals/model.ts';
import { goal } from '../../programmes/model.ts';
import { headcount } from '../../release/model.ts';

export const verdicts = ['reached', 'missed', 'cannot-be-said'] as const;
export type Verdict = (typeof verdicts)[number];

export const whys = [
  /** Reached or missed: everything that the figure can be lies on one side of the target. */
  'clear',
  /** An own goal whose target holds no number. */
  'no-number',
  /** The programme runs; the figure is that of so far. */
  'not-over',
  /** Nobody asked, nothing happened that is counted, no figure was entered. */
  'not-measured',
  /** Said now, but not before. */
  'no-baseline',
  /** Too few people or answers to be told. */
  'too-few',
  /** What the figure can be lies on both sides of the target. */
  'spans',
] as const;
export type Why = (typeof whys)[number];

/** What can be seen ahead that will keep a goal from being answered, as long as something can be done or once it is too late. */
export const warnings = ['no-baseline-yet', 'baseline-too-late', 'not-asked-yet', 'no-number'] as const;
export type Warning = (typeof warnings)[number];

/** In the goal's unit. Of facts `low` and `high` are what is told of them (equal where it is exact); of answers 95 % certain. */
export const toldValue = z.strictObject({ value: z.number().optional(), low: z.number(), high: z.number() });
export type ToldValue = z.infer<typeof toldValue>;

/** What a coordinator entered by hand. */
export const enteredFigure = z.strictObject({
  value: z.number().min(-100_000).max(1_000_000),
  on: z.iso.date(),
  source: z.string().trim().min(1).max(200),
});
export type EnteredFigure = z.infer<typeof enteredFigure>;

export const goalAnswer = z.strictObject({
  goalId: id,
  goal,
  measure: z.enum(measures),
  unit: z.enum(units),
  verdict: z.enum(verdicts),
  why: z.enum(whys),
  /** The number to reach (`goal.atMost`: at most); absent with `no-number`. */
  aim: z.number().optional(),
  /** Share before, of `change`; what was entered as such, of `by-hand`. */
  baseline: toldValue.optional(),
  /** For `change` the difference, in percentage points. */
  value: toldValue.optional(),
  /** How many people or pairs stand behind it. */
  of: headcount.optional(),
  entered: enteredFigure.optional(),
  warning: z.enum(warnings).optional(),
});
export type GoalAnswer = z.infer<typeof goalAnswer>;

export const figureMoments = ['now', 'before'] as const;
export type FigureMoment = (typeof figureMoments)[number];

export const goalsPage = z.strictObject({
  programme: z.strictObject({ id, name: z.string(), isOver: z.boolean(), endsOn: z.iso.date() }),
  /** The day until which a figure can be entered. */
  today: z.iso.date(),
  answers: z.array(goalAnswer),
});
export type GoalsPage = z.infer<typeof goalsPage>;

/** What came of a programme, for everybody who took part. Of facts the share is told in fives. */
export const outcome = z.strictObject({
  name: z.string(),
  answers: z.array(goalAnswer),
});
export type Outcome = z.infer<typeof outcome>;
