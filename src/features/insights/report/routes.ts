/** What the page about the evaluation report asks: the draft, new figures, the words of a section, and the report as a file. */
import { z } from 'zod';
import { download, route, type Route } from '../../../platform/doors.ts';
import { id } from '../../../platform/ids.ts';
import { reportPage, reportPaperQuery, reportQuery, sectionIds, wordsDraft } from './model.ts';
import { exportReport, renewFigures, reportOf, writeWords } from './usecases.ts';

const params = z.strictObject({ programmeId: id });

export const reportRoutes: readonly Route[] = [
  route({
    ...{ method: 'GET', path: '/programmes/:programmeId/report', who: 'Coordinator', params },
    ...{ query: reportQuery, gives: reportPage },
    run: (deps, caller, asked) => reportOf(deps, caller, asked.params.programmeId, asked.query.language),
  }),
  route({
    ...{ method: 'POST', path: '/programmes/:programmeId/report/figures', who: 'Coordinator', params },
    ...{ query: reportQuery, gives: reportPage },
    run: async (deps, caller, { params: { programmeId }, query }) => {
      await renewFigures(deps, caller, programmeId);
      return reportOf(deps, caller, programmeId, query.language);
    },
  }),
  route({
    ...{ method: 'PUT', path: '/programmes/:programmeId/report/words/:sectionId', who: 'Coordinator' },
    params: params.extend({ sectionId: z.enum(sectionIds) }),
    ...{ body: wordsDraft, gives: reportPage },
    run: async (deps, caller, { params: { programmeId, sectionId }, body }) => {
      await writeWords(deps, caller, programmeId, sectionId, body);
      return reportOf(deps, caller, programmeId, body.language);
    },
  }),
  route({
    ...{ method: 'GET', path: '/programmes/:programmeId/report/paper', who: 'Coordinator', params },
    ...{ query: reportPaperQuery, gives: download },
    run: (deps, caller, asked) => exportReport(deps, caller, asked.params.programmeId, asked.query),
  }),
];
