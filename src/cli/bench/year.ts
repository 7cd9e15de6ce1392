/**
 * A programme from its call to six months after its close, in the sandbox's time and through the doors only: whether every check-in came,
 * what coordinators were told of troubles that were planted, how long whoever asked for somebody else waited, whether each message was
 * one that the rehearsal shows, and how many came to one person in a month.
 */
import { rm } from 'node:fs/promises';
import { livesOf, liveAWeek, speaks, type Life, type PairLine, type Week } from '../../../test/support/year/lives.ts';
import { readYear } from '../../../test/support/year/reading.ts';
import { startTestSandbox, type SandboxPerson, type TestSandbox } from '../../../test/support/sandbox.ts';
import { mapAtOnce } from '../../platform/at-once.ts';
import { day, pause } from '../../platform/clock.ts';
import type { BenchWish, Figures } from '../bench.ts';

interface Size {
  readonly people: number;
  readonly pairs: number;
  /** After the pairs began. */
  readonly weeks: number;
}

/** Weeks from the first pairs to the close of a programme of nine months. */
const runs = 37;
const atOnce = 8;
/** A coordinator takes up what stands on the list once a week, and writes down what came of it a week later. */
const outcome = 'talked';

export function benchYear({ full }: BenchWish): Promise<Figures> {
  return full ? yearOf({ people: 2_400, pairs: 400, weeks: 66 }) : yearOf({ people: 300, pairs: 24, weeks: 9 });
}

async function yearOf(size: Size): Promise<Figures> {
  const sandbox = await startTestSandbox('--people', String(size.people));
  try {
    const people = await sandbox.control<SandboxPerson[]>('/people');
    const coordinator = people.find(({ role }) => role === 'coordinator')?.id ?? '';
    await sandbox.control('/clock', { hours: 0 });
    const year = await startProgramme(sandbox, coordinator);
    await recruit(year, size);
    await match(year, 6);
    const lives = livesOf((await year.pairs()).filter(({ state }) => state === 'active'));
    const seen = await live(year, lives, size.weeks);
    const read = await readYear(sandbox, { coordinator, programmeId: year.programmeId });
    return { pairs: lives.length, ...toldOf(lives, seen.listed), ...waitsOf(seen), ...read };
  } finally {
    await sandbox.stop();
    await rm(sandbox.data, { recursive: true, force: true });
  }
}

interface Year {
  readonly sandbox: TestSandbox;
  readonly programmeId: string;
  /** As the coordinator. */
  ask<T>(method: string, path: string, body?: unknown): Promise<T>;
  act(what: string, details: object): Promise<void>;
  now(): Promise<number>;
  pairs(): Promise<PairLine[]>;
}

const dateOf = (at: number): string => new Date(at).toISOString().slice(0, 10);

async function startProgramme(sandbox: TestSandbox, coordinator: string): Promise<Year> {
  const now = async (): Promise<number> => Date.parse((await sandbox.control<{ now: string }>('/clock')).now);
  const begins = await now();
  const { id } = await sandbox.api<{ id: string }>(coordinator, 'POST', '/programmes', {
    ...{ name: 'A year', forWhom: 'Everybody', why: 'To see a year', howChosen: 'All', goals: [], language: 'en' },
    ...{ startsOn: dateOf(begins + 21 * day), endsOn: dateOf(begins + (21 + runs * 7) * day) },
  });
  const ask = <T>(method: string, path: string, body?: unknown): Promise<T> =>
    sandbox.api<T>(coordinator, method, `/programmes/${id}${path}`, body);
  return {
    ...{ sandbox, programmeId: id, ask, now },
    act: async (what, details) => void (await sandbox.control('/act', { what, programmeId: id, ...details })),
    pairs: async () => (await ask<{ pairs: PairLine[] }>('GET', '/pairs')).pairs,
  };
}

async function recruit({ sandbox, ask, act, now }: Year, { pairs }: Size): Promise<void> {
  const closesOn = dateOf((await now()) + 14 * day);
  await ask('POST', '/calls', { audience: { kind: 'everybody' }, closesOn, words: {} });
  await sandbox.pass(5);
  await act('apply', { count: Math.ceil(pairs * 1.15), role: 'mentee' });
  // Somebody is there for whoever asks for somebody else.
  await act('apply', { count: Math.ceil(pairs * 1.3), role: 'mentor' });
  await sandbox.pass(2);
  await act('do-course', { count: 20_000 });
  await sandbox.pass(8);
}

/** Proposes and publishes, and lets everybody say yes for so many days; gives the mentees for whom there is no mentor left. */
async function match({ sandbox, ask, act }: Year, days: number): Promise<ReadonlySet<string>> {
  await ask('POST', '/proposals');
  for (;;) {
    const { run } = await ask<{ run?: { state: string } }>('GET', '/matching/run');
    if (run?.state !== 'running') break;
    await pause(200);
  }
  const { proposal } = await ask<{ proposal?: { id: string } }>('GET', '/matching');
  const left = new Set<string>();
  for (let total = proposal ? 1 : 0, from = 0; from < total;) {
    const page = await ask<LeftOut>('GET', `/proposals/${proposal?.id}/left-out?from=${from}`);
    for (const { menteeId } of page.rows) left.add(menteeId);
    total = page.total;
    from += Math.max(1, page.rows.length);
  }
  if (proposal) await ask('POST', `/proposals/${proposal.id}/publish`);
  for (let past = 0; past < days; past += 1) {
    await sandbox.pass(1);
    await act('accept', { count: 20_000 });
  }
  return left;
}

