/** What the tab asks for a paper: one of them, in a language, as a file. */
import { z } from 'zod';
import { download, route, type Route } from '../../../platform/doors.ts';
import { paperName, paperQuery } from './model.ts';
import { givePaper } from './usecases.ts';

export const paperRoutes: readonly Route[] = [
  route({
    ...{ method: 'GET', path: '/papers/:paper', who: 'anybody-signed-in', gives: download },
    params: z.strictObject({ paper: paperName }),
    query: paperQuery,
    run: (deps, caller, { params, query }) => givePaper(deps, caller, params.paper, query),
  }),
];
