/** The pages' calls to `routes.ts`. */
import { ask } from '../../ui/http.ts';
import type {
  ApplyPage,
  CallDraft,
  CallPreview,
  PreviewDraft,
  Questionnaire,
  RecruitmentPage,
  SavedApplication,
} from './model.ts';

export const findRecruitment = (id: string): Promise<RecruitmentPage> => ask('GET', `/programmes/${id}/recruitment`);
export const send = (id: string, draft: CallDraft): Promise<{ id: string }> =>
  ask('POST', `/programmes/${id}/calls`, draft);
export const preview = (id: string, draft: PreviewDraft): Promise<CallPreview> =>
  ask('POST', `/programmes/${id}/calls/preview`, draft);
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
