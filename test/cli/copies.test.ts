import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { commands } from '../../src/cli/commands.ts';
import { UsageProblem } from '../../src/cli/usage.ts';
import { newId } from '../../src/platform/ids.ts';
import { createTables } from '../../src/platform/tables.ts';
import { totalsIn } from '../../src/features/privacy/copies/restoring/usecases.ts';
import { ids } from '../support/cloud.ts';
import { filledApp } from '../support/copies.ts';
import { testStorage } from '../support/storage.ts';
import { runningVault } from '../support/vault.ts';

/** Runs a command; gives what it wrote. */
async function run(name: string, ...words: readonly string[]): Promise<string> {
  const command = commands.find((one) => one.name === name);
  const write = process.stdout.write.bind(process.stdout);
  let text = '';
  process.stdout.write = (chunk: string | Uint8Array): boolean => {
    text += String(chunk);
    return true;
  };
  try {
    assert.equal(await command?.run(words), 0);
  } finally {
    process.stdout.write = write;
  }
  return text;
}

const refused = (sentence: RegExp) => (error: unknown) => {
  assert.ok(error instanceof UsageProblem, String(error));
  assert.match(error.message, sentence);
  return true;
};

describe('tandem export and restore', () => {
  let folder: string;
  let env: string;
  let connection: string;
  let prefix: string;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'tandem-export-'));
    env = join(folder, 'settings.env');
    connection = await testStorage();
    const app = await filledApp();
    prefix = app.prefix;
    const settings: Record<string, string> = {
      ...{ BASE_URL: 'http://127.0.0.1:1', TENANT_ID: ids.tenantId, TAB_CLIENT_ID: ids.tabClientId, BOT_ID: ids.botId },
      ...{ BOT_TYPE: 'UserAssignedMSI', STORAGE_CONNECTION: connection, STORAGE_PREFIX: prefix },
      ...(await runningVault()).settings,
    };
    const lines = Object.entries(settings).map(([name, value]) => `${name}="${value}"\n`);
    await writeFile(env, lines.join(''));
  });

  after(() => rm(folder, { recursive: true, force: true }));

  it('put a copy into a folder, and back beside what is there, equal by count and sum', async () => {
    const to = join(folder, 'copies');
    const made = JSON.parse(await run('export', '--to', to, '--env', env, '--json')) as { name: string; rows: number };
    const into = `r${newId().slice(0, 8)}`;
    const told = await run('restore', '--from', to, '--copy', made.name, '--into-prefix', into, '--env', env);
    assert.match(told, new RegExp(`${made.name}: ${made.rows} rows, equal to the copy`));
    const [before, after] = [prefix, into].map((one) => createTables({ connection, prefix: one }));
    assert.deepEqual(await totalsIn({ tables: after! }), await totalsIn({ tables: before! }));
  });

  it('take the address of a container', async () => {
    const container = `${/BlobEndpoint=([^;]+)/.exec(connection)?.[1]}/c${newId().slice(0, 8)}`;
    const told = await run('export', '--to', container, '--env', env);
    assert.match(told, /rows, .* MB, in .* s, to http.*\nEach partition is as it was at one moment/);
    await assert.rejects(run('restore', '--from', container, '--env', env), refused(/not empty: there are rows in/));
  });

  it('say what is wrong, and what to do', async () => {
    await assert.rejects(run('export', '--env', env), refused(/--to/));
    await assert.rejects(run('restore', '--env', env), refused(/--from/));
    await assert.rejects(run('restore', '--from', folder, '--env', env), refused(/no such whole copy/));
    const words = ['--from', folder, '--into-prefix', 'No Such', '--env', env];
    await assert.rejects(run('restore', ...words), refused(/not 1 to 20/));
    await assert.rejects(run('export', '--to', folder, '--env', env, '--fast'), /--fast/);
  });
});
