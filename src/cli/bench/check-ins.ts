/**
 * A round of check-ins opens for many pairs of a running sandbox at once: its cards go out at the budget of the settings, and everybody
 * answers in the tab meanwhile, 34 a second, in an order by chance. Every tenth sends twice at one moment; some answer for others, with
 * questions of before, or when their pair has ended; some write to the confidential advisers. What was kept is read from storage, what
 * arrived from the journal of the sandbox's connector. Pairs are written by their stores: their lives before are not part of this.
 */
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { randomFrom } from '../../../test/support/delivery/chance.ts';
import { startTestSandbox, type SandboxPerson, type TestSandbox } from '../../../test/support/sandbox.ts';
import { scheduleCheckIns } from '../../features/checkins/planning/usecases.ts';
import { membersOf, type Pair } from '../../features/pairs/model.ts';
import { pairLines, pairs as pairRows } from '../../features/pairs/store.ts';
import { mapAtOnce } from '../../platform/at-once.ts';
import { day, pause } from '../../platform/clock.ts';
import type { Platform } from '../../platform/platform.ts';
import type { BenchWish, Figures } from '../bench.ts';
import { connected } from '../doctor.ts';
import { items, keptOf, quantile, refusedIn, round, type Answer, type Request, type Said } from './check-ins-kept.ts';

const seed = 11;
/** 20,000 in ten minutes. */
const answersPerSecond = 34;
/** People who wait for an answer at the same time. */
const mostAtOnce = 60;
/** Of a hundred pairs so many end just as the round opens. */
const endedOfHundred = 2;
/** In one of so many pairs the mentee writes to the advisers. */
const notedOf = 25;
const quietMs = 90_000;
/** Each look reads the tasks of all pairs, which the storage feels. */
const lookMs = 15_000;
/** A button that only the questions of a round have. */
const askedBy = 'checkins.answer';

export function benchCheckIns({ full }: BenchWish): Promise<Figures> {
  return roundOf(full ? 10_000 : 400);
}

async function roundOf(count: number): Promise<Figures> {
  const sandbox = await startTestSandbox('--people', String(Math.ceil(count * 2.3) + 100));
  try {
    const env = join(sandbox.data, 'sandbox.env');
    await sandbox.control('/clock', { hours: 0 });
    const { deps, stop } = await connected(env);
    try {
      return await holdRound(sandbox, deps, count);
    } finally {
      stop();
    }
  } finally {
    await sandbox.stop();
    await rm(sandbox.data, { recursive: true, force: true });
  }
}

async function holdRound(sandbox: TestSandbox, deps: Platform, count: number): Promise<Figures> {
  const people = await sandbox.control<SandboxPerson[]>('/people');
  const idOf = (role: string): string => people.find((one) => one.role === role)?.id ?? '';
  const employees = people.filter(({ role, enabled }) => role === 'employee' && enabled).map(({ id }) => id);
  if (employees.length < count * 2) throw new Error(`only ${employees.length} people for ${count} pairs`);
  await sandbox.api(idOf('adviser'), 'PUT', '/private-talk/advising', { takes: true, speaks: ['nl'] });
  const programmeId = await startProgramme(sandbox, idOf('coordinator'));
  const opensAt = deps.clock.now() + 15_000 + count * 30;
  const pairs = Array.from({ length: count }, (_, place): Pair => {
    const [menteeId = '', mentorId = ''] = employees.slice(place * 2, place * 2 + 2);
    return {
      ...{ id: `pair-${place}`, programmeId, proposalId: 'bench', menteeId, mentorId, state: 'active', reasons: [] },
      ...{ offeredAt: opensAt - 31 * day, activeAt: opensAt - 30 * day },
    };
  });
  await begin(deps, pairs);
  const requests = requestsFor(pairs);
  const tokens = await tokensOf(sandbox, employees.slice(0, count * 2));
  const ended = new Set(pairs.filter((_, place) => place % 100 < endedOfHundred).map(({ id }) => id));
  await pause(Math.max(0, opensAt - deps.clock.now()));
  await endPairs(deps, programmeId, ended);
  const from = deps.clock.now();
  const { answers, seconds } = await answerAll(sandbox, requests, { tokens, ended });
  const to = deps.clock.now();
  await untilQuiet(deps, programmeId);
  const cards = await cardsTo(sandbox, employees.slice(0, count * 2));
  return {
    pairs: count,
    asked: requests.length,
    'answers-per-s': requests.length / seconds,
    ...(await keptOf(deps, programmeId, answers)),
    ...refusedIn(answers),
    'answer-p50-ms': quantile(answers, 0.5),
    'answer-p95-ms': quantile(answers, 0.95),
    'answer-p99-ms': quantile(answers, 0.99),
    cards: cards.flat().length,
    'cards-meanwhile': cards.flat().filter((at) => at >= from && at <= to).length,
    'cards-per-s': rateOf(cards.flat()),
    'cards-doubled': cards.filter((one) => one.length > 1).length,
  };
}

