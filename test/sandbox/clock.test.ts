import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startClock } from '../../src/sandbox/clock/server.ts';

const week = 7 * 24 * 3600 * 1000;
type Reading = { version: number; offsetMs: number };

describe("the sandbox's clock", () => {
  let dataDir: string;
  let clock: Awaited<ReturnType<typeof startClock>>;

  beforeEach(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'clock-'));
    clock = await startClock({ port: 0, dataDir });
  });
  afterEach(async () => {
    await clock.close();
    await rm(dataDir, { recursive: true });
  });

  const poll = async (known?: number, client = 'worker', signal?: AbortSignal): Promise<Reading> => {
    const url = `${clock.url}/clock?client=${client}${known === undefined ? '' : `&known=${known}`}`;
    return (await fetch(url, signal ? { signal } : {})).json() as Promise<Reading>;
  };

  it('tells the offset at once to who does not know it', async () => {
    assert.equal((await poll()).offsetMs, 0);
    await clock.set(Date.now() + week);
    await poll(0, 'newcomer').then(({ offsetMs }) => assert.ok(Math.abs(offsetMs - week) < 1000));
  });

  it('moves on only when every process that listens has the new time', async () => {
    const { version } = await poll();
    const listening = [poll(version, 'worker'), poll(version, 'web')] as const;
    await untilListening('worker', 'web');
    let moved = false;
    const moving = clock.set(Date.now() + week).then(() => (moved = true));
    const [told] = await Promise.all(listening);
    assert.equal(told.offsetMs, clock.offsetMs());
    await acknowledge(told.version, 'worker');
    assert.equal(moved, false);
    await acknowledge(told.version, 'web');
    await moving;
  });

  it('does not wait for a process that went away', async () => {
    const { version } = await poll();
    const gone = new AbortController();
    const listening = poll(version, 'worker', gone.signal);
    await untilListening('worker');
    gone.abort();
    await assert.rejects(listening);
    const started = Date.now();
    await clock.set(Date.now() + week);
    assert.ok(Date.now() - started < 5000);
  });

  it('keeps its time over a restart, under a new version', async () => {
    const { version } = await poll();
    await clock.close();
    clock = await startClock({ port: 0, dataDir });
    await clock.set(Date.now() + week);
    await clock.close();
    clock = await startClock({ port: 0, dataDir });
    assert.ok(Math.abs(clock.now() - Date.now() - week) < 1000);
    assert.ok((await poll(version)).version > version + 1);
  });

  async function untilListening(...clients: readonly string[]): Promise<void> {
    while (!clients.every((client) => clock.listeners().includes(client))) await poll();
  }

  /** Asks again with what it was told, as a process does; the poll itself is given up when the server has it. */
  async function acknowledge(known: number, client: string): Promise<void> {
    const stop = new AbortController();
    const listening = poll(known, client, stop.signal).catch(() => undefined);
    await untilListening(client);
    stop.abort();
    await listening;
  }
});
