/** Who may do what with a poll: both of the pair see it, the one who was asked answers it. */
import type { Poll } from './model.ts';

export function mayAnswerPoll(personId: string, one: Pick<Poll, 'askedBy'>): boolean {
  return one.askedBy !== personId;
}
