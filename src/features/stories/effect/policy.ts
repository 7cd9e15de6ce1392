/** Who learns what a story brings, and who says that it helps. */
import type { Story } from '../model.ts';
import { mayWithdrawStory } from '../policy.ts';
import { isInGallery, type Standing } from '../rules.ts';
import { countsAsReader } from './rules.ts';

export function maySeeEffect(personId: string, one: Story, coordinates: boolean): boolean {
  return one.publishedAt !== undefined && (coordinates || mayWithdrawStory(personId, one));
}

export function maySayItHelps(personId: string, one: Story, standing: Standing | undefined): boolean {
  return isInGallery(one, standing) && countsAsReader(personId, one);
}
