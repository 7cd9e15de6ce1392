/** Tells what came up in talks, a batch at a time, and what was told so far. What was told stays as it was. */
import { idOf, newId } from '../../../platform/ids.ts';
import type { Platform } from '../../../platform/platform.ts';
import { unlessChanged } from '../../../platform/tables/conflict.ts';
import type { Findings } from './model.ts';
import { nextFindings, type TalkToTell } from './rules.ts';
import { findingsPartition, findingsRows } from './store.ts';

export async function toldFindings(deps: Platform): Promise<Findings[]> {
  return (await findingsRows.list(deps.tables, findingsPartition)).map(({ value }) => value);
}

/** True when something was told; somebody else's batch with this number comes first, and then it is tried anew. */
export async function tellFindings(deps: Platform, about: string, waiting: readonly TalkToTell[]): Promise<boolean> {
  const told = await toldFindings(deps);
  const out = new Set(told.flatMap(({ talkIds }) => talkIds));
  const number = told.length + 1;
  const salt = newId();
  const left = waiting.filter(({ id }) => !out.has(id));
  const next = nextFindings(left, { about, number }, (text) => idOf(salt, text));
  if (!next) return false;
  const key = String(number).padStart(5, '0');
  const isTold = await unlessChanged(deps.tables.commit([findingsRows.create(findingsPartition, key, next)]));
  return isTold || tellFindings(deps, about, waiting);
}
