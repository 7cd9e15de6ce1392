import assert from 'node:assert/strict';
import fc from 'fast-check';
import { difference, ratioTo, wilson } from '../../../../src/features/insights/funnel/interval/rules.ts';

const to4 = (value: number): number => Math.round(value * 10_000) / 10_000;

describe('intervals', () => {
  /** Newcombe 1998, Two-sided confidence intervals for the single proportion, Stat Med 17:857, table I, method 3 (score). */
  const single: [count: number, of: number, low: number, high: number][] = [
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ];
  for (const [count, of, low, high] of single)
    it(`of ${count} in ${of} are those of Newcombe's table`, () => {
      const found = wilson(count, of);
      assert.deepEqual([to4(found.low), to4(found.high)], [low, high]);
    });

  /** Newcombe 1998, Interval estimation for the difference between independent proportions, Stat Med 17:873, table II, method 10. */
  const two: [one: [number, number], other: [number, number], low: number, high: number][] = [
    [[56, 70], [48, 80], 0.0524, 0.3339],
    [[9, 10], [3, 10], 0.1705, 0.809],
    [[5, 56], [0, 29], -0.0381, 0.1926],
    [[10, 10], [0, 10], 0.6075, 1],
  ];
  for (const [one, other, low, high] of two)
    it(`of ${one.join('/')} less ${other.join('/')} are those of Newcombe's table`, () => {
      const found = difference(one, other);
      assert.deepEqual([to4(found.low), to4(found.high)], [low, high]);
    });

  it('of a ratio are those of the share, over the share of the organisation', () => {
    const found = ratioTo(0.5, 81, 263);
    assert.deepEqual([to4(found.low / 2), to4(found.high / 2)], [to4(0.2553), to4(0.3662)]);
  });

  /**
   * The proportionality index, share among those who got there over share of everybody: tutorial of the R package DisImpact 0.0.21
   * (V. Nguyen, CRAN 2022), after the California Community Colleges Chancellor's Office 2014; transfers, 10,528 in all.
   */
  const index: [count: number, share: number, value: number][] = [
    [4292, 0.3, 1.3589159],
    [607, 0.1, 0.5765578],
    [847, 0.2, 0.4022606],
    [504, 0.05, 0.9574468],
    [78, 0.01, 0.7408815],
    [4200, 0.34, 1.1733417],
  ];
  for (const [count, share, value] of index)
    it(`belong to a ratio that is the published one: ${count} with a share of ${share}`, () => {
      const found = ratioTo(share, count, 10_528);
      assert.equal(found.value.toFixed(7), value.toFixed(7));
      assert.ok(found.low < value && value < found.high);
    });

  it('hold the share, stay between nothing and all, and mirror', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5_000 }), fc.double({ min: 0, max: 1, noNaN: true }), (of, part) => {
        const count = Math.round(of * part);
        const { low, high } = wilson(count, of);
        assert.ok(low >= 0 && high <= 1 && low <= count / of + 1e-12 && high >= count / of - 1e-12);
        const mirrored = wilson(of - count, of);
        assert.ok(Math.abs(mirrored.low - (1 - high)) < 1e-9);
      }),
    );
  });
});
