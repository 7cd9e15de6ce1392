/** The pages' calls to `routes.ts`. */
import { ask } from '../../../ui/http.ts';
import type { ChoiceDraft, ChoosingPage, CriteriaDraft } from '../choosing/model.ts';
import type { WordPage } from '../informing/model.ts';
import type { Side } from '../model.ts';
import type { RoundsPage } from './model.ts';

const of = (programmeId: string): string => `/programmes/${programmeId}`;

export const findRound = (id: string): Promise<RoundsPage> => ask('GET', `${of(id)}/round`);
export const letApply = (id: string, day: string): Promise<unknown> => ask('PUT', `${of(id)}/round`, { day });
export const setLookDay = (id: string, day: string): Promise<unknown> => ask('PUT', `${of(id)}/round/look`, { day });
export const showApplications = (id: string): Promise<unknown> => ask('POST', `${of(id)}/applications/read`, {});
export const findChoice = (id: string): Promise<ChoosingPage> => ask('GET', `${of(id)}/choice`);
export const saveCriteria = (id: string, draft: CriteriaDraft): Promise<unknown> =>
  ask('PUT', `${of(id)}/choice/criteria`, draft);
export const saveChoice = (id: string, at: { side: Side; personId: string }, draft: ChoiceDraft): Promise<unknown> =>
  ask('PUT', `${of(id)}/choice/${at.side}/${at.personId}`, draft);
export const sendAnswers = (id: string): Promise<unknown> => ask('POST', `${of(id)}/choice/send`, {});
export const findInforming = (id: string): Promise<{ on: boolean }> => ask('GET', `${of(id)}/informing`);
export const saveInforming = (id: string, on: boolean): Promise<unknown> => ask('PUT', `${of(id)}/informing`, { on });
export const findManagerWord = (id: string): Promise<WordPage> => ask('GET', `${of(id)}/manager-word`);
export const agree = (id: string): Promise<unknown> => ask('PUT', `${of(id)}/manager-word`, {});
export const takeBack = (id: string): Promise<unknown> => ask('DELETE', `${of(id)}/manager-word`);
