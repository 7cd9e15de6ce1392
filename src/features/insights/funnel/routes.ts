/** What the page about the way asks: the figures by one cut, and the whole of it as a file. */
import { z } from 'zod';
import { download, route, type Route } from '../../../platform/doors.ts';
import { id } from '../../../platform/ids.ts';
import { funnelPage, funnelQuery, paperQuery } from './model.ts';
import { exportFunnel, funnelOf } from './usecases.ts';

const params = z.strictObject({ programmeId: id });

export const funnelRoutes: readonly Route[] = [
  route({
    ...{ method: 'GET', path: '/programmes/:programmeId/funnel', who: 'Coordinator', params },
    ...{ query: funnelQuery, gives: funnelPage },
    run: (deps, caller, asked) => funnelOf(deps, caller, asked.params.programmeId, asked.query.by),
  }),
  route({
    ...{ method: 'GET', path: '/programmes/:programmeId/funnel/paper', who: 'Coordinator', params },
    ...{ query: paperQuery, gives: download },
    run: (deps, caller, asked) => exportFunnel(deps, caller, asked.params.programmeId, asked.query),
  }),
];
