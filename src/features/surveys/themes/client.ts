/** The pages' calls to `routes.ts`. */
import { ask } from '../../../ui/http.ts';
import type { NeedsMap } from '../needs/model.ts';
import type { CodedText, TextsPage, Theme } from './model.ts';

export const listThemes = (): Promise<Theme[]> => ask('GET', '/themes');
export const addTheme = (name: string): Promise<Theme> => ask('POST', '/themes', { name });
export const findTexts = (surveyId: string): Promise<TextsPage> => ask('GET', `/surveys/${surveyId}/themes`);
export const codeText = (surveyId: string, one: CodedText): Promise<void> =>
  ask('PUT', `/surveys/${surveyId}/themes`, one);
export const codeNote = (talkId: string, noteId: string, themes: readonly string[]): Promise<void> =>
  ask('PUT', `/talks/${talkId}/notes/${noteId}/themes`, { themes });
export const shareTalk = (talkId: string): Promise<{ readonly outcome: 'told' | 'waits' }> =>
  ask('POST', `/talks/${talkId}/share`);
export const findNeeds = (): Promise<NeedsMap> => ask('GET', '/needs');
