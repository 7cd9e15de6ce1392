/** Who is forgotten: what the doors and the reading of the directory ask. Forgetting itself is in `privacy/erasing`. */
import type { Platform } from '../../../platform/platform.ts';
import type { Row } from '../../../platform/tables.ts';
import { unlessChanged } from '../../../platform/tables/conflict.ts';
import { bucketOfPerson, people } from '../store.ts';
import { mergePerson } from '../sync/rules.ts';
import type { Forgotten } from './model.ts';
import { forgottenPartition, forgottenRows } from './store.ts';

export async function forgottenRow(deps: Platform, personId: string): Promise<Row<Forgotten> | undefined> {
  return forgottenRows.find(deps.tables, forgottenPartition, await deps.audit.pseudonymOf(personId));
}

/** Asked to be forgotten, and did not come back. */
export async function isForgotten(deps: Platform, personId: string): Promise<boolean> {
  return (await forgottenRow(deps, personId))?.value.why === 'asked';
}

/** Those of these ids who are forgotten and stay so whatever the directory says. Nothing is computed while nobody is. */
export async function forgottenAmong(deps: Platform, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await forgottenRows.list(deps.tables, forgottenPartition);
  const known = new Set(rows.flatMap(({ key, value }) => (value.why === 'asked' ? [key.join()] : [])));
  if (known.size === 0) return new Set();
  const names = await deps.audit.pseudonymsOf(ids);
  return new Set(ids.filter((_, place) => known.has(names[place] ?? '')));
}

/** Reads one person anew: whoever comes back is there at once, and not with the next reading of the directory. */
export async function readAgain(deps: Platform, personId: string): Promise<void> {
  const user = await deps.directory.person(personId);
  if (!user) return;
  const managerId = (await deps.directory.managersOf([personId])).get(personId);
  const one = mergePerson(undefined, { ...user, managerId });
  await unlessChanged(deps.tables.commit([people.create(bucketOfPerson(personId), personId, one)]));
}
