import assert from 'node:assert/strict';
import fc from 'fast-check';
import { cohortsOf, toldCohorts, type Part } from '../../../../src/features/insights/quality/cohorts/rules.ts';
import { countPairs, lookAtDates } from '../../../../src/features/insights/quality/facts/rules.ts';
import type { PairCounts } from '../../../../src/features/insights/quality/facts/model.ts';
import { toldCount, toldMean, toldShare } from '../../../../src/features/insights/quality/telling/rules.ts';
import { toldDoors } from '../../../../src/features/recognition/doors/model.ts';
import { chanceFrom, meetingsFrom, pairsFrom, simulate } from '../goals/simulated.ts';

const month = (name: string, pairs: number) => ({
  ...{ month: name, pairs, met: 0, completed: 0, minutes: 0, open: 0, dated: 0, agreed: 0 },
});

describe('what is told of pairs', () => {
  const part: fc.Arbitrary<Part> = fc
    .integer({ min: 10, max: 300 })
    .chain((of) => fc.record({ of: fc.constant(of), count: fc.integer({ min: 0, max: of }) }));

  it('is a band where few did or few did not, and the same band for all in it', () => {
    fc.assert(
      fc.property(part, ({ count, of }) => {
        const told = toldCount(count, of);
        assert.ok(told.from <= count && count <= told.to);
        assert.deepEqual([toldCount(told.from, of), toldCount(told.to, of)], [told, told]);
        const isFew = count < 10 || of - count < 10;
        if (isFew) assert.ok(told.to - told.from >= 4, `${count} of ${of}`);
      }),
      { numRuns: 2_000 },
    );
  });

  it('is nothing of fewer than ten', () => {
    assert.equal(toldShare(9, 9), undefined);
    assert.equal(toldMean(90, 9), undefined);
    assert.deepEqual(toldShare(30, 40), { value: 75, low: 75, high: 75 });
    assert.deepEqual(toldShare(39, 40), { low: 90, high: 100 });
  });

  it('of cohorts leaves every small one open, whatever follows from the whole', () => {
    fc.assert(
      fc.property(fc.array(part, { minLength: 2, maxLength: 4 }), (parts) => {
        const told = toldCohorts(parts);
        if (!told) return;
        const total = toldCount(
          parts.reduce((sum, { count }) => sum + count, 0),
          parts.reduce((sum, { of }) => sum + of, 0),
        );
        for (const [place, { count, of }] of parts.entries()) {
          const possible = valuesThatFit(told, place, total);
          assert.ok(possible.includes(count));
          const isFew = Math.min(...possible) < 10 || of - Math.max(...possible) < 10;
          if (isFew) assert.ok(possible.length >= 5, `${count} of ${of}: ${possible.join(' ')}`);
        }
      }),
      { numRuns: 2_000 },
    );
  });

  /** Tries every value, the others being anything that is told of them. */
  function valuesThatFit(
    told: readonly { from: number; to: number }[],
    place: number,
    total: { from: number; to: number },
  ): number[] {
    const others = told.filter((_, at) => at !== place);
    const [least, most] = [
      others.reduce((sum, { from }) => sum + from, 0),
      others.reduce((sum, { to }) => sum + to, 0),
    ];
    const { from, to } = told[place]!;
    return Array.from({ length: to - from + 1 }, (_, at) => from + at).filter(
      (value) => value + most >= total.from && value + least <= total.to,
    );
  }

  it('puts months with few pairs together', () => {
    const found = cohortsOf([month('2026-01', 4), month('2026-02', 7), month('2026-03', 12), month('2026-04', 3)]);
    assert.deepEqual(
      found.map(({ from, to, pairs }) => [from, to, pairs]),
      [
        ['2026-01', '2026-02', 11],
        ['2026-03', '2026-04', 15],
      ],
    );
    assert.deepEqual(cohortsOf([month('2026-01', 9)]), []);
  });
});

describe('the counts of pairs', () => {
  it('of the months are together those of all', () => {
    const wanted = { closed: true, meets: 0.7, stays: 0.8, agrees: 0.5, agreedBefore: 0.5, answers: 0, doors: 0 };
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 0, max: 40 }), (seed, pairs) => {
        const story = simulate(chanceFrom(seed), { ...wanted, pairs, asksBefore: false, asksAfter: false });
        const programme = {
          endsOn: story.endsOn,
          zone: 'Europe/Brussels',
          stage: 'close',
          stageAt: story.now,
        } as const;
        const { all, months } = countPairs(
          pairsFrom(story),
          {
            meetings: meetingsFrom(story),
            agreed: new Set(pairsFrom(story).flatMap(({ id }, n) => (n % 3 ? [id] : []))),
          },
          programme,
          story.now,
        );
        for (const key of Object.keys(all) as (keyof PairCounts)[])
          assert.equal(
            months.reduce((sum, one) => sum + one[key], 0),
            all[key],
          );
      }),
    );
  });

  it('look for next dates until thirty days before the end', () => {
    const one = { endsOn: '2026-10-01', zone: 'Europe/Brussels' };
    assert.equal(lookAtDates(one, Date.UTC(2026, 4, 1)), Date.UTC(2026, 4, 1));
    assert.equal(lookAtDates(one, Date.UTC(2026, 10, 1)), Date.UTC(2026, 7, 31, 22));
  });
});

describe('the number of opened doors', () => {
  const doors = (pairs: number, each: number, partnerSaid?: 'yes' | 'no') =>
    Array.from({ length: pairs * each }, (_, at) => ({
      pairId: `pair-${at % pairs}`,
      ...(partnerSaid ? { partnerSaid } : {}),
    }));

  it('counts what both said, from five pairs on, and is a band below ten', () => {
    assert.deepEqual(toldDoors(doors(4, 10, 'yes')), { kind: 'under-5' });
    assert.deepEqual(toldDoors(doors(5, 1, 'yes')), { kind: '5-to-9' });
    assert.deepEqual(toldDoors([...doors(5, 2, 'yes'), ...doors(9, 9), ...doors(9, 9, 'no')]), {
      ...{ kind: 'exact', people: 10 },
    });
  });
});
