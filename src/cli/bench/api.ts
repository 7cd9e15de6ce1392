/**
 * The highest rate at which the web process answers what participants do on a working day (`api/visits.ts`), with real tokens of the
 * sandbox's Entra checked by the real sign-in, 20,000 participants in the emulator, everything on this machine. Requests are offered at a
 * steady rate, whether those before were answered or not, and measured from the moment at which each was due.
 *
 * The rate is sought in short steps and then held; where it is not, one step lower is held. Beside it stands what storage does by itself:
 * the operations that the web process sent to tables in a part of that working day are written down one by one (same table, same keys,
 * same ranges, same contents) and done again in chance order, and so in the same proportions, on the same emulator, which has not been
 * restarted, by another process with the same client (`platform/tables/straight.ts`). Its highest rate is sought in the same way, under the
 * same bar, after the web process has ended: then that process has the core that the web process and the load had.
 * `ratio-to-storage` = requests a second x operations a request / operations a second of storage by itself.
 *
 * No worker runs: what follows from an answer later is another measure (`check-ins`, `delivery`). Outlook is not asked, since all meetings
 * were entered by hand (`calendar`). In a minute of the hold one person fires 50 requests a second besides.
 */
import { randomFrom } from '../../../test/support/delivery/chance.ts';
import { pause } from '../../platform/clock.ts';
import type { BenchWish, Figures } from '../bench.ts';
import { failuresIn, highestRate, judge, p95, type Verdict } from './api/highest.ts';
import { startOrganisation, type Organisation } from './api/organisation.ts';
import { startRecording, type Recorded } from './api/recording.ts';
import { startReplay } from './api/replay.ts';
import { offer, type Asked, type Offered } from './api/steady.ts';
import { workingDay, type Wanted } from './api/visits.ts';
import { between, operationKinds, startWebProcess, totalOf, type Operations, type WebProcess } from './api/web.ts';

const sizes = {
  usual: { people: 1_000, step: 4, hold: 20, record: 8, greedy: 8 },
  full: { people: 20_000, step: 10, hold: 300, record: 20, greedy: 60 },
};
type Size = typeof sizes.usual;

/** Where the search begins, a second: far below what is held. */
const firstRate = { product: 200, storage: 1_000 };
const stepDown = 0.93;
const recordedRate = 60;
const greedyRate = 50;
/** Somebody looks at a page for so long before the next. */
const secondsOnPage = 3;

export async function benchApi({ full }: BenchWish): Promise<Figures> {
  const size = full ? sizes.full : sizes.usual;
  const organisation = await startOrganisation(size.people);
  try {
    const recorded = await record(organisation, size);
    const product = await measureProduct(organisation, size);
    const storage = await measureStorage(organisation, recorded, size);
    const two = await measureTwo(organisation, size);
    const perSecond = product['requests-per-s'] * product['operations-per-request'];
    return {
      participants: size.people,
      ...product,
      'storage-operations-per-s': storage,
      'ratio-to-storage': perSecond / storage,
      ...two,
      'two-ratio-to-storage': (two['two-requests-per-s']! * two['two-operations-per-request']!) / storage,
      ...recordedFigures(recorded),
    };
  } finally {
    await organisation.stop();
  }
}

const say = (text: string): void => void process.stderr.write(`${text}\n`);

type Day = (rate: number) => () => Wanted;

function dayOf(organisation: Organisation, seed: number): Day {
  const next = workingDay(organisation, randomFrom(seed));
  return (rate) => () => next(Math.ceil(rate * secondsOnPage));
}

/** Through a web process of its own, calm enough that writing down costs nothing. */
async function record(organisation: Organisation, size: Size): Promise<readonly Recorded[]> {
  const connection = organisation.settings['STORAGE_CONNECTION'] ?? '';
  const [, origin = ''] = /TableEndpoint=(https?:\/\/[^/;]+)/.exec(connection) ?? [];
  const recording = await startRecording(origin);
  const web = await startWebProcess({
    ...organisation.settings,
    STORAGE_CONNECTION: connection.replace(origin, recording.url),
  });
  try {
    const day = dayOf(organisation, 3);
    await offer({ url: web.url, rate: recordedRate, seconds: size.record / 2, next: day(recordedRate) });
    const before = recording.heard().length;
    await offer({ url: web.url, rate: recordedRate, seconds: size.record, next: day(recordedRate) });
    return recording.heard().slice(before);
  } finally {
    await web.stop();
    await recording.close();
  }
}

