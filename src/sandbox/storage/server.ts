/** Azure Storage for the sandbox: the emulator, with a proxy before its tables and queues that can spoil answers. */
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Certificate } from '../certificate.ts';
import { newFaults, type FaultKind } from '../faults.ts';
import { emulatorAccount, emulatorKey, startEmulator, type Emulator } from './emulator.ts';
import { startFaultProxy, type FaultProxy } from './proxy.ts';

export type StorageService = 'tables' | 'queues';

type StoragePorts = Readonly<Record<'blob' | 'queue' | 'table', number>>;

export interface Storage {
  /** With this string clients meet the proxies, not the emulator. */
  readonly connectionString: string;
  /** Past the proxies: the sandbox's own looks meet no faults, and take none away that are meant for the app. */
  readonly ownConnection: string;
  readonly urls: { readonly blob: string; readonly queue: string; readonly table: string };
  inject(service: StorageService, kind: FaultKind, count: number): void;
  /** Data are on disk when it resolves. Stop those who write first. */
  close(): Promise<void>;
}

/**
 * With `secure` the emulator itself speaks TLS, at these ports, where what is deployed meets it without a proxy and so without faults; the
 * proxies before it, and whoever uses them, never notice.
 */
export async function startStorage(options: {
  readonly ports: StoragePorts;
  readonly dataDir: string;
  readonly fresh: boolean;
  readonly secure?: { readonly certificate: Certificate; readonly ports: StoragePorts } | undefined;
}): Promise<Storage> {
  const { ports, secure } = options;
  const dataDir = join(options.dataDir, 'storage');
  if (options.fresh) await rm(dataDir, { recursive: true, force: true });
  const emulator = await startEmulator({
    ...(secure ? portsOf(secure.ports) : { blobPort: ports.blob }),
    ...{ dataDir, certificate: secure?.certificate },
  });
  const proxies: FaultProxy[] = [];
  const proxy = async (target: string, port: number): Promise<FaultProxy> => {
    const one = await startFaultProxy(target, port, newFaults(), secure?.certificate.cert);
    proxies.push(one);
    return one;
  };
  const close = async (): Promise<void> => {
    await Promise.all(proxies.map((one) => one.close()));
    await emulator.stop();
  };
  try {
    const [queues, tables] = [await proxy(emulator.queueUrl, ports.queue), await proxy(emulator.tableUrl, ports.table)];
    const plain = secure ? await plainOf(emulator, proxy, ports.blob) : emulator;
    const urls = { blob: plain.blobUrl, queue: queues.url, table: tables.url };
    return {
      urls,
      connectionString: connectionString(urls),
      ownConnection: connectionString({ blob: plain.blobUrl, queue: plain.queueUrl, table: plain.tableUrl }),
      inject: (service, kind, count) => (service === 'tables' ? tables : queues).inject(kind, count),
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

const portsOf = ({ blob, queue, table }: StoragePorts) => ({ blobPort: blob, queuePort: queue, tablePort: table });

type Emulated = Pick<Emulator, 'blobUrl' | 'queueUrl' | 'tableUrl'>;

async function plainOf(
  { blobUrl, queueUrl, tableUrl }: Emulated,
  proxy: (target: string, port: number) => Promise<FaultProxy>,
  blobPort: number,
): Promise<Emulated> {
  const [blob, queue, table] = [await proxy(blobUrl, blobPort), await proxy(queueUrl, 0), await proxy(tableUrl, 0)];
  return { blobUrl: blob.url, queueUrl: queue.url, tableUrl: table.url };
}

export function connectionString(urls: Storage['urls']): string {
  return [
    'DefaultEndpointsProtocol=http',
    `AccountName=${emulatorAccount}`,
    `AccountKey=${emulatorKey}`,
    `BlobEndpoint=${urls.blob}/${emulatorAccount}`,
    `QueueEndpoint=${urls.queue}/${emulatorAccount}`,
    `TableEndpoint=${urls.table}/${emulatorAccount}`,
  ].join(';');
}
