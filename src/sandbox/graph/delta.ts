/** Changes of users since last time. Tokens live seven days by the domain's clock; older and unknown ones mean: start anew. */
import { z } from 'zod';
import { badRequest, GraphError, ok } from './answers.ts';
import type { Entity } from './odata.ts';
import { project, queryText, readToken, selectedOf, writeToken } from './odata.ts';
import { userShape } from './shapes.ts';
import type { DirectoryChange } from './state.ts';
import { userEntity } from './users.ts';
import type { GraphCall, GraphWorld, Handlers } from './world.ts';

const pageSize = 200;
const lifetime = 7 * 86_400_000;

const round = z.object({
  epoch: z.string(),
  /** Null in a first round, which walks through everybody. */
  since: z.number().nullable(),
  until: z.number(),
  offset: z.number(),
  selected: z.array(z.string()).readonly().nullable(),
});
type Round = Readonly<z.infer<typeof round>>;
const token = round.extend({ at: z.iso.datetime() });

export const deltaHandlers: Handlers = {
  'GET /users/delta': (call) => {
    const { world } = call;
    const now = roundOf(call);
    const { ids, isLast } = pageOf(world, now);
    const value = ids.flatMap((id) => itemFor(world, id, now) ?? []);
    return ok({
      '@odata.context': `${world.linkBase}/$metadata#users${now.selected ? `(${now.selected.join(',')})` : ''}`,
      ...(isLast ? deltaLink(world, now) : nextLink(world, now)),
      value,
    });
  },
};

function roundOf({ world, request }: GraphCall): Round {
  const { query } = request;
  const refused = ['$top', '$expand', '$orderby', '$search', '$count'].find((name) => query.has(name));
  if (refused) throw badRequest(`The query parameter '${refused}' is not supported.`, 'Request_UnsupportedQuery');
  const until = world.store.state.changes.length;
  const delta = query.get('$deltatoken');
  if (delta === 'latest') return { ...firstRound({ world, request }), since: until };
  if (delta !== null) return { ...tokenFor(world, delta), until, offset: 0 };
  const skip = query.get('$skiptoken');
  if (skip !== null) return tokenFor(world, skip);
  return firstRound({ world, request });
}

function firstRound({ world, request }: Pick<GraphCall, 'world' | 'request'>): Round {
  const { epoch, changes } = world.store.state;
  return { epoch, since: null, until: changes.length, offset: 0, selected: selectedOf(request.query, userShape) };
}

function tokenFor(world: GraphWorld, text: string): Round {
  const content = token.safeParse(readToken(text)).data;
  const { epoch, changes } = world.store.state;
  if (content?.epoch !== epoch || content.until > changes.length) {
    throw gone(world, 'SyncStateNotFound', 'The sync state generation is not found.');
  }
  if (world.now().getTime() - Date.parse(content.at) > lifetime) {
    throw gone(world, 'resyncRequired', 'Resync required. The token has expired: start a full synchronization.');
  }
  return content;
}

function gone(world: GraphWorld, code: string, message: string): GraphError {
  return new GraphError(410, code, message, { location: `${world.linkBase}/users/delta` });
}

/** A first round goes in an order that stays, whoever comes or goes between two pages. */
function pageOf(world: GraphWorld, stand: Round): { ids: readonly string[]; isLast: boolean } {
  const { offset, since } = stand;
  const [from, to] = [offset, offset + pageSize];
  if (since !== null) {
    const changed = changedSince(world, stand);
    return { ids: changed.slice(from, to), isLast: to >= changed.length };
  }
  const { people } = world.organisation;
  const { added } = world.store.state;
  const later = added.slice(Math.max(0, from - people.length), Math.max(0, to - people.length));
  const ids = [...people.slice(from, to), ...later].map(({ id }) => id);
  return { ids, isLast: to >= people.length + added.length };
}

function changedSince({ store }: GraphWorld, stand: Round): string[] {
  const changes = store.state.changes.slice(stand.since ?? 0, stand.until).filter((change) => isTracked(change, stand));
  return [...new Set(changes.map(({ personId }) => personId))];
}

function isTracked({ kind, fields }: DirectoryChange, { selected }: Round): boolean {
  return kind !== 'changed' || selected === null || fields.some((name) => selected.includes(name));
}

function itemFor(world: GraphWorld, id: string, stand: Round): Entity | null {
  const person = world.directory.find(id);
  if (!person) return stand.since === null ? null : { id, '@removed': { reason: 'changed' } };
  const entity = project(userEntity(person), userShape, stand.selected);
  // What was never set is left out; what was set and is empty now comes as null.
  const set =
    stand.since === null ? Object.entries(entity).filter(([, value]) => value !== null) : Object.entries(entity);
  return { ...Object.fromEntries(set), ...managerDelta(world, id, stand) };
}

function managerDelta(world: GraphWorld, id: string, stand: Round): Entity {
  if (!stand.selected?.includes('manager')) return {};
  const managerId = world.directory.find(id)?.managerId ?? null;
  const changes = stand.since === null ? [] : world.store.state.changes.slice(stand.since, stand.until);
  const former = changes.flatMap((change) =>
    change.personId === id && change.formerManagerId ? change.formerManagerId : [],
  );
  const type = '#microsoft.graph.user';
  const links = [
    ...[...new Set(former)]
      .filter((formerId) => formerId !== managerId)
      .map((formerId) => ({ '@odata.type': type, id: formerId, '@removed': { reason: 'deleted' } })),
    ...(managerId === null ? [] : [{ '@odata.type': type, id: managerId }]),
  ];
  return links.length === 0 ? {} : { 'manager@delta': links };
}

function deltaLink(world: GraphWorld, { epoch, until, selected }: Round): Entity {
  const text = writeToken({ epoch, since: until, until, offset: 0, selected, at: world.now().toISOString() });
  return {
    '@odata.deltaLink': `${world.linkBase}/users/delta?${queryText(new URLSearchParams({ $deltatoken: text }))}`,
  };
}

function nextLink(world: GraphWorld, stand: Round): Entity {
  const text = writeToken({ ...stand, offset: stand.offset + pageSize, at: world.now().toISOString() });
  return {
    '@odata.nextLink': `${world.linkBase}/users/delta?${queryText(new URLSearchParams({ $skiptoken: text }))}`,
  };
}
