/** The tokens that Entra issues for the sandbox, claim by claim as the real ones, and how its other servers read them. */
import { createHash, randomUUID } from 'node:crypto';
import type { SandboxIds } from '../identity.ts';
import { validFor, type Claims, type SigningKey } from '../signing.ts';

export interface EntraPerson {
  readonly id: string;
  readonly displayName: string;
  readonly userPrincipalName: string;
  /** App roles of the tab: Coordinator, Adviser, Administrator. */
  readonly roles: readonly string[];
}

/** The Teams client for web and desktop; the tab's token names it as the one who asked. */
export const teamsWebClientId = '5e3ce6c0-2b1f-4285-8d4b-75ee78787346';
export const graphAudience = 'https://graph.microsoft.com';
export const botAudience = 'https://api.botframework.com';
export const exchangeAudience = 'api://AzureADTokenExchange';

export const issuerOf = (tenantId: string): string => `https://login.microsoftonline.com/${tenantId}/v2.0`;
const firstIssuerOf = (tenantId: string): string => `https://sts.windows.net/${tenantId}/`;

/** What a test may bend in a tab token; without any it is a good one. */
export interface TabTokenOverrides {
  readonly tenantId?: string;
  readonly issuer?: string;
  readonly audience?: string;
  readonly scope?: string;
  readonly clientId?: string;
  readonly expired?: boolean;
  readonly appOnly?: boolean;
  readonly version?: '1.0' | '2.0';
  /** Set last: any claim; undefined takes it out. */
  readonly claims?: Claims;
}

export function tabClaims(ids: SandboxIds, person: EntraPerson, bent: TabTokenOverrides = {}): Claims {
  const tid = bent.tenantId ?? ids.tenantId;
  const times = validFor(bent.expired ? -3600 : 3600);
  const shared = {
    aud: bent.audience ?? ids.tabClientId,
    iss: bent.issuer ?? (bent.version === '1.0' ? firstIssuerOf(tid) : issuerOf(tid)),
    ...(bent.expired ? { ...times, iat: times.iat - 7200, nbf: times.nbf - 7200 } : times),
    azp: bent.clientId ?? teamsWebClientId,
    azpacr: '0',
    oid: person.id,
    tid,
    uti: randomUUID(),
    ver: bent.version ?? '2.0',
  };
  const whose = bent.appOnly
    ? { idtyp: 'app', azpacr: '2', sub: person.id, roles: person.roles }
    : {
        name: person.displayName,
        preferred_username: person.userPrincipalName,
        scp: bent.scope ?? 'access_as_user',
        sub: subjectOf(person.id, ids.tabClientId),
        ...(person.roles.length > 0 ? { roles: person.roles } : {}),
      };
  return { ...shared, ...whose, ...bent.claims };
}

/** An access token that acts for a person. */
export function delegatedClaims(ids: SandboxIds, person: EntraPerson, scopes: readonly string[]): Claims {
  return {
    aud: graphAudience,
    iss: firstIssuerOf(ids.tenantId),
    ...validFor(4200),
    appid: ids.tabClientId,
    appidacr: '2',
    idtyp: 'user',
    name: person.displayName,
    oid: person.id,
    scp: scopes.join(' '),
    sub: subjectOf(person.id, graphAudience),
    tid: ids.tenantId,
    unique_name: person.userPrincipalName,
    upn: person.userPrincipalName,
    uti: randomUUID(),
    ver: '1.0',
  };
}

/** An access token with which an app acts by itself. */
export function applicationClaims(ids: SandboxIds, appId: string, audience: string, roles: readonly string[]): Claims {
  const principal = servicePrincipalOf(ids.tenantId, appId);
  return {
    aud: audience,
    iss: audience === exchangeAudience ? issuerOf(ids.tenantId) : firstIssuerOf(ids.tenantId),
    ...validFor(3600),
    appid: appId,
    appidacr: '2',
    idtyp: 'app',
    oid: principal,
    ...(roles.length > 0 ? { roles } : {}),
    sub: principal,
    tid: ids.tenantId,
    uti: randomUUID(),
    ver: '1.0',
  };
}

export function idClaims(ids: SandboxIds, person: EntraPerson): Claims {
  return {
    aud: ids.tabClientId,
    iss: issuerOf(ids.tenantId),
    ...validFor(3600),
    name: person.displayName,
    oid: person.id,
    preferred_username: person.userPrincipalName,
    sub: subjectOf(person.id, ids.tabClientId),
    tid: ids.tenantId,
    ver: '2.0',
  };
}

export type GraphCaller =
  | { readonly kind: 'delegated'; readonly personId: string; readonly scopes: readonly string[] }
  | { readonly kind: 'application'; readonly appId: string; readonly roles: readonly string[] };

/** Who calls Graph with this token and what they may; null when it is not a good token for Graph. */
export async function readGraphToken(key: SigningKey, tenantId: string, token: string): Promise<GraphCaller | null> {
  const claims = await key.verify(token);
  if (claims?.aud !== graphAudience || claims['tid'] !== tenantId) return null;
  if (claims['idtyp'] === 'app')
    return { kind: 'application', appId: String(claims['appid']), roles: words(claims['roles']) };
  return { kind: 'delegated', personId: String(claims['oid']), scopes: words(claims['scp']) };
}

/** The app that calls the Bot Framework with this token; null when it is not a good token for that. */
export async function readBotToken(key: SigningKey, token: string): Promise<{ appId: string } | null> {
  const claims = await key.verify(token);
  return claims?.aud === botAudience ? { appId: String(claims['appid']) } : null;
}

function words(claim: unknown): readonly string[] {
  if (typeof claim === 'string') return claim.split(' ').filter((word) => word !== '');
  return Array.isArray(claim) ? claim.map(String) : [];
}

/** Pairwise as in Entra: the same person has another subject in another app. */
function subjectOf(personId: string, audience: string): string {
  return createHash('sha256').update(`${personId}/${audience}`).digest('base64url');
}

function servicePrincipalOf(tenantId: string, appId: string): string {
  const hex = createHash('sha256').update(`${tenantId}/${appId}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
