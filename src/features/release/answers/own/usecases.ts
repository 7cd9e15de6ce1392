/**
 * What somebody keeps for themselves alone, under a pseudonym that only the key of the chain makes: whoever reads the storage cannot
 * tell whose it is. It is given back to its person and to nobody else, and no release reads it.
 */
import { mapAtOnce } from '../../../../platform/at-once.ts';
import type { Platform } from '../../../../platform/platform.ts';
import { takeOut, unlessChanged } from '../../../../platform/tables/conflict.ts';
import { ownPseudonym } from '../confidential/usecases.ts';
import type { OwnAnswer } from '../model.ts';
import { ownRows } from '../store.ts';

/** Its parts by their names, in the place of the former ones. */
export async function keepOwn(
  deps: Platform,
  chainId: string,
  personId: string,
  parts: Readonly<Record<string, OwnAnswer>>,
): Promise<void> {
  const key = await ownPseudonym(deps, chainId, personId);
  await deps.tables.commit(Object.entries(parts).map(([part, one]) => ownRows.put(chainId, [key, part], one)));
}

export async function ownAnswers(
  deps: Platform,
  chainId: string,
  personId: string,
): Promise<Readonly<Record<string, OwnAnswer>>> {
  const rows = await ownRows.list(deps.tables, chainId, await ownPseudonym(deps, chainId, personId));
  return Object.fromEntries(rows.map(({ key, value }) => [key[1] ?? '', value]));
}

export async function forgetOwn(deps: Platform, chainId: string, personId: string): Promise<void> {
  const rows = await ownRows.list(deps.tables, chainId, await ownPseudonym(deps, chainId, personId));
  if (rows.length > 0) await deps.tables.commit(rows.map((one) => ownRows.remove(one)));
}

const rowsInBatch = 100;
const batchesAtOnce = 4;

/** Of everybody. */
export async function forgetAllOwn(deps: Platform, chainId: string): Promise<void> {
  const rows = await ownRows.list(deps.tables, chainId);
  const starts = Array.from({ length: Math.ceil(rows.length / rowsInBatch) }, (_, at) => at * rowsInBatch);
  await mapAtOnce(starts, batchesAtOnce, async (start) => {
    const some = rows.slice(start, start + rowsInBatch).map((one) => ownRows.remove(one));
    // Somebody takes theirs back, or writes to it, at this moment: it goes all the same.
    if (!(await unlessChanged(deps.tables.commit(some)))) for (const one of some) await takeOut(deps.tables, one);
  });
}
