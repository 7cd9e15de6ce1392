/**
 * Times for pairs without a next date, found in the background as a worker finds them, against a running sandbox: a proxy in front of its
 * Graph counts what is asked, of whom, and how much at once through one mailbox. Then single searches, as the tab asks them.
 */
import { readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { Agent, request, type IncomingMessage, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { startTestSandbox, type SandboxPerson, type TestSandbox } from '../../../test/support/sandbox.ts';
import { readConfig } from '../../config.ts';
import { suggestSome } from '../../features/meetings/suggesting/usecases.ts';
import { suggestions } from '../../features/meetings/suggesting/store.ts';
import type { Pair } from '../../features/pairs/model.ts';
import { pairLines, pairs } from '../../features/pairs/store.ts';
import { syncDirectory } from '../../features/people/sync/usecases.ts';
import { programmes } from '../../features/programmes/store.ts';
import { createProgramme, programmeOf } from '../../features/programmes/usecases.ts';
import { day } from '../../platform/clock.ts';
import { connect } from '../../platform/connect.ts';
import type { Platform } from '../../platform/platform.ts';
import { listen } from '../../sandbox/loopback.ts';
import type { BenchWish, Figures } from '../bench.ts';

/** Nearly two mentees for each mentor. */
const sizes = { usual: { pairs: 1_000, mentors: 550 }, full: { pairs: 10_000, mentors: 5_500 } };
const searches = 200;
const searchesAtOnce = 3;

export async function benchCalendar({ full }: BenchWish): Promise<Figures> {
  const size = full ? sizes.full : sizes.usual;
  // Some of those who are here are guests, left, or have no mailbox.
  const sandbox = await startTestSandbox(
    '--people',
    String(Math.ceil((size.pairs + size.mentors) * 1.1)),
    '--no-worker',
  );
  const graph = await startCounter(sandbox.graph);
  try {
    const settings = parseEnv(readFileSync(join(sandbox.data, 'sandbox.env'), 'utf8'));
    const { deps, stop } = await connect(readConfig({ ...settings, GRAPH_URL: graph.url }));
    await syncDirectory(deps);
    const all = await arrange(deps, sandbox, size);
    graph.begin();
    const round = await inBackground(deps);
    const counted = graph.counts();
    const found = await suggestions.list(deps.tables, all[0]?.programmeId ?? '');
    const slots = found.reduce((sum, { value }) => sum + value.starts.length, 0);
    stop();
    return {
      pairs: all.length,
      'pairs-with-times': found.filter(({ value }) => value.starts.length > 0).length,
      'slots-per-s': slots / round.seconds,
      'pairs-per-s': all.length / round.seconds,
      seconds: round.seconds,
      steps: round.steps,
      'longest-step-s': round.longest,
      'calls-per-pair': counted.calls / all.length,
      ...counted,
      ...(await singleSearches(sandbox, all)),
      'rss-mb': process.resourceUsage().maxRSS / 1024,
    };
  } finally {
    await graph.close();
    await sandbox.stop();
    await rm(sandbox.data, { recursive: true, force: true });
  }
}

/** A programme that runs, with pairs that began two months ago and have no date. */
async function arrange(
  deps: Platform,
  sandbox: TestSandbox,
  size: { pairs: number; mentors: number },
): Promise<Pair[]> {
  const people = await sandbox.control<SandboxPerson[]>('/people');
  const coordinator = people.find(({ role }) => role === 'coordinator')?.id ?? '';
  const { id: programmeId } = await createProgramme(
    deps,
    { personId: coordinator, language: 'en', roles: ['Coordinator'] },
    {
      ...{ name: 'Bench', forWhom: 'Everybody', why: 'To measure', howChosen: 'All', goals: [], language: 'en' },
      ...{ startsOn: '2027-02-01', endsOn: '2027-12-31' },
    },
  );
  const row = await programmes.find(deps.tables, programmeId, 'own');
  if (!row) throw new Error(`${(await programmeOf(deps, programmeId)).id} has no row`);
  await deps.tables.commit([programmes.replace(row, { ...row.value, stage: 'run' })]);
  const employees = people.filter(({ role, enabled }) => role === 'employee' && enabled).map(({ id }) => id);
  const [mentors, mentees] = [
    employees.slice(0, size.mentors),
    employees.slice(size.mentors, size.mentors + size.pairs),
  ];
  const activeAt = deps.clock.now() - 60 * day;
  const all = mentees.map((menteeId, place): Pair => {
    const about = {
      id: `pair-${place}`,
      programmeId,
      proposalId: 'bench',
      menteeId,
      mentorId: mentors[place % mentors.length]!,
    };
    return { ...about, state: 'active', reasons: [], offeredAt: activeAt, activeAt };
  });
  for (let at = 0; at < all.length; at += 100)
    await deps.tables.commit(all.slice(at, at + 100).map((one) => pairs.create(programmeId, one.id, one)));
  for (const { id: pairId, menteeId, mentorId } of all.slice(0, searches))
    for (const personId of [menteeId, mentorId])
      await deps.tables.commit([pairLines.put(personId, pairId, { programmeId, pairId })]);
  return all;
}

async function inBackground(deps: Platform): Promise<{ seconds: number; steps: number; longest: number }> {
  const begun = performance.now();
  let [steps, longest] = [0, 0];
  for (let isOver = false; !isOver; steps += 1) {
    const from = performance.now();
    ({ isOver } = await suggestSome(deps));
    longest = Math.max(longest, (performance.now() - from) / 1000);
  }
  return { seconds: (performance.now() - begun) / 1000, steps, longest };
}

/** What one person waits for who opens "find a time". */
async function singleSearches(sandbox: TestSandbox, all: readonly Pair[]): Promise<Figures> {
  const waiting = all.slice(0, searches);
  const took: number[] = [];
  const hand = async (): Promise<void> => {
    for (let one = waiting.pop(); one; one = waiting.pop()) {
      const from = performance.now();
      const path = `/programmes/${one.programmeId}/pairs/${one.id}/meetings/times?week=0&minutes=60`;
      await sandbox.api(one.menteeId, 'GET', path);
      took.push(performance.now() - from);
    }
  };
  await Promise.all(Array.from({ length: searchesAtOnce }, hand));
  took.sort((a, b) => a - b);
  const at = (share: number): number => took[Math.min(took.length - 1, Math.floor(took.length * share))] ?? 0;
  return { searches: took.length, 'search-p50-ms': at(0.5), 'search-p95-ms': at(0.95) };
}

interface Counter {
  readonly url: string;
  begin(): void;
  counts(): { readonly calls: number; readonly [name: string]: number };
  close(): Promise<void>;
}

/** Passes everything on as it is, and counts what concerns calendars. */
async function startCounter(target: string): Promise<Counter> {
  const agent = new Agent({ keepAlive: true, maxSockets: 64 });
  const atOnce = new Map<string, number>();
  let now = { calls: 0, most: 0, refused: 0, other: 0 };
  let asked: string[] = [];
  const server = await listen((req, res) => void pass(req, res), 0);

  async function pass(req: IncomingMessage, res: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of req) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks);
    const mailbox = /\/users\/([^/]+)\/calendar\/getSchedule/.exec(req.url ?? '')?.[1];
    if (mailbox !== undefined) begins(mailbox, body);
    else now.other += 1;
    const { hostname, port } = new URL(target);
    const { url: path = '/', method = 'GET', headers } = req;
    const onward = request({ agent, hostname, port, path, method, headers }, (answer) => {
      if (answer.statusCode === 429) now.refused += 1;
      res.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(res);
    });
    onward.on('error', () => res.destroy());
    res.on('close', () => {
      if (mailbox !== undefined) atOnce.set(mailbox, (atOnce.get(mailbox) ?? 1) - 1);
    });
    onward.end(body);
  }

  function begins(mailbox: string, body: Buffer): void {
    now.calls += 1;
    const many = (atOnce.get(mailbox) ?? 0) + 1;
    atOnce.set(mailbox, many);
    now.most = Math.max(now.most, many);
    asked.push(...(JSON.parse(body.toString()) as { schedules: string[] }).schedules);
  }

  return {
    url: server.url,
    begin: () => {
      now = { calls: 0, most: 0, refused: 0, other: 0 };
      asked = [];
    },
    counts: () => ({
      ...{ calls: now.calls, 'most-at-once': now.most, 'self-inflicted-429': now.refused, 'other-calls': now.other },
      ...{ 'calendars-asked': new Set(asked).size, 'asked-twice': asked.length - new Set(asked).size },
    }),
    close: async () => {
      await server.close();
      agent.destroy();
    },
  };
}
