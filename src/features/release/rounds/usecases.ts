/** Releases once, after the later round has closed, what those who answered both rounds said before and after; and gives what was released. */
import { isFailure } from '../../../platform/errors.ts';
import type { Platform } from '../../../platform/platform.ts';
import type { Change } from '../../../platform/tables.ts';
import { goneRows, held } from '../answers/store.ts';
import type { Attribute } from '../cuts/model.ts';
import { releasedParts } from '../cuts/usecases.ts';
import type { ReleaseItem } from '../model.ts';
import { latestPublished, releasedIds } from '../store.ts';
import type { LinkedFigures } from './model.ts';
import { inBoth, linkedOf, type Counted, type Former } from './sides/rules.ts';
import { comparisons, linkBases, linkLedger, only } from './store.ts';

export interface ComparisonRequest {
  readonly surveyId: string;
  /** The round before it, in the same chain, and the ones before that, the nearest first. */
  readonly earlierIds: readonly [string, ...string[]];
  /** Agree scales that both rounds asked everybody. */
  readonly items: readonly ReleaseItem[];
  readonly attributes: readonly Attribute[];
  readonly floor: number;
}

/** Nothing before the last release of both rounds; repeated it changes nothing. */
export async function releaseComparison(deps: Platform, request: ComparisonRequest): Promise<void> {
  const { surveyId, earlierIds } = request;
  const [earlierId, oneBefore] = earlierIds;
  const known = await comparisons.find(deps.tables, surveyId, only);
  const finals = await Promise.all([surveyId, earlierId].map((id) => latestPublished(deps.tables, id)));
  if (known || !finals.every((one) => one?.release.isFinal)) return;
  const [before, after] = await Promise.all([countedIn(deps, earlierId), countedIn(deps, surveyId)]);
  const former = oneBefore === undefined ? undefined : await formerOf(deps, earlierId, oneBefore);
  const ids = inBoth(before, after);
  const linked = request.items.map(({ id }) => [id, linkedOf(request, id, { before, after, former, ids })] as const);
  const figures: LinkedFigures = { earlierId, figures: linked.map(([, { figure }]) => figure) };
  const items = Object.fromEntries(linked.flatMap(([id, { behind }]) => (behind ? [[id, behind]] : [])));
  const parts: Change[] = chunksOf(ids).map((part, at) => linkLedger.create(surveyId, `${1000 + at}`, { ids: part }));
  try {
    await deps.tables.commit([
      comparisons.create(surveyId, only, figures),
      linkBases.create(surveyId, only, { items }),
      ...parts,
    ]);
  } catch (error) {
    // Somebody else released it: theirs stands.
    if (!isFailure(error, 'conflict')) throw error;
  }
}

/** Ids in one row: a row holds 450,000 characters, an id takes 35. */
const idsInRow = 10_000;

function chunksOf(ids: readonly string[]): string[][] {
  return Array.from({ length: Math.ceil(ids.length / idsInRow) }, (_, at) =>
    ids.slice(at * idsInRow, (at + 1) * idsInRow),
  );
}

async function countedIn(deps: Platform, surveyId: string): Promise<Counted> {
  const [ids, rows, gone, last, parts] = await Promise.all([
    releasedIds(deps.tables, surveyId),
    held.list(deps.tables, surveyId),
    goneRows.list(deps.tables, surveyId),
    latestPublished(deps.tables, surveyId),
    releasedParts(deps, surveyId),
  ]);
  const kept = new Map(rows.map(({ key, value }) => [key.join(), value]));
  return {
    answers: new Map([...ids].map((id) => [id, kept.get(id)])),
    gone: new Map(gone.map(({ key, value }) => [key.join(), value.of ?? {}])),
    wholes: last?.release.figures ?? [],
    parts,
  };
}

/** What the earlier round's own comparison, with the round before it, told. */
async function formerOf(deps: Platform, surveyId: string, oneBefore: string): Promise<Former | undefined> {
  const basis = (await linkBases.find(deps.tables, surveyId, only))?.value;
  if (!basis) return undefined;
  const [rows, before] = await Promise.all([linkLedger.list(deps.tables, surveyId), countedIn(deps, oneBefore)]);
  return { ids: rows.flatMap(({ value }) => value.ids), items: basis.items, answers: before.answers };
}

export async function releasedComparison(deps: Platform, surveyId: string): Promise<LinkedFigures | undefined> {
  return (await comparisons.find(deps.tables, surveyId, only))?.value;
}
