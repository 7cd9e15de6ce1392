/** Messages through trouble (see `test/support/delivery/trouble.ts`), told from the receiver's own journal, and histories of them. */
import { holdHistories } from '../../../test/support/delivery/history.ts';
import { throughTrouble } from '../../../test/support/delivery/trouble.ts';
import type { BenchWish, Figures } from '../bench.ts';

export async function benchFaults({ full }: BenchWish): Promise<Figures> {
  await holdHistories(10_000, 11);
  const wish = full ? { faults: 100_000, kills: 200, people: 1_500 } : { faults: 2_000, kills: 20, people: 260 };
  const end = await throughTrouble({ ...wish, seed: 7, longestMs: full ? 7_200_000 : 130_000 });
  for (const [kind, count] of Object.entries(end.byKind)) process.stderr.write(`  ${kind.padEnd(30)} ${count}\n`);
  return {
    ...{ histories: 10_000, injected: end.injected, kinds: Object.keys(end.byKind).length + 1, kills: end.kills },
    ...{ lost: end.lost.length, doubled: end.doubled, 'lost-answers': end.lostAnswers },
    ...{ 'unexplained-doubles': end.unexplained.length, 'wrong-receiver': end.wrongReceiver },
    ...{
      'in-quiet-hours': end.inQuietHours,
      'after-opting-out': end.afterOptingOut,
      'not-sent-and-known-why': end.known,
    },
  };
}
