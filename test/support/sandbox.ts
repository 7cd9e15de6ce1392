/** The whole sandbox as a process of its own, as `npm start` starts it, and its control API; one may be shared by several tests. */
import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { request, type IncomingMessage } from 'node:http';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A Monday morning: what people do must not depend on the day on which the tests run. */
export const today = '2027-03-01T09:00:00Z';
const root = join(import.meta.dirname, '..', '..');

export interface SandboxUrls {
  readonly host: string;
  readonly app: string;
  readonly graph: string;
  readonly entra: string;
  readonly connector: string;
  readonly storage: string;
}

export interface TestSandbox extends SandboxUrls {
  readonly data: string;
  /** The control API: GET without a body, POST with one. */
  control<T>(path: string, body?: unknown): Promise<T>;
  /** So many days go by, whole days hour by hour; all that fell due in them has ended, else it throws. */
  pass(days: number): Promise<void>;
  /** The product's API as this person. */
  api<T>(personId: string, method: string, path: string, body?: unknown): Promise<T>;
  /** What the sandbox and the product on it have said so far, line by line. */
  said(): readonly string[];
  stop(): Promise<void>;
}

export interface SandboxPerson {
  readonly id: string;
  readonly name: string;
  readonly role: string;
  readonly language: string;
  readonly department: string | null;
  readonly managerId: string | null;
  readonly hasMailbox: boolean;
  readonly enabled: boolean;
}

/** Starts without a history, on free ports, with a folder of its own; `words` are further options of `npm start`. */
export function startTestSandbox(...words: readonly string[]): Promise<TestSandbox> {
  return startToldSandbox('--empty', ...words);
}

/** The same in mid-story: whoever moves its clock waits until the story is told. */
export async function startToldSandbox(...words: readonly string[]): Promise<TestSandbox> {
  const data = mkdtempSync(join(tmpdir(), 'tandem-sandbox-'));
  const port = await freeRow(18);
  const options = ['start', '--port', String(port), '--data', data, '--today', today, ...words];
  const child = spawn(process.execPath, [join(root, 'src/starter.mjs'), ...options], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const urls = await ready(child);
  process.once('exit', () => child.kill('SIGKILL'));

  async function control<T>(path: string, body?: unknown): Promise<T> {
    const { status, text } = await askPatiently(
      `${urls.host}/sandbox${path}`,
      asJson(body === undefined ? 'GET' : 'POST', body),
    );
    if (status >= 300) throw new Error(`${path}: ${status} ${text}`);
    return JSON.parse(text) as T;
  }

  return {
    ...urls,
    data,
    control,
    pass: async (days) => {
      const step = days < 1 ? {} : { step: 'hour' };
      const { stuck } = await control<{ stuck: unknown[] }>('/clock', { days, ...step });
      assert.deepEqual(stuck, [], 'something fell due and did not end');
    },
    said: () => said.split('\n').filter((line) => line !== ''),
    api: async <T>(personId: string, method: string, path: string, body?: unknown) => {
      const { token } = await control<{ token: string }>('/token', { personId });
      const { headers, ...rest } = asJson(method, body);
      const signed = { ...headers, authorization: `Bearer ${token}`, 'accept-language': 'en' };
      const answer = await fetch(`${urls.app}/api${path}`, { ...rest, headers: signed });
      const text = await answer.text();
      if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`);
      return JSON.parse(text === '' ? 'null' : text) as T;
    },
    stop: () =>
      new Promise((resolve) => {
        child.once('exit', () => resolve());
        child.kill('SIGTERM');
      }),
  };
}

interface Asked {
  readonly method: string;
  readonly headers: Record<string, string>;
  readonly body?: string;
}

/** `fetch` gives up after five minutes without an answer; a week of many people takes longer. */
async function askPatiently(url: string, { method, headers, body }: Asked): Promise<{ status: number; text: string }> {
  const asked = request(url, { method, headers }).end(body);
  const [answer] = (await once(asked, 'response')) as [IncomingMessage];
  return { status: answer.statusCode ?? 0, text: (await answer.setEncoding('utf8').toArray()).join('') };
}

function asJson(method: string, body: unknown): Asked {
  if (body === undefined) return { method, headers: {} };
  return { method, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
}

function ready(child: ChildProcess): Promise<SandboxUrls> {
  return new Promise((resolve, reject) => {
    let [out, err] = ['', ''];
    child.stderr?.on('data', (chunk: Buffer) => (err += chunk.toString()));
    child.stdout?.on('data', (chunk: Buffer) => {
      out += chunk.toString();
      const line = out.split('\n').find((one) => one.includes('"ready":true'));
      if (line !== undefined) resolve(JSON.parse(line) as SandboxUrls);
    });
    child.once('exit', (code) => reject(new Error(`the sandbox ended with ${code}:\n${err.slice(-2000)}`)));
  });
}

/** The first of so many free ports in a row, below those that systems give to outgoing connections. */
async function freeRow(count: number): Promise<number> {
  for (let first = 12_000 + Math.floor(Math.random() * 19_000); ; first += 50) {
    const free = await Promise.all(Array.from({ length: count }, (_, step) => isFree(first + step)));
    if (free.every(Boolean)) return first;
  }
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}
