/** Which requests to Graph this installation has made, and with which permission: kept for `doctor --permissions`. */
import { z } from 'zod';
import { idOf } from '../ids.ts';
import { rowsOf, type Tables } from '../tables.ts';
import type { PermissionUsed } from './permissions.ts';

const use = z.strictObject({
  method: z.string(),
  path: z.string(),
  rights: z.enum(['app', 'delegated']),
  permission: z.string(),
});
export type GraphUse = z.infer<typeof use>;

const uses = rowsOf('system', 'graphuse', use);
const partition = 'graph-uses';

export async function noteUse(tables: Tables, { method, path, rights, permission }: PermissionUsed): Promise<void> {
  await tables.commit([uses.put(partition, idOf(method, path, rights), { method, path, rights, permission })]);
}

/** Every kind of request that was ever made, app-only first, by path. */
export async function graphUses(tables: Tables): Promise<GraphUse[]> {
  const rows = await uses.list(tables, partition);
  const order = (one: GraphUse): string => `${one.rights} ${one.path} ${one.method}`;
  return rows.map((row) => row.value).sort((a, b) => (order(a) < order(b) ? -1 : 1));
}
