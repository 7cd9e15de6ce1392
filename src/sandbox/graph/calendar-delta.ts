/** Changes of a mailbox's calendar view since last time. A token holds one period of one mailbox; old and foreign ones mean: start anew. */
import { z } from 'zod';
import { badRequest, GraphError, ok } from './answers.ts';
import { entriesOf } from './entries.ts';
import { backgroundEvent, eventEntity } from './event-entity.ts';
import { mailboxOf } from './mailbox-settings.ts';
import { eventIn } from './mailboxes.ts';
import type { Entity } from './odata.ts';
import { project, queryText, readToken, writeToken } from './odata.ts';
import { eventShape } from './shapes.ts';
import type { StoredEvent } from './state.ts';
import type { GraphCall, GraphWorld, Handlers } from './world.ts';
import { userOf } from './world.ts';
import { preferredZone } from './zones.ts';

const lifetime = 30 * 86_400_000;
const usualSize = 10;
const mostOnAPage = 200;

const round = z.object({
  epoch: z.string(),
  personId: z.string(),
  from: z.number(),
  to: z.number(),
  /** Null in a first round, which walks through the whole period. */
  since: z.number().nullable(),
  until: z.number(),
  offset: z.number(),
});
type Round = Readonly<z.infer<typeof round>>;
const token = round.extend({ at: z.iso.datetime() });

export const calendarDeltaHandlers: Handlers = {
  'GET /users/{user}/calendarView/delta': (call) => {
    const { world, request } = call;
    mailboxOf(userOf(call));
    const now = roundOf(call);
    const items = itemsOf(call, now);
    const size = pageSize(request.header('prefer'));
    const isLast = now.offset + size >= items.length;
    return ok({
      '@odata.context': `${world.linkBase}/$metadata#Collection(event)`,
      ...(isLast ? link(call, { ...now, since: now.until, offset: 0 }, true) : link(call, after(now, size), false)),
      value: items.slice(now.offset, now.offset + size),
    });
  },
};

const after = (stand: Round, size: number): Round => ({ ...stand, offset: stand.offset + size });

function pageSize(prefer: string | undefined): number {
  const wanted = Number(/odata\.maxpagesize\s*=\s*(\d+)/iu.exec(prefer ?? '')?.[1] ?? usualSize);
  return Math.min(mostOnAPage, Math.max(1, wanted));
}

function roundOf(call: GraphCall): Round {
  const { world, request } = call;
  const { query } = request;
  const refused = ['$filter', '$expand', '$orderby', '$search', '$top'].find((name) => query.has(name));
  if (refused)
    throw badRequest(`The query parameter '${refused}' is not supported with change tracking.`, 'ErrorInvalidUrlQuery');
  const until = world.store.state.calendarChanges.length;
  const delta = query.get('$deltatoken');
  if (delta !== null) return { ...known(call, delta), until, offset: 0 };
  const skip = query.get('$skiptoken');
  if (skip !== null) return known(call, skip);
  const from = Date.parse(query.get('startDateTime') ?? '');
  const to = Date.parse(query.get('endDateTime') ?? '');
  if (Number.isNaN(from) || Number.isNaN(to))
    throw badRequest(
      'This request requires a time window specified by the query string parameters StartDateTime and EndDateTime.',
      'ErrorInvalidParameter',
    );
  const { epoch } = world.store.state;
  return { epoch, personId: userOf(call).id, from, to, since: null, until, offset: 0 };
}

function known(call: GraphCall, text: string): Round {
  const content = token.safeParse(readToken(text)).data;
  const { epoch, calendarChanges } = call.world.store.state;
  const isOurs = content?.epoch === epoch && content.personId === userOf(call).id;
  if (!isOurs || content.until > calendarChanges.length)
    throw new GraphError(410, 'SyncStateNotFound', 'The sync state generation is not found; reset the sync state.');
  if (call.world.now().getTime() - Date.parse(content.at) > lifetime)
    throw new GraphError(410, 'ErrorInvalidSyncStateData', 'The sync state data is too old; start a new round.');
  return content;
}

function itemsOf(call: GraphCall, stand: Round): Entity[] {
  const { world } = call;
  const person = userOf(call);
  if (stand.since === null) {
    const entries = entriesOf(world, person, stand.from, stand.to);
    const events = entries.map((entry) => entry.event ?? backgroundEvent(person, entry));
    const masters = new Set(events.flatMap(({ occurrence }) => occurrence?.masterId ?? []));
    const whole = [...masters].flatMap((id) => eventIn(world, person.id, id) ?? []);
    return [...whole, ...events].map((event) => shown(call, event));
  }
  const changes = world.store.state.calendarChanges.slice(stand.since, stand.until);
  const ids = new Set(changes.filter(({ personId }) => personId === person.id).map(({ eventId }) => eventId));
  return [...ids].map((id) => {
    const event = eventIn(world, person.id, id);
    return event && isWithin(event, stand) ? shown(call, event) : { id, '@removed': { reason: 'deleted' } };
  });
}

/** A series is shown when it has begun before the period is over. */
function isWithin({ start, end, recurrence }: StoredEvent, { from, to }: Round): boolean {
  return Date.parse(start) < to && (recurrence !== undefined || Date.parse(end) > from);
}

/** Occurrences that are as the series has them say little more than when; the rest stands with the series. */
function shown({ world, request }: GraphCall, event: StoredEvent): Entity {
  const entity = eventEntity(world, event, preferredZone(request));
  const names = ['id', 'type', 'seriesMasterId', 'start', 'end'];
  const isPlain = event.occurrence && !event.occurrence.isException;
  return {
    '@odata.etag': entity['@odata.etag'],
    ...project(entity, eventShape, isPlain ? names : null),
    ...(isPlain ? { '@odata.type': '#microsoft.graph.event' } : {}),
  };
}

function link({ world }: GraphCall, stand: Round, isDelta: boolean): Entity {
  const text = writeToken({ ...stand, at: at(world) });
  const query = queryText(new URLSearchParams({ [isDelta ? '$deltatoken' : '$skiptoken']: text }));
  const name = isDelta ? '@odata.deltaLink' : '@odata.nextLink';
  return { [name]: `${world.linkBase}/users/${stand.personId}/calendarView/delta?${query}` };
}

const at = (world: GraphWorld): string => world.now().toISOString();
