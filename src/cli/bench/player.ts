/**
 * Many people in the player at once, through the HTTP doors of a web process of its own, with tokens of the sandbox's Entra and storage in
 * the emulator; a worker runs beside it. Requests are offered at a steady rate, whether the one before was answered or not, and go to
 * whoever has waited longest, so that everybody is in the middle of the course for most of the time. What was confirmed to each person is
 * noted here, outside the store, and held against what the page says afterwards.
 */
import { readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { someAnswers } from '../../../test/support/applications.ts';
import { startTestSandbox, type SandboxPerson, type TestSandbox } from '../../../test/support/sandbox.ts';
import { applications, participations } from '../../features/recruitment/store.ts';
import { mapAtOnce } from '../../platform/at-once.ts';
import type { Platform } from '../../platform/platform.ts';
import type { BenchWish, Figures } from '../bench.ts';
import { connected } from '../doctor.ts';
import { keptOf } from './player-kept.ts';
import { holdRate, latencies, startWeb, type Asked, type Web } from './load.ts';
import { newReader, nextOf, noteAnswer, type Reader } from './player-readers.ts';

const seed = 21;
const people = { usual: 400, full: 5_000 };
/** A second; the emulator and all else run on the same cores. */
const rate = 60;
/** Who has not come to the end by then is counted as such. */
const longestMs = { usual: 140_000, full: 45 * 60_000 };
/** Of a hundred requests so many are cut off at some moment. */
const cutOfHundred = 8;

export async function benchPlayer({ full }: BenchWish): Promise<Figures> {
  const count = full ? people.full : people.usual;
  const sandbox = await startTestSandbox('--people', String(count + 200));
  try {
    const env = join(sandbox.data, 'sandbox.env');
    const { deps, stop } = await connected(env);
    const web = await startWeb(parseEnv(readFileSync(env, 'utf8')) as Record<string, string>);
    try {
      return await follow({ sandbox, deps, web, count, longest: full ? longestMs.full : longestMs.usual });
    } finally {
      await web.stop();
      stop();
    }
  } finally {
    await sandbox.stop();
    await rm(sandbox.data, { recursive: true, force: true });
  }
}

interface Setting {
  readonly sandbox: TestSandbox;
  readonly deps: Platform;
  readonly web: Web;
  readonly count: number;
  readonly longest: number;
}

async function follow({ sandbox, deps, web, count, longest }: Setting): Promise<Figures> {
  const all = await sandbox.control<SandboxPerson[]>('/people');
  const ids = all.filter(({ role, enabled }) => role === 'employee' && enabled).map(({ id }) => id);
  if (ids.length < count) throw new Error(`only ${ids.length} people for ${count} readers`);
  const coordinator = all.find(({ role }) => role === 'coordinator')?.id ?? '';
  const programmeId = await apply(sandbox, deps, coordinator, ids.slice(0, count));
  const readers = await mapAtOnce(ids.slice(0, count), 8, async (personId): Promise<Reader> => {
    const { token } = await sandbox.control<{ token: string }>('/token', { personId });
    return newReader(personId, token);
  });
  web.forgetOperations();
  const { asked, seconds } = await holdRate<Reader>(readers, {
    ...{ url: web.url, rate, longest, seed, cutOfHundred },
    next: nextOf,
    note: noteAnswer,
  });
  const operations = web.operations();
  const memory = web.memory();
  const whole = asked.filter(({ isCut }) => !isCut);
  const failed = whole.filter(({ status }) => status !== 200);
  for (const { path, status, text } of failed.slice(0, 5)) process.stderr.write(`${path}: ${status} ${text}\n`);
  return {
    people: count,
    requests: asked.length,
    'requests-per-s-offered': rate,
    'requests-per-s': asked.length / seconds,
    'error-rate': failed.length / Math.max(1, whole.length),
    'cut-off': asked.length - whole.length,
    resumed: readers.reduce((sum, one) => sum + one.resumed, 0),
    ...latencies('read', timesOf(whole, 'GET')),
    ...latencies('write', timesOf(whole, 'PUT')),
    ...(await keptOf({ deps, web, programmeId, readers })),
    'operations-per-request': operations / Math.max(1, asked.length),
    'rss-mb': Math.max(...memory),
    'rss-growth': growthOf(memory),
  };
}

const timesOf = (asked: readonly Asked[], method: string): number[] =>
  asked.flatMap((one) => (one.method === method && one.status === 200 ? [one.ms] : []));

/** The end against the middle, when all that is read once has been read. */
function growthOf(memory: readonly number[]): number {
  const from = Math.floor(memory.length / 2);
  const mean = (some: readonly number[]): number => some.reduce((sum, one) => sum + one, 0) / Math.max(1, some.length);
  const part = Math.max(1, Math.floor(memory.length / 8));
  return mean(memory.slice(-part)) / mean(memory.slice(from, from + part));
}

/** Everybody has applied to one programme, as mentees; their applications before are not part of this. */
async function apply(
  sandbox: TestSandbox,
  deps: Platform,
  coordinator: string,
  ids: readonly string[],
): Promise<string> {
  const { id: programmeId } = await sandbox.api<{ id: string }>(coordinator, 'POST', '/programmes', {
    ...{ name: 'Bench', forWhom: 'Everybody', why: 'To measure', howChosen: 'All', goals: [], language: 'en' },
    ...{ startsOn: '2027-04-12', endsOn: '2028-01-10' },
  });
  const at = deps.clock.now();
  const times = { startedAt: at, changedAt: at, appliedAt: at, begunAt: at };
  const rows = ids.map((personId) =>
    applications.create(programmeId, personId, {
      ...{ programmeId, personId, status: 'applied', answers: someAnswers(), waited: false, ...times },
    }),
  );
  for (let start = 0; start < rows.length; start += 100) await deps.tables.commit(rows.slice(start, start + 100));
  await mapAtOnce(ids, 16, (personId) =>
    deps.tables.commit([participations.put(personId, programmeId, { programmeId })]),
  );
  return programmeId;
}
