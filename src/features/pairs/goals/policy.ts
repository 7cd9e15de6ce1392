/** Who may do what with the goals of a pair: the mentee keeps them, the mentor reads them and writes notes. Nobody else, ever. */
import { sideOf, type Pair } from '../model.ts';

/** The mentee for good, the mentor while they are a pair and after they rounded it off together. */
export function maySeeGoals(personId: string, one: Pair): boolean {
  const side = sideOf(one, personId);
  if (side === undefined || one.state === 'offered') return false;
  return side === 'mentee' || one.state !== 'ended' || one.ending === 'together';
}

/** Write them, change them, tick their steps, say what came of them. */
export function mayKeepGoals(personId: string, one: Pair): boolean {
  return sideOf(one, personId) === 'mentee';
}

/** Each takes back what they wrote themselves. */
export function mayTakeBackNote(personId: string, one: { readonly by: string }): boolean {
  return one.by === personId;
}