interface LeftOut {
  readonly rows: readonly { readonly menteeId: string }[];
  readonly total: number;
}

interface Listed {
  readonly id: string;
  readonly why: string;
  readonly people: readonly { readonly id: string }[];
}

interface Waiting {
  readonly person: { readonly id: string };
  readonly late: boolean;
}

/** A new proposal within the clock; or nobody was left for them; or none of the two. */
type Waited = 'in-time' | 'no-mentor' | 'no-mentee' | 'late';

interface Seen {
  /** By pair: why it stood on the list, and in which week, the last time. */
  readonly listed: Map<string, { readonly why: string; readonly week: number }>;
  /** Whoever waited for somebody else, and what came of it. */
  readonly waited: Map<string, Waited>;
}

async function live(year: Year, lives: readonly Life[], weeks: number): Promise<Seen> {
  const seen: Seen = { listed: new Map(), waited: new Map() };
  for (let number = 0; number < weeks; number += 1) {
    const week: Week = { number, now: await year.now(), programmeId: year.programmeId };
    if (number < runs) await liveAll(year, lives, week);
    if (number === runs) await year.ask('POST', '/stage', { to: 'close' });
    await answerCards(year, lives, week);
    await year.sandbox.pass(7);
    if (number < runs) await lookAtList(year, lives, { seen, number });
    await lookAtWaiting(year, lives, seen);
    process.stderr.write(`  week ${number + 1}: ${seen.listed.size} pairs were on the list\n`);
  }
  return seen;
}

async function liveAll({ sandbox, pairs }: Year, lives: readonly Life[], week: Week): Promise<void> {
  const active = new Set((await pairs()).filter(({ state }) => state === 'active').map(({ id }) => id));
  const living = lives.filter((one) => active.has(one.pairId) && !one.over);
  await mapAtOnce(living, atOnce, (life) => liveAWeek(sandbox, life, week));
}

/** Two of three answer what they are asked; the rest does not, as everywhere. */
async function answerCards({ act }: Year, lives: readonly Life[], week: Week): Promise<void> {
  const people = lives
    .filter((one) => !one.over && speaks(one, week))
    .flatMap(({ menteeId, mentorId, random }) => [menteeId, mentorId].filter(() => random() < 0.66));
  await act('answer-check-in', { count: 20_000, people });
}

async function lookAtList(year: Year, lives: readonly Life[], { seen, number }: { seen: Seen; number: number }) {
  const { words } = await year.ask<{ words: Listed[] }>('GET', '/check-ins');
  for (const { id, why, people } of words) {
    const life = lives.find(({ menteeId, mentorId }) =>
      people.some((one) => one.id === menteeId || one.id === mentorId),
    );
    if (life) seen.listed.set(life.pairId, { why, week: number });
    await year.ask('POST', `/words/${id}`, { to: 'done', outcome });
  }
}

/**
 * Whoever waits for a new match is in a proposal in the week in which the coordinator sees it. It takes as many as there can be: where a
 * mentee is left out of it, no mentor is left that they could be with, and the same holds for mentors.
 */
async function lookAtWaiting(year: Year, lives: readonly Life[], seen: Seen): Promise<void> {
  const { waiting } = await year.ask<{ waiting: Waiting[] }>('GET', '/pairs');
  if (waiting.length === 0) return;
  const left = await match(year, 1);
  for (const { person, late } of waiting) {
    const isMentor = lives.some(({ mentorId }) => mentorId === person.id);
    seen.waited.set(person.id, !late ? 'in-time' : isMentor ? 'no-mentee' : left.has(person.id) ? 'no-mentor' : 'late');
  }
}

function waitsOf({ waited }: Seen): Figures {
  const count = (wanted: Waited): number => [...waited.values()].filter((one) => one === wanted).length;
  return {
    'waited-for-somebody-else': waited.size,
    'waited-too-long': count('late'),
    'no-mentor-for-mentees': count('no-mentor'),
    'no-mentee-for-mentors': count('no-mentee'),
  };
}

/** A trouble that was told at any time after it began was found; a pair that does well and was told of was not in trouble. */
function toldOf(lives: readonly Life[], listed: Seen['listed']): Figures {
  const troubled = lives.filter(({ trouble }) => trouble !== undefined);
  const found = troubled.filter(({ pairId, from }) => (listed.get(pairId)?.week ?? -1) >= from);
  const byKind = new Map(troubled.map(({ trouble }) => [trouble, 0]));
  for (const { trouble } of troubled.filter((one) => !found.includes(one)))
    byKind.set(trouble, (byKind.get(trouble) ?? 0) + 1);
  return {
    ...{ troubled: troubled.length, listed: listed.size, found: found.length },
    precision: found.length / Math.max(1, listed.size),
    recall: found.length / Math.max(1, troubled.length),
    ...Object.fromEntries([...byKind].map(([kind, count]) => [`missed-${kind}`, count])),
  };
}
