import assert from 'node:assert/strict';
import { fairnessOf } from '../../../src/features/matching/engine/fairness.ts';
import { auditMany } from '../../support/audited.ts';
import { drawsOf } from './crowd.ts';

describe('the look at fairness before publishing', () => {
  it('finds a bias that came in through site, language or level, and seldom one that is not there', () => {
    const { precision, recall, flagged } = auditMany(24, [60, 120]);
    assert.ok(flagged > 0 && precision >= 0.8 && recall >= 0.75, `precision ${precision}, recall ${recall}`);
  }).timeout(300_000);

  it('takes a gap that a lottery makes for a gap in about one of a hundred programmes', () => {
    let found = 0;
    for (let seed = 1; seed <= 300; seed += 1) {
      const below = drawsOf(seed);
      const people = Array.from({ length: 80 }, (_, k) => {
        const score = below(5) < 4 ? 5_000 : null;
        return { group: `site-${k % 4}`, compatible: 5, best: 8_000, score, better: score && 1 };
      });
      const { gap, gapByChance } = fairnessOf(people);
      if (gap && gapByChance !== null && gap.value > gapByChance) found += 1;
    }
    assert.ok(found <= 9, `${found} of 300`);
  }).timeout(300_000);
});
