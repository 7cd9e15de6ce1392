import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { candidatesOf } from '../../../../src/features/matching/engine/candidates.ts';
import { joined, rangesOf } from '../../../../src/features/matching/engine/drive.ts';
import { Rows } from '../../../../src/features/matching/engine/rows.ts';
import { whyNot } from '../../../../src/features/matching/engine/rules.ts';
import { scan, type Found, type ScanJob } from '../../../../src/features/matching/engine/scan.ts';
import { scorePair, weightList } from '../../../../src/features/matching/engine/scores.ts';
import type { Pool } from '../../../../src/features/matching/engine/pool.ts';
import { programmeOf, scoreOf } from '../../../support/workload.ts';
import { aPool } from './people.ts';

/** The same by looking at every pair: sorted by what counts, then by mentor. */
function plainly(pool: Pool, { prices, isScored, floor, most }: ScanJob): [number, number, number][] {
  const rows = new Rows(pool);
  return [...pool.wants.keys()].flatMap((i) =>
    Array.from(rows.read(i), (score, j) => ({ score, j }))
      .map((one) => ({ ...one, worth: (isScored ? one.score : 0) - (prices?.mentor[one.j] ?? 0) }))
      .filter(
        ({ score, worth }) => score >= Math.max(0, floor) && (!prices || worth >= prices.mentee[i]! + prices.least),
      )
      .sort((a, b) => (isScored ? b.worth - a.worth : b.score - a.score) || a.j - b.j)
      .slice(0, most)
      .sort((a, b) => a.j - b.j)
      .map(({ score, j }): [number, number, number] => [i, j, score]),
  );
}

const listed = ({ mentee, mentor, score }: Found) => Array.from(mentee, (i, k) => [i, mentor[k]!, score[k]!]);

describe('pool', () => {
  it('scores and rules as tables say what they say pair by pair', () => {
    fc.assert(
      fc.property(fc.nat(), fc.record({ topics: fc.nat(9), values: fc.nat(9), picks: fc.nat(9) }), (seed, weights) => {
        const people = aPool({ seed, mentees: 40, mentors: 30 });
        const refused = [{ mentee: 'mentee-1', mentor: 'mentor-1' }];
        const { mentees, mentors, pool, ...rest } = candidatesOf({ ...people, weights, refused });
        const rows = new Rows(pool);
        const list = weightList(rest.weights);
        for (const [i, mentee] of mentees.entries()) {
          const expected = mentors.map((mentor) =>
            whyNot(mentee, mentor, rest.refused) === null ? scorePair(mentee, mentor, list) : -1,
          );
          assert.deepEqual(
            Array.from(rows.read(i), (score) => Math.max(-1, score)),
            expected,
          );
        }
      }),
      { numRuns: 40 },
    );
  });

  it('finds the same pairs as looking at every one, at any prices', () => {
    const { pool } = candidatesOf(aPool({ seed: 4, mentees: 80, mentors: 90 }));
    const price = fc.array(fc.nat(3000), { minLength: 90, maxLength: 90 });
    const jobs = fc.record({
      price,
      level: fc.integer({ min: 3000, max: 7000 }),
      isScored: fc.boolean(),
      floor: fc.nat(6000),
    });
    fc.assert(
      fc.property(jobs, fc.integer({ min: 1, max: 30 }), ({ price, level, isScored, floor }, most) => {
        const mentee = new Float64Array(80).fill(isScored ? level : -1500);
        const prices = { mentee, mentor: Float64Array.from(price), least: 0 };
        for (const job of [
          { prices, isScored, floor, most },
          { prices: null, isScored: true, floor, most },
        ])
          assert.deepEqual(listed(scan(pool, { from: 0, to: 80 }, job)), plainly(pool, job));
      }),
      { numRuns: 60 },
    );
  });

  it('finds the same in ranges of any size', () => {
    const { pool } = candidatesOf(aPool({ seed: 5, mentees: 50, mentors: 40 }));
    const job = { prices: null, isScored: true, floor: 0, most: 7 };
    const whole = listed(scan(pool, { from: 0, to: 50 }, job));
    for (const size of [1, 7, 50, 64])
      assert.deepEqual(listed(joined(rangesOf(50, size).map((range) => scan(pool, range, job)))), whole);
  });

  it('holds the measured workload to its definition, pair by pair', () => {
    const { pool, mentees, mentors } = programmeOf({ mentees: 120, mentors: 80 });
    const rows = new Rows(pool);
    const special = new Set<string>();
    for (let i = 0; i < 120; i++)
      for (let at = pool.special.start[i]!; at < pool.special.start[i + 1]!; at++)
        special.add(`${i} ${pool.special.mentor[at]}`);
    for (const [i, mentee] of mentees.entries()) {
      const row = rows.read(i);
      for (const [j, mentor] of mentors.entries())
        if (!special.has(`${i} ${j}`)) assert.equal(Math.max(-1, row[j]!), scoreOf(mentee, mentor, false));
    }
  });
});
