/** A bot made of botbuilder alone, so that the sandbox's connector is tried by the real client and its real checks. */
import { CloudAdapter, ConfigurationBotFrameworkAuthentication, type Activity, type TurnContext } from 'botbuilder';
import { ConnectorClient, TeamsConnectorClient, type ServiceClientCredentialsFactory } from 'botframework-connector';
import express from 'express';
import type { SandboxIds } from '../../src/sandbox/identity.ts';
import { listen } from '../../src/sandbox/loopback.ts';

const issuer = 'https://api.botframework.com';

export interface TestBot {
  readonly endpoint: string;
  /** Activities that passed the checks. */
  readonly received: Partial<Activity>[];
  /** The body with which invokes are answered. */
  answer: unknown;
  trust(metadataUrl: string): void;
  client(serviceUrl: string): ConnectorClient;
  teams(serviceUrl: string): TeamsConnectorClient;
  /** A call with the bot's token and without the SDK, which waits and tries again by itself. */
  raw(method: string, url: string, body: unknown): Promise<Response>;
  close(): Promise<void>;
}

export async function startTestBot(ids: SandboxIds, entraUrl: string): Promise<TestBot> {
  let adapter: OwnAdapter;
  const received: Partial<Activity>[] = [];
  const app = express().use(express.json());
  app.post('/api/messages', (req, res) => {
    const hear = async (context: TurnContext): Promise<void> => {
      received.push(context.activity);
      if (context.activity.type !== 'invoke') return;
      await context.sendActivity({ type: 'invokeResponse', value: { status: 200, body: bot.answer } });
    };
    adapter.receive(req.get('authorization') ?? '', req.body, hear).then(
      (answer) => res.status(answer?.status ?? 200).json(answer?.body),
      () => res.status(401).end(),
    );
  });
  const server = await listen(app, 0);

  async function token(): Promise<string> {
    const headers = { 'x-identity-header': 'test' };
    const answer = await fetch(`${entraUrl}/msi/token?resource=${encodeURIComponent(issuer)}`, { headers });
    return `Bearer ${((await answer.json()) as { access_token: string }).access_token}`;
  }
  const credentials = {
    signRequest: async <R extends { headers: { set(name: string, value: string): void } }>(request: R): Promise<R> => {
      request.headers.set('authorization', await token());
      return request;
    },
  } as ConstructorParameters<typeof ConnectorClient>[0];

  const bot: TestBot = {
    endpoint: `${server.url}/api/messages`,
    received,
    answer: undefined,
    trust: (metadataUrl) => (adapter = adapterFor(ids, metadataUrl)),
    client: (baseUri) => new ConnectorClient(credentials, { baseUri, noRetryPolicy: true }),
    teams: (baseUri) => new TeamsConnectorClient(credentials, { baseUri, noRetryPolicy: true }),
    raw: async (method, url, body) =>
      fetch(url, {
        method,
        headers: { authorization: await token(), 'content-type': 'application/json' },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }),
    close: () => server.close(),
  };
  return bot;
}

class OwnAdapter extends CloudAdapter {
  receive(authorization: string, activity: Activity, logic: (context: TurnContext) => Promise<void>) {
    return this.processActivity(authorization, activity, logic);
  }
}

function adapterFor(ids: SandboxIds, metadata: string): OwnAdapter {
  const credentials: ServiceClientCredentialsFactory = {
    isValidAppId: (appId) => Promise.resolve(appId === ids.botId),
    isAuthenticationDisabled: () => Promise.resolve(false),
    createCredentials: () =>
      Promise.resolve({ signRequest: () => Promise.reject(new Error('this bot answers through its client')) }),
  };
  const settings = {
    MicrosoftAppId: ids.botId,
    MicrosoftAppTenantId: ids.tenantId,
    MicrosoftAppType: 'SingleTenant',
    ToChannelFromBotLoginUrl: 'https://login.microsoftonline.com/botframework.com',
    ToChannelFromBotOAuthScope: issuer,
    ToBotFromChannelTokenIssuer: issuer,
    OAuthUrl: issuer,
    ToBotFromChannelOpenIdMetadataUrl: metadata,
    ToBotFromEmulatorOpenIdMetadataUrl: metadata,
    CallerId: 'urn:botframework:azure',
  };
  return new OwnAdapter(new ConfigurationBotFrameworkAuthentication(settings, credentials));
}

/** Status and code of a refusal as the connector client throws it. */
export function bodyOf(error: unknown): { status: number | undefined; code: string | undefined } {
  const { statusCode, body, code } = error as {
    statusCode?: number;
    code?: string;
    body?: { error?: { code?: string } };
  };
  return { status: statusCode, code: body?.error?.code ?? code };
}
