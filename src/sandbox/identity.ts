/** The fixed ids and keys of the sandbox organisation: the same seed gives the same ids, on every machine. */
import { createHash } from 'node:crypto';

/** A GUID (version 4 shape) that depends on nothing but the seed and the words given. */
export function seededGuid(seed: number, ...words: readonly string[]): string {
  const hex = createHash('sha256')
    .update([seed, ...words].join('/'))
    .digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

export interface SandboxIds {
  readonly tenantId: string;
  readonly tabClientId: string;
  readonly botId: string;
  /** The id of the Teams app in the organisation's catalogue, and the external id in its manifest. */
  readonly catalogueAppId: string;
  readonly manifestId: string;
}

export function sandboxIds(seed: number): SandboxIds {
  return {
    tenantId: seededGuid(seed, 'tenant'),
    tabClientId: seededGuid(seed, 'tab'),
    botId: seededGuid(seed, 'bot'),
    catalogueAppId: seededGuid(seed, 'catalogue'),
    manifestId: seededGuid(seed, 'manifest'),
  };
}

export interface SandboxPorts {
  readonly app: number;
  readonly host: number;
  readonly graph: number;
  readonly entra: number;
  readonly connector: number;
  readonly blob: number;
  readonly queue: number;
  readonly table: number;
  readonly vault: number;
}

/** The contract: host +1, Graph +2, Entra +3, connector +4, storage +5 to +7, vault +8. */
export function sandboxPorts(first: number): SandboxPorts {
  const [app, host, graph, entra, connector, blob, queue, table, vault] = [0, 1, 2, 3, 4, 5, 6, 7, 8].map(
    (step) => first + step,
  ) as [number, number, number, number, number, number, number, number, number];
  return { app, host, graph, entra, connector, blob, queue, table, vault };
}

/** Where the same servers speak TLS when the sandbox is to be used by what is deployed: the nine ports after those above. */
export type TlsPorts = Readonly<
  Record<'app' | 'graph' | 'entra' | 'connector' | 'blob' | 'queue' | 'table' | 'vault', number>
>;

export function tlsPorts(first: number): TlsPorts {
  const { host: _, ...servers } = sandboxPorts(first + 9);
  return servers;
}
