import assert from 'node:assert/strict';
import {
  meanTold,
  nearHigh,
  nearLow,
  ratingScale,
  sharesTold,
  sumsTold,
} from '../../../../src/features/release/worlds/model.ts';
import { newWorlds } from '../../../../src/features/release/worlds/rules.ts';

/** Chosen or not: the mean is the share. */
const choiceScale = { low: 0, high: 1, steps: 100 };

const all = (length: number): number[] => Array.from({ length }, (_, place) => place);

describe('a figure as it is told', () => {
  it('is rounded the further, the fewer people are behind it', () => {
    assert.equal(meanTold(25, 7, ratingScale), 35, '3.57 in halves is 3.5');
    assert.equal(meanTold(41, 12, ratingScale), 34, '3.42 in fifths is 3.4');
    assert.equal(meanTold(73, 21, ratingScale), 35, '3.48 in tenths is 3.5');
    assert.equal(meanTold(3, 8, choiceScale), 50, 'chosen by 3 of 8 is about a half');
  });

  it('is only "nearly all" near either end', () => {
    assert.deepEqual([meanTold(37, 8, ratingScale), meanTold(11, 8, ratingScale)], [nearHigh, nearLow]);
  });

  it('stands for every sum that would be told alike', () => {
    assert.deepEqual(sumsTold(25, { members: [0, 1, 2, 3, 4, 5, 6], telling: 'mean' }, ratingScale), [23, 26]);
  });

  it('has shares that add up to a hundred', () => {
    assert.deepEqual(sharesTold([1, 2, 3, 4, 5]), [10, 10, 20, 30, 30]);
    for (const counts of [
      [7, 0, 3, 1, 2],
      [60, 61, 59, 33, 1],
      [0, 0, 0, 0, 9],
    ])
      assert.equal(
        sharesTold(counts).reduce((sum, one) => sum + one, 0),
        100,
      );
  });
});

describe('an answer stays open', () => {
  it('when others could have said what this one said', () => {
    const worlds = newWorlds([1, 2, 3, 4, 5, 3], ratingScale, all(6));
    assert.equal(worlds.admit({ members: all(6), telling: 'shares' }), true);
  });

  it('not when the figure is that of two, who know each their own', () => {
    const worlds = newWorlds([1, 2, 3, 4, 5, 3], ratingScale, all(6));
    assert.equal(worlds.admit({ members: [1, 2], telling: 'mean' }), false);
    assert.equal(newWorlds([0, 1, 0], choiceScale, all(3)).admit({ members: [1], telling: 'mean' }), false);
  });

  it('not when the only one who said otherwise could name all others', () => {
    const choices = newWorlds([1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0], choiceScale, all(12));
    assert.equal(choices.admit({ members: all(12), telling: 'shares' }), false);
  });

  it('of those who are watched only', () => {
    assert.equal(newWorlds([5, 1, 1], ratingScale, []).admit({ members: [0], telling: 'mean' }), true);
  });
});
