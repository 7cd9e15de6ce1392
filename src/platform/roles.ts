/**
 * Which app roles people have now, whatever a token still says: a token keeps a role for up to an hour after it was taken away.
 * Nothing is kept: whoever asks gets a reading that began after they asked. In one process one reading runs at a time, and all
 * who ask meanwhile share the next.
 */
import { z } from 'zod';
import type { Config } from '../config.ts';
import { minute, type Clock } from './clock.ts';
import { appRoles, type AppRole } from './doors.ts';
import { Failure, isFailure } from './errors.ts';
import type { Graph } from './graph.ts';
import type { Log } from './log.ts';

export interface Roles {
  /**
   * What is assigned to this person now, by name or through a group. `unknown` where the organisation has not granted the right to
   * read it: then a role ends with its token. Failure `unavailable` when Graph does not answer.
   */
  of(this: void, personId: string): Promise<readonly AppRole[] | 'unknown'>;
  /** To how many people and groups each role is assigned. `unknown` as above. */
  assigned(this: void): Promise<Readonly<Record<AppRole, number>> | 'unknown'>;
}

export interface RolesParts {
  readonly graph: Graph;
  readonly config: Pick<Config, 'tabClientId'>;
  readonly clock: Clock;
  readonly log: Log;
}

/** Milliseconds for one reading: somebody waits for it. */
const within = 5_000;
/** The app's own list of roles hardly ever changes; who has them is never kept. */
const listKeptFor = 10 * minute;

const id = z.string().transform((text) => text.toLowerCase());
const principal = z.object({ id: z.string(), appRoles: z.array(z.object({ id, value: z.string().nullish() })) });
const assignment = z.object({ appRoleId: id, principalId: id, principalType: z.string() });
const groupIds = z.object({ value: z.array(id) });

interface App {
  readonly id: string;
  readonly roles: ReadonlyMap<string, AppRole>;
  readonly until: number;
}

interface Assigned {
  readonly role: AppRole;
  readonly to: string;
  readonly isGroup: boolean;
}

export function createRoles({ graph, config, clock, log }: RolesParts): Roles {
  let known: App | undefined;
  let isTold = false;

  async function app(): Promise<App> {
    if (known && known.until > clock.machine()) return known;
    const query = { $filter: `appId eq '${config.tabClientId}'`, $select: 'id,appRoles' };
    const [found] = await graph.askAll({ call: 'GET /servicePrincipals', query, each: principal, within });
    if (!found) throw new Failure('unavailable', 'graph-refused');
    const roles = found.appRoles.flatMap((one) =>
      appRoles.flatMap((role) => (role === one.value ? [[one.id, role] as const] : [])),
    );
    known = { id: found.id, roles: new Map(roles), until: clock.machine() + listKeptFor };
    return known;
  }

  const assigned = shared(async (): Promise<readonly Assigned[]> => {
    const { id: appId, roles } = await app();
    const call = 'GET /servicePrincipals/{id}/appRoleAssignedTo';
    const all = await graph.askAll({ call, ids: [appId], query: { $top: 999 }, each: assignment, within });
    return all.flatMap(({ appRoleId, principalId: to, principalType }) => {
      const role = roles.get(appRoleId);
      return role ? [{ role, to, isGroup: principalType === 'Group' }] : [];
    });
  });

  async function read(personId: string): Promise<AppRole[]> {
    const all = await assigned();
    const throughGroups = all.filter(({ isGroup }) => isGroup);
    const mine = await groupsAmong(graph, personId, [...new Set(throughGroups.map(({ to }) => to))]);
    return appRoles.filter((role) =>
      all.some((one) => one.role === role && (one.isGroup ? mine.has(one.to) : one.to === personId)),
    );
  }

  const unlessRefused = <T>(reading: Promise<T>): Promise<T | 'unknown'> =>
    reading.catch((error: unknown) => {
      if (!isFailure(error) || error.reason !== 'graph-not-permitted') throw error;
      if (!isTold) log.warn({}, 'app roles cannot be read: a role that is taken away ends with its token');
      isTold = true;
      return 'unknown';
    });

  async function count(): Promise<Record<AppRole, number>> {
    const all = await assigned();
    const of = (role: AppRole): number => all.filter((one) => one.role === role).length;
    return { Coordinator: of('Coordinator'), Adviser: of('Adviser'), Administrator: of('Administrator') };
  }

  return { of: (personId) => unlessRefused(read(personId)), assigned: () => unlessRefused(count()) };
}

/** Graph takes twenty at once. Whoever is not there any more is in none. */
async function groupsAmong(graph: Graph, personId: string, groups: readonly string[]): Promise<ReadonlySet<string>> {
  const chunks = Array.from({ length: Math.ceil(groups.length / 20) }, (_, at) => groups.slice(at * 20, at * 20 + 20));
  const call = 'POST /users/{id}/checkMemberGroups';
  const found = chunks.map((chunk) =>
    graph.ask({ call, ids: [personId], body: { groupIds: chunk }, gives: groupIds, within }).catch((error: unknown) => {
      if (isFailure(error, 'not-found')) return { value: [] };
      throw error;
    }),
  );
  return new Set((await Promise.all(found)).flatMap(({ value }) => value));
}

/** One at a time; whoever asks while one runs gets the next, which has not looked at anything yet. */
export function shared<T>(read: () => Promise<T>): () => Promise<T> {
  let running: Promise<unknown> = Promise.resolve();
  let next: Promise<T> | undefined;
  return () => {
    next ??= running.then(() => {
      next = undefined;
      const begun = read();
      running = begun.catch(() => undefined);
      return begun;
    });
    return next;
  };
}
