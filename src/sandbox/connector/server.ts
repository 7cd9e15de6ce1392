/**
 * A stand-in for the Bot Framework and Teams' chat: keeps what the bot writes, within the limits of Teams, and brings the
 * bot what people do, signed. What it does on behalf of people is in `client.ts`.
 */
import { join } from 'node:path';
import express, { type Express, type NextFunction, type Request, type RequestHandler, type Response } from 'express';
import { faultGate, newFaults, type FaultKind } from '../faults.ts';
import type { SandboxIds } from '../identity.ts';
import { listen } from '../loopback.ts';
import { openKey } from '../signing.ts';
import { newClient, type Client } from './client.ts';
import { botFrameworkIssuer, deliver, type InboundDeps } from './inbound.ts';
import { newLimits, type Limits } from './limits.ts';
import { openMessages } from './messages.ts';
import { openPeople, type ConnectorPerson } from './people.ts';
import type { RestDeps, SandboxTeam } from './places.ts';
import { newPlayground } from './playground.ts';
import { connectorRoutes } from './rest.ts';

export interface ConnectorOptions {
  readonly port: number;
  readonly ids: SandboxIds;
  /** `http://127.0.0.1:PORT/api/messages` */
  readonly botEndpoint: string;
  readonly personOf: (id: string) => ConnectorPerson | undefined;
  readonly teams?: () => readonly SandboxTeam[];
  /** Who stands in for the users of the Agents Playground. */
  readonly playgroundPeople?: readonly string[];
  /** Reads the bot's bearer token: Entra's `verifyBotToken`. */
  readonly verifyBotToken: (token: string) => Promise<{ readonly appId: string } | null>;
  readonly dataDir: string;
  /** Where the bot reaches it, when that is another address than its own. */
  readonly publicUrl?: string | undefined;
  /** The domain's time, in milliseconds; by default real time. */
  readonly now?: () => number;
}

export interface Connector extends Client {
  /** Where the bot reaches it. */
  readonly url: string;
  /** Where it listens. */
  readonly localUrl: string;
  /** In all activities; calls below it are calls of the Bot Connector. */
  readonly serviceUrl: string;
  /** The setting BOT_METADATA_URL. */
  readonly metadataUrl: string;
  /** The next calls of the bot go wrong in this way. */
  inject(kind: FaultKind, count: number): void;
  statistics: Limits['statistics'];
  /** Everything is on disk when it resolves. */
  close(): Promise<void>;
}

/** Teams takes no larger activity. */
const largestActivity = 100 * 1024;

export async function startConnector(options: ConnectorOptions): Promise<Connector> {
  const { ids, teams = () => [], now = () => Date.now() } = options;
  const dataDir = join(options.dataDir, 'connector');
  const [key, otherKey, messages, people] = await Promise.all([
    openKey(join(dataDir, 'key.json')),
    openKey(join(dataDir, 'other-key.json')),
    openMessages(dataDir, now),
    openPeople(dataDir, ids.botId, options.personOf),
  ]);
  const faults = newFaults();
  const limits = newLimits();
  const rest: RestDeps = { ids, people, messages, teams, limits };
  let url = '';
  const inbound: InboundDeps = {
    ids,
    key,
    otherKey,
    botEndpoint: options.botEndpoint,
    serviceUrl: () => `${url}/teams/`,
    now,
  };
  const app = express();
  addMetadata(app, inbound, () => url);
  addPlayground(app, options, inbound, (id) => people.standing(id).installed);
  const body = express.json({ limit: largestActivity });
  app.use('/teams', faultGate(faults), onlyOurBot(options), body, tooLarge, connectorRoutes(rest));
  app.use((_req: Request, res: Response) => void res.status(404).json(problem('NotFound', 'No such address.')));
  const server = await listen(app, options.port);
  url = options.publicUrl ?? server.url;
  return {
    ...newClient({ ...rest, inbound }),
    url,
    localUrl: server.url,
    serviceUrl: inbound.serviceUrl(),
    metadataUrl: `${url}/v1/.well-known/openidconfiguration`,
    inject: (kind, count) => faults.inject(kind, count),
    statistics: () => limits.statistics(),
    async close() {
      await server.close();
      await Promise.all([messages.flush(), people.flush()]);
    },
  };
}

const problem = (code: string, message: string): object => ({ error: { code, message } });

/** By these documents the bot checks who signed an activity. */
function addMetadata(app: Express, { key, otherKey }: InboundDeps, url: () => string): void {
  app.get('/v1/.well-known/openidconfiguration', (_req: Request, res: Response) => {
    res.json({
      issuer: botFrameworkIssuer,
      authorization_endpoint: 'https://invalid.botframework.com',
      jwks_uri: `${url()}/v1/.well-known/keys`,
      id_token_signing_alg_values_supported: ['RS256'],
      token_endpoint_auth_methods_supported: ['private_key_jwt'],
    });
  });
  app.get('/v1/.well-known/keys', (_req: Request, res: Response) => {
    const [ours, other] = [key.publicJwk, otherKey.publicJwk];
    res.json({
      keys: [
        { ...ours, endorsements: ['msteams'] },
        { ...other, endorsements: ['webchat'] },
      ],
    });
  });
}

function addPlayground(
  app: Express,
  options: ConnectorOptions,
  inbound: InboundDeps,
  knows: (personId: string) => boolean,
): void {
  const translate = newPlayground({
    ids: options.ids,
    people: () => (options.playgroundPeople ?? []).toSorted((one, other) => Number(knows(one)) - Number(knows(other))),
    personOf: options.personOf,
  });
  app.post(
    '/playground/messages',
    express.json({ limit: '1mb' }),
    (req: Request, res: Response, next: NextFunction) => {
      deliver(inbound, translate(req.body)).then(
        ({ status, body }) => (body === '' ? res.status(status).end() : res.status(status).json(body)),
        next,
      );
    },
  );
}

function onlyOurBot({ ids, verifyBotToken }: ConnectorOptions): RequestHandler {
  return async (req, res, next) => {
    const token = /^Bearer (\S+)$/i.exec(req.headers.authorization ?? '')?.[1];
    const caller = token === undefined ? null : await verifyBotToken(token);
    if (caller?.appId === ids.botId) return next();
    const message = 'Authorization has been denied for this request.';
    return void res.status(caller ? 403 : 401).json(problem(caller ? 'Forbidden' : 'Unauthorized', message));
  };
}

function tooLarge(error: { readonly status?: number }, _req: Request, res: Response, next: NextFunction): void {
  if (error.status === 413) res.status(413).json(problem('MessageSizeTooBig', 'Message size too large.'));
  else next(error);
}
