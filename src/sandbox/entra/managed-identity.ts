/** The token service of a managed identity, as App Service and as virtual machines offer it: no secret is ever needed. */
import { Router, type Request } from 'express';
import { seededGuid } from '../identity.ts';
import { validFor } from '../signing.ts';
import type { GrantAnswer, GrantDeps } from './grants.ts';
import { applicationClaims, botAudience, exchangeAudience, graphAudience } from './tokens.ts';

const paths = ['/msi/token', '/metadata/identity/oauth2/token'];

/** The app's one identity is that of its bot; App Service says this of any other. */
const noSuchIdentity =
  'No User Assigned or Delegated Managed Identity found for specified ClientId/ResourceId/PrincipalId.';

/** `GET ?resource=…`: an access token for the resource, or the assertion that stands for the app at Entra. */
export function managedIdentityRoutes(deps: GrantDeps): Router {
  return Router().get(paths, (req, res, next) => {
    tokenFor(deps, req).then(({ status, body }) => res.status(status).json(body), next);
  });
}

async function tokenFor(deps: GrantDeps, { headers, query }: Request): Promise<GrantAnswer> {
  // Without one of these headers a page in a browser could be led here: both services insist.
  if (headers.metadata === undefined && headers['x-identity-header'] === undefined)
    return { status: 400, body: { error: 'invalid_request', error_description: 'A required header is missing.' } };
  const { resource: asked } = query;
  const secret = headers['x-identity-header'];
  if (secret !== undefined && deps.identityHeader !== undefined && secret !== deps.identityHeader)
    return {
      status: 401,
      body: { statusCode: 401, message: 'The header X-IDENTITY-HEADER is not the one of this machine.' },
    };
  if (query['client_id'] !== undefined && query['client_id'] !== deps.ids.botId)
    return { status: 400, body: { statusCode: 400, message: noSuchIdentity } };
  if (typeof asked !== 'string' || asked === '')
    return { status: 400, body: { error: 'invalid_resource', error_description: 'No resource is named.' } };
  const resource = asked.replace(/(\/\.default|\/)$/, '');
  const clientId = actingFor(deps, resource);
  const roles = resource === graphAudience ? deps.consented('application') : [];
  const { nbf, exp } = validFor(3600);
  const token = {
    access_token: await deps.key.sign(applicationClaims(deps.ids, clientId, resource, roles)),
    client_id: clientId,
    expires_in: '3600',
    expires_on: String(exp),
    not_before: String(nbf),
    resource,
    token_type: 'Bearer',
  };
  return { status: 200, body: token };
}

/** A bot of the type UserAssignedMSI is the managed identity itself; everything else the identity does in its own name. */
function actingFor({ ids }: GrantDeps, resource: string): string {
  if (resource === botAudience) return ids.botId;
  return resource === exchangeAudience ? seededGuid(0, ids.tenantId, 'managed-identity') : ids.tabClientId;
}
