/** The page's calls to `routes.ts`. */
import { ask, askForFile, withQuery } from '../../../ui/http.ts';
import type { Cut, FunnelPage, PaperQuery } from './model.ts';

export const findFunnel = (id: string, by: Cut): Promise<FunnelPage> =>
  ask('GET', withQuery(`/programmes/${id}/funnel`, { by }));
export const fetchPaper = (id: string, query: PaperQuery): Promise<File> =>
  askForFile(withQuery(`/programmes/${id}/funnel/paper`, query));
