/** Which rooms are offered: those at the site of both that fit what the two need, quiet ones first where one needs it, then the smallest. */
import type { Room } from '../../../platform/calendar.ts';
import type { Need } from '../../people/passport/model.ts';
import { folded } from '../../../platform/words.ts';

/** Two people need no hall. */
const leastSeats = 2;

/**
 * A directory writes a site as the building, as the town, or only in the room's name. Without steps is only what it marks so: whoever needs it
 * is offered nothing else.
 */
export function roomsAt(site: string, rooms: readonly Room[], needs: ReadonlySet<Need> = new Set()): Room[] {
  const wanted = folded(site.trim());
  const isThere = ({ places, name }: Room): boolean =>
    places.some((place) => folded(place.trim()) === wanted) ||
    folded(name)
      .split(/[^\p{L}\p{N}]+/u)
      .includes(wanted);
  const loudness = ({ quiet }: Room): number => (needs.has('quiet-room') && !quiet ? 1 : 0);
  return rooms
    .filter((one) => wanted !== '' && (one.seats ?? leastSeats) >= leastSeats && isThere(one))
    .filter(({ stepFree }) => stepFree || !needs.has('step-free'))
    .sort((a, b) => loudness(a) - loudness(b) || (a.seats ?? 0) - (b.seats ?? 0) || (a.name < b.name ? -1 : 1));
}
