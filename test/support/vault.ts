/** The platform's vault client against the sandbox's vault and Entra: one of each for the whole run, started when first asked. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemClock } from '../../src/platform/clock.ts';
import { createOutbound, outboundRules } from '../../src/platform/outbound.ts';
import { createVault, type Vault } from '../../src/platform/vault.ts';
import { startEntra } from '../../src/sandbox/entra/server.ts';
import { startVault, type Vault as VaultServer } from '../../src/sandbox/vault/server.ts';
import { ids, testConfig } from './cloud.ts';

interface Running {
  readonly server: VaultServer;
  readonly client: Vault;
  /** With which a process of its own reaches it. */
  readonly settings: Readonly<Record<string, string>>;
  /** A new version of the key in the vault, as an administrator makes it. */
  rotate(): Promise<void>;
}

let running: Promise<Running> | undefined;

export function runningVault(): Promise<Running> {
  running ??= start();
  return running;
}

async function start(): Promise<Running> {
  const dataDir = mkdtempSync(join(tmpdir(), 'tandem-vault-'));
  process.once('exit', () => rmSync(dataDir, { recursive: true, force: true }));
  const entra = await startEntra({ port: 0, ids, dataDir, personOf: () => undefined });
  const server = await startVault({ port: 0, dataDir, tenantId: ids.tenantId });
  const services = { LOGIN_URL: entra.url, MANAGED_IDENTITY_URL: `${entra.url}/msi/token` };
  const settings = { ...services, VAULT_URL: server.url, IDENTITY_KEY_ID: await server.keyId('identity') };
  const config = testConfig(settings);
  const outbound = createOutbound(outboundRules(config));
  const rotate = async (): Promise<void> => {
    const token = await fetch(`${entra.url}/msi/token?resource=https://vault.azure.net`, {
      headers: { Metadata: 'true' },
    });
    const { access_token } = (await token.json()) as { access_token: string };
    const headers = { authorization: `Bearer ${access_token}`, 'content-type': 'application/json' };
    const body = JSON.stringify({ kty: 'RSA' });
    const made = await fetch(`${server.url}/keys/identity/create?api-version=7.4`, { method: 'POST', headers, body });
    if (!made.ok) throw new Error(`the vault made no new version: ${made.status}`);
  };
  return { server, client: createVault({ config, outbound, clock: systemClock }), settings, rotate };
}

/** Starts nothing before it is used. */
export const testVault: Vault = {
  wrap: async (key) => (await runningVault()).client.wrap(key),
  unwrap: async (wrapped) => (await runningVault()).client.unwrap(wrapped),
  newest: async () => (await runningVault()).client.newest(),
};
