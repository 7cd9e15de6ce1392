/**
 * Messages through trouble (see `test/support/delivery/trouble.ts`), told from the receiver's own journal, histories of them, and
 * storage that fails under everything that writes (`test/policies/storage-faults.ts`).
 */
import { mock } from 'node:test';
import { holdHistories } from '../../../test/support/delivery/history.ts';
import { throughTrouble, type Outcome } from '../../../test/support/delivery/trouble.ts';
import { countKnown, countOf, summaryOf, sweepStorageFaults } from '../../../test/policies/storage-faults.ts';
import type { BenchWish, Figures } from '../bench.ts';

/** With `full` in many worlds of different seeds: one long history would be one of its kind, and its storage would only grow. */
export async function benchFaults(wish: BenchWish): Promise<Figures> {
  return { ...(await throughMessages(wish)), ...(await throughStorage(wish)) };
}

/** Of the use cases, and of the faults of each, one in so many where it must be short. */
const sample = { oneOf: 6, doorsOneOf: 4 };

/** Every figure counts what is known and not mended, too. */
async function throughStorage({ full }: BenchWish): Promise<Figures> {
  // The bot's SDK prints to the console by itself.
  const quiet = mock.method(console, 'error', () => undefined);
  const say = (line: string): void => void process.stderr.write(`  ${line}\n`);
  const swept = await sweepStorageFaults({ ...(full ? {} : sample), say });
  quiet.mock.restore();
  say(summaryOf(swept));
  const { useCases, faults, findings, repeated } = swept;
  return {
    ...{ 'storage-cases': useCases, 'storage-faults': faults, 'storage-cards-again': repeated },
    ...{ 'storage-lost': countOf(findings, 'lost'), 'storage-doubled': countOf(findings, 'doubled') },
    ...{ 'over-capacity': countOf(findings, 'over capacity'), 'storage-known': countKnown(findings) },
  };
}

async function throughMessages({ full }: BenchWish): Promise<Figures> {
  await holdHistories(10_000, 11);
  const wish = full ? { faults: 5_000, kills: 10, people: 300 } : { faults: 2_000, kills: 20, people: 260 };
  const ends: Outcome[] = [];
  for (let seed = 7; seed < (full ? 27 : 8); seed += 1) {
    const end = await throughTrouble({ ...wish, seed, longestMs: full ? 1_800_000 : 130_000 });
    ends.push(end);
    process.stderr.write(`  seed ${seed}: ${end.injected} faults, lost ${end.lost.length}, doubled ${end.doubled}\n`);
  }
  const kinds = [...new Set(ends.flatMap(({ byKind }) => Object.keys(byKind)))];
  for (const kind of kinds)
    process.stderr.write(`  ${kind.padEnd(30)} ${sumOf(ends, ({ byKind }) => byKind[kind] ?? 0)}\n`);
  return {
    ...{ histories: 10_000, worlds: ends.length, injected: sumOf(ends, ({ injected }) => injected) },
    // Kills are a kind too.
    ...{ kinds: kinds.length + 1, kills: sumOf(ends, ({ kills }) => kills) },
    lost: sumOf(ends, ({ lost }) => lost.length),
    doubled: sumOf(ends, ({ doubled }) => doubled),
    'lost-answers': sumOf(ends, ({ lostAnswers }) => lostAnswers),
    'unexplained-doubles': sumOf(ends, ({ unexplained }) => unexplained.length),
    'wrong-receiver': sumOf(ends, ({ wrongReceiver }) => wrongReceiver),
    'in-quiet-hours': sumOf(ends, ({ inQuietHours }) => inQuietHours),
    'after-opting-out': sumOf(ends, ({ afterOptingOut }) => afterOptingOut),
    'not-sent-and-known-why': sumOf(ends, ({ known }) => known),
  };
}

const sumOf = (ends: readonly Outcome[], of: (end: Outcome) => number): number =>
  ends.reduce((sum, one) => sum + of(one), 0);
