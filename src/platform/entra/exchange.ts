/** The app's own way into Entra: MSAL, without a secret, with an assertion of the managed identity as the proof. */
import { ConfidentialClientApplication, InteractionRequiredAuthError } from '@azure/msal-node';
import type { AuthenticationResult, INetworkModule, NetworkRequestOptions, NetworkResponse } from '@azure/msal-node';
import type { Config } from '../../config.ts';
import { Failure, isFailure } from '../errors.ts';
import { loginOrigin, type Outbound } from '../outbound.ts';
import { askEntra, parseJson } from './ask.ts';
import type { Token } from './kept-token.ts';

export interface Exchange {
  /** A token for these scopes with the rights of the person whose tab token this is. */
  onBehalfOf(assertion: string, scopes: readonly string[]): Promise<string>;
  /** A token of the app itself, for everything it was granted at this resource. */
  asApplication(resource: string): Promise<Token>;
}

/** MSAL keeps every person's tokens in memory for good: so many exchanges, and it begins anew. */
const exchangesKept = 2_000;

export function createExchange(
  { config, outbound }: { readonly config: Config; readonly outbound: Outbound },
  clientId: string,
  proof: () => Promise<string>,
): Exchange {
  const app = new ConfidentialClientApplication({
    auth: { clientId, authority: `${loginOrigin}/${config.tenantId}`, clientAssertion: proof },
    system: { networkClient: networkOver(outbound), disableInternalRetries: true },
  });
  let exchanges = 0;

  async function tokenBy(ask: () => Promise<AuthenticationResult | null>): Promise<Token> {
    // MSAL's own callback would hide why there is no proof.
    await proof();
    const result = await ask().catch((problem: unknown) => {
      // After one bad answer MSAL refuses the same request for everybody for a minute, and keeps that in its cache.
      app.clearCache();
      throw failureOf(problem);
    });
    if (result === null) throw new Failure('unavailable', 'entra-down');
    return { value: result.accessToken, until: result.expiresOn?.getTime() ?? 0 };
  }

  return {
    async onBehalfOf(assertion, scopes) {
      exchanges += 1;
      if (exchanges % exchangesKept === 0) app.clearCache();
      const ask = { oboAssertion: assertion, scopes: [...scopes] };
      return (await tokenBy(() => app.acquireTokenOnBehalfOf(ask))).value;
    },
    asApplication: (resource) =>
      tokenBy(() => app.acquireTokenByClientCredential({ scopes: [`${resource}/.default`], skipCache: true })),
  };
}

/** AADSTS500133 and 50013: the tab's token has ended; the tab can get a new one by itself. */
const endedAssertion = /AADSTS(500133|50013|500137)\b/;

function failureOf(problem: unknown): Failure {
  if (isFailure(problem)) return problem;
  const cause = problem;
  if (problem instanceof InteractionRequiredAuthError) return new Failure('unavailable', 'consent-needed', { cause });
  if (problem instanceof Error && endedAssertion.test(problem.message))
    return new Failure('not-signed-in', 'token-expired', { cause });
  return new Failure('unavailable', 'entra-down', { cause });
}

/** Entra's own number behind a Failure, such as 700016: that the app is not known in this tenant. */
export function aadstsIn(error: unknown): number | undefined {
  const cause = isFailure(error) ? error.cause : error;
  const found = /AADSTS(\d+)/.exec(cause instanceof Error ? cause.message : '')?.[1];
  return found === undefined ? undefined : Number(found);
}

function networkOver(outbound: Outbound): INetworkModule {
  async function send<T>(method: string, url: string, options?: NetworkRequestOptions): Promise<NetworkResponse<T>> {
    const { headers = {}, body } = options ?? {};
    const answer = await askEntra(outbound, { method, url, headers, ...(body === undefined ? {} : { body }) });
    return {
      status: answer.status,
      headers: Object.fromEntries(answer.headers),
      body: (parseJson(answer.body) ?? {}) as T,
    };
  }
  return {
    sendGetRequestAsync: (url, options) => send('GET', url, options),
    sendPostRequestAsync: (url, options) => send('POST', url, options),
  };
}
