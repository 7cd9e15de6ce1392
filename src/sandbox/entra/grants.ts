/** The token endpoint: checks what an app shows and what it asks for, and refuses with Entra's own codes. */
import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { SandboxIds } from '../identity.ts';
import type { SigningKey } from '../signing.ts';
import {
  applicationClaims,
  botAudience,
  delegatedClaims,
  exchangeAudience,
  graphAudience,
  idClaims,
  type EntraPerson,
} from './tokens.ts';

export const assertionType = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';
export const onBehalfOfGrant = 'urn:ietf:params:oauth:grant-type:jwt-bearer';

export type Interaction = 'consent_required' | 'interaction_required';

export interface GrantDeps {
  readonly ids: SandboxIds;
  readonly key: SigningKey;
  readonly personOf: (id: string) => EntraPerson | undefined;
  /** Graph permissions that the organisation has consented to. */
  readonly consented: (kind: 'delegated' | 'application') => readonly string[];
  /** Whether an assertion of the managed identity is accepted for the app. */
  readonly isFederated: () => boolean;
  /** What App Service gives an app as IDENTITY_HEADER; any value will do where there is none. */
  readonly identityHeader?: string | undefined;
  /** Takes one demand for interaction, when a test has asked for it. */
  readonly takeInteraction: () => Interaction | undefined;
}

export interface GrantAnswer {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
}

const form = z.looseObject({
  grant_type: z.string().default(''),
  client_id: z.string().default(''),
  client_assertion_type: z.string().optional(),
  client_assertion: z.string().optional(),
  requested_token_use: z.string().optional(),
  assertion: z.string().optional(),
  scope: z.string().default(''),
});
type Form = z.infer<typeof form>;

/** Entra's error body; the code is what support articles are found by. */
export function refusal(error: string, code: number, sentence: string, suberror?: string): GrantAnswer {
  return {
    status: error === 'invalid_client' ? 401 : 400,
    body: {
      error,
      error_description: `AADSTS${code}: ${sentence}`,
      error_codes: [code],
      timestamp: new Date().toISOString(),
      ...(suberror === undefined ? {} : { suberror }),
    },
  };
}

export async function grant(deps: GrantDeps, tenant: string, body: unknown): Promise<GrantAnswer> {
  const asked = form.safeParse(body);
  if (!asked.success) return refusal('invalid_request', 900144, 'The request body must be a form.');
  const { ids } = deps;
  if (tenant.toLowerCase() !== ids.tenantId && tenant !== 'botframework.com')
    return refusal('invalid_request', 90002, `Tenant '${tenant}' not found.`);
  const clientId = asked.data.client_id.toLowerCase();
  if (clientId !== ids.tabClientId && clientId !== ids.botId)
    return refusal('unauthorized_client', 700016, `Application '${clientId}' was not found in the directory.`);
  const unproven = await whyUnproven(deps, asked.data);
  if (unproven) return unproven;
  if (asked.data.grant_type === 'client_credentials') return asApplication(deps, clientId, asked.data);
  if (asked.data.grant_type === onBehalfOfGrant) return onBehalfOf(deps, clientId, asked.data);
  return refusal('unsupported_grant_type', 70003, `The grant '${asked.data.grant_type}' is not supported.`);
}

/** An app proves itself with an assertion of its managed identity; the sandbox knows no secrets. */
async function whyUnproven(deps: GrantDeps, asked: Form): Promise<GrantAnswer | undefined> {
  if (asked.client_assertion_type !== assertionType || asked.client_assertion === undefined)
    return refusal('invalid_client', 7000218, "The request must contain 'client_assertion' or 'client_secret'.");
  const claims = await deps.key.verify(asked.client_assertion);
  if (claims?.aud === exchangeAudience && deps.isFederated()) return undefined;
  return refusal('invalid_client', 700213, 'No matching federated identity record found for the presented assertion.');
}

async function asApplication(deps: GrantDeps, clientId: string, asked: Form): Promise<GrantAnswer> {
  const resource = /^(https:\/\/[^/]+)\/+\.default$/.exec(asked.scope.split(' ')[0] ?? '')?.[1];
  if (resource !== graphAudience && resource !== botAudience)
    return refusal('invalid_scope', 1002012, `The scope '${asked.scope}' must be one resource with /.default.`);
  const roles = resource === graphAudience ? deps.consented('application') : [];
  const token = await deps.key.sign(applicationClaims(deps.ids, clientId, resource, roles));
  return { status: 200, body: { token_type: 'Bearer', expires_in: 3599, ext_expires_in: 3599, access_token: token } };
}

async function onBehalfOf(deps: GrantDeps, clientId: string, asked: Form): Promise<GrantAnswer> {
  if (asked.requested_token_use !== 'on_behalf_of' || asked.assertion === undefined)
    return refusal('invalid_request', 900144, "The request must contain 'requested_token_use' and 'assertion'.");
  const claims = await deps.key.verify(asked.assertion);
  if (!claims || claims['tid'] !== deps.ids.tenantId)
    return refusal('invalid_grant', 500133, 'Assertion is not within its valid time range, or not from this tenant.');
  if (claims.aud !== clientId)
    return refusal('invalid_grant', 500131, 'Assertion audience does not match the client app presenting it.');
  if (typeof claims['scp'] !== 'string')
    return refusal('invalid_grant', 240002, 'An app-only token cannot be used on behalf of a user.');
  const person = deps.personOf(String(claims['oid']));
  if (!person) return refusal('invalid_grant', 50034, 'The user account does not exist in the directory.');
  return forPerson(deps, person, asked.scope);
}

async function forPerson(deps: GrantDeps, person: EntraPerson, scope: string): Promise<GrantAnswer> {
  const interaction = deps.takeInteraction();
  const wanted = graphScopes(deps, scope);
  const missing = wanted.find((one) => !deps.consented('delegated').includes(one));
  if (missing !== undefined || interaction === 'consent_required')
    return refusal('invalid_grant', 65001, 'The user or administrator has not consented.', 'consent_required');
  if (interaction) return refusal('interaction_required', 50076, 'The user must use multi-factor authentication.');
  const [access, id] = await Promise.all([
    deps.key.sign(delegatedClaims(deps.ids, person, wanted)),
    deps.key.sign(idClaims(deps.ids, person)),
  ]);
  const answer = {
    token_type: 'Bearer',
    scope: wanted.map((one) => `${graphAudience}/${one}`).join(' '),
    expires_in: 4199,
    ext_expires_in: 4199,
    access_token: access,
    refresh_token: randomBytes(48).toString('base64url'),
    id_token: id,
    client_info: Buffer.from(JSON.stringify({ uid: person.id, utid: deps.ids.tenantId })).toString('base64url'),
  };
  return { status: 200, body: answer };
}

const ownScopes = new Set(['openid', 'profile', 'offline_access', 'email']);

/** The Graph permissions in a request; `.default` is everything that was consented to. */
function graphScopes(deps: GrantDeps, scope: string): readonly string[] {
  const asked = scope.split(' ').filter((one) => one !== '' && !ownScopes.has(one));
  const names = asked.map((one) => (one.startsWith(`${graphAudience}/`) ? one.slice(graphAudience.length + 1) : one));
  return names.includes('.default') ? deps.consented('delegated') : names;
}
