/** What the page about the evidence pack asks: its lines, and the pack as a file. */
import { z } from 'zod';
import { download, route, type Route } from '../../../platform/doors.ts';
import { id } from '../../../platform/ids.ts';
import { evidencePage, evidenceQuery } from './model.ts';
import { evidenceOf, exportEvidence } from './usecases.ts';

const params = z.strictObject({ programmeId: id });

export const evidenceRoutes: readonly Route[] = [
  route({
    ...{ method: 'GET', path: '/programmes/:programmeId/evidence', who: 'Coordinator', params, gives: evidencePage },
    run: (deps, caller, asked) => evidenceOf(deps, caller, asked.params.programmeId),
  }),
  route({
    ...{ method: 'GET', path: '/programmes/:programmeId/evidence/paper', who: 'Coordinator', params },
    ...{ query: evidenceQuery, gives: download },
    run: (deps, caller, asked) => exportEvidence(deps, caller, asked.params.programmeId, asked.query.language),
  }),
];
