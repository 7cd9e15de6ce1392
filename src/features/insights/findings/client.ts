/** The pages' calls to `routes.ts`. */
import { ask } from '../../../ui/http.ts';
import type { Deciding, FindingsPage, Following, NewFinding, ToldPage } from './model.ts';

const at = (programmeId: string): string => `/programmes/${programmeId}/findings`;

export const findFindings = (programmeId: string): Promise<FindingsPage> => ask('GET', at(programmeId));
export const addFinding = (programmeId: string, one: NewFinding): Promise<FindingsPage> =>
  ask('POST', at(programmeId), one);
export const decideFinding = (programmeId: string, id: string, one: Deciding): Promise<FindingsPage> =>
  ask('PUT', `${at(programmeId)}/${id}`, one);
export const followFinding = (programmeId: string, id: string, one: Following): Promise<FindingsPage> =>
  ask('PUT', `${at(programmeId)}/${id}/change`, one);
export const tellFindings = (programmeId: string): Promise<FindingsPage> => ask('POST', `${at(programmeId)}/tell`, {});
export const findTold = (programmeId: string): Promise<ToldPage> => ask('GET', `/programmes/${programmeId}/you-said`);
