/** Who may do what with a meeting: the two of the pair see it; whoever has it in the own calendar moves it, both where none has. */
import type { Meeting } from './model.ts';

export function mayMove(personId: string, one: Meeting): boolean {
  return one.byHand || one.organiserId === personId;
}
