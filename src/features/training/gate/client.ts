/** The page's calls to `routes.ts`. */
import { ask, withQuery } from '../../../ui/http.ts';
import type { Grant, PathDraft, PeoplePage, PeopleQuery, TrainingPage } from './model.ts';

const path = (programmeId: string): string => `/programmes/${programmeId}/training`;

export const findTraining = (programmeId: string): Promise<TrainingPage> => ask('GET', path(programmeId));
export const listTrainees = (programmeId: string, query: PeopleQuery): Promise<PeoplePage> =>
  ask('GET', withQuery(`${path(programmeId)}/people`, query));
export const switchGate = (programmeId: string, isOn: boolean): Promise<TrainingPage> =>
  ask('PUT', `${path(programmeId)}/gate`, { isOn });
export const addToPath = (programmeId: string, one: PathDraft): Promise<unknown> =>
  ask('POST', `${path(programmeId)}/courses`, one);
export const takeFromPath = (programmeId: string, { side, courseId }: PathDraft): Promise<unknown> =>
  ask('DELETE', `${path(programmeId)}/courses/${side}/${courseId}`);
export const grantException = (programmeId: string, one: Grant): Promise<unknown> =>
  ask('POST', `${path(programmeId)}/exceptions`, one);
export const takeBackException = (programmeId: string, personId: string): Promise<unknown> =>
  ask('DELETE', `${path(programmeId)}/exceptions/${personId}`);
