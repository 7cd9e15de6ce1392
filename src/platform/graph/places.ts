/** Rooms of the organisation, as the Places API lists them; with the rights of whoever books. */
import { z } from 'zod';
import type { Graph } from '../graph.ts';

export interface Room {
  /** Its mailbox, which is asked whether it is free, and invited. */
  readonly address: string;
  readonly name: string;
  readonly seats: number | undefined;
  /** Words of the directory that may name its site. */
  readonly places: readonly string[];
  /** Where the directory says so; what it does not say is not so. */
  readonly stepFree: boolean;
  readonly quiet: boolean;
}

/** Tags are the organisation's own words. */
const quietTags = /quiet|silent|stil|rustig|calme|silencieu|ruhig|leise/i;

const room = z
  .object({
    displayName: z.string(),
    emailAddress: z.string().nullish(),
    capacity: z.number().nullish(),
    building: z.string().nullish(),
    isWheelChairAccessible: z.boolean().nullish(),
    tags: z.array(z.string()).nullish(),
    address: z.object({ city: z.string().nullish() }).nullish(),
  })
  .transform((one): Room => ({
    ...{ address: one.emailAddress ?? '', name: one.displayName, seats: one.capacity ?? undefined },
    places: [one.building, one.address?.city].filter((place) => typeof place === 'string'),
    stepFree: one.isWheelChairAccessible === true,
    quiet: (one.tags ?? []).some((tag) => quietTags.test(tag)),
  }));

/** Somebody waits for the page. */
const within = 4_000;

export async function roomsOf(graph: Graph, assertion: string): Promise<readonly Room[]> {
  const about = { as: assertion, query: { $top: 100 }, each: room, within };
  const all = await graph.askAll({ call: 'GET /places/microsoft.graph.room', ...about });
  return all.filter(({ address }) => address !== '');
}
