/** From a request to its endpoint: who calls, what they may, whom the path names. Every request is noted with its permission. */
import type { SandboxPerson } from '../organisation/model.ts';
import type { GraphAnswer, GraphRequest } from './answers.ts';
import { pause } from '../../platform/clock.ts';
import { badRequest, errorBody, GraphError, notFound } from './answers.ts';
import { appRoleHandlers } from './app-roles.ts';
import { calendarDeltaHandlers } from './calendar-delta.ts';
import { deltaHandlers } from './delta.ts';
import { eventAnswerHandlers } from './event-answers.ts';
import { eventHandlers } from './events.ts';
import { groupHandlers } from './groups.ts';
import { settingsHandlers } from './mailbox-settings.ts';
import { mailHandlers } from './mail.ts';
import { meetingTimeHandlers } from './meeting-times.ts';
import type { Endpoint, GraphCaller } from './permissions.ts';
import { endpoints, permissionsFor } from './permissions.ts';
import { photoHandlers } from './photos.ts';
import { placeHandlers } from './places.ts';
import { scheduleHandlers } from './schedule.ts';
import { subscriptionHandlers } from './subscriptions.ts';
import { installationOf, teamworkHandlers } from './teamwork.ts';
import { userHandlers } from './users.ts';
import type { GraphWorld, Handlers } from './world.ts';

export interface LoggedRequest {
  readonly method: string;
  /** Such as `/users/{user}/manager`; the path itself where there is no such endpoint. */
  readonly template: string;
  readonly kind: GraphCaller['kind'] | 'none';
  /** The least permission that does; empty where none was needed or found. */
  readonly permission: string;
  readonly status: number;
}

export const handlers: Handlers = {
  ...userHandlers,
  ...deltaHandlers,
  ...groupHandlers,
  ...appRoleHandlers,
  ...photoHandlers,
  ...settingsHandlers,
  ...scheduleHandlers,
  ...meetingTimeHandlers,
  ...eventHandlers,
  ...eventAnswerHandlers,
  ...calendarDeltaHandlers,
  ...subscriptionHandlers,
  ...mailHandlers,
  ...placeHandlers,
  ...teamworkHandlers,
};

interface Match {
  readonly endpoint: Endpoint;
  readonly params: Readonly<Record<string, string>>;
}

const routes = endpoints.map((endpoint) => ({ endpoint, parts: endpoint.template.split('/').slice(1) }));

export interface Router {
  answer(request: GraphRequest): Promise<GraphAnswer>;
  readonly log: LoggedRequest[];
}

export function createRouter(world: GraphWorld): Router {
  const log: LoggedRequest[] = [];

  async function answer(request: GraphRequest): Promise<GraphAnswer> {
    const match = matchOf(request);
    const noted = notedOf(request, match);
    try {
      const given = await respond(world, request, match);
      log.push({ ...noted, status: given.status });
      return given;
    } catch (error) {
      const known = error instanceof GraphError ? error : new GraphError(500, 'InternalServerError', String(error));
      log.push({ ...noted, status: known.status });
      const requestId = world.store.newId('request');
      return { status: known.status, headers: known.headers, body: errorBody(known, requestId, world.now()) };
    }
  }

  return { answer, log };
}

function matchOf({ method, path }: GraphRequest): Match | null {
  const segments = path
    .replace(/\/(?:microsoft\.graph\.)?delta(?:\(\))?$/u, '/delta')
    .split('/')
    .slice(1)
    .map((segment) => decodeURIComponent(segment));
  for (const { endpoint, parts } of routes) {
    if (endpoint.method !== method || parts.length !== segments.length) continue;
    const pairs = parts.map((part, index) => [part, segments[index] ?? ''] as const);
    if (!pairs.every(([part, segment]) => isName(part) || part.toLowerCase() === segment.toLowerCase())) continue;
    const params: Record<string, string> = {};
    for (const [part, segment] of pairs) if (isName(part)) params[part.slice(1, -1)] = segment;
    return { endpoint, params };
  }
  return null;
}

function isName(part: string): boolean {
  return part.startsWith('{');
}

function notedOf(request: GraphRequest, match: Match | null): Omit<LoggedRequest, 'status'> {
  const kind = request.caller?.kind ?? 'none';
  const needed = match && kind !== 'none' ? permissionsFor(match.endpoint, kind, selectedIn(request)) : null;
  const permission = (kind === 'app' ? match?.endpoint.consentOfInstallation : undefined) ?? needed?.[0] ?? '';
  return { method: request.method, template: match?.endpoint.template ?? request.path, kind, permission };
}

