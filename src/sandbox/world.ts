/** Puts the sandbox together, once: storage, clock, Entra, Graph, connector, vault, host, and the product on top of them. */
import { createTables } from '../platform/tables.ts';
import { goBackToTheBeginning } from './acts/story.ts';
import { actsOf } from './acts/table.ts';
import { openCertificate, type Certificate } from './certificate.ts';
import { openClock, type SandboxClock } from './clock/server.ts';
import { startConnector, type Connector } from './connector/server.ts';
import type { SandboxTeam } from './connector/places.ts';
import { createDrain, type Drain } from './drain.ts';
import { startEntra, type Entra } from './entra/server.ts';
import type { EntraPerson } from './entra/tokens.ts';
import { startGraph, type SandboxGraph } from './graph/server.ts';
import { startHost } from './host/server.ts';
import { Unwelcome, type HostWorld, type Service } from './host/world.ts';
import { sandboxIds, sandboxPorts, tlsPorts, type SandboxIds, type SandboxPorts } from './identity.ts';
import { startModel, type ModelServer } from './model/server.ts';
import { generateOrganisation } from './organisation/generate.ts';
import type { Organisation, SandboxPerson } from './organisation/model.ts';
import type { DataFolder } from './start/data-folder.ts';
import type { StartOptions } from './start/options.ts';
import { startProduct, type Product } from './start/product.ts';
import {
  identityHeader,
  openTlsDoors,
  productionSettingsOf,
  tlsUrls,
  type Targets,
  type TlsUrls,
} from './start/production.ts';
import { settingsOf, writeSettings } from './start/settings.ts';
import type { SandboxPages } from './start/pages.ts';
import { newTelling, type Telling } from './start/telling.ts';
import { startStorage, type Storage } from './storage/server.ts';
import { startCollector, type Collector } from './traces/server.ts';
import { startVault, type Vault } from './vault/server.ts';
import type { FaultKind } from './faults.ts';

export interface Sandbox {
  readonly urls: Readonly<Record<'host' | 'app' | 'graph' | 'entra' | 'connector' | 'storage', string>>;
  readonly world: HostWorld & { readonly story: Telling };
  /** A new organisation, whose history is still to be told. */
  readonly hasStory: boolean;
  /** Resolves with a sentence when the product ended by itself. */
  readonly died: Promise<string>;
  /** Stops everything, the data kept. */
  close(): Promise<void>;
}

/** What is started so far, to be stopped in the opposite order: those who write before those who keep. */
type Closers = (() => Promise<void> | void)[];

interface Servers {
  readonly organisation: Organisation;
  readonly ids: SandboxIds;
  readonly clock: SandboxClock;
  readonly storage: Storage;
  readonly graph: SandboxGraph;
  readonly entra: Entra;
  readonly connector: Connector;
  readonly vault: Vault;
  readonly model?: ModelServer;
  readonly collector?: Collector;
  /** What is deployed comes in over TLS. */
  readonly tls?: { readonly certificate: Certificate; readonly urls: TlsUrls; readonly header: string };
}

export async function startSandbox(options: StartOptions, folder: DataFolder, pages: SandboxPages): Promise<Sandbox> {
  const closers: Closers = [];
  const close = async (): Promise<void> => {
    for (const stop of closers.splice(0).toReversed()) await Promise.resolve(stop()).catch(() => undefined);
  };
  try {
    return await build(options, folder, pages, { closers, close });
  } catch (error) {
    await close();
    throw error;
  }
}

async function build(
  options: StartOptions,
  folder: DataFolder,
  pages: SandboxPages,
  { closers, close }: { closers: Closers; close: () => Promise<void> },
): Promise<Sandbox> {
  const ports = sandboxPorts(options.port);
  const servers = await startServers(options, folder, ports, closers);
  const world = worldOf(servers, options.port);
  const host = await startHost({ port: ports.host, world, acts: actsOf(world), pageDir: pages.hostDir });
  closers.push(
    () => host.close(),
    () => servers.clock.stop(),
  );
  const hasStory = folder.isNew && folder.story === 'begun';
  if (hasStory) await goBackToTheBeginning(world);
  const product = await startApp(options, servers, { hostUrl: host.url, appUrl: world.appUrl, tabDir: pages.tabDir });
  closers.push(() => product?.stop());
  await pages.ready;
  const { graph, entra, connector, storage } = servers;
  const urls = { host: host.url, app: world.appUrl, graph: graph.url, entra: entra.url, connector: connector.localUrl };
  return {
    urls: { ...urls, storage: storage.urls.blob },
    world,
    hasStory,
    died: product?.died ?? new Promise(() => undefined),
    close,
  };
}

