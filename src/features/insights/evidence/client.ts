/** The page's calls to `routes.ts`. */
import type { Language } from '../../../platform/words.ts';
import { ask, askForFile, withQuery } from '../../../ui/http.ts';
import type { EvidencePage } from './model.ts';

export const findEvidence = (id: string): Promise<EvidencePage> => ask('GET', `/programmes/${id}/evidence`);
export const fetchPack = (id: string, language: Language): Promise<File> =>
  askForFile(withQuery(`/programmes/${id}/evidence/paper`, { language }));
