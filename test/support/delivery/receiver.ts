/**
 * The receiving end of these trials: it takes messages as the Teams connector does, with all its limits, spoils answers by
 * chance, and writes a journal of its own of everything that it took. It is Graph too, for the chat that has to be made anew.
 * It shares nothing with the product and its store.
 */
import { appendFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { listen } from '../../../src/sandbox/loopback.ts';
import { answerFault, isLate, sendTruncated, type FaultKind } from '../../../src/sandbox/faults.ts';
import { instanceDiscovery, openIdConfiguration } from '../../../src/sandbox/entra/discovery.ts';
import { newLimits, type Limits } from '../../../src/sandbox/connector/limits.ts';
import { readMarker, type Marker } from './marker.ts';

/** A message that was taken; `spoiled` when the sender did not get a whole answer. */
export interface Taken extends Marker {
  readonly at: number;
  readonly conversationPerson: string;
  readonly spoiled: boolean;
}

/** Beside the faults of the sandbox: what the documentation names and the sandbox's servers do not say by themselves. */
export type ReceiverFault = FaultKind | keyof typeof refusals;

export interface Receiver {
  readonly url: string;
  readonly taken: readonly Taken[];
  statistics: Limits['statistics'];
  close(): Promise<void>;
}

export interface ReceiverParts {
  /** Every message that is taken becomes a line of this file before it is answered. */
  readonly journal: string;
  readonly blocked: ReadonlySet<string>;
  fault(): ReceiverFault | undefined;
  graphFault(): FaultKind | undefined;
}

export const tenantId = '00000000-0000-4000-8000-000000000000';

export const conversationOf = (personId: string): string => `a:1-${personId}`;

const refusals = {
  ...{ '401': 'Unauthorized', '404': 'ConversationNotFound', '412': 'PreconditionFailed' },
  ...{ '500': 'ServiceError', '502': 'ServiceError' },
} as const;
const isRefusal = (kind: ReceiverFault): kind is keyof typeof refusals => kind in refusals;

export async function startReceiver({ journal, blocked, fault, graphFault }: ReceiverParts): Promise<Receiver> {
  const limits = newLimits();
  const taken: Taken[] = [];
  let ids = 0;

  async function receive(req: IncomingMessage, res: ServerResponse): Promise<void> {
    const path = decodeURIComponent((req.url ?? '').split('?')[0] ?? '');
    if (path.startsWith('/msi/') || path.endsWith('/oauth2/v2.0/token')) return token(res);
    if (path.includes('/discovery/instance')) return say(res, instanceDiscovery(tenantId));
    if (path.endsWith('/.well-known/openid-configuration')) return say(res, openIdConfiguration(tenantId));
    if (path.startsWith('/v1.0/')) return graph(path, req.method ?? '', res, graphFault());
    const body = await bodyOf(req);
    const conversation = /^\/teams\/v3\/conversations\/([^/]+)\/activities/.exec(path)?.[1];
    if (conversation === undefined || req.method !== 'POST') return refuse(res, 404, 'NotFound');
    const kind = fault();
    if (kind !== undefined && isRefusal(kind)) return refuse(res, Number(kind), refusals[kind]);
    if (kind !== undefined && !isLate(kind)) return answerFault(kind, res);
    const wait = limits.secondsToWait(conversation);
    if (wait > 0) return refuse(res, 429, 'Throttled', { 'retry-after': String(wait) });
    const conversationPerson = conversation.replace(/^a:1-/, '');
    if (blocked.has(conversationPerson)) return refuse(res, 403, 'ConversationBlockedByUser');
    const marker = readMarker(body);
    if (!marker) return refuse(res, 400, 'BadArgument');
    const one: Taken = { ...marker, at: Date.now(), conversationPerson, spoiled: kind !== undefined };
    appendFileSync(journal, `${JSON.stringify(one)}\n`);
    taken.push(one);
    const answer = Buffer.from(JSON.stringify({ id: String(++ids) }));
    if (kind === 'truncated') return sendTruncated(res, answer);
    if (kind === 'reset-after-commit') return void res.socket?.resetAndDestroy();
    res.writeHead(201, { 'content-type': 'application/json' }).end(answer);
  }

  const server = await listen((req, res) => void receive(req, res).catch(() => res.destroy()), 0);
  return { url: server.url, taken, statistics: () => limits.statistics(), close: () => server.close() };
}

function refuse(res: ServerResponse, status: number, code: string, headers: Record<string, string> = {}): void {
  res.writeHead(status, { 'content-type': 'application/json', ...headers });
  res.end(JSON.stringify({ error: { code, message: code } }));
}

/** Of the managed identity, or of Entra for Graph. */
function token(res: ServerResponse): void {
  const until = Math.floor(Date.now() / 1000) + 7_200;
  say(res, { token_type: 'Bearer', access_token: 'trial', expires_on: until, expires_in: 7_200 });
}

function say(res: ServerResponse, body: object): void {
  res.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

/** Installing the app makes the chat; everybody has it already. */
function graph(path: string, method: string, res: ServerResponse, kind: FaultKind | undefined): void {
  if (kind !== undefined && !isLate(kind)) return answerFault(kind, res);
  const personId = /^\/v1\.0\/users\/([^/]+)\/teamwork\//.exec(path)?.[1];
  if (method === 'POST') return refuse(res, 409, 'Conflict');
  const body = path.includes('/chat') ? { id: conversationOf(personId ?? '') } : { value: [{ id: 'tandem' }] };
  const answer = Buffer.from(JSON.stringify(body));
  if (kind === 'truncated') return sendTruncated(res, answer);
  if (kind === 'reset-after-commit') return void res.socket?.resetAndDestroy();
  res.writeHead(200, { 'content-type': 'application/json' }).end(answer);
}

async function bodyOf(req: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of req) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}
