/** The sandbox for what is deployed: a door over TLS before each server, and the settings of a production process. */
import { randomBytes } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Certificate } from '../certificate.ts';
import { forwardTo, passOn } from '../forward.ts';
import { tlsPorts, type SandboxIds, type TlsPorts } from '../identity.ts';
import { listen, type Listening } from '../loopback.ts';
import { emulatorAccount } from '../storage/emulator.ts';
import type { Settings } from './settings.ts';

export type TlsName = keyof TlsPorts;
export type TlsUrls = Readonly<Record<TlsName, string>>;

export function tlsUrls(port: number): TlsUrls {
  const named = Object.entries(tlsPorts(port)).map(([name, one]) => [name, `https://127.0.0.1:${one}`]);
  return Object.fromEntries(named) as TlsUrls;
}

/** Storage speaks TLS itself. */
export type Targets = Omit<TlsUrls, 'blob' | 'queue' | 'table'>;

/** Says how it was called, as a balancer does; 502 while nobody listens behind it. */
export async function openTlsDoors(
  targets: Targets,
  { port, certificate }: { readonly port: number; readonly certificate: Certificate },
): Promise<() => Promise<void>> {
  const doors: { readonly door: Listening; readonly end: () => void }[] = [];
  const close = async (): Promise<void> => {
    await Promise.all(doors.map(({ door }) => door.close()));
    for (const { end } of doors) end();
  };
  try {
    for (const [name, target] of Object.entries(targets) as [TlsName, string][]) {
      const forward = forwardTo(target, {
        headers: { 'x-forwarded-proto': 'https' },
        lost: (res) => res.writeHead(502).end(),
      });
      const handler: Parameters<typeof listen>[0] = (req, res) =>
        forward.send(req, res, (answer) => passOn(answer, res));
      doors.push({ door: await listen(handler, tlsPorts(port)[name], certificate), end: () => forward.close() });
    }
    return close;
  } catch (error) {
    await close();
    throw error;
  }
}

/** What App Service hands to an app and nobody else: kept, so that a process outlives a restart of the sandbox. */
export async function identityHeader(dataDir: string): Promise<string> {
  const file = join(dataDir, 'identity-header');
  const kept = await readFile(file, 'utf8').catch(() => undefined);
  if (kept !== undefined) return kept;
  const made = randomBytes(24).toString('hex');
  await writeFile(file, made, { mode: 0o600 });
  return made;
}

export interface ProductionParts {
  readonly ids: SandboxIds;
  readonly port: number;
  readonly urls: TlsUrls;
  /** Inside the machine it is http, as on App Service. */
  readonly identity: { readonly url: string; readonly header: string };
  readonly identityKeyId: string;
  readonly mailFrom: string;
  readonly logLevel: string;
  readonly certificate: Certificate;
}

/** No secret but the header that App Service sets too; the certificate is trusted by Node's own setting. */
export function productionSettingsOf({ ids, urls, ...rest }: ProductionParts): Settings {
  const storage = (['table', 'queue', 'blob'] as const).map((name) => `${name}=${urls[name]}/${emulatorAccount}`);
  return {
    NODE_ENV: 'production',
    NODE_EXTRA_CA_CERTS: rest.certificate.certFile,
    PORT: String(rest.port),
    BASE_URL: urls.app,
    TENANT_ID: ids.tenantId,
    TAB_CLIENT_ID: ids.tabClientId,
    BOT_ID: ids.botId,
    BOT_TYPE: 'UserAssignedMSI',
    TEAMS_APP_ID: ids.manifestId,
    STORAGE_ACCOUNT: emulatorAccount,
    STORAGE_URLS: storage.join(','),
    COPIES_URL: `${urls.blob}/${emulatorAccount}/copies`,
    VAULT_URL: urls.vault,
    IDENTITY_KEY_ID: rest.identityKeyId,
    MANAGED_IDENTITY_CLIENT_ID: ids.botId,
    IDENTITY_ENDPOINT: rest.identity.url,
    IDENTITY_HEADER: rest.identity.header,
    GRAPH_URL: urls.graph,
    LOGIN_URL: urls.entra,
    CONNECTOR_HOSTS: new URL(urls.connector).host,
    BOT_METADATA_URL: `${urls.connector}/v1/.well-known/openidconfiguration`,
    MAIL_FROM: rest.mailFrom,
    LOG_LEVEL: rest.logLevel,
  };
}
