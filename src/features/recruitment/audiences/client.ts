/** The pages' calls to `routes.ts`. */
import { ask } from '../../../ui/http.ts';
import type { Audience, Reach, SavedDraft, SavedLine, Suggestions, ToldReport } from './model.ts';

export const findReach = (id: string, audience: Audience): Promise<Reach> =>
  ask('POST', `/programmes/${id}/reach`, { audience });
export const findSaved = (id: string): Promise<SavedLine[]> => ask('GET', `/programmes/${id}/audiences`);
export const saveAudience = (id: string, draft: SavedDraft): Promise<SavedLine> =>
  ask('POST', `/programmes/${id}/audiences`, draft);
export const forgetAudience = (id: string, audienceId: string): Promise<{ done: true }> =>
  ask('DELETE', `/programmes/${id}/audiences/${audienceId}`);
export const findSuggestions = (id: string): Promise<Suggestions> => ask('GET', `/programmes/${id}/mentor-suggestions`);
export const findReports = (id: string): Promise<ToldReport[]> => ask('GET', `/programmes/${id}/call-reports`);
