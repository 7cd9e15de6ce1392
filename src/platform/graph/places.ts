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
}

const room = z
  .object({
    displayName: z.string(),
    emailAddress: z.string().nullish(),
    capacity: z.number().nullish(),
    building: z.string().nullish(),
    address: z.object({ city: z.string().nullish() }).nullish(),
  })
  .transform((one): Room => ({
    ...{ address: one.emailAddress ?? '', name: one.displayName, seats: one.capacity ?? undefined },
    places: [one.building, one.address?.city].filter((place) => typeof place === 'string'),
  }));

/** Somebody waits for the page. */
const within = 4_000;

export async function roomsOf(graph: Graph, assertion: string): Promise<readonly Room[]> {
  const about = { as: assertion, query: { $top: 100 }, each: room, within };
  const all = await graph.askAll({ call: 'GET /places/microsoft.graph.room', ...about });
  return all.filter(({ address }) => address !== '');
}
