/** Who may come in at all, whatever a token says: colleagues who are here. */
import type { Person } from './model.ts';

/** A guest, a disabled account and somebody who left may not; whoever the directory has not told us of yet is a colleague until it does. */
export function mayEnter(one: Person | undefined): boolean {
  return one === undefined || (one.kind !== 'guest' && one.enabled && one.leftAt === undefined);
}
