/** Who may do what with a story. Nobody but the writer sees a draft, nobody but the two sees it before both agree. */
import type { Story } from './model.ts';
import { isInGallery, type Standing } from './rules.ts';

export function mayReadStory(
  personId: string,
  one: Story,
  { coordinates, standing }: { readonly coordinates: boolean; readonly standing: Standing | undefined },
): boolean {
  if (one.authorId === personId || isInGallery(one, standing)) return true;
  if (one.partnerId === personId) return one.state !== 'draft';
  return coordinates && standing !== undefined && (one.state === 'review' || one.state === 'published');
}

export function mayWriteStory(personId: string, one: Story): boolean {
  return one.authorId === personId && one.state !== 'published';
}

export function mayAnswerStory(personId: string, one: Story): boolean {
  return one.waitsFor === personId;
}

/** Agree anew on other terms, or for longer. */
export function mayChangeTerms(personId: string, one: Story): boolean {
  return mayWithdrawStory(personId, one) && (one.state === 'review' || one.state === 'published');
}

export function mayWithdrawStory(personId: string, one: Story): boolean {
  return one.authorId === personId || one.partnerId === personId;
}