/** Two web processes, in turn, as where a deployment has more of them: the rate that a short search finds. */
async function measureTwo(organisation: Organisation, size: Size): Promise<Figures> {
  const webs = await Promise.all([startWebProcess(organisation.settings), startWebProcess(organisation.settings)]);
  const counted = async (): Promise<number> => {
    const looks = await Promise.all(webs.map((web) => web.look()));
    return looks.reduce((sum, { counts }) => sum + totalOf(counts), 0);
  };
  try {
    const day = dayOf(organisation, 11);
    const urls = webs.map(({ url }) => url);
    let [requests, operations] = [0, 0];
    await offer({ url: urls, rate: firstRate.product / 2, seconds: size.step, next: day(firstRate.product / 2) });
    const rate = await highestRate(firstRate.product, async (next) => {
      const before = await counted();
      const found = await offer({ url: urls, rate: next, seconds: size.step, next: day(next) });
      const verdict = judge(found, next);
      say(lineOf('two web processes', next, verdict));
      if (verdict.isHeld) [requests, operations] = [found.asked.length, (await counted()) - before];
      return verdict.isHeld;
    });
    return { 'two-requests-per-s': rate, 'two-operations-per-request': operations / requests };
  } finally {
    await Promise.all(webs.map((web) => web.stop()));
  }
}

async function measureProduct(organisation: Organisation, size: Size) {
  const web = await startWebProcess(organisation.settings);
  try {
    const day = dayOf(organisation, 7);
    const tryRate = async (rate: number, seconds: number): Promise<Offered> => {
      const found = await offer({ url: web.url, rate, seconds, next: day(rate) });
      say(lineOf('requests', rate, judge(found, rate)));
      return found;
    };
    await tryRate(firstRate.product, size.step);
    let rate = await highestRate(firstRate.product, async (next) => {
      await tryRate(next, size.step / 4);
      return judge(await tryRate(next, size.step), next).isHeld;
    });
    // What piles up slowly is not seen in a short step.
    do rate *= stepDown;
    while (!judge(await tryRate(rate, size.step * 3), rate).isHeld && rate > firstRate.product / 4);
    for (;;) {
      const held = await hold(organisation, web, { rate, size, day });
      const figures = figuresOf(held);
      say(JSON.stringify(figures));
      if (held.verdict.isHeld || rate < firstRate.product / 4) return figures;
      rate *= stepDown;
    }
  } finally {
    await web.stop();
  }
}

interface Held {
  readonly verdict: Verdict;
  readonly offered: Offered;
  readonly greedy: { readonly asked: readonly Asked[]; readonly from: number; readonly to: number };
  readonly operations: Operations;
  readonly cpuShare: number;
  /** Megabytes, from time to time. */
  readonly memory: readonly number[];
}

async function hold(
  organisation: Organisation,
  web: WebProcess,
  { rate, size, day }: { readonly rate: number; readonly size: Size; readonly day: Day },
): Promise<Held> {
  const memory: number[] = [];
  const watch = setInterval(() => void web.look().then(({ rss }) => memory.push(rss / 1024 / 1024)), size.hold * 10);
  const { counts: before, cpu: cpuBefore } = structuredClone(await web.look());
  const begun = performance.now();
  const wait = (size.hold - size.greedy) / 2;
  const [offered, greedy] = await Promise.all([
    offer({ url: web.url, rate, seconds: size.hold, next: day(rate) }),
    pause(wait * 1000).then(() => beGreedy(organisation, web, size.greedy)),
  ]);
  clearInterval(watch);
  const { counts, cpu } = await web.look();
  const used = (cpu.user + cpu.system - cpuBefore.user - cpuBefore.system) / 1000;
  const verdict = judge(offered, rate);
  say(lineOf('held', rate, verdict));
  say(JSON.stringify(failuresIn(offered.asked)));
  return {
    ...{ verdict, offered, memory, operations: between(before, counts) },
    cpuShare: used / (performance.now() - begun),
    greedy: { asked: greedy, from: wait * 1000, to: (wait + size.greedy) * 1000 },
  };
}

