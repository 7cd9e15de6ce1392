/** Which rooms are offered: those at the site of both, the smallest first. */
import type { Room } from '../../../platform/calendar.ts';
import { folded } from '../../../platform/words.ts';

/** Two people need no hall. */
const leastSeats = 2;

/** A directory writes a site as the building, as the town, or only in the room's name. */
export function roomsAt(site: string, rooms: readonly Room[]): Room[] {
  const wanted = folded(site.trim());
  const isThere = ({ places, name }: Room): boolean =>
    places.some((place) => folded(place.trim()) === wanted) ||
    folded(name)
      .split(/[^\p{L}\p{N}]+/u)
      .includes(wanted);
  return rooms
    .filter((one) => wanted !== '' && (one.seats ?? leastSeats) >= leastSeats && isThere(one))
    .sort((a, b) => (a.seats ?? 0) - (b.seats ?? 0) || (a.name < b.name ? -1 : 1));
}
