/** The pages' calls to `routes.ts`. */
import { ask } from '../../ui/http.ts';
import type { PairThanks, ThanksDraft, Wall } from './model.ts';

export const findThanks = (programmeId: string, pairId: string): Promise<PairThanks> =>
  ask('GET', `/programmes/${programmeId}/pairs/${pairId}/thanks`);
export const thank = (programmeId: string, pairId: string, draft: ThanksDraft): Promise<unknown> =>
  ask('POST', `/programmes/${programmeId}/pairs/${pairId}/thanks`, draft);
export const findWall = (programmeId: string): Promise<Wall> => ask('GET', `/programmes/${programmeId}/thanks`);
export const hide = (programmeId: string, thanksId: string): Promise<unknown> =>
  ask('PUT', `/programmes/${programmeId}/thanks/${thanksId}`, { show: false });
export const takeBack = (programmeId: string, thanksId: string): Promise<unknown> =>
  ask('DELETE', `/programmes/${programmeId}/thanks/${thanksId}`);
