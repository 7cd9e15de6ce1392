/** A stand-in for Microsoft Entra ID: discovery, keys and tokens of the sandbox's one tenant, and its managed identity. */
import { join } from 'node:path';
import express, { type Express, type Request, type Response } from 'express';
import { faultGate, newFaults, type FaultKind } from '../faults.ts';
import type { SandboxIds } from '../identity.ts';
import { listen } from '../loopback.ts';
import { openKey, type SigningKey } from '../signing.ts';
import { instanceDiscovery, keySet, openIdConfiguration } from './discovery.ts';
import { grant, type GrantDeps, type Interaction } from './grants.ts';
import { managedIdentityRoutes } from './managed-identity.ts';
import {
  readBotToken,
  readGraphToken,
  tabClaims,
  type EntraPerson,
  type GraphCaller,
  type TabTokenOverrides,
} from './tokens.ts';

export interface EntraOptions {
  readonly port: number;
  readonly ids: SandboxIds;
  readonly personOf: (id: string) => EntraPerson | undefined;
  /** Who may still have a token of the tab: an account that was disabled keeps it for up to an hour. */
  readonly tabPersonOf?: (id: string) => EntraPerson | undefined;
  readonly dataDir: string;
  /** What App Service gives an app as IDENTITY_HEADER. */
  readonly identityHeader?: string | undefined;
  /** Graph permissions consented to at the start; by default all that the product asks for, and no more. */
  readonly delegated?: readonly string[];
  readonly application?: readonly string[];
}

export interface Entra {
  readonly url: string;
  close(): Promise<void>;
  /** What `getAuthToken` gives this person's tab; with overrides a bad one. Throws when nobody has this id. */
  tabToken(personId: string, overrides?: TabTokenOverrides): Promise<string>;
  /** A tab token that is right but for the key that signed it. */
  forgedTabToken(personId: string): Promise<string>;
  verifyGraphToken(token: string): Promise<GraphCaller | null>;
  verifyBotToken(token: string): Promise<{ readonly appId: string } | null>;
  inject(kind: FaultKind, count: number): void;
  /** From the next token on: an administrator consents to a Graph permission, or takes the consent back. */
  setConsent(permission: string, kind: ConsentKind, isGranted: boolean): void;
  /** Whether Entra knows the managed identity as the one that signs for the app. */
  setFederated(isFederated: boolean): void;
  /** The next exchanges on behalf of a person are refused in this way. */
  requireInteraction(kind: Interaction, count: number): void;
}

export type ConsentKind = 'delegated' | 'application';

/** `User.Read` comes with every sign-in. */
const usualDelegated = ['User.Read', 'Calendars.ReadWrite', 'Mail.Send', 'Place.Read.All'];
const usualApplication = [
  'User.Read.All',
  'GroupMember.Read.All',
  'ProfilePhoto.Read.All',
  'MailboxSettings.Read',
  'Calendars.ReadBasic',
  'Calendars.Read',
  'Calendars.ReadWrite',
  'Mail.Send',
  'TeamsAppInstallation.ReadWriteSelfForUser.All',
  'AppCatalog.Read.All',
  'Application.Read.All',
];

export async function startEntra(options: EntraOptions): Promise<Entra> {
  const { ids, personOf, tabPersonOf = personOf, dataDir } = options;
  const key = await openKey(join(dataDir, 'entra-key.json'));
  const faults = newFaults();
  const interactions: Interaction[] = [];
  const consents = {
    delegated: new Set(options.delegated ?? usualDelegated),
    application: new Set(options.application ?? usualApplication),
  };
  let federated = true;
  const deps: GrantDeps = {
    ids,
    key,
    personOf,
    identityHeader: options.identityHeader,
    consented: (kind) => [...consents[kind]],
    isFederated: () => federated,
    takeInteraction: () => interactions.shift(),
  };
  const app = express().use(faultGate(faults)).use(managedIdentityRoutes(deps));
  addAuthorityRoutes(app, deps);
  const server = await listen(app, options.port);
  const known = (id: string): EntraPerson => {
    const person = tabPersonOf(id);
    if (!person) throw new Error(`nobody in the sandbox has the id ${id}`);
    return person;
  };
  return {
    url: server.url,
    close: () => server.close(),
    tabToken: (personId, overrides) => key.sign(tabClaims(ids, known(personId), overrides)),
    forgedTabToken: (personId) => forge(key, tabClaims(ids, known(personId))),
    verifyGraphToken: (token) => readGraphToken(key, ids.tenantId, token),
    verifyBotToken: (token) => readBotToken(key, token),
    inject: (kind, count) => faults.inject(kind, count),
    setConsent: (permission, kind, isGranted) =>
      void (isGranted ? consents[kind].add(permission) : consents[kind].delete(permission)),
    setFederated: (isFederated) => void (federated = isFederated),
    requireInteraction: (kind, count) => void interactions.push(...Array<Interaction>(count).fill(kind)),
  };
}

function addAuthorityRoutes(app: Express, deps: GrantDeps): void {
  const { ids, key } = deps;
  app.get('/common/discovery/instance', (_req: Request, res: Response) => void res.json(instanceDiscovery('common')));
  app.get('/:tenant/v2.0/.well-known/openid-configuration', (req: Request<{ tenant: string }>, res: Response) => {
    if (isOurs(ids, req.params.tenant)) res.json(openIdConfiguration(ids.tenantId));
    else res.status(400).json({ error: 'invalid_tenant', error_description: 'AADSTS90002: Tenant not found.' });
  });
  app.get('/:tenant/discovery/v2.0/keys', (_req: Request, res: Response) => {
    res.json(keySet(ids.tenantId, [key.publicJwk]));
  });
  const form = express.urlencoded({ extended: false, limit: '200kb' });
  app.post('/:tenant/oauth2/v2.0/token', form, (req, res, next) => {
    grant(deps, req.params.tenant, req.body).then(
      ({ status, body }) => res.status(status).set('cache-control', 'no-store, no-cache').json(body),
      next,
    );
  });
  app.use((_req: Request, res: Response) => void res.status(404).json({ error: 'not_found' }));
}

function isOurs(ids: SandboxIds, tenant: string): boolean {
  return [ids.tenantId, 'common', 'organizations', 'botframework.com'].includes(tenant.toLowerCase());
}

/** The same header and claims under a signature in which one character is another. */
async function forge(key: SigningKey, claims: Parameters<SigningKey['sign']>[0]): Promise<string> {
  const [header, payload, signature = ''] = (await key.sign(claims)).split('.');
  const first = signature.startsWith('A') ? 'B' : 'A';
  return [header, payload, first + signature.slice(1)].join('.');
}
