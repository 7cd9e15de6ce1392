/** The verbs of the evaluation report: it writes itself to a draft, takes the coordinators' words, renews its figures, and leaves as a file. */
import { localDate } from '../../../platform/clock.ts';
import type { Caller, Download } from '../../../platform/doors.ts';
import { Failure, isFailure } from '../../../platform/errors.ts';
import { fileName, paperTypes, writePaper } from '../../../platform/papers.ts';
import { idFor } from '../../../platform/ids.ts';
import type { Platform } from '../../../platform/platform.ts';
import type { Row } from '../../../platform/tables.ts';
import type { Language } from '../../../platform/words.ts';
import { findPeople } from '../../people/usecases.ts';
import type { Programme } from '../../programmes/model.ts';
import { coordinatedProgramme } from '../../programmes/usecases.ts';
import { gatherSections } from './gathering/usecases.ts';
import type { Draft, ReportPage, ReportPaperQuery, SectionId, Words, WordsDraft } from './model.ts';
import { reportPaper } from './paper/rules.ts';
import { sightOf, wordsIn } from './rules.ts';
import { drafts, onlyRow, wordsRows } from './store.ts';
import { say } from './words.ts';

/** The draft with the words of a language; the first look makes it. */
export async function reportOf(
  deps: Platform,
  caller: Caller,
  programmeId: string,
  language: Language,
): Promise<ReportPage> {
  const { value: programme } = await coordinatedProgramme(deps, caller, programmeId);
  return pageOf(deps, programme, await draftOf(deps, caller, programme), language);
}

async function draftOf(deps: Platform, caller: Caller, programme: Programme): Promise<Draft> {
  const found = await drafts.find(deps.tables, programme.id, onlyRow);
  return found ? found.value : renew(deps, caller, programme, undefined);
}

/** New figures; the words stay. Of two who ask at once the later look counts. */
export async function renewFigures(deps: Platform, caller: Caller, programmeId: string): Promise<void> {
  const { value: programme } = await coordinatedProgramme(deps, caller, programmeId);
  const before = await drafts.find(deps.tables, programmeId, onlyRow);
  const request = caller.idempotencyKey === undefined ? undefined : idFor(caller, 'figures');
  // Sent again after a lost answer: these are the ones that were asked for.
  if (request !== undefined && before?.value.request === request) return;
  await renew(deps, caller, programme, before, request);
}

async function renew(
  deps: Platform,
  caller: Caller,
  programme: Programme,
  row: Row<Draft> | undefined,
  request?: string,
): Promise<Draft> {
  const sections = await gatherSections(deps, caller, programme);
  const number = (row?.value.number ?? 0) + 1;
  const next: Draft = { number, at: deps.clock.now(), sections, ...(request === undefined ? {} : { request }) };
  try {
    await deps.tables.commit([row ? drafts.replace(row, next) : drafts.create(programme.id, onlyRow, next)]);
    return next;
  } catch (error) {
    if (!isFailure(error, 'conflict')) throw error;
    // Somebody else had them made at this moment: theirs are as new.
    return (await drafts.find(deps.tables, programme.id, onlyRow))?.value ?? next;
  }
}

async function pageOf(
  deps: Platform,
  programme: Programme,
  { at, sections }: Draft,
  language: Language,
): Promise<ReportPage> {
  const rows = await wordsRows.list(deps.tables, programme.id);
  const written = new Map(rows.map(({ key, value }) => [key.join('.'), value]));
  const people = await findPeople(
    deps,
    rows.map(({ value }) => value.by),
  );
  return {
    programme: { id: programme.id, name: programme.name, language: programme.language },
    ...{ language, at },
    sections: sections.map((one) => {
      const mine = written.get(`${one.id}.${language}`);
      const { own, borrowed } = wordsIn(language, programme.language, (other) => written.get(`${one.id}.${other}`));
      return {
        ...{ id: one.id, title: say(language, `title.${one.id}`), blocks: one.told[language].blocks },
        ...{ text: own, version: mine?.version ?? 0 },
        ...(mine ? { written: { at: mine.at, by: people.get(mine.by)?.name ?? '…' } } : {}),
        ...(borrowed === undefined ? {} : { borrowed }),
        isOlder: mine !== undefined && mine.text !== '' && mine.seen !== sightOf(one),
      };
    }),
  };
}

/** Conflict where somebody else wrote meanwhile: nothing of either is lost, the later writer sees both. */
export async function writeWords(
  deps: Platform,
  caller: Caller,
  programmeId: string,
  sectionId: SectionId,
  { language, text, version }: WordsDraft,
): Promise<void> {
  const { value: programme } = await coordinatedProgramme(deps, caller, programmeId);
  const [row, draft] = await Promise.all([
    wordsRows.find(deps.tables, programmeId, sectionId, language),
    draftOf(deps, caller, programme),
  ]);
  const section = draft.sections.find(({ id }) => id === sectionId);
  const next: Words = {
    ...{ text, version: version + 1, at: deps.clock.now(), by: caller.personId },
    seen: section ? sightOf(section) : '',
  };
  const known = row?.value.version ?? 0;
  // Sent twice it is written once.
  if (row && row.value.text === text && row.value.by === caller.personId && known === version + 1) return;
  if (known !== version) throw new Failure('conflict', 'words-changed');
  try {
    await deps.tables.commit([
      row ? wordsRows.replace(row, next) : wordsRows.create(programmeId, [sectionId, language], next),
    ]);
  } catch (error) {
    throw isFailure(error, 'conflict') ? new Failure('conflict', 'words-changed', { cause: error }) : error;
  }
}

/** The report as a file; it is noted in the audit log before it goes. */
export async function exportReport(
  deps: Platform,
  caller: Caller,
  programmeId: string,
  { format, language }: ReportPaperQuery,
): Promise<Download> {
  const { value: programme } = await coordinatedProgramme(deps, caller, programmeId);
  const draft = await draftOf(deps, caller, programme);
  const { sections, at } = await pageOf(deps, programme, draft, language);
  const paper = reportPaper({ programme: programme.name, sections, language, at });
  await deps.audit.note({
    who: caller.personId,
    what: 'export',
    object: `programme:${programmeId} report`,
    outcome: format,
  });
  const name = fileName([programme.name, localDate(at, programme.zone), language], format);
  return { name, type: paperTypes[format], bytes: await writePaper(paper, format) };
}
