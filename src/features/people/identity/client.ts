/** The page's calls about identity questions. */
import { ask } from '../../../ui/http.ts';
import type { AnswerDraft, CountryModes, CountrySetting, IdentityView, Question } from './model.ts';

export const findIdentity = (): Promise<IdentityView> => ask('GET', '/me/identity');
export const sendAnswer = (draft: AnswerDraft): Promise<IdentityView> => ask('PUT', '/me/identity', draft);
export const takeAnswerBack = (question: Question): Promise<IdentityView> => ask('DELETE', `/me/identity/${question}`);
export const findCountries = (): Promise<CountrySetting[]> => ask('GET', '/identity/countries');
export const saveCountry = (country: string, modes: CountryModes): Promise<CountrySetting[]> =>
  ask('PUT', `/identity/countries/${country}`, { modes });
