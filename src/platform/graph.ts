/** Microsoft Graph: one way to ask it, with the app's rights or a person's, and a log of what was asked. */
import { AuthenticationHandler, Client, ResponseType } from '@microsoft/microsoft-graph-client';
import { z } from 'zod';
import type { Clock } from './clock.ts';
import type { Entra } from './entra.ts';
import { Failure } from './errors.ts';
import { createCallLog, permissionFor, type GraphCall, type PermissionUsed } from './graph/permissions.ts';
import { failureOf, GraphProblem, problemOf } from './graph/problems.ts';
import { OutboundLink, retryWithin } from './graph/transport.ts';
import { graphOrigin, type Outbound } from './outbound.ts';

export interface GraphAsk<T> {
  readonly call: GraphCall;
  /** What stands in the path's braces, in their order. */
  readonly ids?: readonly string[];
  readonly query?: Readonly<Record<string, string | number>>;
  /** A next or delta link of this call, in place of `ids` and `query`; it must lead to Graph. */
  readonly link?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  /** The tab token of the person whose rights are used; without it the app's own. */
  readonly as?: string;
  readonly gives: z.ZodType<T>;
  /** Milliseconds for the request with all its tries, where somebody waits who should not wait long. */
  readonly within?: number;
}

export interface Graph {
  /** Throws a Failure; `graphProblemIn` tells what Graph said. An answer without content is undefined for `gives`. */
  ask<T>(ask: GraphAsk<T>): Promise<T>;
  /** All pages of a collection, one after the other. */
  askAll<T>(ask: Omit<GraphAsk<T>, 'gives'> & { readonly each: z.ZodType<T> }): Promise<readonly T[]>;
  bytes(ask: Omit<GraphAsk<unknown>, 'gives'>): Promise<{ readonly bytes: Uint8Array; readonly type: string }>;
  /** Up to 20 GETs in one request; in the order of `ids`, with a GraphProblem in the place of what failed. */
  batch<T>(call: GraphCall, ids: readonly string[], gives: z.ZodType<T>): Promise<readonly (T | GraphProblem)[]>;
  permissionsUsed(): readonly PermissionUsed[];
}

export interface GraphDeps {
  readonly outbound: Outbound;
  readonly entra: Entra;
  readonly clock: Clock;
  /** The configured address of Graph, where links may lead besides graph.microsoft.com. */
  readonly graphUrl?: string;
  /** Hears of each kind of call once. */
  readonly firstUse?: (used: PermissionUsed) => void;
}

export function createGraph(deps: GraphDeps): Graph {
  const calls = createCallLog(deps.firstUse);

  async function send(one: Omit<GraphAsk<unknown>, 'gives'>): Promise<Response> {
    const rights = one.as === undefined ? 'app' : 'delegated';
    const scope = permissionFor(one.call, rights);
    const path = one.link === undefined ? pathOf(one) : ownLink(deps, one.call, one.link);
    const token = await (one.as === undefined ? deps.entra.graphAppToken() : deps.entra.graphTokenFor(one.as, [scope]));
    calls.note(one.call, rights);
    const request = clientWith(deps, token, one.within)
      .api(path)
      .headers({ ...one.headers })
      .responseType(ResponseType.RAW);
    const sent = sendBy(request, methodOf(one.call), one.body);
    const answer = await sent.catch((cause: unknown) => {
      throw new Failure('unavailable', 'graph-down', { cause });
    });
    if (answer.ok) return answer;
    throw failureOf(problemOf(answer.status, await jsonOf(answer), answer.headers.get('retry-after')));
  }

  async function ask<T>(one: GraphAsk<T>): Promise<T> {
    const answer = await send(one);
    return understood(one.gives, await jsonOf(answer), one.call);
  }

  return {
    ask,
    async askAll({ each, ...one }) {
      const page = z.object({ value: z.array(each), '@odata.nextLink': z.string().optional() });
      const found: z.infer<typeof each>[] = [];
      let next: string | undefined;
      do {
        const got = await ask({ ...one, ...(next === undefined ? {} : { link: next }), gives: page });
        found.push(...got.value);
        next = got['@odata.nextLink'];
      } while (next !== undefined);
      return found;
    },
    async bytes(one) {
      const answer = await send(one);
      const type = answer.headers.get('content-type') ?? 'application/octet-stream';
      return { bytes: new Uint8Array(await answer.arrayBuffer()), type };
    },
    async batch(call, ids, gives) {
      const requests = ids.map((id, at) => ({ id: String(at), method: 'GET', url: pathOf({ call, ids: [id] }) }));
      const got = await ask({ call: 'POST /$batch', body: { requests }, gives: batchAnswer });
      const answers = new Map(got.responses.map((one) => [one.id, one]));
      return requests.map(({ id }) => {
        calls.note(call, 'app');
        const one = answers.get(id);
        if (one?.status !== 200) return problemOf(one?.status ?? 0, one?.body, one?.headers?.['Retry-After']);
        return understood(gives, one.body, call);
      });
    },
    permissionsUsed: () => calls.used(),
  };
}

