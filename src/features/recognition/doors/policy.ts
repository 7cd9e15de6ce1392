/** Who may do what with a door: the two of the pair and nobody else. Coordinators get a number, which `model.ts` tells. */
import { sideOf, type Pair } from '../../pairs/model.ts';
import type { Door } from './model.ts';

/** The other one confirms, or says that it was not so; later too, and otherwise than before. */
export function mayConfirm(personId: string, pair: Pair, one: Door): boolean {
  return sideOf(pair, personId) !== undefined && one.by !== personId;
}

export function mayRemove(personId: string, pair: Pair, one: Door): boolean {
  return sideOf(pair, personId) !== undefined && one.by === personId;
}
