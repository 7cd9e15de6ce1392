/** The pages' calls to `routes.ts`. */
import { ask } from '../../../ui/http.ts';
import type { CreditDraft, CreditPage, OwnCredit, ShownCredits } from './model.ts';

export const findMyCredits = (): Promise<OwnCredit[]> => ask('GET', '/me/credits');
export const findCredits = (programmeId: string): Promise<CreditPage> =>
  ask('GET', `/programmes/${programmeId}/credits`);
export const findShown = (programmeId: string): Promise<ShownCredits> =>
  ask('GET', `/programmes/${programmeId}/credits/shown`);
export const giveCredit = (programmeId: string, draft: CreditDraft): Promise<unknown> =>
  ask('POST', `/programmes/${programmeId}/credits`, draft);
export const showCredit = (programmeId: string, creditId: string, shows: boolean): Promise<unknown> =>
  ask('PUT', `/programmes/${programmeId}/credits/${creditId}`, { shows });
export const takeBackCredit = (programmeId: string, creditId: string): Promise<unknown> =>
  ask('DELETE', `/programmes/${programmeId}/credits/${creditId}`);
