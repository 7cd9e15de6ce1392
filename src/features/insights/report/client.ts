/** The page's calls to `routes.ts`. */
import type { Language } from '../../../platform/words.ts';
import { ask, askForFile, withQuery } from '../../../ui/http.ts';
import type { ReportPage, ReportPaperQuery, SectionId, WordsDraft } from './model.ts';

const at = (programmeId: string): string => `/programmes/${programmeId}/report`;

export const findReport = (id: string, language: Language): Promise<ReportPage> =>
  ask('GET', withQuery(at(id), { language }));
export const renewFigures = (id: string, language: Language): Promise<ReportPage> =>
  ask('POST', withQuery(`${at(id)}/figures`, { language }), {});
export const writeWords = (id: string, section: SectionId, words: WordsDraft): Promise<ReportPage> =>
  ask('PUT', `${at(id)}/words/${section}`, words);
export const fetchReport = (id: string, query: ReportPaperQuery): Promise<File> =>
  askForFile(withQuery(`${at(id)}/paper`, query));
