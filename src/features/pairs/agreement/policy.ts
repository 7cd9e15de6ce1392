/** Who reads what a pair agreed on: the two of it, while they are a pair and after they rounded it off together. Nobody else, ever. */
import { sideOf, type Pair } from '../model.ts';

export function maySeeAgreement(personId: string, one: Pair): boolean {
  if (sideOf(one, personId) === undefined) return false;
  return one.state === 'active' || one.state === 'paused' || one.ending === 'together';
}
