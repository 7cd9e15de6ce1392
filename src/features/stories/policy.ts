/** Who may do what with a story. Nobody but the writer sees a draft, nobody but the two sees it before both agree. */
import type { Story } from './model.ts';

export function mayReadStory(personId: string, one: Story, coordinates: boolean): boolean {
  if (one.state === 'published') return true;
  if (one.authorId === personId) return true;
  if (one.partnerId === personId) return one.state !== 'draft';
  return coordinates && one.state === 'review';
}

export function mayWriteStory(personId: string, one: Story): boolean {
  return one.authorId === personId && one.state !== 'published';
}

export function mayAnswerStory(personId: string, one: Story): boolean {
  return one.partnerId === personId && one.state === 'asked';
}

export function mayWithdrawStory(personId: string, one: Story): boolean {
  return one.authorId === personId || one.partnerId === personId;
}
