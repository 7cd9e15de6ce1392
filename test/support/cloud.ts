/** The platform's real clients against the sandbox's Entra and Graph. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig, type Config } from '../../src/config.ts';
import { systemClock, type Clock } from '../../src/platform/clock.ts';
import { createEntra, type Entra } from '../../src/platform/entra.ts';
import { createGraph, type Graph } from '../../src/platform/graph.ts';
import { silentLog } from '../../src/platform/log.ts';
import { createOutbound, outboundRules, type Outbound } from '../../src/platform/outbound.ts';
import { startEntra, type Entra as SandboxEntra, type EntraOptions } from '../../src/sandbox/entra/server.ts';
import { startGraph, type SandboxGraph } from '../../src/sandbox/graph/server.ts';
import { sandboxIds, type SandboxIds } from '../../src/sandbox/identity.ts';
import { generateOrganisation } from '../../src/sandbox/organisation/generate.ts';

export const ids: SandboxIds = sandboxIds(7);

export function testConfig(settings: Readonly<Record<string, string>> = {}): Config {
  return readConfig({
    BASE_URL: 'https://tandem.example',
    TENANT_ID: ids.tenantId,
    TAB_CLIENT_ID: ids.tabClientId,
    BOT_ID: ids.botId,
    BOT_TYPE: 'UserAssignedMSI',
    STORAGE_CONNECTION: 'UseDevelopmentStorage=true',
    ...settings,
  });
}

export interface TestEntra {
  readonly server: SandboxEntra;
  readonly config: Config;
  readonly outbound: Outbound;
  readonly entra: Entra;
  close(): Promise<void>;
}

type Wish = Partial<Omit<EntraOptions, 'ids' | 'dataDir'>> & {
  readonly settings?: Readonly<Record<string, string>>;
  readonly clock?: Clock;
  /** 0 by default, for tests of keys that change; what ships has 30 s. */
  readonly keyCooldown?: number;
};

/** The sandbox's Entra on a free port, and our client that is set up for it. */
export async function withEntra({
  settings,
  clock = systemClock,
  keyCooldown = 0,
  ...wish
}: Wish = {}): Promise<TestEntra> {
  const dataDir = await mkdtemp(join(tmpdir(), 'tandem-entra-'));
  const server = await startEntra({ port: 0, personOf: () => undefined, ...wish, ids, dataDir });
  const config = testConfig({ LOGIN_URL: server.url, MANAGED_IDENTITY_URL: `${server.url}/msi/token`, ...settings });
  const outbound = createOutbound(outboundRules(config));
  const entra = createEntra({ config, outbound, clock, log: silentLog, keyCooldown });
  const close = async (): Promise<void> => {
    await server.close();
    await rm(dataDir, { recursive: true, force: true });
  };
  return { server, config, outbound, entra, close };
}

export interface TestGraph extends TestEntra {
  readonly graphServer: SandboxGraph;
  readonly graph: Graph;
  /** The tab token of a person. */
  tokenOf(personId: string): Promise<string>;
}

const today = new Date('2026-11-23T08:00:00Z');

/** The sandbox's Graph and Entra for a small organisation, and our clients that are set up for them. */
export async function withGraph(people = 60, wish: Wish = {}): Promise<TestGraph> {
  const organisation = generateOrganisation({ seed: 7, people, now: today });
  const accounts = new Map(organisation.people.map((person) => [person.id, person]));
  const accountOf = (id: string) => {
    const person = accounts.get(id);
    return person && { ...person, roles: graphServer.appRolesOf(id) };
  };
  const base = await withEntra({ ...wish, personOf: accountOf });
  const acceptToken = (token: string): ReturnType<SandboxEntra['verifyGraphToken']> =>
    base.server.verifyGraphToken(token);
  const graphServer = await startGraph({ organisation, port: 0, acceptToken, now: () => today });
  const config: Config = { ...base.config, endpoints: { ...base.config.endpoints, graph: graphServer.url } };
  const outbound = createOutbound(outboundRules(config));
  const graph = createGraph({ outbound, entra: base.entra, clock: systemClock, graphUrl: graphServer.url });
  return {
    ...base,
    config,
    outbound,
    graphServer,
    graph,
    tokenOf: (personId) => base.server.tabToken(personId),
    close: async () => {
      await graphServer.close();
      await base.close();
    },
  };
}
