/** The menu's call to `routes.ts`. */
import { askForFile, withQuery } from '../../../ui/http.ts';
import type { ReportQuery } from './model.ts';

export const fetchReport = (surveyId: string, query: ReportQuery): Promise<File> =>
  askForFile(withQuery(`/surveys/${surveyId}/report`, query));
