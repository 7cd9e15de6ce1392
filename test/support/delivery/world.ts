/** Storage behind proxies, a receiver with a journal, people to write to, and workers as processes that can be killed. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hoursRows, people as personRows, bucketOfPerson, preferenceRows } from '../../../src/features/people/store.ts';
import { weekdays, type WorkingHours } from '../../../src/features/people/model.ts';
import { readConfig } from '../../../src/config.ts';
import { pause } from '../../../src/platform/clock.ts';
import { connect, type Connected } from '../../../src/platform/connect.ts';
import { isFailure } from '../../../src/platform/errors.ts';
import { idOf } from '../../../src/platform/ids.ts';
import type { Lane } from '../../../src/platform/queues.ts';
import type { Change } from '../../../src/platform/tables.ts';
import { chatChange } from '../../../src/platform/teams/chats.ts';
import { emulatorAccount, emulatorKey, startEmulator } from '../../../src/sandbox/storage/emulator.ts';
import { startFaultProxy } from '../../../src/sandbox/storage/proxy.ts';
import { aPerson } from '../app.ts';
import type { ChanceFaults } from './chance.ts';
import { workerFile } from './bundle.ts';
import { programmeId, programmeRows } from './jobs.ts';
import { conversationOf, startReceiver, tenantId, type ReceiverFault } from './receiver.ts';

const atWork: WorkingHours = { zone: 'UTC', days: [...weekdays], start: '00:00', end: '00:00' };
/** Half a day from now for an hour: until then it is night for those who sleep. */
const later = (hours: number): string => new Date(Date.now() + hours * 3_600_000).toISOString().slice(11, 16);
const asleep = (): WorkingHours => ({ ...atWork, start: later(12), end: later(13) });

export interface WorldWish {
  readonly people: number;
  /** Into storage through proxies with these faults; without them directly. */
  readonly tables?: ChanceFaults;
  readonly queues?: ChanceFaults;
  receiverFault?(): ReceiverFault | undefined;
  readonly graph?: ChanceFaults;
  readonly blocked?: ReadonlySet<string>;
  readonly optedOut?: ReadonlySet<string>;
  readonly asleep?: ReadonlySet<string>;
  readonly order?: 'mark-first' | 'send-first';
  readonly quick?: boolean;
}

export type DeliveryWorld = Awaited<ReturnType<typeof deliveryWorld>>;

export const personIdOf = (number: number): string => aPerson(number).id;
export const sendIdOf = (message: string): string => idOf('trial', message);

export async function deliveryWorld(wish: WorldWish) {
  const dir = mkdtempSync(join(tmpdir(), 'tandem-delivery-'));
  const emulator = await startEmulator({ blobPort: 0 });
  const [tables, queues] = await Promise.all([
    wish.tables ? startFaultProxy(emulator.tableUrl, 0, wish.tables) : undefined,
    wish.queues ? startFaultProxy(emulator.queueUrl, 0, wish.queues) : undefined,
  ]);
  const receiver = await startReceiver({
    journal: join(dir, 'receiver.jsonl'),
    blocked: wish.blocked ?? new Set(),
    fault: () => wish.receiverFault?.(),
    graphFault: () => wish.graph?.take(),
  });
  const settings = (table: string, queue: string): Record<string, string> => ({
    ...{ BASE_URL: 'http://127.0.0.1:1', TENANT_ID: tenantId, TAB_CLIENT_ID: tenantId, BOT_ID: tenantId },
    ...{ BOT_TYPE: 'UserAssignedMSI', MANAGED_IDENTITY_URL: `${receiver.url}/msi/token`, LOG_LEVEL: 'silent' },
    ...{ CONNECTOR_HOSTS: new URL(receiver.url).host, GRAPH_URL: receiver.url, LOGIN_URL: receiver.url },
    STORAGE_CONNECTION: connectionOf(emulator.blobUrl, queue, table),
  });
  const file = join(dir, 'worker.env');
  const troubled = settings(tables?.url ?? emulator.tableUrl, queues?.url ?? emulator.queueUrl);
  writeFileSync(
    file,
    Object.entries(troubled)
      .map(([name, value]) => `${name}="${value}"\n`)
      .join(''),
  );
  const own: Connected = await connect(readConfig(settings(emulator.tableUrl, emulator.queueUrl)));
  const workers = new Set<ChildProcess>();
  const script = await workerFile();

  /** Its clock may be wrong by so many milliseconds. */
  async function addWorker(skewMs = 0): Promise<ChildProcess> {
    const order = wish.order ?? 'send-first';
    const words = [script, file, order, wish.quick ? 'quick' : 'usual', String(skewMs)];
    const child = spawn(process.execPath, words, { stdio: ['ignore', 'pipe', 'inherit'] });
    workers.add(child);
    child.once('exit', () => workers.delete(child));
    await Promise.race([once(child.stdout, 'data'), once(child, 'exit')]);
    return child;
  }

  async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
    const gone = once(child, 'exit');
    child.kill(signal);
    await gone;
  }

  /** Asks for one message to each of these people, as a campaign or one by one. */
  async function ask(job: string, lane: Lane, numbers: readonly number[], prefix: string): Promise<string[]> {
    const made = numbers.map((number) => ({ message: `${prefix}-${number}`, personId: personIdOf(number) }));
    for (let start = 0; start < made.length; start += 45) {
      const some = made.slice(start, start + 45);
      const follow = some.map(({ message, personId }) => ({
        ...{ id: sendIdOf(message), job, lane },
        data: { message, personId, asked: String(Date.now()) },
      }));
      await patiently(() => own.deps.outbox.commit(some.map(noteOf), follow));
    }
    return made.map(({ message }) => message);
  }

  await seed(own, wish);
  return {
    ...{ dir, own, receiver, addWorker, ask, workers },
    kill: (child: ChildProcess) => end(child, 'SIGKILL'),
    retire: (child: ChildProcess) => end(child, 'SIGTERM'),
    /** Until so much is true, or the time is up; false then. */
    async until(truth: () => boolean | Promise<boolean>, longestMs: number, pollMs = 200): Promise<boolean> {
      for (const last = Date.now() + longestMs; Date.now() < last; await pause(pollMs))
        if (await patiently(async () => truth())) return true;
      return false;
    },
    async close(): Promise<void> {
      await Promise.all([...workers].map((child) => end(child, 'SIGKILL')));
      own.stop();
      await Promise.all([tables?.close(), queues?.close(), receiver.close()]);
      await emulator.stop();
      await rm(dir, { recursive: true, force: true });
    },
  };
}

