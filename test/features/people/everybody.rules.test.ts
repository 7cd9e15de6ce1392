import assert from 'node:assert/strict';
import fc from 'fast-check';
import { levelsFromTop, tenureOn } from '../../../src/features/people/everybody/rules.ts';

const tree = (...pairs: [string, string?][]) => pairs.map(([id, managerId]) => ({ id, managerId }));

describe('levels', () => {
  it('count from the top down', () => {
    const levels = levelsFromTop(tree(['top'], ['a', 'top'], ['b', 'a'], ['c', 'a'], ['d', 'top']));
    assert.deepEqual(
      [...levels],
      [
        ['top', 1],
        ['a', 2],
        ['d', 2],
        ['b', 3],
        ['c', 3],
      ],
    );
  });

  it('are not known of whoever hangs below a missing manager, in a circle, or nowhere', () => {
    const many = Array.from({ length: 40 }, (_, at): [string, string] => [`m${at}`, 'top']);
    const all = tree(
      ['top'],
      ...many,
      ['lost', 'gone'],
      ['below', 'lost'],
      ['x', 'y'],
      ['y', 'x'],
      ['alone'],
      ['own', 'own'],
    );
    const levels = levelsFromTop(all);
    assert.deepEqual(
      ['top', 'm0'].map((id) => levels.get(id)),
      [1, 2],
    );
    assert.deepEqual(
      ['lost', 'below', 'x', 'y', 'alone', 'own'].map((id) => levels.get(id)),
      Array(6).fill(undefined),
    );
  });

  it('have a top for each company of the organisation', () => {
    const levels = levelsFromTop(tree(['one'], ['a', 'one'], ['b', 'one'], ['two'], ['c', 'two']));
    assert.deepEqual(
      ['one', 'two', 'c'].map((id) => levels.get(id)),
      [1, 1, 2],
    );
  });

  it('are one more than that of the manager, whatever the order', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(), { minLength: 1, maxLength: 60 }), fc.boolean(), (numbers, isReversed) => {
        const all = numbers.map((number, at) => ({
          id: `p${at}`,
          managerId: at === 0 ? undefined : `p${number % at}`,
        }));
        const levels = levelsFromTop(isReversed ? all.toReversed() : all);
        if (all.length === 1) return assert.equal(levels.size, 0);
        for (const { id, managerId } of all)
          assert.equal(levels.get(id), managerId === undefined ? 1 : (levels.get(managerId) ?? 0) + 1);
      }),
    );
  });
});

describe('time here', () => {
  it('is counted to the day', () => {
    const tenure = tenureOn('2026-08-31');
    const cases = [
      ['2026-08-31', 'half-year'],
      ['2026-03-01', 'half-year'],
      ['2026-02-28', 'year'],
      ['2025-09-01', 'year'],
      ['2025-08-31', 'three-years'],
      ['2023-09-01', 'three-years'],
      ['2021-09-01', 'five-years'],
      ['2016-09-01', 'ten-years'],
      ['2016-08-31', 'longer'],
      ['1970-01-01', 'longer'],
      [undefined, undefined],
    ] as const;
    for (const [hiredOn, band] of cases) assert.equal(tenure(hiredOn), band, hiredOn);
  });
});
