/** Connects to the outside world: one client for each service, shared by all doors of a process. */
import type { Config } from '../config.ts';
import { createAudit } from './audit.ts';
import { createBlobs } from './blobs.ts';
import { createCalendar } from './calendar.ts';
import { systemClock } from './clock.ts';
import { createDirectory } from './directory.ts';
import { createEntra, type Entra } from './entra.ts';
import { followClock } from './followed-clock.ts';
import { createGraph, type Graph } from './graph.ts';
import { noteUse } from './graph/uses.ts';
import type { Trouble } from './checks.ts';
import type { PermissionUsed } from './graph/permissions.ts';
import { createLog, describeError } from './log.ts';
import { createMail } from './mail.ts';
import { createModel } from './model.ts';
import { createPackageWatch } from './package-seen.ts';
import { createOutbound, outboundRules, type Outbound } from './outbound.ts';
import { createOutbox, type Timing } from './outbox.ts';
import { checkOwner } from './owner.ts';
import { placeAt } from './places.ts';
import type { Platform } from './platform.ts';
import { createProbes, installationOf } from './probes.ts';
import { createPulse } from './pulse.ts';
import { createQueue, type Queue } from './queues.ts';
import { createRoles } from './roles.ts';
import { createRing, createRings } from './sealed.ts';
import { createSigner } from './signer.ts';
import { storageAccess } from './storage.ts';
import { createTables } from './tables.ts';
import { createTeams } from './teams.ts';
import { createTelemetry, type Telemetry } from './telemetry.ts';
import { createVault, type Vault } from './vault.ts';

export interface Connected {
  readonly deps: Platform;
  readonly entra: Entra;
  readonly graph: Graph;
  readonly queue: Queue;
  readonly campaign: Queue;
  readonly poison: Queue;
  readonly vault: Vault;
  readonly telemetry: Telemetry;
  readonly outbound: Outbound;
  /** Makes the tables, containers and queues that are missing. */
  prepare(): Promise<void>;
  /** Whose the storage is; takes it where it is nobody's. */
  checkOwner(): Promise<Trouble | undefined>;
  /** Begins to give signs of life; gives what ends them. */
  startPulse(): () => Promise<void>;
  stop(): void;
}

/** `timing` of leases and rests is the usual one, but where trials have no hours to wait. Makes tables, containers and queues that are missing. */
export async function connect(config: Config, timing?: Timing): Promise<Connected> {
  const connected = await connectOnly(config, timing);
  await connected.prepare();
  return connected;
}

/** The same, and nothing is made: for whoever only looks. */
export async function connectOnly(config: Config, timing?: Timing): Promise<Connected> {
  const log = createLog(config.logLevel);
  const outbound = createOutbound(outboundRules(config));
  let moved = (): void => undefined;
  const followed =
    config.clockUrl === undefined ? undefined : await followClock(config.clockUrl, outbound, () => moved());
  const clock = followed?.clock ?? systemClock;

  const telemetry = await createTelemetry({ config, outbound, clock, log });

  const access = storageAccess(config);
  const { prefix } = config.storage;
  const tables = createTables({ prefix, ...access.tables });
  const blobs = createBlobs({ prefix, ...access.blobs });
  const queueNamed = (name: string): Queue =>
    createQueue({
      ...access.queues,
      name: prefix === '' ? name : `${prefix}-${name}`,
      unreadable: (text) => log.error({ queue: name, size: text.length }, 'a message on the queue could not be read'),
    });
  const [queue, campaign, poison] = ['tasks', 'tasks-campaign', 'tasks-poison'].map(queueNamed) as [
    Queue,
    Queue,
    Queue,
  ];
  const outbox = createOutbox({ tables, queue, campaign, poison, clock, log, ...(timing ? { timing } : {}) });
  moved = () => outbox.wake();

  const entra = createEntra({ config, outbound, clock, log });
  const { graph: graphUrl } = config.endpoints;
  const firstUse = (used: PermissionUsed): void =>
    void noteUse(tables, used).catch((error: unknown) =>
      log.warn(describeError(error), 'a use of Graph was not noted'),
    );
  const graph = createGraph({ outbound, entra, clock, firstUse, ...(graphUrl === undefined ? {} : { graphUrl }) });
  const installation = installationOf(config);
  const pulse = createPulse({ tables, clock, log, roles: [...config.roles], installation });
  const teams = createTeams({ config, outbound, tables, graph, entra, clock, log, pulse });
  const vault = createVault({ config, outbound, clock });
  const model = createModel({ config, outbound, clock });
  const queues = [queue, campaign, poison];
  const deps: Platform = {
    ...{ config, clock, log, tables, outbox, teams },
    directory: createDirectory({ graph }),
    calendar: createCalendar({ graph }),
    mail: createMail({ graph }),
    ...(model ? { model } : {}),
    packages: createPackageWatch({ tables, clock, log }),
    roles: createRoles({ graph, config, clock, log }),
    probes: createProbes({ config, clock, outbound, entra, graph, tables, blobs, queues, vault }),
    audit: createAudit({ tables, blobs, clock, ring: createRing({ tables, vault, clock }, 'audit') }),
    identityRing: createRings({ tables, vault, clock }, 'identity'),
    answersRing: createRings({ tables, vault, clock }, 'answers'),
    concernsRing: createRings({ tables, vault, clock }, 'concerns'),
    circleRing: createRings({ tables, vault, clock }, 'circle'),
    signer: createSigner({ tables, clock, ring: createRing({ tables, vault, clock }, 'signing') }),
    ...(config.copiesUrl === undefined ? {} : { copies: { vault, place: placeAt(config.copiesUrl, config) } }),
  };
  telemetry.observe({ ...outbox, sent: pulse.sent, failures: outbound.failures });
  const stop = (): void => followed?.stop();
  const prepare = async (): Promise<void> => {
    await Promise.all([tables, blobs, ...queues].map((one) => one.prepare()));
  };
  return {
    ...{ deps, entra, graph, queue, campaign, poison, vault, outbound, telemetry },
    ...{ prepare, checkOwner: () => checkOwner(deps), startPulse: pulse.start, stop },
  };
}
