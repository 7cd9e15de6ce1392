/** Azure Storage for the sandbox: the emulator, with a proxy before its tables and queues that can spoil answers. */
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { FaultKind } from '../faults.ts';
import { emulatorAccount, emulatorKey, startEmulator } from './emulator.ts';
import { startFaultProxy } from './proxy.ts';

export type StorageService = 'tables' | 'queues';

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

export async function startStorage(options: {
  readonly ports: { readonly blob: number; readonly queue: number; readonly table: number };
  readonly dataDir: string;
  readonly fresh: boolean;
}): Promise<Storage> {
  const dataDir = join(options.dataDir, 'storage');
  if (options.fresh) await rm(dataDir, { recursive: true, force: true });
  const emulator = await startEmulator({ blobPort: options.ports.blob, dataDir });
  const [queues, tables] = await Promise.all([
    startFaultProxy(emulator.queueUrl, options.ports.queue),
    startFaultProxy(emulator.tableUrl, options.ports.table),
  ]).catch(async (error: unknown) => {
    await emulator.stop();
    throw error;
  });
  const urls = { blob: emulator.blobUrl, queue: queues.url, table: tables.url };
  return {
    urls,
    connectionString: connectionString(urls),
    ownConnection: connectionString({ blob: emulator.blobUrl, queue: emulator.queueUrl, table: emulator.tableUrl }),
    inject: (service, kind, count) => (service === 'tables' ? tables : queues).inject(kind, count),
    async close() {
      await Promise.all([queues.close(), tables.close()]);
      await emulator.stop();
    },
  };
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
