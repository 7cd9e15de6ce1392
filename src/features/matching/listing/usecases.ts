/** The pairs of a proposal and who is left out of it, a page at a time: whatever its size, little is read and little is sent. */
import type { Caller } from '../../../platform/doors.ts';
import type { Platform } from '../../../platform/platform.ts';
import type { Rows } from '../../../platform/tables.ts';
import { findCards } from '../../people/usecases.ts';
import { coordinatedProgramme } from '../../programmes/usecases.ts';
import type { Proposal } from '../model.ts';
import { findProposal } from '../proposals/usecases.ts';
import { leftOuts, proposedPairs, sheets } from '../store.ts';
import {
  leftOutOnPage,
  pairsOnPage,
  type LeftOutPage,
  type LeftOutQuery,
  type PairsPage,
  type PairsQuery,
  type Sheet,
} from './model.ts';
import { isFound, needsNames, pageAt, pairsWanted, partsIn, sheetsOf, takenOf, type Names } from './rules.ts';
import { namesFor } from './store.ts';

type Head = Pick<Proposal, 'programmeId' | 'id'>;

/** All entries of a proposal; drafts of an earlier version have no sheets, and are read row by row. */
export async function entriesOf(deps: Platform, { programmeId, id }: Head): Promise<Sheet> {
  const found = (await sheets.list(deps.tables, programmeId, id)).map((row) => row.value);
  const all = found.length > 0 ? found : await withoutSheets(deps, { programmeId, id });
  return { pairs: all.flatMap(({ pairs }) => pairs), left: all.flatMap(({ left }) => left) };
}

async function withoutSheets(deps: Platform, { programmeId, id }: Head): Promise<Sheet[]> {
  const [pairs, left] = await Promise.all([
    proposedPairs.list(deps.tables, programmeId, id),
    leftOuts.list(deps.tables, programmeId, id),
  ]);
  const rows = { pairs: pairs.map(({ value }) => value), left: left.map(({ value }) => value.menteeId) };
  return sheetsOf(rows, { site: {}, department: {} });
}

const nobody: Names = new Map();

export async function listPairs(
  deps: Platform,
  caller: Caller,
  { programmeId, proposalId }: { readonly programmeId: string; readonly proposalId: string },
  query: PairsQuery,
): Promise<PairsPage> {
  await coordinatedProgramme(deps, caller, programmeId);
  const head = await findProposal(deps, programmeId, proposalId);
  const { pairs } = await entriesOf(deps, head);
  const names = needsNames(query)
    ? await namesFor(deps, proposalId, () => pairs.flatMap(({ menteeId, mentorId }) => [menteeId, mentorId]))
    : nobody;
  const { some, ...place } = pageAt(pairsWanted(pairs, query, names), pairsOnPage, query.from);
  const taken = takenOf(pairs);
  const menteeIds = some.map(({ menteeId }) => menteeId);
  const rows = await rowsOfEach(deps, proposedPairs, head, menteeIds);
  return {
    ...place,
    rows: rows.map(({ parts: _p, languages: _l, alternatives: _a, ...line }) => ({
      ...line,
      taken: taken.get(line.mentorId) ?? 0,
    })),
    sites: partsIn(pairs.map(({ site }) => site)),
    departments: partsIn(pairs.map(({ department }) => department)),
    people: await findCards(
      deps,
      some.flatMap(({ menteeId, mentorId }) => [menteeId, mentorId]),
    ),
  };
}

export async function listLeftOut(
  deps: Platform,
  caller: Caller,
  { programmeId, proposalId }: { readonly programmeId: string; readonly proposalId: string },
  { search = '', from }: LeftOutQuery,
): Promise<LeftOutPage> {
  await coordinatedProgramme(deps, caller, programmeId);
  const head = await findProposal(deps, programmeId, proposalId);
  const { left } = await entriesOf(deps, head);
  const names = search === '' ? nobody : await namesFor(deps, `${proposalId} left`, () => left);
  const found = left.filter((menteeId) => isFound([menteeId], search, names));
  const { some, ...place } = pageAt(found, leftOutOnPage, from);
  const rows = await rowsOfEach(deps, leftOuts, head, some);
  const ids = rows.flatMap(({ menteeId, helps }) => [menteeId, ...helps.flatMap(({ mentorIds }) => mentorIds)]);
  return { ...place, rows, people: await findCards(deps, ids) };
}

async function rowsOfEach<T>(
  deps: Platform,
  rows: Pick<Rows<T>, 'find'>,
  { programmeId, id }: Head,
  menteeIds: readonly string[],
): Promise<T[]> {
  const found = await Promise.all(menteeIds.map((menteeId) => rows.find(deps.tables, programmeId, id, menteeId)));
  return found.flatMap((row) => (row ? [row.value] : []));
}
