/** The storage emulator for tests: one process in memory for the whole run, tables side by side by prefix. */
import { spawn, type ChildProcess } from 'node:child_process';
import { connect, createServer, type AddressInfo } from 'node:net';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

// The emulator's account and key are published constants of Azurite.
const account = 'devstoreaccount1';
const key = 'Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==';

let running: Promise<{ connection: string; child: ChildProcess }> | undefined;

/** The connection string of the emulator; the first call starts it (1-6 s). */
export async function testStorage(): Promise<string> {
  running ??= start();
  return (await running).connection;
}

process.on('exit', () => {
  void running?.then(({ child }) => child.kill('SIGKILL'));
});

async function start(): Promise<{ connection: string; child: ChildProcess }> {
  const [blob, queue, table] = await Promise.all([freePort(), freePort(), freePort()]);
  const main = fileURLToPath(new URL('../../src/sandbox/storage/emulator.mjs', import.meta.url));
  const ports = ['--blobPort', String(blob), '--queuePort', String(queue), '--tablePort', String(table)];
  const flags = ['--inMemoryPersistence', '--skipApiVersionCheck', '--silent', '--disableTelemetry'];
  const child = spawn(process.execPath, [main, ...ports, ...flags], {
    stdio: 'ignore',
    cwd: mkdtempSync(join(tmpdir(), 'tandem-storage-')),
  });
  process.on('exit', () => child.kill('SIGKILL'));
  child.unref();
  await Promise.all([reachable(queue), reachable(table)]);
  const at = (port: number): string => `http://127.0.0.1:${port}/${account}`;
  const endpoints = `BlobEndpoint=${at(blob)};QueueEndpoint=${at(queue)};TableEndpoint=${at(table)}`;
  return { connection: `DefaultEndpointsProtocol=http;AccountName=${account};AccountKey=${key};${endpoints};`, child };
}

/** A port that nobody listens on. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}

async function reachable(port: number): Promise<void> {
  for (let turn = 0; turn < 300; turn += 1) {
    const open = await new Promise<boolean>((resolve) => {
      const socket = connect(port, '127.0.0.1', () => resolve(socket.destroy() && true));
      socket.once('error', () => resolve(false));
    });
    if (open) return;
    await wait(100);
  }
  throw new Error('the storage emulator did not start within 30 s');
}
