/** The pages' calls to `routes.ts`. */
import { ask } from '../../../ui/http.ts';
import type { GoalDraft, GoalOutcome, GoalsView, NoteDraft, StepDraft } from './model.ts';

export interface PairAddress {
  readonly programmeId: string;
  readonly pairId: string;
}

const pathOf = ({ programmeId, pairId }: PairAddress): string => `/programmes/${programmeId}/pairs/${pairId}/goals`;

export const findGoals = (at: PairAddress): Promise<GoalsView> => ask('GET', pathOf(at));
export const makeGoal = (at: PairAddress, draft: GoalDraft): Promise<{ id: string }> => ask('POST', pathOf(at), draft);
export const changeGoal = (at: PairAddress, goalId: string, draft: GoalDraft): Promise<unknown> =>
  ask('PUT', `${pathOf(at)}/${goalId}`, draft);
export const removeGoal = (at: PairAddress, goalId: string): Promise<unknown> =>
  ask('DELETE', `${pathOf(at)}/${goalId}`);
export const putAside = (at: PairAddress, goalId: string, aside: boolean): Promise<unknown> =>
  ask('PUT', `${pathOf(at)}/${goalId}/aside`, { aside });
export const sayOutcome = (at: PairAddress, goalId: string, outcome: GoalOutcome | null): Promise<unknown> =>
  ask('PUT', `${pathOf(at)}/${goalId}/outcome`, { outcome });
export const addStep = (at: PairAddress, goalId: string, draft: StepDraft): Promise<unknown> =>
  ask('POST', `${pathOf(at)}/${goalId}/steps`, draft);
export const tickStep = (at: PairAddress, goalId: string, stepId: string, done: boolean): Promise<unknown> =>
  ask('PUT', `${pathOf(at)}/${goalId}/steps/${stepId}`, { done });
export const removeStep = (at: PairAddress, goalId: string, stepId: string): Promise<unknown> =>
  ask('DELETE', `${pathOf(at)}/${goalId}/steps/${stepId}`);
export const addNote = (at: PairAddress, goalId: string, draft: NoteDraft): Promise<unknown> =>
  ask('POST', `${pathOf(at)}/${goalId}/notes`, draft);
export const takeBackNote = (at: PairAddress, goalId: string, noteId: string): Promise<unknown> =>
  ask('DELETE', `${pathOf(at)}/${goalId}/notes/${noteId}`);
