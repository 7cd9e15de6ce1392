/** Releases the figures by part of the organisation once, after the last release of the whole, and gives what was released. */
import type { Platform } from '../../../platform/platform.ts';
import { unlessChanged } from '../../../platform/tables/conflict.ts';
import type { Mode } from '../answers/model.ts';
import { answersFor } from '../answers/store.ts';
import type { ReleaseItem } from '../model.ts';
import { bandOf } from '../rules.ts';
import { latestPublished, ledger } from '../store.ts';
import { ratingScale } from '../worlds/model.ts';
import type { Attribute, Cut, ItemCuts } from './model.ts';
import { answersTo, releaseCuts } from './rules.ts';
import { cutRows } from './store.ts';

export interface CutsRequest {
  readonly surveyId: string;
  readonly items: readonly ReleaseItem[];
  readonly attributes: readonly Attribute[];
  /** As it was frozen when the survey opened. */
  readonly floor: number;
  readonly mode?: Mode;
}

/** Nothing before the last release of the whole; repeated it changes nothing. */
export async function releaseParts(deps: Platform, request: CutsRequest): Promise<void> {
  const { surveyId, items, attributes, floor, mode } = request;
  const last = await latestPublished(deps.tables, surveyId);
  if (!last?.release.isFinal || (await cutRows.list(deps.tables, surveyId)).length > 0) return;
  const rows = await answersFor(mode).list(deps.tables, surveyId);
  const since = await firstTold(deps, surveyId);
  // An answer that was taken back since still stands behind the whole: parts of what is left would tell it apart.
  const there = new Set(rows.map(({ key }) => key.join()));
  const isWhole = [...since.keys()].every((id) => there.has(id));
  const told = rows.map(({ key, value }) => ({ response: value, since: since.get(key.join()) }));
  const changes = items
    .filter(({ id, kind }) => kind === 'rating' && last.basis.since[id] !== undefined)
    .map(({ id }) => {
      const answered = answersTo(id, told, last.basis.since[id]);
      const decided = releaseCuts({ attributes, answers: answered, scale: ratingScale, floor });
      const cuts = isWhole ? decided.slice(1).map(({ parts, people, figure }): Cut => ({ parts, people, figure })) : [];
      return cutRows.create(surveyId, id, { cuts });
    });
  // Where somebody else released them, theirs stand.
  await unlessChanged(deps.tables.commit(changes));
}

/** By answer: the number of the release that took it in first. */
async function firstTold(deps: Platform, surveyId: string): Promise<Map<string, number>> {
  const parts = await ledger.list(deps.tables, surveyId);
  return new Map(parts.flatMap(({ value }) => value.responseIds.map((id) => [id, value.number] as const)));
}

export async function releasedParts(deps: Platform, surveyId: string): Promise<ItemCuts[]> {
  const rows = await cutRows.list(deps.tables, surveyId);
  return rows.map(({ key, value }) => ({ itemId: key.join(), cuts: value.cuts.map(inBands) }));
}

/** Cuts of earlier days were kept with exact counts. */
function inBands(one: Cut): Cut {
  return one.people.kind === 'exact' ? { ...one, people: bandOf(one.people.people) } : one;
}
