/** What a goal says, is measured by and aims at: ready ones by the catalogue, own ones by what was written. */
import type { Language } from '../../../platform/words.ts';
import type { Goal } from '../model.ts';
import { readyGoals, type Measure, type ReadyGoalId, type Unit } from './model.ts';
import { say } from './words.ts';

export function measureOf({ ready }: Pick<Goal, 'ready'>): Measure {
  return ready === undefined ? 'by-hand' : readyGoals[ready].measure;
}

export function unitOf({ ready }: Pick<Goal, 'ready'>): Unit {
  return ready === undefined ? 'number' : readyGoals[ready].unit;
}

/** The number to reach; of goals that were written in words alone the first number in them. */
export function aimOf({ aim, ready, target }: Pick<Goal, 'aim' | 'ready' | 'target'>): number | undefined {
  if (aim !== undefined) return aim;
  if (ready !== undefined) return readyGoals[ready].aim;
  const found = /\d+(?:[.,]\d{1,2})?(?!\d)/.exec(target.replace(/(\d)[\s\u00a0.](?=\d{3}(?!\d))/g, '$1'))?.[0];
  return found === undefined ? undefined : Number(found.replace(',', '.'));
}

export interface SaidGoal {
  readonly text: string;
  readonly measure: string;
  readonly target: string;
}

/** As it is read in a language; an own goal is read as it was written. */
export function sayGoal(language: Language, one: Goal): SaidGoal {
  const { ready, part } = one;
  if (ready === undefined) return one;
  const goal = say(language, `goal.${ready}`);
  return {
    text: part ? say(language, 'part', { goal, part: part.name }) : goal,
    measure: say(language, `measure.${ready}`),
    target: say(language, `target.${readyGoals[ready].unit}`, { aim: aimOf(one) ?? 0 }),
  };
}

/** A ready goal as it is kept: with its words in the programme's language beside it. */
export function readyGoal(language: Language, ready: ReadyGoalId, over: Pick<Goal, 'id' | 'aim' | 'part'> = {}): Goal {
  const bare: Goal = { text: '-', measure: '-', target: '-', ready, aim: over.aim ?? readyGoals[ready].aim };
  return { ...bare, ...sayGoal(language, bare), ...over };
}

/** A goal of which nothing is known before it began can only be answered where somebody asked then. */
export const needsBaseline = (one: Pick<Goal, 'ready'>): boolean => measureOf(one) === 'change';