const batchAnswer = z.object({
  responses: z.array(
    z.object({
      id: z.string(),
      status: z.number(),
      headers: z.record(z.string(), z.string()).optional(),
      body: z.unknown(),
    }),
  ),
});

function clientWith({ outbound, clock }: GraphDeps, token: string, within?: number): Client {
  const started = clock.machine();
  const middleware = [
    new AuthenticationHandler({ getAccessToken: () => Promise.resolve(token) }),
    retryWithin(clock, started, within),
    new OutboundLink(outbound, clock, started, within),
  ];
  return Client.initWithMiddleware({ middleware, baseUrl: `${graphOrigin}/`, defaultVersion: 'v1.0' });
}

type Request = ReturnType<Client['api']>;

async function sendBy(request: Request, method: string, body: unknown): Promise<Response> {
  const content = body === undefined ? undefined : JSON.stringify(body);
  const send = {
    GET: () => request.get(),
    PATCH: () => request.patch(content),
    POST: () => request.post(content),
    DELETE: () => request.delete(),
  };
  const answer: unknown = await send[method as keyof typeof send]();
  if (answer instanceof Response) return answer;
  throw new TypeError('the Graph client gave no response');
}

function methodOf(call: GraphCall): string {
  return call.slice(0, call.indexOf(' '));
}

/** The path with every id and value encoded, so that nothing in them can become another path or parameter. */
function pathOf({ call, ids = [], query = {} }: Pick<GraphAsk<unknown>, 'call' | 'ids' | 'query'>): string {
  let used = 0;
  const path = call.slice(call.indexOf(' ') + 1).replace(/\{\w+\}/g, () => encodeURIComponent(ids[used++] ?? ''));
  const pairs = Object.entries(query).map(([key, value]) => `${key}=${encodeURIComponent(value)}`);
  return pairs.length === 0 ? path : `${path}?${pairs.join('&')}`;
}

/** A link that was stored or sent may have been changed: it is followed only to Graph, and only to the same call. */
function ownLink({ graphUrl }: GraphDeps, call: GraphCall, link: string): string {
  const url = new URL(URL.canParse(link) ? link : 'https://not-an-address.invalid');
  const own = [graphOrigin, graphUrl && new URL(graphUrl).origin].includes(url.origin);
  const path = call.slice(call.indexOf(' ') + 1).replace(/\{\w+\}/g, '[^/]+');
  const at = new RegExp(`^/v1\\.0${path.replaceAll('$', '\\$')}(\\(\\))?$`);
  if (!own || !at.test(url.pathname)) throw new Failure('unavailable', 'host-not-allowed');
  return graphOrigin + url.pathname + url.search;
}

async function jsonOf(answer: Response): Promise<unknown> {
  const text = await answer.text();
  if (text === '') return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}

/** Whatever is not what Graph documents is an outage: a proxy's page, half an answer. */
function understood<T>(gives: z.ZodType<T>, body: unknown, call: GraphCall): T {
  const read = gives.safeParse(body);
  if (read.success) return read.data;
  const cause = new GraphProblem(200, 'unexpected-answer', `${call}: ${z.prettifyError(read.error)}`);
  throw new Failure('unavailable', 'graph-down', { cause });
}