async function startServers(
  { port, dataDir, fresh, today, production, model: withModel, traces }: StartOptions,
  { seed, people, begun, isNew }: DataFolder,
  ports: SandboxPorts,
  closers: Closers,
): Promise<Servers> {
  const ids = sandboxIds(seed);
  const clock = await openClock(dataDir);
  if (isNew && today !== undefined) await clock.set(Date.parse(begun));
  const tls = production ? await tlsOf(dataDir, port) : undefined;
  const starting = startStorage({
    ports,
    dataDir,
    fresh,
    secure: tls && { certificate: tls.certificate, ports: tlsPorts(port) },
  });
  const organisation = generateOrganisation({ seed, people, now: new Date(begun) });
  const storage = await starting;
  closers.push(() => storage.close());
  const personOf = (id: string): SandboxPerson | undefined => graph.person(id);
  const signInOf = (id: string): EntraPerson | undefined =>
    personOf(id)?.accountEnabled ? tokenPersonOf(id) : undefined;
  const tokenPersonOf = (id: string): EntraPerson | undefined => entraPerson(personOf(id), graph.appRolesOf(id));
  const entra = await startEntra({
    ...{ port: ports.entra, ids, dataDir, personOf: signInOf, tabPersonOf: tokenPersonOf },
    identityHeader: tls?.header,
  });
  // After Entra, whose key it checks tokens with: together, each would make one in a new folder.
  const vault = await startVault({
    ...{ port: ports.vault, dataDir, tenantId: ids.tenantId, publicUrl: tls?.urls.vault },
  });
  closers.push(
    () => entra.close(),
    () => vault.close(),
  );
  const model = withModel ? await startModel({ port: 0, dataDir, tenantId: ids.tenantId }) : undefined;
  const collector = traces ? await startCollector() : undefined;
  closers.push(
    () => model?.close(),
    () => collector?.close(),
  );
  const connector = await startConnector({
    port: ports.connector,
    ids,
    dataDir,
    publicUrl: tls?.urls.connector,
    botEndpoint: `http://127.0.0.1:${ports.app}/api/messages`,
    personOf: (id) => connectorPerson(personOf(id)),
    teams: () => teamsOf(organisation),
    playgroundPeople: organisation.people
      .filter(({ role, accountEnabled }) => role === 'employee' && accountEnabled)
      .map(({ id }) => id),
    verifyBotToken: (token) => entra.verifyBotToken(token),
    now: () => clock.now(),
  });
  closers.push(() => connector.close());
  const graph = await startGraph({
    organisation,
    port: ports.graph,
    dataDir,
    acceptToken: (token) => entra.verifyGraphToken(token),
    now: () => new Date(clock.now()),
    onTeamsInstall: (personId) => connector.installFor(personId),
    chatIdOf: (personId) => connector.chatIdOf(personId),
    reach: (url) => (tls ? url.replace(tls.urls.app, `http://127.0.0.1:${ports.app}`) : url),
  });
  closers.push(() => graph.close());
  const servers: Servers = {
    ...{ organisation, ids, clock, storage, graph, entra, connector, vault },
    ...(model ? { model } : {}),
    ...(collector ? { collector } : {}),
  };
  if (!tls) return servers;
  closers.push(await openTlsDoors(plainUrls(servers, ports.app), { port, certificate: tls.certificate }));
  return { ...servers, tls };
}

async function tlsOf(dataDir: string, port: number): Promise<NonNullable<Servers['tls']>> {
  const [certificate, header] = await Promise.all([openCertificate(dataDir), identityHeader(dataDir)]);
  return { certificate, header, urls: tlsUrls(port) };
}

