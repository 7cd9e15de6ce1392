/** What came of a goal: the figure that is told, held against the number to reach. Facts in, answer out. */
import { localDate } from '../../../platform/clock.ts';
import type { Goal, Programme } from '../../programmes/model.ts';
import { hasReached } from '../../programmes/rules.ts';
import { aimOf, measureOf, unitOf } from '../../programmes/goals/rules.ts';
import type { Headcount } from '../../release/model.ts';
import { headcountOf } from '../../release/rules.ts';
import type { Facts } from '../quality/facts/model.ts';
import { leastToTell, shareOfRange, toldMean, toldShare } from '../quality/telling/rules.ts';
import type { EnteredFigure, GoalAnswer, ToldValue, Verdict, Warning, Why } from './model.ts';
import type { SaidFigure } from './said/rules.ts';

/** What stands behind one goal: a figure, or why there is none. */
export type Found =
  | {
      readonly value: ToldValue;
      readonly baseline?: ToldValue;
      readonly of?: Headcount;
      readonly entered?: EnteredFigure;
    }
  | { readonly lacks: 'not-measured' | 'no-baseline' | 'too-few'; readonly of?: Headcount };

/** Reached or missed only where everything that the figure can be says so. */
export function judge(told: ToldValue, aim: number, atMost = false): { verdict: Verdict; why: Why } {
  const [isReached, isMissed] = atMost ? [told.high <= aim, told.low > aim] : [told.low >= aim, told.high < aim];
  if (isReached) return { verdict: 'reached', why: 'clear' };
  return isMissed ? { verdict: 'missed', why: 'clear' } : { verdict: 'cannot-be-said', why: 'spans' };
}

export function isOver({ stage, endsOn, zone }: Pick<Programme, 'stage' | 'endsOn' | 'zone'>, now: number): boolean {
  return stage === 'close' || localDate(now, zone) > endsOn;
}

export interface Asked {
  readonly goalId: string;
  readonly goal: Goal;
  readonly found: Found;
  readonly isOver: boolean;
  readonly warning?: Warning | undefined;
}

export function answerOf({ goalId, goal, found, isOver: over, warning }: Asked): GoalAnswer {
  const aim = aimOf(goal);
  const figure = 'value' in found ? found : { ...(found.of ? { of: found.of } : {}) };
  return {
    ...{ goalId, goal, measure: measureOf(goal), unit: unitOf(goal) },
    ...verdictOf(goal, found, aim, over),
    ...(aim === undefined ? {} : { aim }),
    ...figure,
    ...(warning && !over ? { warning } : {}),
  };
}

function verdictOf(goal: Goal, found: Found, aim: number | undefined, over: boolean): { verdict: Verdict; why: Why } {
  const cannot = (why: Why) => ({ verdict: 'cannot-be-said' as const, why });
  if (aim === undefined) return cannot('no-number');
  if (!over) return cannot('not-over');
  if (!('value' in found)) return cannot(found.lacks);
  return judge(found.value, aim, goal.atMost);
}

/** The figure of a goal that rests on what was counted; nothing for those that rest on what was said or entered. */
export function countedFor(goal: Goal, facts: Facts): Found | undefined {
  const { all } = facts;
  switch (measureOf(goal)) {
    case 'pairs-met':
      return shareFound(all.met, all.pairs);
    case 'pairs-completed':
      return shareFound(all.completed, all.pairs);
    case 'next-date':
      return shareFound(all.dated, all.open);
    case 'hours':
      return valueFound(toldMean(all.minutes / 60, all.pairs), all.pairs);
    case 'trained':
      return shareFound(facts.trained, facts.applied);
    case 'doors':
      return doorsFound(facts.doors);
    case 'reached':
      return reachedFound(goal, facts);
    case 'check-in':
    case 'own-goals':
    case 'survey':
    case 'change':
    case 'by-hand':
      return undefined;
    default:
      return measureOf(goal) as never;
  }
}

const shareFound = (count: number, of: number): Found => valueFound(toldShare(count, of), of);

function valueFound(value: ToldValue | undefined, of: number): Found {
  if (of === 0) return { lacks: 'not-measured' };
  return value ? { value, of: headcountOf(of) } : { lacks: 'too-few', of: headcountOf(of) };
}

function doorsFound(doors: Headcount): Found {
  switch (doors.kind) {
    case 'under-5':
      return { lacks: 'too-few', of: doors };
    case '5-to-9':
      return { value: { low: 5, high: 9 } };
    case 'band':
      return { value: { low: doors.from, high: doors.to } };
    case 'exact':
      return { value: { value: doors.people, low: doors.people, high: doors.people } };
    default:
      return doors satisfies never;
  }
}

/** As the funnel tells it, of everybody there who can be asked. */
function reachedFound({ part }: Goal, { reached }: Facts): Found {
  const found = reached.find((one) => part && one.by === part.by && one.name === part.name);
  if (!found || found.people === 0) return { lacks: 'not-measured' };
  const of = headcountOf(found.people);
  if (!found.range || found.people < leastToTell) return { lacks: 'too-few', of };
  const { from, to } = found.range;
  return { value: shareOfRange({ from, to: Math.min(to, found.people) }, found.people), of };
}

export function enteredFor(goal: Goal, rows: { readonly now?: EnteredFigure; readonly before?: EnteredFigure }): Found {
  if (measureOf(goal) !== 'by-hand' || !rows.now) return { lacks: 'not-measured' };
  const exact = ({ value }: EnteredFigure): ToldValue => ({ value, low: value, high: value });
  return {
    ...{ value: exact(rows.now), entered: rows.now },
    ...(rows.before ? { baseline: exact(rows.before) } : {}),
  };
}

/** Of one figure that was said. */
export function saidFor(said: SaidFigure | undefined): Found {
  if (!said) return { lacks: 'not-measured' };
  return said.told && said.people >= leastToTell
    ? { value: said.told, of: headcountOf(said.people) }
    : { lacks: 'too-few', of: said.of };
}

/** What keeps a goal from being answered, seen ahead. */
export function warningOf(
  goal: Goal,
  { stage }: Pick<Programme, 'stage'>,
  asks: { readonly isAsked: boolean; readonly hasBaseline: boolean },
): Warning | undefined {
  if (aimOf(goal) === undefined) return 'no-number';
  const measure = measureOf(goal);
  if (measure === 'change' && !asks.hasBaseline)
    return hasReached(stage, 'run') ? 'baseline-too-late' : 'no-baseline-yet';
  return measure === 'survey' && !asks.isAsked && hasReached(stage, 'run') ? 'not-asked-yet' : undefined;
}

const uncounted: readonly GoalAnswer['measure'][] = ['check-in', 'own-goals', 'survey', 'change', 'by-hand'];

export const roundsForAll = ({ measure, unit }: Pick<GoalAnswer, 'measure' | 'unit'>): boolean =>
  unit === 'percent' && !uncounted.includes(measure);

/** Whoever took part reads shares that were counted in fives: a pair knows of itself, and of a few others. */
export function roundedForAll(one: GoalAnswer): GoalAnswer {
  const { of: _of, warning: _warning, entered: _entered, ...rest } = one;
  if (!roundsForAll(one) || !one.value) return rest;
  const { value, low, high } = one.value;
  const fives = (share: number): number => Math.min(100, 5 * Math.round(share / 5));
  return {
    ...rest,
    value: { ...(value === undefined ? {} : { value: fives(value) }), low: fives(low), high: fives(high) },
  };
}