async function startProgramme(sandbox: TestSandbox, coordinator: string): Promise<string> {
  const { id } = await sandbox.api<{ id: string }>(coordinator, 'POST', '/programmes', {
    ...{ name: 'Bench', forWhom: 'Everybody', why: 'To measure', howChosen: 'All', goals: [], language: 'en' },
    ...{ startsOn: '2027-04-12', endsOn: '2028-01-10' },
  });
  return id;
}

/** As the job leaves them that makes a pair active: rows, a line for each of the two, and the rounds that are ahead. */
async function begin(deps: Platform, pairs: readonly Pair[]): Promise<void> {
  for (let start = 0; start < pairs.length; start += 100)
    await deps.tables.commit(
      pairs.slice(start, start + 100).map((one) => pairRows.create(one.programmeId, one.id, one)),
    );
  await mapAtOnce(pairs, 16, async (one) => {
    const line = { programmeId: one.programmeId, pairId: one.id };
    for (const personId of membersOf(one)) await deps.tables.commit([pairLines.put(personId, one.id, line)]);
    await scheduleCheckIns(deps, one);
  });
}

async function endPairs(deps: Platform, programmeId: string, ended: ReadonlySet<string>): Promise<void> {
  const rows = (await pairRows.list(deps.tables, programmeId)).filter(({ value }) => ended.has(value.id));
  const endedAt = deps.clock.now();
  for (const row of rows) await deps.tables.commit([pairRows.replace(row, { ...row.value, state: 'ended', endedAt })]);
}

/** One of everybody, in an order by chance; every tenth twice in a row, and of every fiftieth one that is to be refused. */
function requestsFor(pairs: readonly Pair[]): Request[] {
  const random = randomFrom(seed);
  const rate = (of: readonly string[]) => Object.fromEntries(of.map((item) => [item, 1 + Math.floor(random() * 5)]));
  // As the page sends it: without a note nothing is said about one.
  const saidOf = (isNoted: boolean): Said =>
    isNoted
      ? { ratings: rate(items), note: 'A word for an adviser', noteFor: 'adviser' }
      : { ratings: rate(items), note: '' };
  const own = pairs.flatMap((pair, place) =>
    membersOf(pair).map((by, side): Request => {
      return { kind: 'answer', by, pair, said: saidOf(place % notedOf === 7 && side === 0) };
    }),
  );
  const shuffled = own.map((one) => ({ one, at: random() })).toSorted((a, b) => a.at - b.at);
  return shuffled.flatMap(({ one }, place): Request[] => {
    const [near, far] = [101, 102].map((step) => shuffled[(place + step) % shuffled.length]!.one) as [Request, Request];
    const other = near.pair === one.pair ? far : near;
    const before: Said = { ratings: rate(['asked-before']), note: '' };
    return [
      one,
      ...(place % 10 === 3 ? [{ ...one, kind: 'again' as const }] : []),
      ...(place % 50 === 17 ? [{ ...one, kind: 'wrong-person' as const, by: other.by }] : []),
      ...(place % 50 === 33 ? [{ ...one, kind: 'earlier-version' as const, said: before }] : []),
    ];
  });
}

