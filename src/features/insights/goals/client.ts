/** The pages' calls to `routes.ts`. */
import { ask } from '../../../ui/http.ts';
import type { EnteredFigure, FigureMoment, GoalsPage, Outcome } from './model.ts';

export const findGoals = (id: string): Promise<GoalsPage> => ask('GET', `/programmes/${id}/goals`);
export const enterFigure = (id: string, goalId: string, when: FigureMoment, figure: EnteredFigure): Promise<unknown> =>
  ask('PUT', `/programmes/${id}/goals/${goalId}/figures/${when}`, figure);
export const hasOutcome = (id: string): Promise<{ isThere: boolean }> => ask('GET', `/programmes/${id}/has-outcome`);
export const findOutcome = (id: string): Promise<Outcome> => ask('GET', `/programmes/${id}/outcome`);
