/**
 * The host: a page like Teams at `/`, the sandbox's clock at `/clock`, and the control API below `/sandbox`, for this machine
 * only. How to let the Agents Playground talk to the bot stands in `npm start -- --help`.
 */
import { join } from 'node:path';
import express, { type NextFunction, type Request, type Response } from 'express';
import { readSource } from '../../cli/package/files.ts';
import type { Installation } from '../../cli/package/installation.ts';
import { shownIn } from '../../cli/package/shown.ts';
import { productVersion } from '../../platform/version.ts';
import type { Acts } from '../acts/table.ts';
import { listen, type Listening } from '../loopback.ts';
import { chatRoutes } from './chat.ts';
import { onlyFromHere } from './guard.ts';
import { outlookRoutes } from './outlook.ts';
import { peopleRoutes } from './people.ts';
import { timeRoutes } from './time.ts';
import { troubleRoutes } from './trouble.ts';
import { Unwelcome, type HostWorld } from './world.ts';

export interface HostOptions {
  readonly port: number;
  readonly world: HostWorld;
  readonly acts: Acts;
  /** The built page. */
  readonly pageDir: string;
}

export async function startHost({ port, world, acts, pageDir }: HostOptions): Promise<Listening> {
  const app = express().disable('x-powered-by').use(onlyFromHere());
  const appPackage = shownIn(await readSource(), installationOf(world));
  app.use(world.clock.routes);
  app.get('/sandbox', (_req: Request, res: Response) => {
    const { ids, organisation, appUrl } = world;
    const teamsAppId = ids.manifestId;
    res.json({ app: appUrl, tenantId: ids.tenantId, teamsAppId, organisation: organisation.name, appPackage });
  });
  app.use('/sandbox', express.json({ limit: '1mb' }));
  app.use(peopleRoutes(world), chatRoutes(world), outlookRoutes(world), timeRoutes(world, acts), troubleRoutes(world));
  app.use('/sandbox', (req: Request) => {
    throw new Unwelcome(404, `The control API has no ${req.method} ${req.originalUrl.split('?')[0]}.`);
  });
  app.use(page(world, pageDir));
  app.use(explain);
  return listen(app, port);
}

function installationOf({ ids, appUrl }: HostWorld): Installation {
  const { tabClientId, botId, manifestId: teamsAppId } = ids;
  const domain = new URL(appUrl).host;
  return {
    env: 'sandbox',
    language: 'en',
    suffix: '',
    version: productVersion,
    domain,
    tabClientId,
    botId,
    teamsAppId,
  };
}

/** The page may frame the product, and nobody may frame the page. */
function page({ appUrl }: HostWorld, pageDir: string): express.Router {
  const policy = [
    "default-src 'self'",
    `frame-src ${appUrl}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: https:",
    "font-src 'self' data:",
    "frame-ancestors 'none'",
  ].join('; ');
  const routes = express.Router();
  routes.use((_req: Request, res: Response, next: NextFunction) => {
    res.set('content-security-policy', policy).set('x-content-type-options', 'nosniff');
    next();
  });
  routes.use(express.static(pageDir, { cacheControl: false }));
  routes.get('/', (_req: Request, res: Response) => res.sendFile(join(pageDir, 'index.html')));
  return routes;
}

function explain(error: unknown, _req: Request, res: Response, next: NextFunction): void {
  if (res.headersSent) return next(error);
  if (error instanceof Unwelcome) return void res.status(error.status).json({ error: error.message, ...error.more });
  if (isUnreadable(error)) return void res.status(400).json({ error: `The body is not JSON: ${error.message}.` });
  const status = typeof error === 'object' && error !== null && 'status' in error ? Number(error.status) : 500;
  const message = error instanceof Error ? error.message : String(error);
  const cause = error instanceof Error && error.cause instanceof Error ? ` (${error.cause.message})` : '';
  res.status(status >= 400 && status < 600 ? status : 500).json({ error: `${message}${cause}` });
}

/** What `express.json` throws over a body that it cannot read. */
function isUnreadable(error: unknown): error is SyntaxError {
  return error instanceof SyntaxError && 'type' in error && error.type === 'entity.parse.failed';
}
