/** Whether the look at fairness finds what was put in on purpose, and nothing else: programmes with and without a bias, by size. */
import { auditMany } from '../../../test/support/audited.ts';
import { swapMany } from '../../../test/support/counterfactual.ts';
import type { BenchWish, Figures } from '../bench.ts';

const sizes = [60, 120, 240];

export function benchAudit({ full }: BenchWish): Promise<Figures> {
  const instances = full ? 200 : 72;
  const { precision, recall, flagged, recallBy } = auditMany(instances, sizes);
  const by = Object.fromEntries(Object.entries(recallBy).map(([kind, share]) => [`recall-${kind}`, share]));
  const swaps = full ? 1_000 : 300;
  const { changed, matchedOthers } = swapMany(swaps);
  const swapped = { swaps, 'swaps-changed': changed, 'swaps-matched-others': matchedOthers };
  return Promise.resolve({ instances, flagged, precision, recall, ...by, ...swapped });
}
