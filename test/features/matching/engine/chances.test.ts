import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { chancesOf } from '../../../../src/features/matching/engine/chances.ts';
import { equalChances } from '../../../../src/features/matching/engine/equal-chances.ts';
import type { MatchProblem } from '../../../../src/features/matching/engine/model.ts';
import { checkProposal, propose } from '../../../../src/features/matching/engine/propose.ts';
import { whyNot } from '../../../../src/features/matching/engine/rules.ts';
import { defaultWeights, scorePair, weightList } from '../../../../src/features/matching/engine/scores.ts';
import { aPool } from './people.ts';

const oneEach = (size: Parameters<typeof aPool>[0]) => {
  const pool = aPool(size);
  return { ...pool, mentees: pool.mentees.map((one) => ({ ...one, wants: 1, waited: false })) };
};
const siteOf = ({ mentees }: MatchProblem) => Object.fromEntries(mentees.map(({ id, site }) => [id, site ?? 'none']));

describe('the chances of each mentee', () => {
  it('are what looking at every mentor finds: who fits, the best, and how many fit better than the own one', () => {
    const pool = oneEach({ seed: 5, mentees: 30, mentors: 20 });
    const own = new Map(propose(pool).pairs.map(({ mentee, mentor }) => [mentee, mentor]));
    const weights = weightList(defaultWeights);
    for (const [id, found] of chancesOf(pool, own)) {
      const mentee = pool.mentees.find((one) => one.id === id)!;
      const fitting = pool.mentors.filter((mentor) => whyNot(mentee, mentor) === null);
      const scores = fitting.map((mentor) => scorePair(mentee, mentor, weights));
      const mentor = pool.mentors.find((one) => one.id === own.get(id));
      const score = mentor ? scorePair(mentee, mentor, weights) : null;
      const better = score === null ? null : scores.filter((one) => one > score).length;
      assert.deepEqual(found, { compatible: fitting.length, best: Math.max(0, ...scores), score, better });
    }
  });
});

describe('equal chances', () => {
  it('are proven with the points that bring them about, take nobody’s place, and cost what they say', () => {
    for (const seed of [3, 4]) {
      const pool = oneEach({ seed, mentees: 120, mentors: 50, places: 2 });
      const { bonus, price } = equalChances(pool, siteOf(pool));
      const [before, after] = [propose(pool), propose({ ...pool, bonus })];
      assert.equal(after.objective.mentees, before.objective.mentees);
      assert.equal(after.objective.floor, before.objective.floor);
      assert.equal(before.objective.score - after.objective.score, price);
      assert.equal(checkProposal({ ...pool, bonus }, after).holds, true);
      const borrowed = { ...after, certificate: before.certificate };
      assert.equal(checkProposal({ ...pool, bonus }, borrowed).holds, JSON.stringify(bonus) === '{}');
    }
  });

  it('change nothing for any pool when everybody is of one part', () => {
    const numbers = fc.record({ seed: fc.integer({ min: 1, max: 10_000 }), mentees: fc.integer({ min: 1, max: 12 }) });
    fc.assert(
      fc.property(numbers, ({ seed, mentees }) => {
        const pool = oneEach({ seed, mentees, mentors: 8, places: 1 });
        const { bonus, price, gap } = equalChances(pool, {});
        assert.deepEqual([price, gap], [0, 0]);
        assert.deepEqual(propose({ ...pool, bonus }).pairs, propose(pool).pairs);
      }),
      { numRuns: 30 },
    );
  });

  it('are refused in a pool that is too large to be looked at whole', () => {
    const pool = oneEach({ seed: 1, mentees: 1_000, mentors: 700 });
    assert.throws(() => equalChances(pool, {}), RangeError);
    assert.throws(() => propose({ ...pool, bonus: {} }), RangeError);
  });
});

describe('a switch at the price of a match', () => {
  it('lets somebody lose a mentor, or get one who fits less than anybody has now', () => {
    let tried = 0;
    for (const seed of [9, 10, 11]) {
      const pool = oneEach({ seed, mentees: 20, mentors: 18, places: 1 });
      const before = propose(pool);
      const floor = before.objective.floor ?? 0;
      for (const { mentee, options } of before.alternatives)
        for (const { mentor, cost, belowFloor } of options) {
          if (cost.mentees <= 0 || belowFloor) continue;
          const after = propose({ ...pool, locked: [{ mentee, mentor }] });
          const least = Math.min(...after.pairs.map(({ score }) => score));
          assert.ok(after.objective.mentees < before.objective.mentees || least < floor, `${mentee} with ${mentor}`);
          tried += 1;
        }
    }
    assert.ok(tried > 3, `${tried} were tried`);
  });
});
