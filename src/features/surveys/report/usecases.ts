/** A survey's report as a file. It is made of the page's own released figures, and noted in the audit log before it goes. */
import { localDate } from '../../../platform/clock.ts';
import type { Caller, Download } from '../../../platform/doors.ts';
import { Failure } from '../../../platform/errors.ts';
import { fileName, paperTypes, writePaper } from '../../../platform/papers.ts';
import type { Platform } from '../../../platform/platform.ts';
import { organisationZone } from '../../../platform/zone.ts';
import { hasReport } from '../results/rules.ts';
import { surveyPageOf } from '../results/usecases.ts';
import type { ReportQuery } from './model.ts';
import { reportOf } from './rules.ts';

/** Looking at a report releases what looking at the page would. */
export async function exportReport(
  deps: Platform,
  caller: Caller,
  surveyId: string,
  { format, language }: ReportQuery,
): Promise<Download> {
  const survey = await surveyPageOf(deps, { ...caller, language }, surveyId);
  if (!hasReport(survey)) throw new Failure('conflict', 'nothing-to-report');
  const now = deps.clock.now();
  await deps.audit.note({ who: caller.personId, what: 'export', object: `survey:${surveyId}`, outcome: format });
  // A workbook and lines are worked with by coordinators; a paper and slides go to management and works council.
  const quotes = format === 'xlsx' || format === 'csv';
  const bytes = await writePaper(reportOf({ survey, language, now, quotes }), format);
  const name = fileName([survey.title, localDate(now, organisationZone), language], format);
  return { name, type: paperTypes[format], bytes };
}
