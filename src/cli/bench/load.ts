/** Load for the HTTP doors: a web process of its own whose storage operations are counted, and requests of many people at a steady rate. */
import { readFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { randomFrom } from '../../../test/support/delivery/chance.ts';
import { pause } from '../../platform/clock.ts';
import { newFaults } from '../../sandbox/faults.ts';
import { listen } from '../../sandbox/loopback.ts';
import { startProduct } from '../../sandbox/start/product.ts';
import { startFaultProxy } from '../../sandbox/storage/proxy.ts';
import type { Figures } from '../bench.ts';

/** Requests that wait for an answer at the same time; a machine that is too slow shows in the rate and not in requests that pile up. */
const mostAtOnce = 200;
const longestAnswerMs = 30_000;
/** A cut comes within so many milliseconds of the request. */
const latestCutMs = 40;
const memoryEveryMs = 2_000;

export interface Web {
  readonly url: string;
  /** Requests to tables since they were forgotten. */
  operations(): number;
  forgetOperations(): void;
  /** Megabytes, from time to time. */
  memory(): readonly number[];
  stop(): Promise<void>;
}

/** With the settings of a running sandbox, on a port of its own, and nothing but the web role. */
export async function startWeb(settings: Readonly<Record<string, string>>): Promise<Web> {
  let operations = 0;
  const counting = {
    ...newFaults(),
    take: (): undefined => {
      operations += 1;
    },
  };
  const connection = settings['STORAGE_CONNECTION'] ?? '';
  const tables = new URL(/TableEndpoint=([^;]+)/.exec(connection)?.[1] ?? '');
  const proxy = await startFaultProxy(tables.origin, 0, counting);
  const free = await listen(() => undefined, 0);
  await free.close();
  const product = await startProduct({
    ...settings,
    ...{ PORT: String(free.port), ROLES: 'web', STORAGE_CONNECTION: connection.replace(tables.origin, proxy.url) },
  });
  const memory: number[] = [];
  const watch = setInterval(() => memory.push(residentMb(product.pid)), memoryEveryMs);
  return {
    url: free.url,
    operations: () => operations,
    forgetOperations: () => {
      operations = 0;
      memory.length = 0;
    },
    memory: () => (memory.length > 0 ? memory : [residentMb(product.pid)]),
    async stop() {
      clearInterval(watch);
      await product.stop();
      await proxy.close();
      agent.destroy();
    },
  };
}

function residentMb(pid: number): number {
  return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
}

export interface Wanted {
  readonly method: 'GET' | 'PUT';
  readonly path: string;
  readonly token: string;
  readonly body?: unknown;
}

export interface Answered {
  /** Nobody knows whether it was done. */
  readonly isCut: boolean;
  readonly status: number;
  readonly text: string;
  readonly ms: number;
}
export type Asked = Pick<Wanted, 'method' | 'path'> & Answered;

export interface Held<One> {
  readonly url: string;
  /** Requests a second. */
  readonly rate: number;
  /** Milliseconds after which nothing more is asked. */
  readonly longest: number;
  readonly seed: number;
  readonly cutOfHundred: number;
  /** Nothing when somebody has come to the end. */
  next(one: One): Wanted | undefined;
  note(one: One, answer: Answered, random: () => number): void;
}

/** Each asks once at a time, in turn: with many people the time between two requests of one is their number over the rate. */
export async function holdRate<One>(
  people: readonly One[],
  { url, rate, longest, seed, cutOfHundred, next, note }: Held<One>,
): Promise<{ readonly asked: Asked[]; readonly seconds: number }> {
  const random = randomFrom(seed);
  const begun = performance.now();
  const asked: Asked[] = [];
  const open = new Set<Promise<unknown>>();
  const waiting = [...people];
  const ask = async (one: One, wanted: Wanted): Promise<void> => {
    const cutAfter = random() * 100 < cutOfHundred ? random() * latestCutMs : undefined;
    const answer = await send(url, wanted, cutAfter);
    asked.push({ method: wanted.method, path: wanted.path, ...answer, text: answer.status === 200 ? '' : answer.text });
    note(one, answer, random);
    waiting.push(one);
  };
  for (let place = 0; waiting.length + open.size > 0 && performance.now() - begun < longest;) {
    const one = waiting.shift();
    const wanted = one && next(one);
    if (one && !wanted) continue;
    if (!one || !wanted || open.size >= mostAtOnce) {
      if (one) waiting.unshift(one);
      await Promise.race(open);
      continue;
    }
    await pause(Math.max(0, begun + (place * 1000) / rate - performance.now()));
    place += 1;
    const answering: Promise<unknown> = ask(one, wanted).finally(() => open.delete(answering));
    open.add(answering);
  }
  await Promise.all(open);
  return { asked, seconds: (performance.now() - begun) / 1000 };
}

const agent = new Agent({ keepAlive: true, maxSockets: mostAtOnce });

/** `cutAfter`: the connection is destroyed after so many milliseconds, if there is no answer yet. */
export function send(url: string, { method, path, token, body }: Wanted, cutAfter?: number): Promise<Answered> {
  const begun = performance.now();
  const text = body === undefined ? undefined : JSON.stringify(body);
  return new Promise((resolve) => {
    let isCut = false;
    const end = (status: number, said: string): void => {
      clearTimeout(timer);
      resolve({ isCut, status, text: said, ms: performance.now() - begun });
    };
    const asked = request(`${url}${path}`, {
      ...{ agent, method, timeout: longestAnswerMs },
      headers: {
        ...{ authorization: `Bearer ${token}`, 'accept-language': 'en' },
        ...(text === undefined
          ? {}
          : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) }),
      },
    });
    const cut = (): void => {
      isCut = true;
      asked.destroy();
    };
    const timer = cutAfter === undefined ? undefined : setTimeout(cut, cutAfter);
    asked.on('timeout', () => asked.destroy());
    asked.on('error', (error) => end(0, String(error)));
    asked.on('response', (answer) => {
      answer.setEncoding('utf8');
      let said = '';
      answer.on('data', (part: string) => (said += part));
      answer.on('end', () => end(answer.statusCode ?? 0, said));
      answer.on('error', (error) => end(0, String(error)));
    });
    asked.end(text);
  });
}

/** Milliseconds of requests that were answered, under the keys of the contract. */
export function latencies(name: 'read' | 'write', times: readonly number[]): Figures {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return { [`p50-${name}-ms`]: at(0.5), [`p95-${name}-ms`]: at(0.95), [`p99-${name}-ms`]: at(0.99) };
}