/** Storage that stands still for a while is trouble for workers; whoever asks and looks waits until it goes on. */
export async function patiently<T>(what: () => Promise<T>): Promise<T | undefined> {
  for (let tries = 1; ; tries += 1)
    try {
      return await what();
    } catch (error) {
      // It was kept by a try whose answer did not come.
      if (tries > 1 && isFailure(error, 'conflict')) return undefined;
      if (tries === 10 || !(isFailure(error, 'unavailable') || isTimeUp(error))) throw error;
      await pause(2_000);
    }
}

const isTimeUp = (error: unknown): boolean => error instanceof Error && error.name === 'AbortError';

const noteOf = ({ message }: { readonly message: string }): Change => ({
  ...{
    table: 'programmes',
    partition: programmeId,
    rowKey: `asked.${sendIdOf(message)}`,
    how: 'put',
    value: { message },
  },
});

/** People as the product knows them after a while: in the directory, with a chat, and with working hours that were read. */
async function seed({ deps, deps: { tables } }: Connected, wish: WorldWish): Promise<void> {
  const numbers = Array.from({ length: wish.people }, (_, number) => number + 1);
  await tables.commit([programmeRows.put(programmeId, 'own', { name: 'A trial' })]);
  const rows = numbers.map((number) =>
    personRows.put(bucketOfPerson(personIdOf(number)), personIdOf(number), aPerson(number)),
  );
  for (const bucket of new Set(rows.map((row) => row.partition))) {
    const group = rows.filter((row) => row.partition === bucket);
    for (let start = 0; start < group.length; start += 100) await tables.commit(group.slice(start, start + 100));
  }
  const serviceUrl = `http://${deps.config.connectorHosts[0] ?? ''}/teams/`;
  const one = async (number: number): Promise<void> => {
    const id = personIdOf(number);
    const hours = wish.asleep?.has(id) ? asleep() : atWork;
    await tables.commit([
      chatChange(id, { conversationId: conversationOf(id), serviceUrl, language: 'en' }),
      hoursRows.put(id, 'mailbox', { at: Date.now(), hours }),
      ...(wish.optedOut?.has(id) ? [preferenceRows.put(id, 'own', { doNotAsk: true })] : []),
    ]);
  };
  for (let start = 0; start < numbers.length; start += 32) await Promise.all(numbers.slice(start, start + 32).map(one));
}

function connectionOf(blob: string, queue: string, table: string): string {
  const [blobs, queues, tables] = [blob, queue, table].map((url) => `${url}/${emulatorAccount}`);
  const endpoints = `BlobEndpoint=${blobs};QueueEndpoint=${queues};TableEndpoint=${tables}`;
  return `DefaultEndpointsProtocol=http;AccountName=${emulatorAccount};AccountKey=${emulatorKey};${endpoints};`;
}

/** Megabytes that a process holds. */
export function memoryOf({ pid }: ChildProcess): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024;
}
