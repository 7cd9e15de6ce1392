/** The answer to a goal in the reader's words: the same on the pages, in the report and wherever else it is told. */
import { regionOf, type Language } from '../../../../platform/words.ts';
import type { Unit } from '../../../programmes/goals/model.ts';
import { sayGoal } from '../../../programmes/goals/rules.ts';
import type { GoalAnswer, ToldValue } from '../model.ts';
import { say } from '../words.ts';

export interface SaidAnswer {
  readonly goal: string;
  readonly measure: string;
  readonly target: string;
  /** `Reached`; while the programme runs that it does. */
  readonly verdict: string;
  readonly why: string;
  readonly figure?: string;
  readonly baseline?: string;
  readonly of?: string;
  readonly warning?: string;
}

export function sayAnswer(language: Language, one: GoalAnswer): SaidAnswer {
  const { text: goal, measure, target } = sayGoal(language, one.goal);
  return {
    ...{ goal, measure, target, verdict: sayVerdict(language, one), why: sayWhy(language, one) },
    ...(one.value ? { figure: sayValue(language, one.value, one.unit, isEstimate(one)) } : {}),
    ...(one.baseline ? { baseline: sayValue(language, one.baseline, baselineUnit(one), isEstimate(one)) } : {}),
    ...(one.of ? { of: sayOf(language, one) } : {}),
    ...(one.warning ? { warning: say(language, `warning.${one.warning}`) } : {}),
  };
}

const said: readonly GoalAnswer['measure'][] = ['check-in', 'own-goals', 'survey', 'change'];
const isEstimate = ({ measure }: Pick<GoalAnswer, 'measure'>): boolean => said.includes(measure);

/** Before a change there is a share. */
const baselineUnit = ({ measure, unit }: GoalAnswer): Unit => (measure === 'change' ? 'percent' : unit);

function sayVerdict(language: Language, { verdict, why }: GoalAnswer): string {
  return say(language, why === 'not-over' ? 'verdict.so-far' : `verdict.${verdict}`);
}

function sayWhy(language: Language, { verdict, why, measure }: GoalAnswer): string {
  switch (why) {
    case 'clear':
      return say(language, verdict === 'reached' ? 'why.reached' : 'why.missed');
    case 'spans':
      return say(language, said.includes(measure) ? 'why.spans.said' : 'why.spans.counted');
    case 'not-measured': {
      if (measure === 'check-in' || measure === 'own-goals' || measure === 'by-hand')
        return say(language, `why.not-measured.${measure}`);
      return say(language, said.includes(measure) ? 'why.not-measured.said' : 'why.not-measured.counted');
    }
    case 'no-number':
    case 'not-over':
    case 'no-baseline':
    case 'too-few':
      return say(language, `why.${why}`);
    default:
      return why satisfies never;
  }
}

export function sayValue(
  language: Language,
  { value, low, high }: ToldValue,
  unit: Unit,
  isEstimated: boolean,
): string {
  const number = (one: number): string => one.toLocaleString(regionOf(language), { maximumFractionDigits: 1 });
  const inUnit = (one: string): string => say(language, `unit.${unit}`, { value: one });
  const between = { low: number(low), high: number(high) };
  if (value === undefined) return low === high ? inUnit(number(low)) : inUnit(say(language, 'between', between));
  return isEstimated ? say(language, 'likely', { value: inUnit(number(value)), ...between }) : inUnit(number(value));
}

function sayOf(language: Language, { of, measure }: GoalAnswer): string {
  if (of?.kind !== 'exact' && of?.kind !== 'band')
    return of?.kind === '5-to-9' ? say(language, 'of.five') : say(language, 'why.too-few');
  const isOfPairs = ['pairs-met', 'pairs-completed', 'next-date', 'hours'].includes(measure);
  const number = (one: number): string => one.toLocaleString(regionOf(language));
  const count =
    of.kind === 'exact' ? number(of.people) : say(language, 'between', { low: number(of.from), high: number(of.to) });
  return say(language, isOfPairs ? 'of.pairs' : 'of.people', { count });
}
