/**
 * The domain's clock for all processes of the sandbox: real time and an offset. Processes learn a change by a long poll,
 * and who moves the clock is told only when all of them have it.
 */
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import express, { Router, type Request, type Response } from 'express';
import { z } from 'zod';
import { listen } from '../loopback.ts';

/** How long a poll without news stays open. */
const patience = 20_000;
/** Who has not polled for this long counts as gone. */
const fresh = 2_000;
/** A process that hangs must not hold the sandbox for ever. */
const longestWait = 10_000;

export interface SandboxClock {
  /** The domain's time in milliseconds since 1970. */
  now(): number;
  offsetMs(): number;
  /** Moves the domain's time to this instant; resolves when every process that was listening has it. */
  set(to: Date | number): Promise<void>;
  /**
   * `GET /clock?known=VERSION&client=NAME` gives `{version, offsetMs}`: at once when the version is another. Asking again
   * with the new version acknowledges it. Without `known` it is a mere reading.
   */
  readonly routes: Router;
  /** Who waits for news right now, by name. */
  listeners(): readonly string[];
  /** Answers all open polls. */
  stop(): void;
}

const kept = z.object({ version: z.number().int(), offsetMs: z.number() });

export async function openClock(dataDir: string): Promise<SandboxClock> {
  const file = join(dataDir, 'clock.json');
  const before = await readFile(file, 'utf8').then((text) => kept.parse(JSON.parse(text)), startOfTime);
  const state = { version: before.version + 1, offsetMs: before.offsetMs };
  const polls = newPolls(() => state);
  const save = async (): Promise<void> => {
    await mkdir(dataDir, { recursive: true });
    await writeFile(`${file}.new`, JSON.stringify(state));
    await rename(`${file}.new`, file);
  };
  await save();
  const move = async (to: Date | number): Promise<void> => {
    state.offsetMs = Number(to) - Date.now();
    state.version += 1;
    await save();
    await polls.announce();
  };
  let lastMove = Promise.resolve();
  return {
    now: () => Date.now() + state.offsetMs,
    offsetMs: () => state.offsetMs,
    // One move after the other: each waits for its own acknowledgements.
    set: (to) => (lastMove = lastMove.then(() => move(to))),
    routes: Router().get('/clock', (req, res) => polls.answer(req, res)),
    listeners: () => polls.listeners(),
    stop: () => polls.stop(),
  };
}

function startOfTime(): z.infer<typeof kept> {
  return { version: 0, offsetMs: 0 };
}

interface Polls {
  answer(req: Request, res: Response): void;
  announce(): Promise<void>;
  listeners(): readonly string[];
  stop(): void;
}

function newPolls(state: () => { readonly version: number; readonly offsetMs: number }): Polls {
  const seen = new Map<string, number>();
  const open = new Map<Response, { client: string; timer: NodeJS.Timeout }>();
  const behind = new Set<string>();
  let told: (() => void) | undefined;

  function release(res: Response): void {
    clearTimeout(open.get(res)?.timer);
    open.delete(res);
    if (!res.writableEnded) res.json(state());
  }

  function answer(req: Request, res: Response): void {
    const { known, client: name } = req.query;
    if (known === undefined) return release(res);
    const client = typeof name === 'string' ? name : `port ${req.socket.remotePort}`;
    seen.set(client, Date.now());
    if (known !== String(state().version)) return release(res);
    caughtUp(client);
    open.set(res, { client, timer: setTimeout(() => release(res), patience) });
    res.on('close', () => {
      clearTimeout(open.get(res)?.timer);
      if (!open.delete(res)) return;
      seen.delete(client);
      caughtUp(client);
    });
  }

  function caughtUp(client: string): void {
    if (behind.delete(client) && behind.size === 0) told?.();
  }

  async function announce(): Promise<void> {
    const since = Date.now() - fresh;
    for (const { client } of open.values()) behind.add(client);
    for (const [client, at] of seen) {
      if (at >= since) behind.add(client);
      else if (!behind.has(client)) seen.delete(client);
    }
    for (const res of open.keys()) release(res);
    if (behind.size === 0) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, longestWait);
      told = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    behind.clear();
  }

  const listeners = (): readonly string[] => [...open.values()].map(({ client }) => client);
  return { answer, announce, listeners, stop: () => open.forEach((_poll, res) => release(res)) };
}

/** The clock on a server of its own. */
export async function startClock(options: {
  readonly port: number;
  readonly dataDir: string;
}): Promise<SandboxClock & { readonly url: string; close(): Promise<void> }> {
  const clock = await openClock(options.dataDir);
  const server = await listen(express().use(clock.routes), options.port);
  return { ...clock, url: server.url, close: () => server.close() };
}