/** One person, fifty a second, whatever the answer. */
async function beGreedy({ all, tokens }: Organisation, web: WebProcess, seconds: number): Promise<readonly Asked[]> {
  const token = tokens.get(all[0]?.id ?? '') ?? '';
  const next = (): Wanted => ({ method: 'GET', path: '/me/preferences', token });
  return (await offer({ url: web.url, rate: greedyRate, seconds, next })).asked;
}

function figuresOf({ verdict, offered, greedy, operations, cpuShare, memory }: Held) {
  const passed = greedy.asked.filter(({ status }) => status === 200).length;
  const slowed = greedy.asked.filter(({ status }) => status === 429).length;
  const requests = offered.asked.length + passed;
  const meanwhile = offered.asked.filter(({ at }) => at >= greedy.from && at < greedy.to);
  const timesOf = (isRead: boolean): number[] =>
    meanwhile.filter(({ method }) => (method === 'GET') === isRead).map(({ ms }) => ms);
  return {
    'requests-per-s': verdict.rate,
    'held-s': offered.seconds,
    'error-rate': verdict.errors,
    'p95-read-ms': verdict.p95ReadMs,
    'p95-write-ms': verdict.p95WriteMs,
    'write-share': offered.asked.filter(({ method }) => method !== 'GET').length / offered.asked.length,
    'operations-per-request': totalOf(operations) / requests,
    ...Object.fromEntries(operationKinds.map((kind) => [`${kind}-per-request`, operations[kind] / requests])),
    'web-cpu-share': cpuShare,
    'greedy-asked-per-s': greedyRate,
    'greedy-slowed-share': slowed / Math.max(1, greedy.asked.length),
    'greedy-others-p95-read-ms': p95(timesOf(true)),
    'greedy-others-p95-write-ms': p95(timesOf(false)),
    'greedy-others-refused': meanwhile.filter(({ status }) => status === 429).length,
    'rss-mb': Math.max(...memory),
    'rss-growth': growthOf(memory),
  };
}

/** The end against the middle. */
function growthOf(memory: readonly number[]): number {
  const mean = (some: readonly number[]): number => some.reduce((sum, one) => sum + one, 0) / Math.max(1, some.length);
  const [from, part] = [Math.floor(memory.length / 2), Math.max(1, Math.floor(memory.length / 8))];
  return mean(memory.slice(-part)) / mean(memory.slice(from, from + part));
}

async function measureStorage({ settings }: Organisation, recorded: readonly Recorded[], size: Size): Promise<number> {
  const operations = recorded.map(({ operation }) => operation);
  const replay = await startReplay(settings['STORAGE_CONNECTION'] ?? '', operations);
  try {
    await replay.offer(firstRate.storage, size.step / 2);
    return await highestRate(firstRate.storage, async (rate) => {
      await replay.offer(rate, size.step / 4);
      const verdict = judge(await replay.offer(rate, size.step), rate);
      say(lineOf('operations', rate, verdict));
      return verdict.isHeld;
    });
  } finally {
    await replay.stop();
  }
}

function recordedFigures(recorded: readonly Recorded[]): Figures {
  const ranges = recorded.filter(({ operation }) => operation.kind === 'range');
  const batches = recorded.flatMap(({ operation }) => (operation.kind === 'batch' ? [operation.rows.length] : []));
  const mean = (all: readonly number[]): number => all.reduce((sum, one) => sum + one, 0) / Math.max(1, all.length);
  return {
    'operations-recorded': recorded.length,
    'rows-of-a-range': mean(ranges.map(({ rows }) => rows)),
    'rows-of-a-batch': mean(batches),
  };
}

function lineOf(what: string, rate: number, { rate: answered, errors, p95ReadMs, p95WriteMs, isHeld }: Verdict) {
  const times = `p95 ${p95ReadMs.toFixed(0)} / ${p95WriteMs.toFixed(0)} ms`;
  return `${what}: ${rate.toFixed(0)}/s offered, ${answered.toFixed(0)} answered, errors ${(errors * 100).toFixed(2)} %, ${times}${isHeld ? '' : ': not held'}`;
}
