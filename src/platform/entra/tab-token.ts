/** Reads the token that the tab sends: who the person is, when every claim says that it was made for us by our tenant. */
import { createRemoteJWKSet, customFetch, errors, jwtVerify, type JWTPayload, type RemoteJWKSet } from 'jose';
import { z } from 'zod';
import type { Config } from '../../config.ts';
import { hour, minute, systemClock } from '../clock.ts';
import { appRoles, type AppRole } from '../doors.ts';
import { Failure, isFailure } from '../errors.ts';
import { loginOrigin, responseOf, type Outbound } from '../outbound.ts';
import { askEntra, parseJson } from './ask.ts';

export interface TabIdentity {
  /** The directory object id, in lower case. */
  readonly personId: string;
  /** For a greeting only; who acts is decided by the id. */
  readonly name: string;
  readonly roles: readonly AppRole[];
}

/** Teams on the web, and Teams on desktop and phone: only these may ask for a token for the tab. */
export const teamsClients = ['5e3ce6c0-2b1f-4285-8d4b-75ee78787346', '1fec8e78-bce4-4aaf-ab1b-5451cc387264'] as const;

const guid = z.guid().transform((value) => value.toLowerCase());
const claims = z.object({
  ver: z.literal('2.0'),
  tid: guid,
  oid: guid,
  azp: guid.pipe(z.enum(teamsClients)),
  scp: z.string().refine((scope) => scope.split(' ').includes('access_as_user')),
  idtyp: z.literal('user').optional(),
  name: z.string().default(''),
  roles: z.array(z.string()).default([]),
});

interface Keys {
  readonly issuer: string;
  readonly keys: RemoteJWKSet;
}

export interface TabTokens {
  read(token: string): Promise<TabIdentity>;
  /** Has the keys once this has resolved. */
  prepare(): Promise<void>;
}

/** `keyCooldown`: milliseconds after a fetch of the keys before an unknown key makes us fetch them again. */
export function tabTokenReader(
  { config, outbound }: { readonly config: Config; readonly outbound: Outbound },
  keyCooldown = 30_000,
): TabTokens {
  const host = new URL(config.baseUrl).host;
  const audience = [config.tabClientId, `api://${config.tabClientId}`, `api://${host}/${config.tabClientId}`];
  let found: Promise<Keys> | undefined;

  async function keysOf(): Promise<Keys> {
    found ??= findKeys(config.tenantId, outbound, keyCooldown);
    return found.catch((problem: unknown) => {
      found = undefined;
      throw problem;
    });
  }

  async function verified(token: string): Promise<JWTPayload> {
    const { issuer, keys } = await keysOf();
    const rules = { issuer, audience, algorithms: ['RS256'], clockTolerance: 60, requiredClaims: ['exp', 'nbf'] };
    return (await jwtVerify(token, keys, rules)).payload;
  }

  const read = rememberingGood(async (token) => {
    const payload = await verified(token).catch((problem: unknown) => {
      throw refusalOf(problem);
    });
    const read = claims.safeParse(payload);
    if (!read.success) throw refused(`claim ${String(read.error.issues[0]?.path[0])}`);
    const { tid, oid, name, roles } = read.data;
    if (tid !== config.tenantId) throw refused('claim tid');
    const identity = { personId: oid, name, roles: appRoles.filter((role) => roles.includes(role)) };
    return { identity, until: (payload.exp ?? 0) * 1000 };
  });

  return {
    read,
    prepare: async () => {
      const { keys } = await keysOf();
      if (keys.jwks() === undefined) await keys.reload();
    },
  };
}

/** A key that Entra takes out of use counts no longer than this. */
const goodFor = 10 * minute;
const mostGood = 5_000;

/** A page asks a dozen times with one token: its signature is looked at once, and again after some minutes. What is refused is not kept. */
function rememberingGood(
  read: (token: string) => Promise<{ readonly identity: TabIdentity; readonly until: number }>,
): (token: string) => Promise<TabIdentity> {
  const good = new Map<string, { readonly identity: TabIdentity; readonly until: number }>();
  return async (token) => {
    const now = systemClock.machine();
    const known = good.get(token);
    if (known && known.until > now) return known.identity;
    good.delete(token);
    const { identity, until } = await read(token);
    good.set(token, { identity, until: Math.min(until, now + goodFor) });
    for (const oldest of good.keys()) {
      if (good.size <= mostGood) break;
      good.delete(oldest);
    }
    return identity;
  };
}

const discovery = z.object({ issuer: z.url(), jwks_uri: z.url() });

/** The issuer is read, not written down, because a national cloud has another; it must name our tenant. */
async function findKeys(tenantId: string, outbound: Outbound, cooldownDuration: number): Promise<Keys> {
  const url = `${loginOrigin}/${tenantId}/v2.0/.well-known/openid-configuration`;
  const answer = await askEntra(outbound, { method: 'GET', url });
  const read = discovery.safeParse(answer.status === 200 ? parseJson(answer.body) : undefined);
  if (!read.success || !read.data.issuer.endsWith(`/${tenantId}/v2.0`))
    throw new Failure('unavailable', 'entra-down', { cause: new Error(`discovery answered ${answer.status}`) });
  const keys = createRemoteJWKSet(new URL(read.data.jwks_uri), {
    cooldownDuration,
    cacheMaxAge: 12 * hour,
    timeoutDuration: 20_000,
    [customFetch]: async (address) => responseOf(await askEntra(outbound, { method: 'GET', url: address })),
  });
  return { issuer: read.data.issuer, keys };
}

function refused(why: string): Failure {
  return new Failure('not-signed-in', 'token-refused', { cause: new Error(why) });
}

/** Trouble with fetching the keys is an outage, and no reason to send the person to sign in again. */
function refusalOf(problem: unknown): unknown {
  if (isFailure(problem)) return problem;
  if (problem instanceof errors.JWTExpired) return new Failure('not-signed-in', 'token-expired', { cause: problem });
  if (!(problem instanceof errors.JOSEError)) return refused('not a token');
  if (problem.code === 'ERR_JOSE_GENERIC' || problem.code === 'ERR_JWKS_TIMEOUT')
    return new Failure('unavailable', 'entra-down', { cause: problem });
  if (problem instanceof errors.JWTClaimValidationFailed) return refused(`claim ${problem.claim}`);
  return refused(problem.code);
}
