/** `tandem doctor`: can every service be reached with the settings that there are, and which rights are used. */
import { existsSync, readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { readConfig, type Config } from '../config.ts';
import { connect, type Connected } from '../platform/connect.ts';
import { graphUses } from '../platform/graph/uses.ts';
import { sentLastMinute as sentIn } from '../platform/teams/slots.ts';
import { slotRows } from '../platform/teams/pace.ts';
import { minute } from '../platform/clock.ts';
import { begunAt } from '../features/privacy/copies/model.ts';
import { newestCopy } from '../features/privacy/copies/usecases.ts';
import type { Platform } from '../platform/platform.ts';
import { readDueKey } from '../platform/outbox/due.ts';
import { shards } from '../platform/outbox/task.ts';

export interface DoctorWish {
  readonly permissions: boolean;
  readonly json: boolean;
  readonly env: string | undefined;
}

interface Finding {
  readonly check: string;
  readonly good: boolean;
  readonly found: string;
}

const sandboxSettings = 'data/sandbox.env';

export async function doctor({ permissions, json, env }: DoctorWish): Promise<number> {
  const installation = await connected(env);
  try {
    return permissions ? await showPermissions(installation, json) : await showHealth(installation, json);
  } finally {
    installation.stop();
  }
}

/** Connects with the settings of a file, of the environment, or of the sandbox in `data/`. */
export async function connected(env: string | undefined): Promise<Connected> {
  return connect({ ...settings(env), logLevel: 'silent' });
}

export function settings(file: string | undefined): Config {
  const chosen =
    file ?? (process.env['TENANT_ID'] === undefined && existsSync(sandboxSettings) ? sandboxSettings : undefined);
  return readConfig(chosen === undefined ? process.env : parseEnv(readFileSync(chosen, 'utf8')));
}

async function showPermissions({ deps }: Connected, json: boolean): Promise<number> {
  const uses = await graphUses(deps.tables);
  if (json) process.stdout.write(`${JSON.stringify(uses, undefined, 2)}\n`);
  for (const rights of json ? [] : (['app', 'delegated'] as const)) {
    process.stdout.write(rights === 'app' ? "With the app's own rights:\n" : "\nWith a person's own rights:\n");
    const mine = uses.filter((use) => use.rights === rights);
    for (const use of mine)
      process.stdout.write(`  ${use.method.padEnd(6)} ${use.path.padEnd(60)} ${use.permission}\n`);
    if (mine.length === 0) process.stdout.write('  nothing so far\n');
  }
  return 0;
}

async function showHealth({ deps, entra, queue, campaign, poison }: Connected, json: boolean): Promise<number> {
  const tasks = deps.outbox.tasksOf('system', 'recurring');
  const findings = await Promise.all([
    look(
      'storage',
      deps.tables.read('system', 'doctor', 'none').then(() => 'answers'),
    ),
    look(
      'recurring tasks',
      tasks.then((all) => all.map((one) => `${one.job} ${one.state}`).join(', ') || 'none yet'),
    ),
    look(
      'messages',
      Promise.all([queue.length(), campaign.length(), sentLastMinute(deps)]).then(
        ([usual, many, sent]) => `${sent} in the last minute, ${usual} in line, ${many} of campaigns behind them`,
      ),
    ),
    look('oldest in line', oldestDue(deps)),
    look('copies', newestCopyIn(deps)),
    look(
      'given up',
      poison.length().then((count) => `${count} since the beginning`),
    ),
    look(
      'token for Graph',
      entra.graphAppToken().then(() => 'granted'),
    ),
    look(
      'token for the bot',
      entra.botToken().then(() => 'granted'),
    ),
    look(
      'directory',
      deps.directory.groups('').then((groups) => `${groups.length} groups can be read`),
    ),
    look('roles', whenRolesEnd(deps)),
    look('language model', whetherItAnswers(deps)),
  ]);
  if (json) process.stdout.write(`${JSON.stringify(findings, undefined, 2)}\n`);
  else for (const { check, good, found } of findings) process.stdout.write(`${good ? '✔' : '✘'} ${check}: ${found}\n`);
  return findings.every((one) => one.good) ? 0 : 1;
}

async function look(check: string, found: Promise<string>): Promise<Finding> {
  return found.then(
    (text) => ({ check, good: true, found: text }),
    (error: unknown) => ({ check, good: false, found: error instanceof Error ? error.message : String(error) }),
  );
}

/** Anybody will do: what matters is whether it may be asked. */
async function whenRolesEnd({ roles, config }: Platform): Promise<string> {
  if ((await roles.of(config.tabClientId)) === 'unknown')
    return 'one that is taken away ends with its token, within the hour: grant Application.Read.All to end it at once';
  return 'one that is taken away ends at the next request';
}

/** One short question; nobody's words. */
async function whetherItAnswers({ model }: Platform): Promise<string> {
  if (!model) return 'none: the coach answers from the courses (MODEL_URL and MODEL_DEPLOYMENT name one)';
  await model.ask({ personId: 'doctor', system: 'Answer with one word.', text: 'Are you there?' });
  return 'answers';
}

async function sentLastMinute({ tables, clock }: Platform): Promise<number> {
  const row = await slotRows.find(tables, 'pace', 'now');
  return row ? sentIn(row.value, clock.machine()) : 0;
}

async function newestCopyIn({ copies, config, clock }: Platform): Promise<string> {
  if (!copies) return 'none are made: COPIES_URL names a place for them';
  const name = await newestCopy(copies);
  if (name === undefined) return `none yet: the first is made ${config.copyHours} h after the first start of a worker`;
  const minutes = Math.round((clock.machine() - begunAt(name)) / minute);
  if (minutes > config.copyHours * 60 + 30)
    throw new Error(`the newest is ${minutes} min old: see the log of the worker`);
  return `the newest is ${minutes} min old`;
}

/** How long what has been due the longest has waited. */
async function oldestDue({ tables, clock }: Platform): Promise<string> {
  const names = Array.from({ length: shards }, (_, shard) => `shard-${shard}`);
  const first = await Promise.all(
    names.map((name) => tables.range('due', name, { from: 'due.', to: 'due.~', limit: 1 })),
  );
  const due = first.flat().map(({ rowKey }) => readDueKey(rowKey).when);
  const seconds = Math.round((clock.now() - Math.min(...due)) / 1000);
  return due.length > 0 && seconds > 0 ? `due for ${seconds} s` : 'nothing is overdue';
}
