/** The page's calls to `routes.ts`. */
import { ask } from '../../../ui/http.ts';
import type { Cost, QualityPage } from './model.ts';

export const findQuality = (id: string): Promise<QualityPage> => ask('GET', `/programmes/${id}/quality`);
export const enterCost = (id: string, cost: Cost): Promise<unknown> =>
  ask('PUT', `/programmes/${id}/quality/cost`, cost);
