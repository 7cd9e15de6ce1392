/** What the load needs: a sandbox for its Entra and Graph, storage in the emulator's memory, a programme in it, and a token for everybody. */
import { readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { startTestSandbox, today, type SandboxPerson, type TestSandbox } from '../../../../test/support/sandbox.ts';
import { freePort } from '../../../../test/support/storage.ts';
import { readConfig } from '../../../config.ts';
import { mapAtOnce } from '../../../platform/at-once.ts';
import { day } from '../../../platform/clock.ts';
import { connect } from '../../../platform/connect.ts';
import { startEmulator } from '../../../sandbox/storage/emulator.ts';
import { connectionString } from '../../../sandbox/storage/server.ts';
import { addOrganisation, addParticipants } from './people.ts';
import type { People } from './visits.ts';
import { startWebProcess } from './web.ts';

export interface Organisation extends People {
  /** With them a web process has its tables straight in the emulator. */
  readonly settings: Readonly<Record<string, string>>;
  stop(): Promise<void>;
}

export async function startOrganisation(count: number): Promise<Organisation> {
  const sandbox = await startTestSandbox('--people', String(Math.ceil(count * 1.1) + 100), '--no-worker');
  const emulator = await startEmulator({ blobPort: await freePort() });
  const stop = async (): Promise<void> => {
    await emulator.stop();
    await sandbox.stop();
    await rm(sandbox.data, { recursive: true, force: true });
  };
  try {
    const urls = { blob: emulator.blobUrl, queue: emulator.queueUrl, table: emulator.tableUrl };
    const kept = parseEnv(readFileSync(join(sandbox.data, 'sandbox.env'), 'utf8')) as Record<string, string>;
    // Copies would stand in the storage of the sandbox, which nobody uses here.
    for (const name of ['COPIES_URL', 'COPY_HOURS']) delete kept[name];
    const settings = { ...kept, STORAGE_CONNECTION: connectionString(urls), LOG_LEVEL: 'error' };
    return { ...(await populate(sandbox, settings, count)), settings, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function populate(
  sandbox: TestSandbox,
  settings: Readonly<Record<string, string>>,
  count: number,
): Promise<People> {
  const all = await sandbox.control<SandboxPerson[]>('/people');
  const coordinatorId = all.find(({ role }) => role === 'coordinator')?.id ?? '';
  const ids = all.filter(({ role, enabled }) => role === 'employee' && enabled).map(({ id }) => id);
  if (ids.length < count) throw new Error(`only ${ids.length} people for ${count} participants`);
  const { deps, stop } = await connect(readConfig({ ...settings, LOG_LEVEL: 'silent' }));
  try {
    await addOrganisation(deps, all, coordinatorId);
    const taking = ids.slice(0, count);
    const signIn = (personId: string): Promise<{ token: string }> => sandbox.control('/token', { personId });
    const coordinator = await signIn(coordinatorId);
    const surveyId = await openSurvey(settings, coordinator.token);
    const participants = await addParticipants(deps, taking, surveyId);
    const tokens = await mapAtOnce(taking, 8, async (id) => [id, (await signIn(id)).token] as const);
    return {
      ...{ all: participants, coordinatorId, surveyId },
      tokens: new Map([...tokens, [coordinatorId, coordinator.token]]),
    };
  } finally {
    stop();
  }
}

/** Through the doors, as a coordinator does it. */
async function openSurvey(settings: Readonly<Record<string, string>>, token: string): Promise<string> {
  const web = await startWebProcess(settings);
  const post = async (path: string, body: unknown): Promise<{ id: string }> => {
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json', 'accept-language': 'en' };
    const answer = await fetch(`${web.url}/api${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return (await answer.json()) as { id: string };
  };
  try {
    const closesOn = new Date(Date.parse(today) + 30 * day).toISOString().slice(0, 10);
    const { id } = await post('/surveys', { audience: { kind: 'everybody' }, closesOn });
    await post(`/surveys/${id}/open`, {});
    return id;
  } finally {
    await web.stop();
  }
}
