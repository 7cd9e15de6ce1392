/**
 * The list of pairs as a file. A file stays wherever it was saved, so it holds less than the page: no offer that came to nothing. It is
 * noted in the audit log before it goes.
 */
import { localDate } from '../../../platform/clock.ts';
import type { Caller, Download } from '../../../platform/doors.ts';
import { fileName, paperTypes, writeTable, type Table } from '../../../platform/papers.ts';
import type { Platform } from '../../../platform/platform.ts';
import type { Language } from '../../../platform/words.ts';
import { programmeOf } from '../../programmes/usecases.ts';
import type { PairLine } from '../model.ts';
import { listPairs } from '../usecases.ts';
import { say } from '../words.ts';
import type { ListQuery } from './model.ts';

export async function exportPairs(
  deps: Platform,
  caller: Caller,
  programmeId: string,
  { format, language }: ListQuery,
): Promise<Download> {
  const lines = await listPairs(deps, caller, programmeId);
  const { name, zone } = await programmeOf(deps, programmeId);
  const object = `programme:${programmeId} pairs`;
  await deps.audit.note({ who: caller.personId, what: 'export', object, outcome: format });
  const today = localDate(deps.clock.now(), zone);
  const bytes = await writeTable(tableOf(lines, language, zone), format);
  return { name: fileName([name, say(language, 'list.title'), today], format), type: paperTypes[format], bytes };
}

function tableOf(lines: readonly PairLine[], language: Language, zone: string): Table {
  const titles = ['mentee', 'mentor', 'state', 'since'] as const;
  const kept = lines.filter(({ state }) => state !== 'declined' && state !== 'withdrawn');
  return {
    title: say(language, 'list.title'),
    head: titles.map((one) => say(language, `list.${one}`)),
    rows: kept.map(({ mentee, mentor, state, waitsFor, since }) => [
      ...[mentee.name, mentor.name, say(language, waitsFor ? `state.waits.${waitsFor}` : `state.${state}`)],
      localDate(since, zone),
    ]),
  };
}
