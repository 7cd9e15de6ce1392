/** Who counts. */
import type { Story } from '../model.ts';

/** The two do not count as their own readers. */
export function countsAsReader(personId: string, { state, authorId, partnerId }: Story): boolean {
  return state === 'published' && personId !== authorId && personId !== partnerId;
}
