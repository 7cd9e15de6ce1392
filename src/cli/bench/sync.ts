/**
 * How long the directory takes from Graph into Tables, and how long it takes to count an audience in it: the product's own sync in this
 * process, against a running sandbox whose Graph is too busy for one request in twenty.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseEnv } from 'node:util';
import { chanceFaults } from '../../../test/support/delivery/chance.ts';
import { startTestSandbox, type SandboxPerson, type TestSandbox } from '../../../test/support/sandbox.ts';
import { readConfig } from '../../config.ts';
import { syncDirectory } from '../../features/people/sync/usecases.ts';
import { createProgramme } from '../../features/programmes/usecases.ts';
import type { Audience } from '../../features/recruitment/audiences/model.ts';
import { reachOf } from '../../features/recruitment/audiences/usecases.ts';
import { connect } from '../../platform/connect.ts';
import type { Caller } from '../../platform/doors.ts';
import type { Platform } from '../../platform/platform.ts';
import { startFaultProxy } from '../../sandbox/storage/proxy.ts';
import type { BenchWish, Figures } from '../bench.ts';

const changes = 1_000;
const counts = 20;

export async function benchSync({ full }: BenchWish): Promise<Figures> {
  const sizes = full ? [1_200, 10_000, 100_000] : [1_200, 10_000];
  const all: Figures[] = [];
  for (const size of sizes) all.push(inOwnProcess(size));
  const each = Object.assign({}, ...all) as Record<string, number>;
  const last = sizes.at(-1) ?? 0;
  // What is waited for because of throttling grows with the pages too; of few pages none may be refused.
  const perPerson = (size: number): number => (each[`seconds-${size}`] ?? 0) / size;
  return { ...each, 'growth-per-person': perPerson(last) / perPerson(10_000), 'rss-mb': each[`rss-mb-${last}`] ?? 0 };
}

function inOwnProcess(people: number): Figures {
  const file = fileURLToPath(new URL('sync-size.ts', import.meta.url));
  const words = ['--import', 'tsx', file, String(people)];
  const { stdout, stderr, status } = spawnSync(process.execPath, words, { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout) as Figures;
}

export async function benchSize(people: number): Promise<Figures> {
  const sandbox = await startTestSandbox('--people', String(people), '--no-worker');
  const refused = chanceFaults(7, 0.05, ['429']);
  const busyGraph = await startFaultProxy(sandbox.graph, 0, refused);
  try {
    const settings = parseEnv(readFileSync(join(sandbox.data, 'sandbox.env'), 'utf8'));
    const { deps, stop } = await connect(readConfig({ ...settings, GRAPH_URL: busyGraph.url }));
    const first = await timed(() => syncDirectory(deps));
    const [retries, rss] = [refused.total(), maxMegabytes()];
    const again = await timed(() => syncDirectory(deps));
    await changeSome(sandbox, Math.min(changes, people / 2));
    const delta = await timed(() => syncDirectory(deps));
    if (!first.result.full || again.result.full || first.result.written < people)
      throw new Error(`${first.result.written} of ${people} people were written`);
    if (delta.result.written < Math.min(changes, people / 2))
      throw new Error(`${delta.result.written} changes arrived`);
    const audience = await benchAudience(deps, sandbox);
    stop();
    const figures = {
      seconds: first.seconds,
      pages: first.result.pages,
      retries,
      'people-a-second': first.result.written / first.seconds,
      'nothing-new-seconds': again.seconds,
      'delta-seconds': delta.seconds,
      'delta-changes': delta.result.written,
      ...audience,
      'rss-mb': rss,
      'rss-with-audience-mb': maxMegabytes(),
    };
    return Object.fromEntries(Object.entries(figures).map(([key, value]) => [`${key}-${people}`, value]));
  } finally {
    await busyGraph.close();
    await sandbox.stop();
    await rm(sandbox.data, { recursive: true, force: true });
  }
}

/** The most that this process has had so far. */
const maxMegabytes = (): number => process.resourceUsage().maxRSS / 1024;

/** People move from site to site, as the sandbox's host lets them. */
async function changeSome({ control }: TestSandbox, count: number): Promise<void> {
  const people = await control<SandboxPerson[]>('/people');
  const some = people.filter(({ role }) => role === 'employee').slice(0, count);
  for (const { id } of some) await control(`/people/${id}`, { officeLocation: 'Namur' });
}

/** An audience of three rules and an exception, through the use case that the page asks, with everything that it reads. */
async function benchAudience(deps: Platform, { control }: TestSandbox): Promise<Figures> {
  const people = await control<SandboxPerson[]>('/people');
  const personId = people.find(({ role }) => role === 'coordinator')?.id ?? '';
  const caller: Caller = { personId, language: 'en', roles: ['Coordinator'], assertion: '' };
  const { id } = await createProgramme(deps, caller, {
    ...{ name: 'Bench', forWhom: 'Everybody', why: 'To measure', howChosen: 'All', goals: [], language: 'en' },
    ...{ startsOn: '2027-04-01', endsOn: '2027-12-31' },
  });
  const [network] = await deps.directory.groups('Women');
  const audience: Audience = {
    kind: 'rules',
    any: [
      { departments: ['Engineering', 'Sales'], levels: [3, 4, 5], languages: ['nl', 'fr'] },
      { jobTitles: ['ingenieur', 'engineer'], tenures: ['ten-years', 'longer'] },
      ...(network ? [{ groups: [{ id: network.id, name: network.name }] }] : []),
    ],
    except: [{ sites: ['Lyon'] }],
  };
  const count = (): Promise<unknown> => reachOf(deps, caller, id, audience);
  const cold = await timed(count);
  const warm: number[] = [];
  for (let turn = 0; turn < counts; turn += 1) warm.push((await timed(count)).seconds * 1000);
  warm.sort((a, b) => a - b);
  return {
    'audience-first-ms': cold.seconds * 1000,
    'audience-median-ms': warm[counts / 2] ?? 0,
    'audience-worst-ms': warm.at(-1) ?? 0,
  };
}

async function timed<T>(work: () => Promise<T>): Promise<{ readonly seconds: number; readonly result: T }> {
  const begun = performance.now();
  const result = await work();
  return { seconds: (performance.now() - begun) / 1000, result };
}
