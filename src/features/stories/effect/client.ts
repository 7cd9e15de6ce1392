/** The pages' calls to `routes.ts`. */
import { ask } from '../../../ui/http.ts';
import type { Effect } from './model.ts';

const of = (programmeId: string, storyId: string): string => `/programmes/${programmeId}/stories/${storyId}`;

export const findEffect = (programmeId: string, storyId: string): Promise<Effect> =>
  ask('GET', `${of(programmeId, storyId)}/effect`);
export const noteRead = (programmeId: string, storyId: string): Promise<unknown> =>
  ask('POST', `${of(programmeId, storyId)}/read`, {});
export const sayHelps = (programmeId: string, storyId: string, helps: boolean): Promise<unknown> =>
  ask('PUT', `${of(programmeId, storyId)}/helps`, { helps });
