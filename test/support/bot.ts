/** The bot's real endpoint and the real Teams client over loopback, against the sandbox's connector and Entra. */
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import express, { type RequestHandler } from 'express';
import { createBotEndpoint } from '../../src/bot/endpoint.ts';
import { day, offsetClock } from '../../src/platform/clock.ts';
import type { CardAction } from '../../src/platform/doors.ts';
import { createGraph } from '../../src/platform/graph.ts';
import { newId } from '../../src/platform/ids.ts';
import type { Log } from '../../src/platform/log.ts';
import type { Platform } from '../../src/platform/platform.ts';
import { createAudit } from '../../src/platform/audit.ts';
import { createRing } from '../../src/platform/sealed.ts';
import { createTables } from '../../src/platform/tables.ts';
import { createTeams } from '../../src/platform/teams.ts';
import type { Say } from '../../src/platform/words.ts';
import type { ConnectorPerson } from '../../src/sandbox/connector/people.ts';
import { startConnector, type Connector } from '../../src/sandbox/connector/server.ts';
import { startGraph } from '../../src/sandbox/graph/server.ts';
import { listen } from '../../src/sandbox/loopback.ts';
import { generateOrganisation } from '../../src/sandbox/organisation/generate.ts';
import { ids, withEntra, type TestEntra } from './cloud.ts';
import { memoryBlobs } from './memory-blobs.ts';
import { testStorage } from './storage.ts';
import { testVault } from './vault.ts';

export const team = {
  id: '19:everyone@thread.tacv2',
  displayName: 'Everyone',
  aadGroupId: '00000000-0000-4000-b000-000000000001',
  channels: [
    { id: '19:everyone@thread.tacv2', displayName: 'General' },
    { id: '19:stories@thread.tacv2', displayName: 'Stories' },
  ],
  memberIds: [],
};

export type BotWorld = Awaited<ReturnType<typeof botWorld>>;

export async function botWorld(actions: readonly CardAction[] = [], says: readonly Say<never>[] = []) {
  const dataDir = await mkdtemp(join(tmpdir(), 'tandem-bot-'));
  const locales = new Map<string, string>();
  const clock = offsetClock();
  const logged: string[] = [];
  let endpoint: RequestHandler | undefined;
  let cloud: TestEntra | undefined;

  const web = express().use(express.json());
  web.post('/api/messages', (req, res, next) => endpoint?.(req, res, next));
  const app = await listen(web, 0);
  const botEndpoint = `${app.url}/api/messages`;
  const connector: Connector = await startConnector({
    port: 0,
    ids,
    dataDir,
    botEndpoint,
    teams: () => [team],
    now: () => clock.now(),
    personOf: (id) => accountOf(id, locales.get(id)),
    verifyBotToken: async (token) => (await cloud?.server.verifyBotToken(token)) ?? null,
  });
  const organisation = generateOrganisation({ seed: 7, people: 30, now: new Date(clock.now()) });
  const graphServer = await startGraph({
    organisation,
    port: 0,
    now: () => new Date(clock.now()),
    acceptToken: async (token) => (await cloud?.server.verifyGraphToken(token)) ?? null,
    onTeamsInstall: (id) => connector.installFor(id),
  });
  cloud = await withEntra({ settings: settingsFor(connector, graphServer.url) });

  const { config, outbound, entra } = cloud;
  const tables = createTables({ connection: await testStorage(), prefix: `b${newId().slice(0, 10)}` });
  await tables.prepare();
  const log = logInto(logged);
  const graph = createGraph({ outbound, entra, clock });
  const teams = createTeams({ config, outbound, tables, graph, entra, clock, log, pulse: { count: () => undefined } });
  // The bot's door needs no more of the platform than this.
  const ring = createRing({ tables, clock, vault: testVault }, 'audit');
  const audit = createAudit({ tables, blobs: memoryBlobs(), clock, ring });
  const deps = { config, clock, log, tables, teams, audit } as Partial<Platform> as Platform;
  endpoint = createBotEndpoint(deps, { actions, says });

  return {
    deps,
    teams,
    tables,
    connector,
    graphServer,
    clock,
    config,
    logged,
    dataDir,
    botEndpoint,
    /** Somebody new, for whom the app is not installed yet. */
    person(locale = 'en-GB'): string {
      const id = randomUUID();
      const [like] = organisation.people.filter((one) => one.role === 'employee');
      if (!like) throw new Error('the organisation has no employees');
      graphServer.addPerson({ ...like, id, userPrincipalName: `${id}@example.test` });
      locales.set(id, locale);
      return id;
    },
    pass: (days: number) => clock.setOffset(clock.now() + days * day - Date.now()),
    async close(): Promise<void> {
      await Promise.all([connector.close(), graphServer.close(), app.close(), cloud?.close()]);
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

function accountOf(id: string, locale: string | undefined): ConnectorPerson | undefined {
  return locale === undefined
    ? undefined
    : { id, displayName: 'Somebody', userPrincipalName: `${id}@example.test`, locale };
}

function settingsFor(connector: Connector, graphUrl: string): Record<string, string> {
  return {
    CONNECTOR_HOSTS: new URL(connector.url).host,
    BOT_METADATA_URL: connector.metadataUrl,
    GRAPH_URL: graphUrl,
    TEAMS_APP_ID: ids.manifestId,
  };
}

/** A log whose lines a test can read. */
export function logInto(lines: string[]): Log {
  const keep = (facts: Record<string, unknown>, message: string): void => {
    lines.push(`${message} ${JSON.stringify(facts)}`);
  };
  return { debug: () => undefined, info: keep, warn: keep, error: keep };
}
