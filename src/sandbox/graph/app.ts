/** HTTP for the sandbox's Graph: tokens, bodies, faults, and the headers that Graph gives with every answer. */
import express from 'express';
import type { Express, NextFunction, Request, Response } from 'express';
import type { FaultKind, Faults } from '../faults.ts';
import { faultGate } from '../faults.ts';
import type { GraphAnswer, GraphRequest } from './answers.ts';
import { badRequest, errorBody, GraphError } from './answers.ts';
import { answerBatch } from './batch.ts';
import type { GraphCaller } from './permissions.ts';
import type { Router } from './router.ts';
import type { GraphWorld } from './world.ts';

/** What a good token for Graph says. */
export type GraphToken =
  | { readonly kind: 'delegated'; readonly personId: string; readonly scopes: readonly string[] }
  | { readonly kind: 'application'; readonly roles: readonly string[] };

export interface AppDeps {
  readonly world: GraphWorld;
  readonly router: Router;
  readonly faults: Faults;
  readonly acceptToken: (token: string) => Promise<GraphToken | null>;
}

type Refusal = '429' | '503' | '504';

export function appFor({ world, router, faults, acceptToken }: AppDeps): Express {
  async function answerTo(req: Request, res: Response, next: NextFunction): Promise<void> {
    try {
      const request = requestOf(req, await callerOf(req, acceptToken));
      const toBatch = req.method === 'POST' && request.path === '/$batch';
      send(res, world, await (toBatch ? batchAnswer({ world, router }, request, res) : router.answer(request)));
    } catch (error) {
      next(error);
    }
  }

  const app = express().disable('x-powered-by').disable('etag');
  app.get('/sandbox/requests', (_req: Request, res: Response) => void res.json(router.log));
  app.use((req: Request, res: Response, next: NextFunction) => {
    const kind = faults.take();
    if (kind === undefined) return next();
    if (!isBatch(req) || !isRefusal(kind)) return faultGate({ ...faults, take: () => kind })(req, res, next);
    res.locals['refusal'] = kind;
    return next();
  });
  app.use(express.json({ limit: '4mb' }));
  app.use('/v1.0', (req: Request, res: Response, next: NextFunction) => {
    void answerTo(req, res, next);
  });
  app.use((_req: Request, res: Response) => send(res, world, problem(world, badRequest('Invalid version.'))));
  app.use((error: Error, _req: Request, res: Response, _next: NextFunction) => {
    const message =
      'Unable to read JSON request payload. Please ensure Content-Type header is set and payload is of valid JSON format.';
    const known =
      error instanceof SyntaxError ? badRequest(message) : new GraphError(500, 'InternalServerError', error.message);
    send(res, world, problem(world, known));
  });
  return app;
}

function isBatch(req: Request): boolean {
  return req.path === '/v1.0/$batch';
}

function isRefusal(kind: FaultKind): kind is Refusal {
  return kind === '429' || kind === '503' || kind === '504';
}

async function batchAnswer(
  { world, router }: Pick<AppDeps, 'world' | 'router'>,
  request: GraphRequest,
  res: Response,
): Promise<GraphAnswer> {
  let waiting: Refusal | undefined = res.locals['refusal'];
  const refusal = (): GraphAnswer | undefined => {
    const kind = waiting;
    waiting = undefined;
    return kind && refusals[kind];
  };
  try {
    return await answerBatch(request, { answer: (item) => router.answer(item), refusal });
  } catch (error) {
    if (error instanceof GraphError) return problem(world, error);
    throw error;
  }
}

const refusals: Readonly<Record<Refusal, GraphAnswer>> = {
  '429': {
    status: 429,
    headers: { 'retry-after': '1' },
    body: { error: { code: 'TooManyRequests', message: 'Too many requests. Try again later.' } },
  },
  '503': {
    status: 503,
    body: { error: { code: 'ServiceUnavailable', message: 'The service is temporarily unavailable.' } },
  },
  '504': {
    status: 504,
    body: { error: { code: 'GatewayTimeout', message: 'The gateway did not receive a timely response.' } },
  },
};

async function callerOf(req: Request, acceptToken: AppDeps['acceptToken']): Promise<GraphCaller | null> {
  const token = /^Bearer\s+(\S+)$/iu.exec(req.header('authorization') ?? '')?.[1];
  const known = token === undefined ? null : await acceptToken(token);
  if (!known) return null;
  return known.kind === 'application'
    ? { kind: 'app', permissions: known.roles }
    : { kind: 'delegated', personId: known.personId, permissions: known.scopes };
}

function requestOf(req: Request, caller: GraphCaller | null): GraphRequest {
  const url = new URL(req.url, 'http://127.0.0.1');
  return {
    method: req.method,
    path: url.pathname.replace(/\/$/u, ''),
    query: url.searchParams,
    header: (name) => req.header(name),
    body: req.body as unknown,
    caller,
  };
}

function problem(world: GraphWorld, error: GraphError): GraphAnswer {
  return {
    status: error.status,
    headers: error.headers,
    body: errorBody(error, world.store.newId('request'), world.now()),
  };
}

function send(res: Response, world: GraphWorld, { status, headers = {}, body }: GraphAnswer): void {
  res.status(status).set({
    'request-id': world.store.newId('request'),
    'cache-control': 'no-cache',
    'odata-version': '4.0',
    ...headers,
  });
  if (body === undefined) res.end();
  else if (body instanceof Uint8Array) res.end(body);
  else {
    res.setHeader('content-type', 'application/json;odata.metadata=minimal;charset=utf-8');
    res.end(JSON.stringify(body));
  }
}
