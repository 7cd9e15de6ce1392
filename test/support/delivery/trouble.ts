/**
 * Sends through trouble: faults of the receiver, of tables and of queues by chance out of a seed, workers that are killed, queue
 * messages that come twice and late; then peace, and what was not reached is sent again as a coordinator would. What came of it
 * is read from the receiver's own journal.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sendAgain } from '../../../src/features/people/messages/sends/usecases.ts';
import { sentAbout } from '../../../src/features/people/messages/usecases.ts';
import type { Task } from '../../../src/platform/outbox.ts';
import { chanceFaults, randomFrom } from './chance.ts';
import { programmeId } from './jobs.ts';
import type { ReceiverFault, Taken } from './receiver.ts';
import { deliveryWorld, patiently, personIdOf, sendIdOf, type DeliveryWorld } from './world.ts';

export interface TroubleWish {
  readonly seed: number;
  readonly faults: number;
  readonly kills: number;
  readonly people: number;
  readonly order?: 'mark-first' | 'send-first';
  readonly longestMs: number;
}

export interface Outcome {
  readonly injected: number;
  readonly byKind: Readonly<Record<string, number>>;
  readonly kills: number;
  readonly lost: readonly string[];
  readonly doubled: number;
  /** Copies that a lost answer explains: the answer was spoiled, or its sender was killed. */
  readonly lostAnswers: number;
  readonly unexplained: readonly string[];
  readonly wrongReceiver: number;
  readonly inQuietHours: number;
  readonly afterOptingOut: number;
  readonly known: number;
}

const receiverKinds: readonly ReceiverFault[] = [
  ...(['429', '429', '503', '504', '401', '404', '412', '500', '502', 'reset'] as const),
  ...(['reset-after-commit', 'truncated', 'html'] as const),
];
const storageKinds = ['429', '503', '503', '504', 'reset', 'reset-after-commit', 'truncated', 'html'] as const;
const graphKinds = ['429', '429', '503', '504', 'reset', 'truncated', 'html'] as const;
/** What hangs costs a deadline of seconds each time: one among so many. */
const withHangs = <K extends string>(kinds: readonly K[]): readonly (K | 'hang')[] => [
  ...Array.from({ length: 8 }, () => kinds).flat(),
  'hang',
];
/** The clocks of two machines are never the same. */
const skewsMs = [0, 1_500, -1_500];
const queueKinds = ['503', '504', 'reset', 'reset-after-commit'] as const;

export async function throughTrouble(wish: TroubleWish): Promise<Outcome> {
  const { seed, people } = wish;
  const some = (share: number, from: number): Set<string> =>
    new Set(Array.from({ length: Math.ceil(people * share) }, (_, place) => personIdOf(from + place)));
  const [blocked, optedOut, asleep] = [some(0.02, 1), some(0.03, 101), some(0.03, 201)];
  const tables = chanceFaults(seed, 0.22, withHangs(storageKinds));
  const queues = chanceFaults(seed + 1, 0.22, queueKinds);
  const receiver = chanceFaults<ReceiverFault>(seed + 2, 0.35, withHangs(receiverKinds));
  const graph = chanceFaults(seed + 4, 0.16, graphKinds);
  const all = [tables, queues, receiver, graph];
  const world = await deliveryWorld({
    ...{ people, tables, queues, graph, blocked, optedOut, asleep, quick: true },
    ...(wish.order ? { order: wish.order } : {}),
    receiverFault: () => receiver.take(),
  });
  const killed = new Map<number, number>();
  try {
    await Promise.all([world.addWorker(), world.addWorker(skewsMs[1])]);
    const asked = await askAll(world, people);
    const rounds = await trouble(world, wish, {
      all: () => all.reduce((sum, one) => sum + one.total(), 0),
      killed,
      asked,
    });
    for (const one of all) one.stop();
    await peace(world, [...asked, ...rounds], wish.longestMs, asleep);
    const byKind = countByKind({ tables, queues, receiver, graph });
    return await judge(world, { asked: [...asked, ...rounds], byKind, killed, blocked, optedOut, asleep });
  } finally {
    await world.close();
  }
}

const askAll = async (world: DeliveryWorld, people: number): Promise<string[]> => [
  ...(await world.ask('trial.campaign', 'campaign', range(people), 'campaign')),
  ...(await world.ask('trial.usual', 'usual', range(Math.ceil(people / 4)), 'usual')),
];

/** Kills and replaces workers, and repeats queue messages, until there were enough faults; asks for more while it lasts. */
async function trouble(
  world: DeliveryWorld,
  { faults, kills, people, seed, longestMs }: TroubleWish,
  so: { readonly all: () => number; readonly killed: Map<number, number>; readonly asked: readonly string[] },
): Promise<string[]> {
  const random = randomFrom(seed + 3);
  const more: string[] = [];
  const begun = Date.now();
  for (let round = 0; so.all() < faults || so.killed.size < kills; round += 1) {
    if (Date.now() - begun > longestMs) throw new Error(`only ${so.all()} faults and ${so.killed.size} kills in time`);
    await world.until(() => so.all() >= (faults / Math.max(1, kills)) * so.killed.size, 4_000);
    const victim = [...world.workers][Math.floor(random() * world.workers.size)];
    if (victim?.pid !== undefined && so.killed.size < kills) {
      so.killed.set(victim.pid, Date.now());
      await world.kill(victim);
    }
    while (world.workers.size < 2) void world.addWorker(skewsMs[(round + world.workers.size) % skewsMs.length]);
    if (round % deployEvery === 1) await deploy(world);
    // Twice, late and out of order, as queues do; and something new to send while there is trouble.
    const again = Array.from({ length: 4 }, () => so.asked[Math.floor(random() * so.asked.length)] ?? '');
    const address = (message: string) => ({ table: 'programmes', partition: programmeId, id: sendIdOf(message) });
    await Promise.all(again.map((message) => patiently(() => world.own.queue.send(address(message)))));
    const someone = range(Math.ceil(people * 0.18)).map(() => 1 + Math.floor(random() * people));
    more.push(...(await world.ask('trial.now', 'usual', [...new Set(someone)], `now-${round}`)));
  }
  return more;
}

