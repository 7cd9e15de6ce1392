import assert from 'node:assert/strict';
import { attack } from '../../../support/attacked.ts';

describe('somebody who has everything that was told, and knows one answer', () => {
  it('derives no small group and names no answer, while most of the views are shown', () => {
    for (const { people, seeds, share } of [
      { people: 60, seeds: [1, 2, 3, 4], share: 0.65 },
      { people: 150, seeds: [1], share: 0.75 },
      { people: 400, seeds: [1], share: 0.8 },
    ]) {
      const found = seeds.map((seed) => attack(people, seed));
      const sum = (key: 'views' | 'viewsByFloor' | 'derived' | 'confined' | 'derivedByFloor'): number =>
        found.reduce((total, one) => total + one[key], 0);
      assert.deepEqual([sum('derived'), sum('confined')], [0, 0]);
      assert.ok(sum('derivedByFloor') > 0, 'the attack itself works: the floor alone gives groups away');
      assert.ok(sum('views') / sum('viewsByFloor') >= share, `${people}: ${sum('views') / sum('viewsByFloor')}`);
    }
  }).timeout(300_000);

  it('nor when somebody looked twice while the answers came', () => {
    for (const seed of [11, 12]) {
      const { derived, confined } = attack(80, seed, 2);
      assert.deepEqual([derived, confined], [0, 0]);
    }
  }).timeout(300_000);
});
