/** The page's calls to `routes.ts`. */
import { ask } from '../../../ui/http.ts';
import type { DoorDraft, PairDoors } from './model.ts';

const pathOf = (programmeId: string, pairId: string): string => `/programmes/${programmeId}/pairs/${pairId}/doors`;

export const findDoors = (programmeId: string, pairId: string): Promise<PairDoors> =>
  ask('GET', pathOf(programmeId, pairId));
export const noteDoor = (programmeId: string, pairId: string, draft: DoorDraft): Promise<unknown> =>
  ask('POST', pathOf(programmeId, pairId), draft);
export const confirmDoor = (programmeId: string, pairId: string, id: string, said: 'yes' | 'no'): Promise<unknown> =>
  ask('PUT', `${pathOf(programmeId, pairId)}/${id}`, { said });
export const removeDoor = (programmeId: string, pairId: string, id: string): Promise<unknown> =>
  ask('DELETE', `${pathOf(programmeId, pairId)}/${id}`);