async function tokensOf(sandbox: TestSandbox, people: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const found = await mapAtOnce(people, 8, (personId) => sandbox.control<{ token: string }>('/token', { personId }));
  return new Map(people.map((personId, place) => [personId, found[place]?.token ?? '']));
}

interface Around {
  readonly tokens: ReadonlyMap<string, string>;
  readonly ended: ReadonlySet<string>;
}

/** At their pace, whether the one before was answered or not; a machine that is too slow for it shows in the rate and not in requests that pile up. */
async function answerAll(sandbox: TestSandbox, requests: readonly Request[], { tokens, ended }: Around) {
  const begun = performance.now();
  const answers: Answer[] = [];
  const open = new Set<Promise<unknown>>();
  for (const [place, request] of requests.entries()) {
    await pause(Math.max(0, begun + (place * 1000) / answersPerSecond - performance.now()));
    while (open.size >= mostAtOnce) await Promise.race(open);
    const around = { token: tokens.get(request.by) ?? '', isOver: ended.has(request.pair.id) };
    const one: Promise<unknown> = send(sandbox, request, around).then((answer) => {
      answers.push(answer);
      open.delete(one);
    });
    open.add(one);
  }
  await Promise.all(open);
  return { answers, seconds: (performance.now() - begun) / 1000 };
}

async function send(
  sandbox: TestSandbox,
  request: Request,
  { token, isOver }: { readonly token: string; readonly isOver: boolean },
): Promise<Answer> {
  const { pair, said } = request;
  const url = `${sandbox.app}/api/programmes/${pair.programmeId}/pairs/${pair.id}/check-ins`;
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json', 'accept-language': 'en' };
  const body = JSON.stringify({ round, ...said, contact: false });
  const begun = performance.now();
  const answer = await fetch(url, { method: 'POST', headers, body }).catch(() => undefined);
  const text = (await answer?.text().catch(() => '')) ?? '';
  const ms = performance.now() - begun;
  const isKept = answer?.ok === true;
  return { request, isOver, status: answer?.status ?? 0, ms, sentence: isKept ? '' : sentenceIn(text) };
}

function sentenceIn(text: string): string {
  try {
    return (JSON.parse(text) as { detail?: string }).detail ?? '';
  } catch {
    return '';
  }
}

/** Until no question is on its way any more that can go now: others wait for their receivers' working hours. */
async function untilQuiet(deps: Platform, programmeId: string): Promise<void> {
  for (let [last, lastAt] = [-1, Date.now()]; Date.now() - lastAt < quietMs; await pause(lookMs)) {
    const left = await deps.outbox.tasksOf('programmes', programmeId);
    const due = left.filter(({ job, due: at }) => job === 'checkins.ask' && at <= deps.clock.now()).length;
    if (due === 0) return;
    if (due !== last) [last, lastAt] = [due, Date.now()];
  }
}

interface Received {
  readonly at: string;
  readonly card?: {
    readonly actions?: readonly { readonly verb?: string; readonly data?: { readonly verb?: string } }[];
  };
}

/** When questions came to each of these people. */
function cardsTo(sandbox: TestSandbox, people: readonly string[]): Promise<number[][]> {
  return mapAtOnce(people, 8, async (personId) => {
    const messages = await sandbox.control<Received[]>(`/messages?personId=${personId}`);
    const isAsked = ({ card }: Received): boolean =>
      card?.actions?.some(({ verb, data }) => (verb ?? data?.verb) === askedBy) ?? false;
    return messages.filter(isAsked).map(({ at }) => Date.parse(at));
  });
}

/** From the first to the last. */
function rateOf(times: readonly number[]): number {
  const sorted = times.toSorted((a, b) => a - b);
  const seconds = ((sorted.at(-1) ?? 0) - (sorted[0] ?? 0)) / 1000;
  return seconds > 0 ? (sorted.length - 1) / seconds : 0;
}
