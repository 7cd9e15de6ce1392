import assert from 'node:assert/strict';
import { attackRounds, twoRounds } from '../../../support/attacked-rounds.ts';
import { fiveAttributes, opinions } from '../../../support/opinions.ts';

describe('somebody who has everything that was told of two rounds, and knows one answer', () => {
  it('derives no small group of either round and names no answer, while most comparisons are shown', () => {
    for (const { people, seeds, most } of [
      { people: 60, seeds: 6, most: {} },
      { people: 60, seeds: 6, most: { share: 90, stays: 93 } },
      { people: 150, seeds: 3, most: { share: 90, stays: 96 } },
      { people: 400, seeds: 1, most: {} },
    ]) {
      const found = Array.from({ length: seeds }, (_, seed) => attackRounds(twoRounds(people, seed + 1, most)));
      const sum = (key: 'derived' | 'confined' | 'derivedByFloor'): number =>
        found.reduce((total, one) => total + one[key], 0);
      assert.deepEqual([sum('derived'), sum('confined')], [0, 0], `${people} people`);
      const told = found.filter(({ figure }) => figure.state === 'told').length;
      const allowed = found.filter(({ isAllowedByFloor }) => isAllowedByFloor).length;
      process.stdout.write(`      ${told} of ${allowed} comparisons of ${people} people shown\n`);
      assert.ok(told / allowed >= 0.65, `${people}: ${told} of ${allowed}`);
      if (people === 60)
        assert.ok(sum('derivedByFloor') > 0, 'the attack itself works: the floor alone gives groups away');
    }
  }).timeout(300_000);

  it('nor where five attributes part the results of both rounds', () => {
    for (let seed = 1; seed <= 3; seed += 1) {
      const people = opinions(80, seed).map((one) => ({ ...one, since: 1 }));
      const rounds = { ...twoRounds(80, seed), people };
      const { derived, confined } = attackRounds(rounds, fiveAttributes);
      assert.deepEqual([derived, confined], [0, 0], `seed ${seed}`);
    }
  }).timeout(300_000);
});
