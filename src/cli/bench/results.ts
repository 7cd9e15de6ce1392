/** Whether results point at a person: organisations attacked with all that is told, how fast it is decided, and how fast answers come in. */
import { readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { attack, type Attacked } from '../../../test/support/attacked.ts';
import { attackRounds, twoRounds } from '../../../test/support/attacked-rounds.ts';
import { fiveAttributes, largeSizes, opinions } from '../../../test/support/opinions.ts';
import { startTestSandbox, today, type TestSandbox } from '../../../test/support/sandbox.ts';
import { readConfig } from '../../config.ts';
import { answers, buffered } from '../../features/release/answers/store.ts';
import { candidatesOf, newJudge } from '../../features/release/cuts/rules.ts';
import { ratingScale } from '../../features/release/worlds/model.ts';
import { askedRows } from '../../features/surveys/store.ts';
import { candidates } from '../../features/people/usecases.ts';
import { setOf } from '../../features/surveys/bank/rules.ts';
import { pause } from '../../platform/clock.ts';
import { connect, type Connected } from '../../platform/connect.ts';
import { newId } from '../../platform/ids.ts';
import type { Platform } from '../../platform/platform.ts';
import { jobs } from '../../worker/jobs.ts';
import { beginRecurring } from '../../worker/recurring.ts';
import { startWorker } from '../../worker/run.ts';
import type { BenchWish, Figures } from '../bench.ts';

const attackedSizes = [60, 150, 400] as const;
const atOnce = 8;
const rowsInBatch = 100;

export async function benchResults({ full }: BenchWish): Promise<Figures> {
  const organisations = full ? 1000 : 27;
  return {
    ...attackAll(organisations),
    ...attackRoundsOf(organisations),
    ...decideLarge(),
    ...(await takeAnswers(full ? 20_000 : 1_200)),
  };
}

/** A third of the organisations of each size; every fourth one was looked at twice while answers came. */
function attackAll(organisations: number): Figures {
  const calm = new Map<number, Attacked[]>(attackedSizes.map((size) => [size, []]));
  const watched: Attacked[] = [];
  for (let seed = 0; seed < organisations; seed += 1) {
    const size = attackedSizes[seed % attackedSizes.length] ?? 60;
    if (seed % 4 === 3) watched.push(attack(size, seed, 2));
    else calm.get(size)?.push(attack(size, seed));
  }
  const all = [...calm.values(), watched].flat();
  const kept = new Map([...calm].map(([size, found]) => [size, sum(found, 'views') / sum(found, 'viewsByFloor')]));
  return {
    organisations,
    'attacked-views': sum(all, 'views'),
    'derived-groups': sum(all, 'derived'),
    'derived-groups-k-only': sum(all, 'derivedByFloor'),
    'named-answers': sum(all, 'confined'),
    'named-answers-k-only': sum(all, 'confinedByFloor'),
    'views-kept-share': Math.min(...kept.values()),
    ...Object.fromEntries([...kept].map(([size, share]) => [`views-kept-${size}`, share])),
    'views-kept-while-running': sum(watched, 'views') / sum(watched, 'viewsByFloor'),
  };
}

/** As many organisations that were asked twice: half with three of four answering again, half with nearly all. */
function attackRoundsOf(organisations: number): Figures {
  const found = Array.from({ length: organisations }, (_, seed) =>
    attackRounds(
      twoRounds(attackedSizes[seed % attackedSizes.length] ?? 60, seed, seed % 2 === 0 ? {} : { share: 90, stays: 95 }),
    ),
  );
  const total = (key: 'derived' | 'confined' | 'derivedByFloor'): number =>
    found.reduce((all, one) => all + one[key], 0);
  const allowed = found.filter(({ isAllowedByFloor }) => isAllowedByFloor);
  return {
    'attacked-rounds': organisations,
    'derived-in-rounds': total('derived'),
    'derived-in-rounds-k-only': total('derivedByFloor'),
    'named-in-rounds': total('confined'),
    'rounds-kept-share': allowed.filter(({ figure }) => figure.state === 'told').length / allowed.length,
  };
}

function sum(found: readonly Attacked[], key: keyof Attacked): number {
  return found.reduce((total, one) => total + one[key], 0);
}

/** 20,000 people: the first 200 views, and the slowest of those that come after 300 earlier ones. */
function decideLarge(): Figures {
  const request = { attributes: fiveAttributes, answers: opinions(20_000, 1, 0, largeSizes), scale: ratingScale };
  const begun = performance.now();
  const judge = newJudge(request);
  const marks = candidatesOf(request).map((one) => {
    judge.decide(one);
    return performance.now();
  });
  const late = marks.slice(300).map((mark, place) => mark - (marks[299 + place] ?? begun));
  return {
    'decide-ms': Math.max(...late),
    'decide-200-views-s': ((marks[199] ?? 0) - begun) / 1000,
    'decide-rss-mb': process.resourceUsage().maxRSS / 1024,
  };
}

/** Everybody of a running sandbox answers over the API; every second answer is sent twice. No card is sent beside it. */
async function takeAnswers(employees: number): Promise<Figures> {
  const sandbox = await startTestSandbox('--people', String(employees), '--no-worker');
  const connected = await connect(readConfig(parseEnv(readFileSync(join(sandbox.data, 'sandbox.env'), 'utf8'))));
  const { deps } = connected;
  try {
    const surveyId = await openSurvey(sandbox, connected);
    const people = (await askedRows.list(deps.tables, surveyId)).flatMap(({ key }) => key);
    const inserts = await insertRate(deps);
    const begun = performance.now();
    await everyone(people, (personId, place) => answer(sandbox, { personId, surveyId, place }));
    const seconds = (performance.now() - begun) / 1000;
    const kept = await Promise.all([answers, buffered].map((rows) => rows.list(deps.tables, surveyId)));
    const rate = people.length / seconds;
    return {
      'answers-per-s': rate,
      'answers-s': seconds,
      'emulator-inserts-per-s': inserts,
      'answers-to-inserts': rate / inserts,
      answers: people.length,
      'answers-lost': people.length - kept.flat().length,
    };
  } finally {
    connected.stop();
    await sandbox.stop();
    await rm(sandbox.data, { recursive: true, force: true });
  }
}

/**
 * A worker of our own reads the directory. Whom the survey asks is noted here, a hundred in a batch, and not by the worker,
 * which would have a card in hand for each of them.
 */
async function openSurvey(sandbox: TestSandbox, { deps, queue }: Connected): Promise<string> {
  const everybody = await sandbox.control<{ id: string; role: string; enabled: boolean }[]>('/people');
  const coordinator = everybody.find(({ role }) => role === 'coordinator')?.id ?? '';
  await beginRecurring(deps);
  const worker = startWorker({ deps, queue, jobs });
  const employees = everybody.filter(({ enabled }) => enabled).length;
  let asked = await candidates(deps);
  // Guests and accounts that are not a person's are no candidates.
  for (; asked.length < employees * 0.95; asked = await candidates(deps)) await pause(1_000);
  await worker.stop();
  const closesOn = new Date(Date.parse(today) + 30 * 86_400_000).toISOString().slice(0, 10);
  const draft = { audience: { kind: 'everybody' }, closesOn };
  const { id } = await sandbox.api<{ id: string }>(coordinator, 'POST', '/surveys', draft);
  await sandbox.api(coordinator, 'POST', `/surveys/${id}/open`);
  for (let start = 0; start < asked.length; start += rowsInBatch) {
    const group = asked.slice(start, start + rowsInBatch);
    await deps.tables.commit(group.map((one) => askedRows.create(id, one.id, { surveyId: id })));
  }
  return id;
}

async function answer(sandbox: TestSandbox, of: { personId: string; surveyId: string; place: number }): Promise<void> {
  const said = Object.fromEntries(setOf('support').items.map(({ id }, item) => [id, 1 + ((of.place + item) % 5)]));
  const send = (): Promise<unknown> =>
    sandbox.api(of.personId, 'POST', `/surveys/${of.surveyId}/answer`, { answers: said });
  await send();
  if (of.place % 2 === 0) await send();
}

async function everyone<T>(list: readonly T[], each: (one: T, place: number) => Promise<unknown>): Promise<void> {
  let next = 0;
  const hand = async (): Promise<void> => {
    for (let place = next++; place < list.length; place = next++) await each(list[place] as T, place);
  };
  await Promise.all(Array.from({ length: atOnce }, hand));
}

/** Single rows that the storage takes in a second, as many at once. */
async function insertRate({ tables }: Platform): Promise<number> {
  const rows = Array.from({ length: 400 }, () => newId());
  const begun = performance.now();
  await everyone(rows, (id) => tables.commit([buffered.create('bench-inserts', id, { ratings: {}, texts: {} })]));
  return rows.length / ((performance.now() - begun) / 1000);
}
