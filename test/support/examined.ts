/**
 * An installation that can be examined: the sandbox's servers, the product's own web door over them, and a sign of life of a worker, all
 * in this process. Whatever a test plants is planted in one of the servers, in the storage or in the settings.
 */
import { createServer, type Server } from 'node:http';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RequestListener } from 'node:http';
import { createApi } from '../../src/api/main.ts';
import { createBotEndpoint } from '../../src/bot/endpoint.ts';
import { readConfig } from '../../src/config.ts';
import type { Examination } from '../../src/features/installation/model.ts';
import { examine } from '../../src/features/installation/usecases.ts';
import { createBlobs, type Blobs } from '../../src/platform/blobs.ts';
import { connect, connectOnly, type Connected } from '../../src/platform/connect.ts';
import { newId } from '../../src/platform/ids.ts';
import { silentLog } from '../../src/platform/log.ts';
import { placeAt } from '../../src/platform/places.ts';
import type { Platform } from '../../src/platform/platform.ts';
import { createPulse } from '../../src/platform/pulse.ts';
import { startEntra, type Entra } from '../../src/sandbox/entra/server.ts';
import { startGraph, type SandboxGraph } from '../../src/sandbox/graph/server.ts';
import { sandboxIds } from '../../src/sandbox/identity.ts';
import { startModel, type ModelServer } from '../../src/sandbox/model/server.ts';
import { generateOrganisation } from '../../src/sandbox/organisation/generate.ts';
import { startConnector, type Connector } from '../../src/sandbox/connector/server.ts';
import { settingsOf } from '../../src/sandbox/start/settings.ts';
import { startFaultProxy, type FaultProxy } from '../../src/sandbox/storage/proxy.ts';
import { startVault } from '../../src/sandbox/vault/server.ts';
import { readinessOf } from './api.ts';
import { testStorage } from './storage.ts';

const ids = sandboxIds(7);
type Settings = Readonly<Record<string, string>>;
type Store = 'tables' | 'queues' | 'blobs';

export interface Installation {
  readonly settings: Settings;
  /** Connected as the product is that runs. */
  readonly running: Connected;
  readonly entra: Entra;
  readonly graph: SandboxGraph;
  readonly model: ModelServer;
  readonly stores: Readonly<Record<Store, FaultProxy>>;
  readonly administratorId: string;
  /** What answers at BASE_URL; given back by the function that it gives. */
  answerWith(listener: RequestListener | undefined): () => void;
  /** The sign of life of the worker; without it there is none. */
  live(): () => Promise<void>;
  /** With settings and parts of the platform in the place of those that there are. */
  examine(over?: Settings, parts?: (deps: Platform) => Partial<Platform>, token?: string): Promise<Examination>;
  /** Where copies are put: a folder. */
  readonly copiesDir: string;
  /** The files as they are kept, past the product. */
  readonly blobs: Blobs;
  /** What the product answers with at BASE_URL. */
  readonly product: RequestListener;
  close(): Promise<void>;
}