/** A new version: its workers start, those of the old one end what they have in hand. */
async function deploy(world: DeliveryWorld): Promise<void> {
  const old = [...world.workers];
  await Promise.all([world.addWorker(), world.addWorker()]);
  await Promise.all(old.map((one) => world.retire(one)));
}

/** Until everything has come to an end that is known; what failed or is not known is tried again, as its coordinator would. */
async function peace(world: DeliveryWorld, asked: readonly string[], longestMs: number, asleep: ReadonlySet<string>) {
  const { deps } = world.own;
  let left = '';
  const ended = await world.until(
    async () => {
      const tasks = await deps.outbox.tasksOf('programmes', programmeId);
      for (const one of tasks) if (one.state === 'failed') await deps.outbox.retry('programmes', programmeId, one.id);
      // Until tomorrow, and known why: it is night for them, or they had enough today.
      const sleeps = (one: Task): boolean => asleep.has(one.data['personId'] ?? '') && one.reason === 'not-at-work';
      const open = tasks.filter((one) => !sleeps(one) && one.reason !== 'enough-today');
      // Whoever runs the product starts a process again that ended.
      while (world.workers.size < 2) await world.addWorker();
      left = `${open.length}: ${open
        .slice(0, 5)
        .map(({ job, reason, attempts }) => `${job} ${reason} ${attempts}`)
        .join(', ')}`;
      if (open.length > 0) return false;
      const unknown = (await sentAbout(deps, 'programmes', programmeId)).filter(({ reason }) => reason === 'perhaps');
      for (const { sendId } of unknown)
        await sendAgain(deps, { table: 'programmes', partition: programmeId }, sendId, {
          by: 'chat',
          who: personIdOf(0),
        });
      return unknown.length === 0;
    },
    longestMs,
    1_000,
  );
  if (!ended) throw new Error(`not all of ${asked.length} messages came to an end in ${longestMs} ms, but ${left}`);
}

interface Trial {
  readonly asked: readonly string[];
  readonly byKind: Readonly<Record<string, number>>;
  readonly killed: ReadonlyMap<number, number>;
  readonly blocked: ReadonlySet<string>;
  readonly optedOut: ReadonlySet<string>;
  readonly asleep: ReadonlySet<string>;
}

async function judge(world: DeliveryWorld, trial: Trial): Promise<Outcome> {
  const journal = readFileSync(join(world.dir, 'receiver.jsonl'), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Taken);
  const copies = new Map<string, Taken[]>();
  for (const one of journal) copies.set(one.message, [...(copies.get(one.message) ?? []), one]);
  // Who knows why a message did not arrive: a record with a reason, or a task that waits.
  const sent = await patiently(() => sentAbout(world.own.deps, 'programmes', programmeId));
  const records = new Map((sent ?? []).map((one) => [one.sendId, one]));
  const waiting = new Set((await world.own.deps.outbox.tasksOf('programmes', programmeId)).map(({ id }) => id));
  const isKnown = (message: string): boolean => {
    const record = records.get(sendIdOf(message));
    return (
      waiting.has(sendIdOf(message)) || (record !== undefined && (record.state !== 'arrived' || record.by === 'digest'))
    );
  };
  const gone = trial.asked.filter((message) => !copies.has(message));
  const diedAfter = (one: Taken): boolean => (trial.killed.get(one.pid) ?? Infinity) - one.at < longestNoteMs;
  const explained = (one: Taken): boolean => one.spoiled || diedAfter(one);
  const extra = [...copies.values()].filter((all) => all.length > 1);
  return {
    injected: Object.values(trial.byKind).reduce((sum, one) => sum + one, 0) + trial.killed.size,
    ...{ byKind: trial.byKind, kills: trial.killed.size },
    lost: gone.filter((message) => !isKnown(message)),
    known: gone.filter(isKnown).length,
    doubled: extra.reduce((sum, all) => sum + all.length - 1, 0),
    lostAnswers: journal.filter(explained).length,
    unexplained: extra
      .filter((all) => all.length - 1 > all.filter(explained).length)
      .map(([first]) => first?.message ?? ''),
    wrongReceiver: journal.filter((one) => one.personId !== one.conversationPerson).length,
    inQuietHours: journal.filter((one) => trial.asleep.has(one.personId) && !one.message.startsWith('now-')).length,
    afterOptingOut: journal.filter((one) => trial.optedOut.has(one.personId) && one.message.startsWith('campaign-'))
      .length,
  };
}

function countByKind(
  of: Readonly<Record<string, { met(): Readonly<Record<string, number>> }>>,
): Record<string, number> {
  const entries = Object.entries(of).flatMap(([service, faults]) =>
    Object.entries(faults.met()).map(([kind, count]): [string, number] => [`${service} ${kind}`, count]),
  );
  return Object.fromEntries(entries);
}

/** In how many rounds a new version is deployed. */
const deployEvery = 8;
/** Between a message's arrival and the note of it, storage in trouble may be asked several times. */
const longestNoteMs = 5_000;

const range = (count: number): number[] => Array.from({ length: count }, (_, place) => place + 1);
