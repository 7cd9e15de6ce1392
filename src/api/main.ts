/** The door of the tab: the route table under `/api`, the bot's endpoint, the tab's files, and whether we are well. */
import express, { Router, type ErrorRequestHandler, type Express, type RequestHandler } from 'express';
import helmet from 'helmet';
import type { Route } from '../platform/doors.ts';
import { Failure } from '../platform/errors.ts';
import { newId } from '../platform/ids.ts';
import { describeError } from '../platform/log.ts';
import type { Platform } from '../platform/platform.ts';
import { quietTelemetry, traceId, type Telemetry } from '../platform/telemetry.ts';
import type { Readiness } from '../platform/readiness.ts';
import type { Say } from '../platform/words.ts';
import { checkTable, routeHandler, type DoorParts } from './handler.ts';
import { addHealth, politely } from './health.ts';
import { openApiOf } from './openapi.ts';
import { kioskPages } from './kiosk.ts';
import { outsidePages } from './outside.ts';
import { notificationDoor } from './notifications.ts';
import { createPace, type Pace } from './pace.ts';
import { named, NotAdmitted, ourFault, problemOf, Refused, sendProblem, TooMany } from './respond.ts';
import { tracedRequests } from './traced.ts';
import { createSentences, type Sentences } from './sentences.ts';
import { readersLanguage, type TokenReader } from './sign-in.ts';
import { tabFiles } from './tab-files.ts';

export interface ApiOptions {
  readonly deps: Platform;
  readonly entra: TokenReader;
  readonly routes: readonly Route[];
  /** The features' `say` functions, for the reasons of their failures. */
  readonly says?: readonly Say<never>[];
  /** What answers `POST /api/messages`; it checks its caller by itself. */
  readonly bot: RequestHandler;
  readonly pace?: Pace;
  readonly telemetry?: Telemetry;
  readonly readiness: Readiness;
}

/** Bytes. */
const bodyLimit = 256 * 1024;
const methods = { GET: 'get', POST: 'post', PUT: 'put', DELETE: 'delete' } as const;

/** Throws when the table contradicts itself. */
export function createApi(options: ApiOptions): Express {
  const { deps, entra, routes, says = [], bot, pace = createPace(), readiness, telemetry = quietTelemetry } = options;
  checkTable(routes);
  const sentences = createSentences(says);
  const app = express().disable('x-powered-by').disable('etag').set('query parser', 'simple');
  app.use(tracedRequests(telemetry, routes));
  app.use(securityHeaders(deps.config.baseUrl));
  app.use(quietHeaders);
  app.use(politely(readiness));
  if (deps.config.baseUrl.startsWith('https://')) app.use(encryptedOnly);
  addHealth(app, readiness);
  app.post('/api/messages', express.json({ limit: bodyLimit }), bot);
  app.get('/api/openapi.json', (_req, res) => void res.json(openApiOf(routes, deps.config.baseUrl)));
  const parts = { deps, entra, pace, limit: bodyLimit };
  app.use('/api', routesByLength(parts, routes));
  app.use(notificationDoor(deps));
  app.use(outsidePages(deps));
  app.use(kioskPages(deps));
  app.use('/tab', tabFiles(deps.config));
  app.use(() => {
    throw new Failure('not-found', 'not-found');
  });
  app.use(problemHandler(deps, sentences));
  return app;
}

/** Some four hundred patterns one after the other are a twentieth of a request's work: only those are tried that have as many parts as the address. */
function routesByLength(parts: DoorParts, routes: readonly Route[]): RequestHandler {
  const lengthOf = (path: string): number => path.replace(/\/$/, '').split('/').length;
  const byLength = new Map<string, Router>();
  for (const route of routes) {
    const key = `${route.method} ${lengthOf(route.path)}`;
    const some = byLength.get(key) ?? Router();
    byLength.set(key, some);
    some[methods[route.method]](route.path, ...routeHandler(parts, route));
  }
  return (req, res, next) => {
    const method = req.method === 'HEAD' ? 'GET' : req.method;
    const some = byLength.get(`${method} ${lengthOf(req.path)}`);
    if (some) some(req, res, next);
    else next();
  };
}

/** HSTS over https only: a loopback server that pins https could never be reached again. Teams frames us, so no X-Frame-Options. */
function securityHeaders(baseUrl: string): RequestHandler {
  return helmet({
    contentSecurityPolicy: false,
    frameguard: false,
    referrerPolicy: { policy: 'no-referrer' },
    hsts: baseUrl.startsWith('https://') ? { maxAge: 31_536_000, includeSubDomains: true } : false,
  });
}

/** For every answer; the tab's page says its own instead. */
const quietHeaders: RequestHandler = (_req, res, next) => {
  res.set('Cache-Control', 'no-store');
  res.set('Content-Security-Policy', "default-src 'none'; frame-ancestors 'none'");
  next();
};

/**
 * What came unencrypted to the balancer in front is refused and led nowhere, so that whoever sent it finds out. The header is
 * believed only where it says the worse: who leaves it out, or lies, came over the balancer's own way.
 */
const encryptedOnly: RequestHandler = (req, _res, next) => {
  if (/^http$/i.test(req.get('x-forwarded-proto')?.split(',')[0]?.trim() ?? ''))
    throw new Failure('bad-input', 'not-encrypted');
  next();
};

function problemHandler(deps: Platform, sentences: Sentences): ErrorRequestHandler {
  return (error: unknown, req, res, next) => {
    const language = readersLanguage(req);
    const problem = problemOf(error, language, sentences);
    // The same id as in the traces, so that whoever is told it finds both.
    const requestId = traceId() ?? newId();
    // The pattern of the route and not the address: addresses carry ids of people.
    const route: unknown = res.locals['route'];
    const why = refusalIn(error, problem?.status);
    if (why !== undefined) deps.log.warn({ method: req.method, route, why }, 'request refused');
    if (!problem) deps.log.error({ requestId, method: req.method, route, ...describeError(error) }, 'request failed');
    const isAway = problem?.code === 'unavailable';
    if (isAway) deps.log.warn({ requestId, method: req.method, route, why: problem.reason }, 'request not answered');
    if (res.headersSent) next(error);
    else
      sendProblem(
        res,
        isAway ? named(problem, requestId) : (problem ?? ourFault(language, sentences, requestId)),
        language,
      );
  };
}

/** Worth a line for operators: a missing role, too many requests, what no schema lets in. Who it was, and what was sent, is not said. */
function refusalIn(error: unknown, status: number | undefined): string | undefined {
  if (error instanceof NotAdmitted || error instanceof TooMany || error instanceof Refused) return error.name;
  return status === 400 || status === 413 || status === 415 ? 'Unreadable' : undefined;
}
