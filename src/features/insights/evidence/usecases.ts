/** The evidence pack for coordinators: on the page, and as a file with the documents and figures in it. */
import { localDate } from '../../../platform/clock.ts';
import type { Caller, Download } from '../../../platform/doors.ts';
import { fileName, paperTypes, writePaper } from '../../../platform/papers.ts';
import type { Platform } from '../../../platform/platform.ts';
import type { Language } from '../../../platform/words.ts';
import type { Programme } from '../../programmes/model.ts';
import { coordinatedProgramme } from '../../programmes/usecases.ts';
import { gatherSections } from '../report/gathering/usecases.ts';
import { gatherFacts } from './gathering/usecases.ts';
import type { EvidencePage } from './model.ts';
import { packPaper } from './paper/rules.ts';
import { linesOf } from './rules.ts';

export async function evidenceOf(deps: Platform, caller: Caller, programmeId: string): Promise<EvidencePage> {
  const { value: programme } = await coordinatedProgramme(deps, caller, programmeId);
  return pageOf(deps, programme, caller.language);
}

async function pageOf(deps: Platform, programme: Programme, language: Language): Promise<EvidencePage> {
  const { id, name } = programme;
  const facts = await gatherFacts(deps, programme);
  return { programme: { id, name }, at: deps.clock.now(), standards: linesOf(facts, id, language) };
}

/** As it stands now; it is noted in the audit log before it goes. */
export async function exportEvidence(
  deps: Platform,
  caller: Caller,
  programmeId: string,
  language: Language,
): Promise<Download> {
  const { value: programme } = await coordinatedProgramme(deps, caller, programmeId);
  const [page, sections] = await Promise.all([
    pageOf(deps, programme, language),
    gatherSections(deps, caller, programme),
  ]);
  await deps.audit.note({
    who: caller.personId,
    what: 'export',
    object: `programme:${programmeId} evidence`,
    outcome: 'pdf',
  });
  const bytes = await writePaper(packPaper({ page, sections, language }), 'pdf');
  const name = fileName([programme.name, 'ismcp', localDate(page.at, programme.zone), language], 'pdf');
  return { name, type: paperTypes.pdf, bytes };
}
