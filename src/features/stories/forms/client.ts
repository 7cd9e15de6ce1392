/** The page's calls to `routes.ts`. */
import { ask, askForFile } from '../../../ui/http.ts';
import type { FormDraft, FormsPage } from './model.ts';

const of = (programmeId: string, storyId: string): string => `/programmes/${programmeId}/stories/${storyId}/forms`;

export const findForms = (programmeId: string, storyId: string): Promise<FormsPage> =>
  ask('GET', of(programmeId, storyId));
export const fetchForm = (programmeId: string, storyId: string, draft: FormDraft): Promise<File> =>
  askForFile(of(programmeId, storyId), draft);
