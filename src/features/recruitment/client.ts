/** The pages' calls to `routes.ts`. */
import { ask, withQuery } from '../../ui/http.ts';
import type {
  ApplyPage,
  Audience,
  CallDraft,
  CallPreview,
  PreviewDraft,
  Questionnaire,
  Reach,
  RecruitmentPage,
  SavedApplication,
} from './model.ts';

export const findRecruitment = (id: string): Promise<RecruitmentPage> => ask('GET', `/programmes/${id}/recruitment`);
export const findReach = (id: string, audience: Audience): Promise<Reach> =>
  ask('POST', `/programmes/${id}/reach`, { audience });
export const send = (id: string, draft: CallDraft): Promise<{ id: string }> =>
  ask('POST', `/programmes/${id}/calls`, draft);
export const preview = (id: string, draft: PreviewDraft): Promise<CallPreview> =>
  ask('POST', `/programmes/${id}/calls/preview`, draft);
export const listDepartments = (): Promise<{ name: string; people: number }[]> => ask('GET', '/departments');
export const searchGroups = (search: string): Promise<{ id: string; name: string }[]> =>
  ask('GET', withQuery('/groups', { search }));
export const findApplication = (id: string): Promise<ApplyPage> => ask('GET', `/programmes/${id}/application`);
export const arrive = (code: string): Promise<{ programmeId: string }> =>
  ask('POST', `/go/${encodeURIComponent(code)}`, {});
export const saveAnswers = (id: string, answers: Questionnaire, apply: boolean): Promise<SavedApplication> =>
  ask('PUT', `/programmes/${id}/application`, { answers, apply });
export const withdraw = (id: string): Promise<SavedApplication> => ask('DELETE', `/programmes/${id}/application`);
export const comeBack = (id: string): Promise<SavedApplication> =>
  ask('POST', `/programmes/${id}/application/return`, {});
export const forget = (id: string): Promise<unknown> => ask('DELETE', `/programmes/${id}/application/answers`);
export const nominate = (id: string, personId: string): Promise<{ thanks: true }> =>
  ask('POST', `/programmes/${id}/nominations`, { personId });
