/** Who may look back on a pair: its two members, while it goes on and after they rounded it off. Nobody else reads their lines. */
import { sideOf, type Pair } from '../model.ts';

export function mayLookBack(personId: string, one: Pair): boolean {
  if (sideOf(one, personId) === undefined) return false;
  return one.state === 'active' || one.state === 'paused' || one.ending === 'together';
}
