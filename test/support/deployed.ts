/** What `npm run build` makes, as it is deployed: in a folder of its own, with the packages of its lock and no others, as processes of its own. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { copyFile, cp, link, mkdir, mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parseEnv } from 'node:util';
import { pause } from '../../src/platform/clock.ts';
import { freePort } from './storage.ts';

const root = join(import.meta.dirname, '..', '..');
export const dist = join(root, 'dist');

/** Runs `npm run build`; gives what it said. */
export async function build(): Promise<string> {
  const child = spawn(process.execPath, [join(root, 'src/starter.mjs'), 'build'], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const [output, complaints, [code]] = await Promise.all([
    child.stdout.setEncoding('utf8').toArray(),
    child.stderr.setEncoding('utf8').toArray(),
    once(child, 'exit'),
  ]);
  if (code !== 0) throw new Error(`the build ended with ${String(code)}:\n${complaints.join('').slice(-3000)}`);
  return output.join('');
}

/**
 * A copy of `dist/` outside of the repository, with what `npm ci` puts there: the packages that its lock names, taken from those that are
 * installed here in the same versions. Nothing above the folder has packages.
 */
export async function deploy(): Promise<{ readonly folder: string; remove(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'tandem-deployed-'));
  await cp(dist, folder, { recursive: true });
  const { packages } = JSON.parse(await readFile(join(dist, 'package-lock.json'), 'utf8')) as { packages: object };
  const all = new Set(Object.keys(packages).filter((path) => path !== ''));
  for (const path of all) await copyPackage(path, folder);
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}

async function copyPackage(path: string, folder: string): Promise<void> {
  const from = join(root, path);
  // One for another system is in the lock, and not here.
  const entries = await readdir(from, { recursive: true, withFileTypes: true }).catch(() => []);
  const made = new Set<string>();
  for (const entry of entries) {
    const inside = join(entry.parentPath, entry.name).slice(from.length + 1);
    if (!entry.isFile() || /(^|\/)node_modules\//.test(inside)) continue;
    const to = join(folder, path, inside);
    if (!made.has(dirname(to))) await mkdir(dirname(to), { recursive: true });
    made.add(dirname(to));
    await link(join(from, inside), to).catch(() => copyFile(join(from, inside), to));
  }
}

export type Settings = Readonly<Record<string, string>>;

/** Of a sandbox that was started with `--production`. */
export function productionSettings(data: string): Settings {
  return parseEnv(readFileSync(join(data, 'production.env'), 'utf8')) as Settings;
}

export interface Deployed {
  readonly url: string;
  readonly child: ChildProcess;
  /** Milliseconds from its start until it said that it is ready. */
  readonly readyMs: number;
  /** Megabytes at this moment. */
  memory(): number;
  said(): string;
  /** SIGTERM; how it ended, and after how long. */
  stop(): Promise<{ readonly code: number | null; readonly ms: number }>;
}

const longestStartMs = 90_000;

/** Only these settings and the path; on a port that is free unless the settings name one. */
export async function startDeployed(folder: string, settings: Settings, port?: number): Promise<Deployed> {
  const at = port ?? (await freePort());
  const begun = performance.now();
  const child = spawn(process.execPath, ['--enable-source-maps', 'server.mjs'], {
    cwd: folder,
    env: { PATH: process.env['PATH'], ...settings, PORT: String(at) },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  process.once('exit', () => child.kill('SIGKILL'));
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const url = `http://127.0.0.1:${at}`;
  while (!(await isReady(url))) {
    if (child.exitCode !== null) throw new Error(`it ended with ${child.exitCode}:\n${said.slice(-3000)}`);
    if (performance.now() - begun > longestStartMs) throw new Error(`it was not ready in time:\n${said.slice(-3000)}`);
    await pause(50);
  }
  return {
    ...{ url, child, readyMs: performance.now() - begun, said: () => said },
    memory: () => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1] ?? 0) / 1024,
    async stop() {
      const told = performance.now();
      const ended = once(child, 'exit') as Promise<[number | null]>;
      child.kill('SIGTERM');
      return { code: (await ended)[0], ms: performance.now() - told };
    },
  };
}

export async function isReady(url: string): Promise<boolean> {
  const answer = await fetch(`${url}/health/ready`, { signal: AbortSignal.timeout(3_000) }).catch(() => undefined);
  await answer?.arrayBuffer().catch(() => undefined);
  return answer?.status === 200;
}

/** Megabytes of all files below. */
export async function sizeOf(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((one) => one.isFile());
  const sizes = await Promise.all(files.map(async (one) => (await stat(join(one.parentPath, one.name))).size));
  return sizes.reduce((sum, one) => sum + one, 0) / 1e6;
}
