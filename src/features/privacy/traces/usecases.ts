/** What leads to the rows of somebody. */
import type { Platform } from '../../../platform/platform.ts';
import { pairsOfPerson } from '../../pairs/usecases.ts';
import { storyIdOf } from '../../stories/usecases.ts';
import type { Traced } from './model.ts';

export async function tracedOf(deps: Platform, personId: string): Promise<Traced> {
  const pairs = await pairsOfPerson(deps, personId);
  return {
    personId,
    asMentee: new Set(pairs.filter((one) => one.menteeId === personId).map(({ id }) => id)),
    stories: new Set(pairs.map(({ id }) => storyIdOf(id))),
  };
}
