/** Which steps towards a goal belong on a preparation, and which own notes. */
import type { GoalView } from '../../pairs/goals/model.ts';
import type { OwnNotes } from '../notes/model.ts';
import type { DueGoal } from './model.ts';

/** Of goals that are still open: what is due by that day, else the next step; a goal without steps stands alone. */
export function dueBy(date: string, goals: readonly GoalView[]): DueGoal[] {
  const open = goals.filter(({ dropped, outcome }) => !dropped && outcome === undefined);
  return open.map(({ id, text, steps }) => {
    const left = steps.filter(({ done }) => !done).map(({ done: _done, ...step }) => step);
    const due = left.filter(({ until }) => until !== undefined && until <= date);
    return { id, goal: text, steps: due.length > 0 ? due : left.slice(0, 1) };
  });
}

export interface Earlier {
  readonly id: string;
  readonly start: number;
}

/** Of the latest talk before this one with notes of the reader. */
export function lastNotes(
  before: readonly Earlier[],
  own: ReadonlyMap<string, OwnNotes>,
): { start: number; own: OwnNotes } | undefined {
  const withNotes = before.toSorted((a, b) => b.start - a.start);
  for (const { id, start } of withNotes) {
    const found = own.get(id);
    if (found) return { start, own: found };
  }
  return undefined;
}
