/** Microsoft Entra ID: who the person in the tab is, and the tokens with which we call Graph and the bot connector. */
import type { Config } from '../config.ts';
import type { Clock } from './clock.ts';
import { createExchange } from './entra/exchange.ts';
import { keptToken } from './entra/kept-token.ts';
import { managedIdentityToken } from './entra/managed-identity.ts';
import { agreedIn, grantedIn } from './entra/granted.ts';
import { tabTokenReader, type TabIdentity } from './entra/tab-token.ts';
import { describeError, type Log } from './log.ts';
import { graphOrigin, type Outbound } from './outbound.ts';

export type { TabIdentity } from './entra/tab-token.ts';

export interface Entra {
  /** Fetches the keys by which tab tokens are checked, unless they are here. Failure `unavailable` when they cannot be had. */
  prepare(): Promise<void>;
  /** Failure `not-signed-in` with `token-refused` or `token-expired`; `unavailable` when Entra's keys cannot be had. */
  verifyTabToken(token: string): Promise<TabIdentity>;
  /**
   * A Graph token with the rights of the person whose tab token this is; `scopes` such as `Calendars.ReadWrite`.
   * Failure `consent-needed` when nobody has agreed to it yet, `token-expired` when the tab must get a new token.
   */
  graphTokenFor(assertion: string, scopes: readonly string[]): Promise<string>;
  /** A Graph token with the app's own rights. */
  graphAppToken(): Promise<string>;
  /** A token for the bot connector. */
  botToken(): Promise<string>;
  /** A proof of the managed identity, with which the app signs in. */
  identityProof(): Promise<string>;
  /** What the app is granted by now, by a token that was never kept. Failure as `graphAppToken`; `aadstsIn` tells Entra's code. */
  grantedNow(): Promise<Granted>;
  /** What was agreed to for this person: the delegated permissions of a new token for everything. */
  agreedFor(assertion: string): Promise<readonly string[]>;
}

export interface Granted {
  readonly tenantId: string;
  readonly permissions: readonly string[];
}

export interface EntraDeps {
  readonly config: Config;
  readonly outbound: Outbound;
  readonly clock: Clock;
  readonly log: Log;
  /** Milliseconds after a fetch of Entra's keys before an unknown key makes us fetch them again. */
  readonly keyCooldown?: number;
}

const botResource = 'https://api.botframework.com';

export function createEntra(deps: EntraDeps): Entra {
  const { config, clock, log } = deps;
  const tabTokens = tabTokenReader(deps, deps.keyCooldown);
  const proof = keptToken(clock, () => managedIdentityToken(deps, 'api://AzureADTokenExchange'));
  const tab = createExchange(deps, config.tabClientId, proof);

  // The app registration and not the managed identity calls Graph: rights that the manifest gives ("Self" installation,
  // resource-specific consent) belong to the id in its webApplicationInfo, and one consent page shows all of them.
  const graphAppToken = keptToken(clock, () => tab.asApplication(graphOrigin));
  const botToken = keptToken(clock, () =>
    config.botType === 'UserAssignedMSI'
      ? managedIdentityToken(deps, botResource, config.botId)
      : createExchange(deps, config.botId, proof).asApplication(botResource),
  );

  return {
    prepare: () => tabTokens.prepare(),
    async verifyTabToken(token) {
      return tabTokens.read(token).catch((problem: unknown) => {
        const { message, cause } = describeError(problem);
        log.warn({ problem: message, cause }, 'tab token refused');
        throw problem;
      });
    },
    graphTokenFor: (assertion, scopes) =>
      tab.onBehalfOf(
        assertion,
        scopes.map((scope) => `${graphOrigin}/${scope}`),
      ),
    graphAppToken,
    botToken,
    identityProof: proof,
    grantedNow: async () => grantedIn((await tab.asApplication(graphOrigin)).value),
    agreedFor: async (assertion) => agreedIn(await tab.onBehalfOf(assertion, [`${graphOrigin}/.default`])),
  };
}
