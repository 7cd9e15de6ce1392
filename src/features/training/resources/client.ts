/** The page's calls to `routes.ts`. */
import { ask } from '../../../ui/http.ts';
import type { ResourceChange, ResourceDraft, ResourcesPage } from './model.ts';

const pathOf = (programmeId: string): string => `/programmes/${programmeId}/resources`;

export const findResources = (programmeId: string): Promise<ResourcesPage> => ask('GET', pathOf(programmeId));
export const addResource = (programmeId: string, draft: ResourceDraft): Promise<unknown> =>
  ask('POST', pathOf(programmeId), draft);
export const changeResource = (programmeId: string, id: string, change: ResourceChange): Promise<unknown> =>
  ask('PUT', `${pathOf(programmeId)}/${id}`, change);
export const removeResource = (programmeId: string, id: string): Promise<unknown> =>
  ask('DELETE', `${pathOf(programmeId)}/${id}`);
