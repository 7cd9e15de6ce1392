/** Starts and stops the storage emulator (azurite), which keeps its data in a folder. */
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Certificate } from '../certificate.ts';

/** The emulator's account: a constant that Microsoft publishes, the same on every machine, good for nothing else. */
export const emulatorAccount = 'devstoreaccount1';
export const emulatorKey = 'Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==';

/** All data are in memory; the files are written every 5 s and at the end, which takes well under a second. */
const longestFarewell = 4_000;
const longestStart = 30_000;

export interface Emulator {
  readonly blobUrl: string;
  readonly queueUrl: string;
  readonly tableUrl: string;
  stop(): Promise<void>;
}

/**
 * Without a folder it keeps nothing: what it holds is never written down, which holds up all who ask meanwhile. With a certificate it
 * speaks TLS alone, and takes tokens of Entra.
 */
export async function startEmulator(options: {
  readonly blobPort: number;
  /** Of the system's choice where absent. */
  readonly queuePort?: number;
  readonly tablePort?: number;
  readonly dataDir?: string;
  readonly certificate?: Certificate | undefined;
}): Promise<Emulator> {
  const { dataDir, certificate, queuePort = 0, tablePort = 0 } = options;
  if (dataDir !== undefined) await mkdir(dataDir, { recursive: true });
  const kept = dataDir === undefined ? ['--inMemoryPersistence'] : ['--location', dataDir];
  const program = fileURLToPath(new URL('./emulator.mjs', import.meta.url));
  const at = { '--blobPort': options.blobPort, '--queuePort': queuePort, '--tablePort': tablePort };
  const ports = Object.entries(at).flatMap(([name, port]) => [name, String(port)]);
  const tls = certificate ? ['--cert', certificate.certFile, '--key', certificate.keyFile, '--oauth', 'basic'] : [];
  // storage-queue speaks a newer version than the emulator knows by name, hence skipApiVersionCheck.
  const flags = ['--silent', '--skipApiVersionCheck', '--disableTelemetry', ...kept, ...tls];
  // A group of its own: Ctrl-C in the terminal must reach it through us, when those who still write have stopped.
  const child = spawn(process.execPath, [program, ...ports, ...flags], {
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const [blobUrl, queueUrl, tableUrl] = await untilListening(child);
  return { blobUrl, queueUrl, tableUrl, stop: () => stop(child) };
}

function untilListening(child: ChildProcess): Promise<readonly [string, string, string]> {
  return new Promise((resolve, reject) => {
    let said = '';
    const give = (why: string): void => {
      child.kill('SIGKILL');
      reject(new Error(`the storage emulator did not start: ${why}\n${said.slice(-2000)}`));
    };
    const timer = setTimeout(() => give('no answer in time'), longestStart);
    const hear = (chunk: Buffer): void => {
      said += chunk.toString();
      const [blob, queue, table] = ['Blob', 'Queue', 'Table'].map(
        (service) => new RegExp(`${service} service is successfully listening at (\\S+)`).exec(said)?.[1],
      );
      if (!blob || !queue || !table) return;
      clearTimeout(timer);
      child.removeAllListeners('exit');
      // What it says later goes nowhere, but it must be read, or the emulator would wait.
      for (const stream of [child.stdout, child.stderr]) stream?.removeAllListeners('data').resume();
      resolve([blob, queue, table]);
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    child.once('exit', (code) => {
      clearTimeout(timer);
      give(`it ended with ${code}`);
    });
  });
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const timer = setTimeout(() => child.kill('SIGKILL'), longestFarewell);
  if (child.connected) child.disconnect();
  await gone;
  clearTimeout(timer);
}
