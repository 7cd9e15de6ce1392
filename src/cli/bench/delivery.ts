/**
 * How fast messages leave, as real worker processes against a receiver that enforces all the limits of Teams: at one, two and
 * three workers, what a campaign does to those who wait for an answer, and whether each message arrived once.
 */
import type { ChildProcess } from 'node:child_process';
import { readMarker } from '../../../test/support/delivery/marker.ts';
import { deliveryWorld, memoryOf, type DeliveryWorld } from '../../../test/support/delivery/world.ts';
import type { Taken } from '../../../test/support/delivery/receiver.ts';
import { paragraph, type Card } from '../../platform/cards.ts';
import { pause } from '../../platform/clock.ts';
import type { BenchWish, Figures } from '../bench.ts';

interface Run {
  readonly rate: number;
  readonly ageP99: number;
  readonly throttled: number;
  readonly lost: number;
  readonly doubled: number;
  /** Megabytes of the largest worker, in the middle and at the end. */
  readonly rss: readonly [number, number];
  readonly seconds: number;
}

/** The budget of the product's settings; all cards of a run have to leave at it. */
const budget = 30;
/** The first cards pay for the start of new processes, and go while the rest is still being asked for. */
const beginning = 300;

export async function benchDelivery({ full }: BenchWish): Promise<Figures> {
  const small = await smallRuns([1, 2, 3], full ? 1_000 : 600);
  const large = full ? await campaign(3, 20_000) : small.at(-1)!;
  const answers = await besideACampaign(full ? 60 : 40);
  const all = full ? [...small, large] : small;
  const sum = (of: (run: Run) => number): number => all.reduce((total, run) => total + of(run), 0);
  return {
    'rate-to-budget': large.rate / budget,
    'cards-per-s': large.rate,
    ...Object.fromEntries(small.map((run, place) => [`rate-to-budget-${place + 1}`, run.rate / budget])),
    'self-inflicted-429': sum((run) => run.throttled) + answers.throttled,
    lost: sum((run) => run.lost),
    doubled: sum((run) => run.doubled),
    'queue-age-p99-s': large.ageP99,
    'rss-mb': large.rss[1],
    'rss-growth': large.rss[1] / large.rss[0],
    'drained-s': large.seconds,
    ...answers.figures,
  };
}

async function smallRuns(counts: readonly number[], cards: number): Promise<Run[]> {
  const runs: Run[] = [];
  for (const workers of counts) runs.push(await campaign(workers, cards));
  return runs;
}

async function campaign(workers: number, cards: number): Promise<Run> {
  const all = cards + beginning;
  const world = await deliveryWorld({ people: all });
  try {
    const children: ChildProcess[] = [];
    for (let one = 0; one < workers; one += 1) children.push(await world.addWorker());
    const begun = Date.now();
    const asked = await world.ask('trial.campaign', 'campaign', range(all), 'c');
    const memory: number[] = [];
    const note = setInterval(() => memory.push(Math.max(...children.map(memoryOf))), 2_000);
    const { taken } = world.receiver;
    // Twice the time that the budget takes, then it has failed.
    await world.until(() => taken.length >= all, (all / budget) * 2_000 + 30_000);
    clearInterval(note);
    const seconds = (Date.now() - begun) / 1000;
    await pause(1_000);
    return { ...sustained(taken), ...arrivals(asked, taken), ...rest(world, memory), seconds };
  } finally {
    await world.close();
  }
}

function rest(world: DeliveryWorld, memory: readonly number[]): Pick<Run, 'throttled' | 'rss'> {
  const middle = memory[Math.floor(memory.length / 2)] ?? 0;
  return { throttled: world.receiver.statistics().throttled, rss: [middle, memory.at(-1) ?? 0] };
}

/** After the beginning, to the last card; the age is from asking to arriving, with the whole line that was before it. */
function sustained(taken: readonly Taken[]): Pick<Run, 'rate' | 'ageP99'> {
  const first = taken[beginning]?.at ?? 0;
  const rate = (taken.length - 1 - beginning) / (((taken.at(-1)?.at ?? 0) - first) / 1000);
  return {
    rate,
    ageP99:
      quantile(
        taken.map(({ at, asked }) => at - asked),
        0.99,
      ) / 1000,
  };
}

function arrivals(asked: readonly string[], taken: readonly Taken[]): Pick<Run, 'lost' | 'doubled'> {
  const copies = new Map<string, number>();
  for (const { message } of taken) copies.set(message, (copies.get(message) ?? 0) + 1);
  const doubled = [...copies.values()].reduce((sum, count) => sum + count - 1, 0);
  return { lost: asked.filter((message) => !copies.has(message)).length, doubled };
}

/** Messages that answer somebody, alone and beside a campaign: from asking until they arrive, and answers of the bot itself. */
async function besideACampaign(count: number) {
  const people = 1_000;
  const world = await deliveryWorld({ people });
  try {
    for (let one = 0; one < 3; one += 1) await world.addWorker();
    // The first messages of a process pay for its start.
    await interactive(world, 12, 'warm');
    const alone = await interactive(world, count, 'alone');
    await world.ask('trial.campaign', 'campaign', range(people - 100), 'noise');
    await pause(2_000);
    const beside = await interactive(world, count, 'beside');
    return {
      throttled: world.receiver.statistics().throttled,
      figures: {
        'interactive-p95-s': beside.messages,
        'interactive-p95-ratio': beside.messages / alone.messages,
        'answer-p95-s': beside.answers,
        'answer-p95-ratio': beside.answers / alone.answers,
      },
    };
  } finally {
    await world.close();
  }
}

async function interactive(world: DeliveryWorld, count: number, name: string) {
  const { taken } = world.receiver;
  const answers: number[] = [];
  for (let one = 0; one < count; one += 1) {
    await world.ask('trial.now', 'usual', [950 + (one % 50)], `${name}-${one}`);
    const begun = performance.now();
    await world.own.deps.teams.answer(placeOf(world, one), answerCard(name, one), 'en');
    answers.push((performance.now() - begun) / 1000);
    await pause(330);
  }
  const mine = (): Taken[] =>
    taken.filter(({ message }) => message.startsWith(`${name}-`) && !message.endsWith('-answer'));
  await world.until(() => mine().length >= count, 30_000);
  const ages = mine().map(({ at, asked }) => (at - asked) / 1000);
  return { messages: quantile(ages, 0.95), answers: quantile(answers, 0.95) };
}

const placeOf = (world: DeliveryWorld, one: number) => ({
  conversationId: `a:1-${personOf(one)}`,
  serviceUrl: `${world.receiver.url}/teams/`,
});

const personOf = (one: number): string => `00000000-0000-4000-a000-${String(900 + (one % 50)).padStart(12, '0')}`;

function answerCard(name: string, one: number): Card {
  const marker = `marker ${name}-${one}-answer ${personOf(one)} 0 ${Date.now()} end`;
  if (!readMarker(marker)) throw new Error('not a marker');
  return { summary: marker, body: [paragraph('An answer.')] };
}

const range = (count: number): number[] => Array.from({ length: count }, (_, place) => place + 1);

function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
