/** Tokens of the managed identity, from the address that App Service and Container Apps offer inside the machine. */
import { z } from 'zod';
import type { Config } from '../../config.ts';
import { Failure } from '../errors.ts';
import type { Outbound } from '../outbound.ts';
import { askEntra, parseJson } from './ask.ts';
import type { Token } from './kept-token.ts';

const given = z.object({ access_token: z.string().min(1), expires_on: z.coerce.number().positive() });

/** Throws a Failure when there is no managed identity, or when it does not answer as it should. */
export async function managedIdentityToken(
  { config, outbound }: { readonly config: Config; readonly outbound: Outbound },
  resource: string,
  clientId = config.managedIdentity.clientId,
): Promise<Token> {
  const { url, header } = config.managedIdentity;
  if (url === undefined) throw new Failure('unavailable', 'identity-not-set-up');
  const address = new URL(url);
  address.searchParams.set('resource', resource);
  address.searchParams.set('api-version', '2019-08-01');
  if (clientId !== undefined) address.searchParams.set('client_id', clientId);
  const headers = header === undefined ? { Metadata: 'true' } : { 'X-IDENTITY-HEADER': header };
  const answer = await askEntra(outbound, { method: 'GET', url: address.href, headers });
  const token = given.safeParse(answer.status === 200 ? parseJson(answer.body) : undefined);
  if (!token.success)
    throw new Failure('unavailable', 'entra-down', { cause: new Error(`managed identity answered ${answer.status}`) });
  return { value: token.data.access_token, until: token.data.expires_on * 1000 };
}