export async function startInstallation(): Promise<Installation> {
  const dataDir = mkdtempSync(join(tmpdir(), 'tandem-examined-'));
  const organisation = generateOrganisation({ seed: 7, people: 60, now: new Date('2026-11-23T08:00:00Z') });
  const accounts = new Map(organisation.people.map((person) => [person.id, person]));
  const entra = await startEntra({
    ...{ port: 0, ids, dataDir },
    personOf: (id) => {
      const person = accounts.get(id);
      return person && { ...person, roles: graph.appRolesOf(id) };
    },
  });
  const graph = await startGraph({
    ...{ organisation, port: 0, now: () => new Date() },
    acceptToken: (token) => entra.verifyGraphToken(token),
  });
  const vault = await startVault({ port: 0, dataDir, tenantId: ids.tenantId });
  const model = await startModel({ port: 0, dataDir, tenantId: ids.tenantId });
  const connector = await startedConnector(dataDir, entra);
  const { connection, stores } = await guardedStorage();
  const door = await listening();
  const prefix = `e${newId().slice(0, 10)}`;
  const copiesDir = join(dataDir, 'copies');
  // Apart from what they copy, as they must be in production.
  const apart = ({ copies, config }: Platform): Partial<Platform> =>
    copies ? { copies: { ...copies, place: placeAt(copiesDir, config) } } : {};
  const settings = {
    ...settingsOf({
      ids,
      urls: {
        ...{ app: door.url, host: door.url, graph: graph.url, entra: entra.url, vault: vault.url },
        ...{ connector: connector.url, model: model.url },
      },
      storageConnection: connection,
      identityKeyId: await vault.keyId('identity'),
      mailFrom: graph.people().find(({ mailbox }) => mailbox?.purpose === 'shared')?.mail ?? '',
      ...{ worker: true, logLevel: 'silent', tabDir: tabFilesIn(dataDir) },
    }),
    CLOCK_URL: '',
    COPIES_URL: `${/BlobEndpoint=([^;]+)/.exec(connection)?.[1]}/${prefix}copies`,
    STORAGE_PREFIX: prefix,
  };
  const running = await connect(readConfig(settings));
  const { deps } = running;
  const product = createApi({
    deps,
    entra: running.entra,
    routes: [],
    bot: createBotEndpoint(deps, { actions: [], says: [] }),
    readiness: readinessOf(deps),
  });
  const answerWith = (listener: RequestListener | undefined): (() => void) => {
    door.listener = listener;
    return () => void (door.listener = product);
  };
  answerWith(undefined)();
  await deps.audit.note({ what: 'identity.setting', object: 'country:be' });
  await deps.audit.note({ what: 'identity.setting', object: 'country:be' });
  return {
    ...{ settings, running, entra, graph, model, stores, answerWith, copiesDir, product },
    blobs: createBlobs({ connection, prefix }),
    administratorId: graph.people().find(({ role }) => role === 'administrator')?.id ?? '',
    live: () => liveAs(running, deps.probes.installation),
    examine: async (over = {}, parts = () => ({}), token) => {
      const looking = await connectOnly(readConfig({ ...settings, ...over }));
      try {
        return await examine({ ...looking.deps, ...apart(looking.deps), ...parts(looking.deps) }, token);
      } finally {
        looking.stop();
      }
    },
    close: async () => {
      running.stop();
      door.server.closeAllConnections();
      door.server.close();
      await Promise.all([entra, graph, vault, model, connector, ...Object.values(stores)].map((one) => one.close()));
    },
  };
}

/** A process that gives signs of life, and does nothing else. */
export function liveAs({ deps }: Connected, installation: string): () => Promise<void> {
  const { tables, clock } = deps;
  return createPulse({ tables, clock, log: silentLog, roles: ['web', 'worker'], installation }).start();
}

function startedConnector(dataDir: string, entra: Entra): Promise<Connector> {
  return startConnector({
    ...{ port: 0, ids, dataDir, botEndpoint: 'http://127.0.0.1:1/api/messages' },
    ...{ personOf: () => undefined, teams: () => [], playgroundPeople: [], now: () => Date.now() },
    verifyBotToken: (token) => entra.verifyBotToken(token),
  });
}

/** The emulator behind a proxy for each of its services, so that a right can be taken away. */
async function guardedStorage(): Promise<{ connection: string; stores: Record<Store, FaultProxy> }> {
  const whole = await testStorage();
  const urlOf = (name: string): URL => new URL(new RegExp(`${name}Endpoint=([^;]+)`).exec(whole)?.[1] ?? '');
  const guard = (name: string): Promise<FaultProxy> => startFaultProxy(urlOf(name).origin, 0);
  const stores = { tables: await guard('Table'), queues: await guard('Queue'), blobs: await guard('Blob') };
  const names = { Table: stores.tables, Queue: stores.queues, Blob: stores.blobs };
  const connection = Object.entries(names).reduce(
    (text, [name, { url }]) => text.replace(urlOf(name).href, url + urlOf(name).pathname),
    whole,
  );
  return { connection, stores };
}

/** As the build makes it, but for what is in it. */
function tabFilesIn(folder: string): string {
  const dir = join(folder, 'tab');
  mkdirSync(join(dir, 'assets'), { recursive: true });
  writeFileSync(join(dir, 'index.html'), '<!DOCTYPE html><html lang="en"><head><title>Tandem</title></head></html>');
  return dir;
}

interface Door {
  readonly url: string;
  readonly server: Server;
  listener: RequestListener | undefined;
}

/** Nobody answers there while it has no listener. */
function listening(): Promise<Door> {
  return new Promise((resolve) => {
    const server = createServer((req, res) => (door.listener ? door.listener(req, res) : req.socket.destroy()));
    const door: { url: string; server: Server; listener: RequestListener | undefined } = {
      ...{ url: '', server, listener: undefined },
    };
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      door.url = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
      resolve(door);
    });
  });
}