function selectedIn({ query }: GraphRequest): string[] | null {
  const names = `${query.get('$select') ?? ''},${query.get('$expand')?.replace(/\(.*$/u, '') ?? ''}`;
  const found = names.split(',').filter((name) => name !== '');
  return found.length === 0 ? null : found;
}

async function respond(world: GraphWorld, request: GraphRequest, match: Match | null): Promise<GraphAnswer> {
  const { caller } = request;
  if (!caller) {
    const message = 'Access token validation failure or access token is empty.';
    throw new GraphError(401, 'InvalidAuthenticationToken', message, { 'www-authenticate': 'Bearer' });
  }
  if (!match) throw unknownPath(request);
  const { endpoint, params } = match;
  const isMe = endpoint.template.startsWith('/me');
  if (isMe && caller.kind === 'app') throw badRequest('/me request is only valid with delegated authentication flow.');
  const named = isMe ? caller.personId : params['user'];
  const user = named === undefined ? null : (world.directory.find(named) ?? null);
  admit(world, request, { endpoint, caller, user });
  if (named !== undefined && !user) throw missing(endpoint, named);
  const handler = handlers[`${endpoint.method} ${endpoint.template.replace(/^\/me/u, '/users/{user}')}`];
  if (!handler) throw new GraphError(501, 'NotImplemented', 'This operation target is not yet supported.');
  const asked = (): ReturnType<typeof handler> => handler({ world, request, caller, params, user });
  return user && endpoint.service === 'mailbox' ? inMailbox(world, user.id, asked) : asked();
}

/** So long a mailbox takes at least, so that requests that come together are there together. */
const mailboxMs = 3;

async function inMailbox<A>({ limits }: GraphWorld, personId: string, ask: () => A | Promise<A>): Promise<A> {
  const leave = limits.enter(personId);
  try {
    await pause(mailboxMs);
    return await ask();
  } finally {
    leave();
  }
}

function unknownPath({ method, path }: GraphRequest): GraphError {
  const exists = routes.some(({ parts }) => parts.length === path.split('/').length - 1 && sameStart(parts, path));
  if (exists)
    return new GraphError(
      405,
      'Request_BadRequest',
      `Specified HTTP method is not allowed for the request target: ${method}.`,
    );
  const segment = path.split('/').findLast((part) => part !== '') ?? '';
  return badRequest(`Resource not found for the segment '${decodeURIComponent(segment)}'.`);
}

function sameStart(parts: readonly string[], path: string): boolean {
  const segments = path.split('/').slice(1);
  return parts.every((part, index) => isName(part) || part.toLowerCase() === segments[index]?.toLowerCase());
}

interface Admission {
  readonly endpoint: Endpoint;
  readonly caller: GraphCaller;
  readonly user: SandboxPerson | null;
}

function admit(world: GraphWorld, request: GraphRequest, { endpoint, caller, user }: Admission): void {
  const wanted = permissionsFor(endpoint, caller.kind, selectedIn(request));
  const isInstalled = user ? installationOf(world, user.id) !== undefined : true;
  const consented = caller.kind === 'app' && endpoint.consentOfInstallation !== undefined && isInstalled;
  const holds = (name: string): boolean =>
    caller.permissions.includes(name) && !(caller.kind === 'app' && world.withdrawn.has(name));
  if (!consented && !wanted?.some(holds)) throw denied(endpoint, caller, wanted);
  // With a person's own rights the mailbox and the Teams of another person stay closed.
  const isOther = caller.kind === 'delegated' && user !== null && user.id !== caller.personId;
  if (isOther && endpoint.service !== 'directory') throw denied(endpoint, caller, wanted);
}

function denied({ service }: Endpoint, { permissions }: GraphCaller, wanted: readonly string[] | null): GraphError {
  if (service === 'mailbox')
    return new GraphError(403, 'ErrorAccessDenied', 'Access is denied. Check credentials and try again.');
  if (service === 'directory')
    return new GraphError(403, 'Authorization_RequestDenied', 'Insufficient privileges to complete the operation.');
  const message = `Missing role permissions on the request. API requires one of '${(wanted ?? []).join(', ')}'. Roles on the request '${permissions.join(', ')}'.`;
  return new GraphError(403, 'Forbidden', message);
}

function missing({ service }: Endpoint, named: string): GraphError {
  return service === 'mailbox'
    ? new GraphError(404, 'ErrorInvalidUser', `The requested user '${named}' is invalid.`)
    : notFound(named);
}
