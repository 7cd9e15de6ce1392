/** Who reads the badges that somebody shows: the other of a pair, while it goes on and after the two rounded it off. */
import { sideOf, type Pair } from '../../pairs/model.ts';

export function mayReadBadges(personId: string, one: Pair): boolean {
  if (sideOf(one, personId) === undefined) return false;
  return one.state === 'active' || one.state === 'paused' || one.ending === 'together';
}
