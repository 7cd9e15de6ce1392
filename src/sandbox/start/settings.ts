/** The settings with which the product runs on the sandbox: the names of `config.ts`, written to DATA/sandbox.env. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { SandboxIds } from '../identity.ts';
import { deployment } from '../model/server.ts';

export interface SettingsParts {
  readonly ids: SandboxIds;
  readonly urls: {
    readonly app: string;
    readonly host: string;
    readonly graph: string;
    readonly entra: string;
    readonly connector: string;
    readonly vault: string;
    /** Where the sandbox has one. */
    readonly model?: string;
    readonly traces?: string;
  };
  readonly storageConnection: string;
  readonly identityKeyId: string;
  readonly worker: boolean;
  /** The organisation's own mailbox for mentoring. */
  readonly mailFrom: string;
  readonly logLevel: string;
  readonly tabDir: string;
}

const playground = 'localhost:56150';

export type Settings = Readonly<Record<string, string>>;

export function settingsOf({ ids, urls, ...rest }: SettingsParts): Settings {
  return {
    NODE_ENV: 'development',
    PORT: new URL(urls.app).port,
    BASE_URL: urls.app,
    ROLES: rest.worker ? 'web,worker' : 'web',
    TENANT_ID: ids.tenantId,
    TAB_CLIENT_ID: ids.tabClientId,
    BOT_ID: ids.botId,
    BOT_TYPE: 'UserAssignedMSI',
    TEAMS_APP_ID: ids.manifestId,
    STORAGE_CONNECTION: rest.storageConnection,
    ...copiesIn(rest.storageConnection),
    VAULT_URL: urls.vault,
    IDENTITY_KEY_ID: rest.identityKeyId,
    MANAGED_IDENTITY_URL: `${urls.entra}/msi/token`,
    GRAPH_URL: urls.graph,
    LOGIN_URL: urls.entra,
    // The first is where people are written to who never wrote; the second is Microsoft's Agents Playground.
    CONNECTOR_HOSTS: [new URL(urls.connector).host, playground].join(','),
    BOT_METADATA_URL: `${urls.connector}/v1/.well-known/openidconfiguration`,
    HOST_ORIGINS: [urls.host, urls.host.replace('127.0.0.1', 'localhost')].join(','),
    CLOCK_URL: `${urls.host}/clock`,
    // Whoever moves the clock by months waits for every reading.
    DIRECTORY_HOURS: '24',
    ...(urls.model === undefined ? {} : { MODEL_URL: urls.model, MODEL_DEPLOYMENT: deployment }),
    ...(urls.traces === undefined ? {} : { OTEL_EXPORTER_OTLP_ENDPOINT: urls.traces, TELEMETRY_SHARE: '1' }),
    ...{ MAIL_FROM: rest.mailFrom, LOG_LEVEL: rest.logLevel },
    TAB_DIR: rest.tabDir,
  };
}

/** The sandbox has one account: its copies stand beside what they are copies of. Whoever moves the clock by months waits for each look. */
function copiesIn(connection: string): Settings {
  const blobs = /BlobEndpoint=([^;]+)/.exec(connection)?.[1];
  return blobs === undefined ? {} : { COPIES_URL: `${blobs}/copies`, COPY_HOURS: '24' };
}

/** In the form that `npm run worker -- --env FILE`, `node --env-file` and a shell read. */
export async function writeSettings(dataDir: string, settings: Settings, name = 'sandbox.env'): Promise<string> {
  const file = join(dataDir, name);
  const lines = Object.entries(settings).map(([name, value]) => `${name}="${value}"\n`);
  await writeFile(file, lines.join(''), { mode: 0o600 });
  return file;
}
