/**
 * What an examination of the installation looks at, and what features otherwise do not see. Every look ends within seconds and changes
 * nothing; what it writes to try a right, it takes back.
 */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Config } from '../config.ts';
import type { Blobs } from './blobs.ts';
import type { Clock } from './clock.ts';
import type { Entra } from './entra.ts';
import type { Graph } from './graph.ts';
import { newId } from './ids.ts';
import { createOutbound, loginOrigin, type Outbound } from './outbound.ts';
import { certificateAt, type Certificate } from './probes/certificate.ts';
import type { Queue } from './queues.ts';
import { rowsOf, type Tables } from './tables.ts';
import type { Vault } from './vault.ts';

/** As the address of the product answered it. */
export interface OwnAnswer {
  readonly status: number;
  readonly type: string;
  readonly text: string;
}

export interface PublishedApp {
  readonly isOurs: boolean;
  readonly name: string;
  /** Of what is published; the newest first. */
  readonly versions: readonly string[];
}

export type StoreName = 'tables' | 'queues' | 'blobs';

export interface Probes {
  readonly entra: Pick<Entra, 'identityProof' | 'grantedNow' | 'agreedFor' | 'botToken'>;
  /** Whether Entra knows our tenant, and its clock where it says it (ms). Failure `no-answer` when it does not answer. */
  askTenant(): Promise<{ readonly isKnown: boolean; readonly at?: number }>;
  /** Reads, writes and takes back. Throws what the store says; `storeSays` puts it in a word. */
  tryStore(store: StoreName): Promise<void>;
  /** Wraps a few bytes and unwraps them. Throws where they come back as others. */
  tryVault(): Promise<void>;
  /** Asks the product at the address that the settings name. Failure `no-answer`. */
  ownAddress(method: 'GET' | 'POST', path: string): Promise<OwnAnswer>;
  certificate(): Promise<Certificate | undefined>;
  /** Apps of the organisation that are called as ours, ours among them. */
  publishedApps(): Promise<readonly PublishedApp[]>;
  /** Failure `not-found` where nobody has this address, or no mailbox. */
  findMailbox(address: string): Promise<void>;
  /** The same for all processes of one installation, and another for those of another one. */
  readonly installation: string;
}

export interface ProbesParts {
  readonly config: Config;
  readonly clock: Clock;
  readonly outbound: Outbound;
  readonly entra: Entra;
  readonly graph: Graph;
  readonly tables: Tables;
  readonly blobs: Blobs;
  readonly queues: readonly Queue[];
  readonly vault: Vault;
}

const deadline = 8_000;
const probes = rowsOf('system', 'probe', z.strictObject({ at: z.number() }));
const partition = 'probe';
const ourName = 'Tandem';

const catalogued = z.object({
  id: z.string(),
  externalId: z.string().nullish(),
  displayName: z.string().nullish(),
  appDefinitions: z
    .array(z.object({ version: z.string().nullish(), publishingState: z.string().nullish() }))
    .default([]),
});

export function createProbes(parts: ProbesParts): Probes {
  const { config, clock, outbound, entra, graph, tables, blobs, queues, vault } = parts;
  // A way of its own: the product never calls itself otherwise.
  const own = createOutbound({ hosts: [], endpoints: { [originOf(config)]: originOf(config) } });

  async function tryTables(): Promise<void> {
    const key = newId();
    await tables.range('system', partition, { from: 'probe.', to: 'probe.~', limit: 1 });
    await tables.commit([probes.put(partition, key, { at: clock.machine() })]);
    await tables.drop('system', partition, `probe.${key}`);
  }

  /** Of the log only that it can be read: what is written there can never be taken back. */
  async function tryBlobs(): Promise<void> {
    const name = `probe-${newId()}`;
    await blobs.list('audit');
    await blobs.put('copies', name, new Uint8Array([1]));
    await blobs.remove('copies', name);
  }

  return {
    entra,
    installation: installationOf(config),
    askTenant: async () => {
      const url = `${loginOrigin}/${config.tenantId}/v2.0/.well-known/openid-configuration`;
      const { status, headers } = await outbound.call({ method: 'GET', url, deadline });
      const at = Date.parse(headers.get('date') ?? '');
      return { isKnown: status === 200, ...(Number.isNaN(at) ? {} : { at }) };
    },
    tryStore: async (store) => {
      if (store === 'tables') await tryTables();
      else if (store === 'blobs') await tryBlobs();
      else await Promise.all(queues.map((queue) => queue.tryWriting()));
    },
    tryVault: async () => {
      const bytes = Buffer.from(newId());
      const back = await vault.unwrap(await vault.wrap(bytes));
      if (Buffer.compare(bytes, back) !== 0) throw new Error('the vault gave back other bytes');
    },
    ownAddress: async (method, path) => {
      const body = method === 'POST' ? { headers: { 'content-type': 'application/json' }, body: '{}' } : {};
      const answer = await own.call({ method, url: config.baseUrl + path, ...body, deadline });
      const text = new TextDecoder().decode(answer.body.subarray(0, 2_000));
      return { status: answer.status, type: answer.headers.get('content-type') ?? '', text };
    },
    certificate: () => certificateAt(config.baseUrl),
    publishedApps: async () => {
      const query = { $filter: `distributionMethod eq 'organization'`, $expand: 'appDefinitions' };
      const all = await graph.askAll({ call: 'GET /appCatalogs/teamsApps', query, each: catalogued, within: deadline });
      const ours = all.find(({ id, externalId }) => [id, externalId?.toLowerCase()].includes(config.teamsAppId));
      const name = ours?.displayName ?? ourName;
      return all.flatMap((one) => {
        if (one !== ours && one.displayName !== name) return [];
        const published = one.appDefinitions.filter(({ publishingState }) => publishingState === 'published');
        return [{ isOurs: one === ours, name, versions: published.flatMap(({ version }) => version ?? []) }];
      });
    },
    findMailbox: async (address) => {
      const ask = { ids: [address], gives: z.unknown(), within: deadline };
      await graph.ask({ ...ask, call: 'GET /users/{id}', query: { $select: 'id' } });
      await graph.ask({ ...ask, call: 'GET /users/{id}/mailboxSettings' });
    },
  };
}

const originOf = ({ baseUrl }: Config): string => new URL(baseUrl).origin;

/** A few characters of a hash: it says which installation, and nothing of it. */
export function installationOf({ tenantId, botId, tabClientId }: Config): string {
  return createHash('sha256').update([tenantId, botId, tabClientId].join(' ')).digest('hex').slice(0, 16);
}

/** `refused`: the identity lacks the right. `missing`: it is not there. `away`: nothing answers, or not as it should. */
export type StoreWord = 'refused' | 'missing' | 'away';

export function storeSays(error: unknown): StoreWord {
  const status = statusIn(error) ?? (error instanceof Error ? statusIn(error.cause) : undefined);
  if (status === 401 || status === 403) return 'refused';
  return status === 404 ? 'missing' : 'away';
}

/** Each package of the storage SDKs has an error class of its own, with the same property. */
function statusIn(error: unknown): number | undefined {
  return error instanceof Error && 'statusCode' in error ? Number(error.statusCode) : undefined;
}
