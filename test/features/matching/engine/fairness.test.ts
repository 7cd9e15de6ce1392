import assert from 'node:assert/strict';
import { fairnessOf, type FairnessPerson } from '../../../../src/features/matching/engine/fairness.ts';

function someone(group: string, overrides: Partial<FairnessPerson> = {}): FairnessPerson {
  return { group, compatible: 5, best: 8000, score: 6000, better: 2, ...overrides };
}

const many = (count: number, group: string, overrides: Partial<FairnessPerson> = {}): FairnessPerson[] =>
  Array.from({ length: count }, () => someone(group, overrides));
const left = { score: null, better: null };

describe('fairness', () => {
  it('counts who was matched in each group, and the gap between them', () => {
    const { groups, gap } = fairnessOf([...many(60, 'a'), ...many(20, 'b'), ...many(20, 'b', left)]);
    assert.deepEqual(
      groups.map(({ group, people, matchRate }) => [group, people, matchRate.value]),
      [
        ['a', 60, 1],
        ['b', 40, 0.5],
      ],
    );
    assert.ok(gap && gap.value === 0.5 && gap.from > 0.3 && gap.to < 0.7);
  });

  it('says nothing of fewer than ten people', () => {
    const { groups, gap } = fairnessOf([...many(9, 'few'), ...many(12, 'more'), ...many(3, 'more', left)]);
    assert.deepEqual(
      groups.map(({ group }) => group),
      ['more'],
    );
    assert.equal(gap, null);
    const [small] = fairnessOf([...many(9, 'x'), ...many(5, 'x', left)]).groups;
    assert.deepEqual([small?.attainment, small?.firstChoice, small?.lowestTenth], [null, null, null]);
  });

  it('measures opportunity apart: those for whom nobody is possible do not count in it', () => {
    const [group] = fairnessOf([...many(10, 'x'), ...many(10, 'x', { ...left, compatible: 0, best: 0 })]).groups;
    assert.deepEqual([group?.matchRate.value, group?.rateOfPossible?.value], [0.5, 1]);
  });

  it('measures what people got against their best, and how many got it', () => {
    const [group] = fairnessOf([...many(10, 'x', { better: 0, score: 8000 }), ...many(10, 'x', { better: 7 })]).groups;
    assert.deepEqual([group?.attainment?.value, group?.firstChoice?.value, group?.firstFive?.value], [0.875, 0.5, 0.5]);
    assert.equal(group?.lowestTenth, 6000);
  });

  it('has intervals that hold the truth in about 95 of 100 samples', () => {
    let state = 1;
    const chance = (): number => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 2 ** 32;
    let held = 0;
    for (let k = 0; k < 200; k++) {
      const people = Array.from({ length: 80 }, () => someone('x', chance() < 0.7 ? {} : left));
      const { from, to } = fairnessOf(people).groups[0]!.matchRate;
      held += Number(from <= 0.7 && 0.7 <= to);
    }
    assert.ok(held >= 180 && held <= 199, `${held} of 200`);
  });

  it('gives the same figures for the same matching', () => {
    const people = [...many(30, 'a'), ...many(15, 'b', left), ...many(15, 'b')];
    assert.deepEqual(fairnessOf(people), fairnessOf(people));
  });
});
