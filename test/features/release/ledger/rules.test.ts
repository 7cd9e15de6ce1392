import assert from 'node:assert/strict';
import fc from 'fast-check';
import { newLedger, type AtomSet } from '../../../../src/features/release/ledger/rules.ts';
import { derived } from '../../../support/attack.ts';

const setOf = (size: number, ...atoms: number[]): AtomSet => {
  const set = new Uint8Array(size);
  for (const atom of atoms) set[atom] = 1;
  return set;
};

describe('the ledger of released sets', () => {
  it('refuses what is left of the whole when a part was told', () => {
    const ledger = newLedger(6);
    assert.equal(ledger.admit(setOf(6, 0, 1, 2, 3, 4, 5), [[5]]), true);
    assert.equal(ledger.admit(setOf(6, 0, 1, 2, 3, 4), [[5]]), false);
    assert.equal(ledger.rank(), 1);
  });

  it('sees through combinations of three sets that no two of them give away', () => {
    const ledger = newLedger(4);
    const targets = [[0], [1], [2], [3]];
    assert.equal(ledger.admit(setOf(4, 0, 1), targets), true);
    assert.equal(ledger.admit(setOf(4, 1, 2), targets), true);
    assert.equal(ledger.admit(setOf(4, 0, 2), targets), false, 'half of the sum less the third is one person');
  });

  it('takes a set that follows from others, for it tells nothing new', () => {
    const ledger = newLedger(6);
    for (const set of [setOf(6, 0, 1, 2), setOf(6, 3, 4, 5), setOf(6, 0, 1, 2, 3, 4, 5)])
      assert.equal(ledger.admit(set, [[0], [5]]), true);
    assert.equal(ledger.rank(), 2);
  });

  it('refuses when somebody else refuses, and then forgets the set', () => {
    const ledger = newLedger(3);
    assert.equal(
      ledger.admit(setOf(3, 0, 1), [], () => false),
      false,
    );
    assert.equal(ledger.rank(), 0);
  });

  it('never lets a target follow, as exact elimination over whole numbers finds', () => {
    const sets = fc.array(fc.uniqueArray(fc.nat(9), { minLength: 1, maxLength: 8 }), { minLength: 1, maxLength: 14 });
    fc.assert(
      fc.property(sets, fc.uniqueArray(fc.nat(9), { minLength: 1, maxLength: 3 }), (wanted, group) => {
        const ledger = newLedger(10);
        const target = group.toSorted((a, b) => a - b);
        const told = wanted.filter((members) => ledger.admit(setOf(10, ...members), [target]));
        const facts = told.map((members) => ({ members, least: 0, most: 0 }));
        assert.equal(derived(facts, [target], 10), 0);
        const refused = wanted.filter((members) => !told.includes(members));
        for (const members of refused)
          assert.equal(
            derived([...facts, { members, least: 0, most: 0 }], [target], 10),
            1,
            'and refuses nothing else',
          );
      }),
      { numRuns: 300 },
    );
  });
});
