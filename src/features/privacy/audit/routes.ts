/** What the page about the audit log asks. */
import { z } from 'zod';
import { route, type Route } from '../../../platform/doors.ts';
import { id } from '../../../platform/ids.ts';
import { auditPage, auditQuery } from './model.ts';
import { auditOfProgramme } from './usecases.ts';

export const auditRoutes: readonly Route[] = [
  route({
    ...{ method: 'GET', path: '/programmes/:programmeId/audit', who: 'Coordinator' },
    ...{ params: z.strictObject({ programmeId: id }), query: auditQuery, gives: auditPage },
    run: (deps, caller, { params, query }) => auditOfProgramme(deps, caller, params.programmeId, query.before),
  }),
];
