/** The pages' calls to `routes.ts`. */
import { ask } from '../../../ui/http.ts';
import type { LoadPage, OwnLoad } from './model.ts';

export const findLoad = (programmeId: string): Promise<LoadPage> => ask('GET', `/programmes/${programmeId}/load`);
export const findMyLoad = (): Promise<OwnLoad> => ask('GET', '/me/load');
export const setRest = (until: string | null): Promise<unknown> => ask('PUT', '/me/load', { until });
