/** How often people were invited of late, by all programmes together: nobody is asked more often than the organisation allows. */
import { day } from '../../../platform/clock.ts';
import type { Platform } from '../../../platform/platform.ts';
import { rememberer } from '../../../platform/remembered.ts';
import { programmeIndex } from '../../programmes/store.ts';
import { invitations, invitedTo } from '../store.ts';

/** Twelve months. */
const span = 365 * day;

/** For one person, as it is now, by other programmes than this one. */
export async function askedElsewhere(deps: Platform, personId: string, here: string): Promise<number> {
  const since = deps.clock.now() - span;
  const lines = (await invitedTo.list(deps.tables, personId)).filter(({ value }) => value.programmeId !== here);
  const asked = await Promise.all(
    lines.map(async ({ value: { programmeId, at } }) => {
      // Kept before the moment was kept with it.
      const when = at ?? (await invitations.find(deps.tables, programmeId, personId))?.value.at ?? 0;
      return when > since;
    }),
  );
  return asked.filter(Boolean).length;
}

const remember = rememberer<ReadonlyMap<string, number>>(1);

/** For everybody; a minute old at most in each process, since every invitation of every programme is read for it. */
export function timesAsked(deps: Platform): Promise<ReadonlyMap<string, number>> {
  return remember(deps, 'everybody', async () => {
    const since = deps.clock.now() - span;
    const times = new Map<string, number>();
    for (const { value } of await programmeIndex.list(deps.tables, 'programmes'))
      for (const { value: one } of await invitations.list(deps.tables, value.id))
        if (one.at > since) times.set(one.personId, (times.get(one.personId) ?? 0) + 1);
    return times;
  });
}
