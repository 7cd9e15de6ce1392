/**
 * After a copy was put back, whoever was forgotten since it was made is in it again. The audit log, which is no part of a copy, knows them
 * by pseudonym; whose ids stand in the rows is found by looking at all of them.
 */
import { uuidsIn } from '../../../../platform/ids.ts';
import type { Platform } from '../../../../platform/platform.ts';
import { everyRow } from '../../../../platform/tables/whole.ts';
import { forgetAgain } from '../usecases.ts';

/** Begins to forget them again, the worker does it; gives how many there are. */
export async function replayErasures(deps: Platform): Promise<number> {
  const erased = await deps.audit.erased();
  if (erased.size === 0) return 0;
  const ids = await idsIn(deps);
  const names = await deps.audit.pseudonymsOf(ids);
  let count = 0;
  for (const [place, name] of names.entries()) {
    const last = erased.get(name);
    if (!last) continue;
    await forgetAgain(deps, ids[place] ?? '', last.outcome.startsWith('left') ? 'left' : 'asked');
    count += 1;
  }
  return count;
}

async function idsIn({ tables }: Platform): Promise<string[]> {
  const found = new Set<string>();
  for await (const { partition, rowKey, text } of everyRow(tables))
    for (const id of uuidsIn(`${partition} ${rowKey} ${text}`)) found.add(id);
  return [...found];
}
