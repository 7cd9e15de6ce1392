import assert from 'node:assert/strict';
import { propose } from '../../../../src/features/matching/engine/propose.ts';
import { reasonsOf } from '../../../../src/features/matching/proposals/rules.ts';
import { sayReasons } from '../../../../src/features/matching/words.ts';
import { languages } from '../../../../src/platform/words.ts';
import { aPool } from './people.ts';

describe('the texts about a pair', () => {
  const pool = aPool({ seed: 31, mentees: 300, mentors: 200, places: 2 });
  const proposal = propose(pool);

  it('rest on the computation: the parts of every pair add up to the score by which it was chosen', () => {
    for (const { score, reasons } of proposal.pairs) {
      const sum = reasons.parts.reduce((total, { contribution }) => total + contribution, 0);
      assert.deepEqual([reasons.score, sum], [score, score]);
    }
    assert.ok(proposal.pairs.length > 200);
  });

  it('are the same with and without private wishes: who asked for whom, and who is not wished for', () => {
    const silent = { picks: [], excluded: [], pairedBefore: [] };
    const mentees = new Map(pool.mentees.map((one) => [one.id, one]));
    const mentors = new Map(pool.mentors.map((one) => [one.id, one]));
    for (const { mentee, mentor, reasons } of proposal.pairs) {
      const [alone] = propose({
        mentees: [{ ...mentees.get(mentee)!, ...silent }],
        mentors: [{ ...mentors.get(mentor)!, ...silent }],
      }).pairs;
      assert.deepEqual(reasonsOf(reasons.parts), reasonsOf(alone!.reasons.parts));
    }
  });

  it('end with the same sentence in every language, whether there is a private wish or not', () => {
    for (const language of languages) {
      const none = sayReasons(language, []);
      const some = sayReasons(language, [{ kind: 'meeting', about: [] }]);
      assert.equal(none.length, 1);
      assert.equal(some.at(-1), none[0]);
    }
  });
});