function plainUrls({ graph, entra, connector, vault }: Omit<Servers, 'tls'>, port: number): Targets {
  const app = `http://127.0.0.1:${port}`;
  const local = connector.localUrl;
  return { app, graph: graph.url, entra: entra.url, connector: local, vault: vault.url };
}

function worldOf(servers: Servers, port: number): Sandbox['world'] {
  const { ids, organisation, clock, entra, connector, graph, storage } = servers;
  return {
    ...{ ids, organisation, clock, entra, connector, graph },
    drain: drainOf(storage, clock),
    appUrl: `http://127.0.0.1:${port}`,
    story: newTelling(),
    modelAsked: servers.model?.asked ?? [],
    collector: servers.collector,
    inject: (service, kind, count) => inject(servers, service, kind, count),
  };
}

function drainOf(storage: Storage, clock: SandboxClock): Drain {
  return createDrain({ tables: createTables({ prefix: '', connection: storage.ownConnection }), clock });
}

function inject({ storage, ...servers }: Servers, service: Service, kind: FaultKind, count: number): void {
  if (service === 'tables' || service === 'queues') storage.inject(service, kind, count);
  else {
    const server = servers[service];
    if (!server) throw new Unwelcome(400, 'This sandbox has no language model: start it with --model.');
    server.inject(kind, count);
  }
}

/** Nothing is started where what is deployed will be: its settings are written instead. */
async function startApp(
  { port, dataDir, graphUrl, worker, logLevel }: StartOptions,
  { ids, storage, graph, entra, connector, vault, model, collector, tls }: Servers,
  { hostUrl, appUrl, tabDir }: { hostUrl: string; appUrl: string; tabDir: string },
): Promise<Product | undefined> {
  const urls = { app: appUrl, host: hostUrl, graph: graphUrl ?? graph.url };
  const identityKeyId = await vault.keyId('identity');
  const mailFrom = graph.people().find(({ mailbox }) => mailbox?.purpose === 'shared')?.mail ?? '';
  const settings = settingsOf({
    ids,
    urls: {
      ...{ ...urls, entra: entra.url, connector: connector.url, vault: tls?.urls.vault ?? vault.url },
      ...(model ? { model: model.url } : {}),
      ...(collector ? { traces: collector.url } : {}),
    },
    storageConnection: storage.connectionString,
    ...{ identityKeyId, mailFrom, worker, logLevel, tabDir },
  });
  await writeSettings(dataDir, settings);
  if (!tls) return startProduct(settings);
  const identity = { url: `${entra.url}/msi/token`, header: tls.header };
  const { certificate } = tls;
  const deployed = { ids, port, urls: tls.urls, identity, identityKeyId, mailFrom, logLevel, certificate };
  await writeSettings(dataDir, productionSettingsOf(deployed), 'production.env');
  return undefined;
}

function entraPerson(person: SandboxPerson | undefined, roles: readonly string[]): EntraPerson | undefined {
  if (!person) return undefined;
  const { id, displayName, userPrincipalName } = person;
  return { id, displayName, userPrincipalName, roles };
}

function connectorPerson(person: SandboxPerson | undefined) {
  if (!person) return undefined;
  const { id, displayName, userPrincipalName, givenName, surname, mailbox } = person;
  return {
    ...{ id, displayName, userPrincipalName, locale: person.preferredLanguage ?? mailbox?.locale ?? 'en-GB' },
    ...(mailbox ? { timeZone: mailbox.ianaZone } : {}),
    ...(givenName === null ? {} : { givenName }),
    ...(surname === null ? {} : { surname }),
  };
}

/** Teams takes the id of the general channel for the team's own. */
function teamsOf({ teams, groups }: Organisation): SandboxTeam[] {
  return teams.map(({ id, displayName, channels }) => ({
    id: channels[0]?.id ?? id,
    displayName,
    aadGroupId: id,
    channels,
    memberIds: groups.find((group) => group.id === id)?.memberIds ?? [],
  }));
}
