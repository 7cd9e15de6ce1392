import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { candidatesOf } from '../../../../src/features/matching/engine/candidates.ts';
import type { MatchProblem, Objective, Proposal, SwitchCost } from '../../../../src/features/matching/engine/model.ts';
import { checkProposal, propose } from '../../../../src/features/matching/engine/propose.ts';
import { Rows } from '../../../../src/features/matching/engine/rows.ts';
import { pairSetOf, whyNot } from '../../../../src/features/matching/engine/rules.ts';
import { aMentee, aMentor, aPool } from './people.ts';

const pool = aPool({ seed: 21, mentees: 60, mentors: 40, places: 2 });
const scarce = aPool({ seed: 22, mentees: 60, mentors: 25, places: 1 });
const pairsOf = ({ pairs }: Proposal) => pairs.map(({ mentee, mentor }) => ({ mentee, mentor }));
const namesOf = (proposal: Proposal) => pairsOf(proposal).map(({ mentee, mentor }) => `${mentee}/${mentor}`);

function lossOf(before: Objective, after: Objective, keptBonus: number): SwitchCost {
  return {
    mentees: before.mentees - after.mentees,
    waited: before.waited - after.waited,
    pairs: before.pairs - after.pairs,
    points: before.score + keptBonus * before.kept - after.score - keptBonus * after.kept,
  };
}

/** Every alternative of every fifth mentee, held against a new proposal in which the pair is fixed. */
function assertCostsAreTrue(problem: MatchProblem): void {
  const proposal = propose(problem);
  let checked = 0;
  for (const { mentee, options } of proposal.alternatives.filter((_, k) => k % 5 === 0)) {
    for (const { mentor, cost } of options) {
      const locked = [...(problem.locked ?? []), { mentee, mentor }];
      const after = propose({ ...problem, locked, floor: proposal.objective.floor ?? 'off' });
      assert.deepEqual(after.brokenLocks, []);
      assert.deepEqual(cost, lossOf(proposal.objective, after.objective, problem.keptBonus ?? 150));
      checked++;
    }
  }
  assert.ok(checked > 20);
}

describe('propose', () => {
  it('gives the same answer whatever the order of the lists', () => {
    const expected = JSON.stringify(propose(pool));
    const shuffled = fc.record({
      mentees: fc.shuffledSubarray([...pool.mentees], { minLength: 60 }),
      mentors: fc.shuffledSubarray([...pool.mentors], { minLength: 40 }),
    });
    fc.assert(
      fc.property(shuffled, (problem) => assert.equal(JSON.stringify(propose(problem)), expected)),
      { numRuns: 10 },
    );
  });

  it('keeps every rule, and nobody has more partners than places', () => {
    for (const problem of [pool, scarce]) {
      const { pairs } = propose(problem);
      for (const { mentee, mentor } of pairs) {
        const one = problem.mentees.find(({ id }) => id === mentee)!;
        const other = problem.mentors.find(({ id }) => id === mentor)!;
        assert.equal(whyNot(one, other), null);
        assert.ok(pairs.filter((pair) => pair.mentee === mentee).length <= one.wants);
        assert.ok(pairs.filter((pair) => pair.mentor === mentor).length <= other.capacity);
      }
    }
  });

  it('survives being stored as JSON, and still proves itself', () => {
    const proposal: Proposal = JSON.parse(JSON.stringify(propose(pool)));
    assert.deepEqual(checkProposal(pool, proposal), { holds: true, gap: 0, faults: [] });
  });

  it('is not proven when a pair, a score, a total or the floor was tampered with', () => {
    const proposal = propose(pool);
    const [first, ...rest] = proposal.pairs;
    const elsewhere = { ...proposal.objective, floor: null };
    for (const tampered of [
      { ...proposal, pairs: rest },
      { ...proposal, pairs: [{ ...first!, mentor: 'nobody' }, ...rest] },
      { ...proposal, pairs: [{ ...first!, score: first!.score + 1 }, ...rest] },
      { ...proposal, pairs: [{ ...first!, locked: true }, ...rest] },
      { ...proposal, pairs: [{ ...first!, kept: true }, ...rest], objective: { ...proposal.objective, kept: 1 } },
      { ...proposal, objective: { ...proposal.objective, score: 1 } },
      { ...proposal, objective: elsewhere, certificate: { ...proposal.certificate, floorProof: null } },
    ]) {
      assert.equal(checkProposal(pool, tampered).holds, false);
    }
  });

  it('says truly what a switch costs everybody', () => assertCostsAreTrue(pool));
  it('says truly what a switch costs when mentors are scarce', () => assertCostsAreTrue(scarce));
  it('says truly what a switch costs without floor', () => assertCostsAreTrue({ ...scarce, floor: 'off' }));

  it('says truly what a switch costs on a re-run with pairs kept, fixed and refused', () => {
    const before = pairsOf(propose(pool));
    const refused = before.slice(0, 3);
    assertCostsAreTrue({ ...pool, kept: before, refused, locked: before.slice(10, 14) });
  });

  it('offers the three cheapest switches, by trying all', () => {
    const problem = { ...pool, floor: 'off' as const };
    const proposal = propose(problem);
    const { mentees, mentors, pool: tables } = candidatesOf(problem);
    const rows = new Rows(tables);
    const chosen = new Set(namesOf(proposal));
    for (const i of [0, 17, 41]) {
      const costs: number[] = [];
      for (const [j, score] of rows.read(i).entries()) {
        if (score < 0) continue;
        const pair = { mentee: mentees[i]!.id, mentor: mentors[j]!.id };
        if (chosen.has(`${pair.mentee}/${pair.mentor}`)) continue;
        const { pairs, points } = lossOf(proposal.objective, propose({ ...problem, locked: [pair] }).objective, 0);
        costs.push(1e6 * pairs + points);
      }
      const offered = proposal.alternatives[i]!.options.map(({ cost }) => 1e6 * cost.pairs + cost.points);
      assert.deepEqual(offered, costs.toSorted((a, b) => a - b).slice(0, 3));
    }
  });

  it('says who would leave the mentor whom an alternative takes, and nobody only where there is a free place', () => {
    for (const problem of [pool, scarce]) {
      const proposal = propose(problem);
      const names = namesOf(proposal);
      for (const { mentor, displaces } of proposal.alternatives.flatMap(({ options }) => options)) {
        const load = proposal.pairs.filter((pair) => pair.mentor === mentor).length;
        const places = problem.mentors.find(({ id }) => id === mentor)!.capacity;
        assert.ok(displaces === undefined ? load < places : names.includes(`${displaces}/${mentor}`));
      }
    }
  });

  it('keeps fixed pairs, never brings back refused ones, and says which locks it could not keep', () => {
    const first = propose(pool);
    const refused = pairsOf(first).slice(0, 5);
    const { mentee, options } = first.alternatives[20]!;
    const locked = [{ mentee, mentor: options[0]!.mentor }, refused[0]!, { mentee: 'nobody', mentor: 'mentor-1' }];
    const second = propose({ ...pool, refused, locked, kept: pairsOf(first) });
    const names = namesOf(second);
    for (const { mentee: one, mentor } of refused) assert.ok(!names.includes(`${one}/${mentor}`));
    assert.ok(second.pairs.find((pair) => pair.mentee === mentee && pair.mentor === options[0]!.mentor)?.locked);
    assert.deepEqual(second.brokenLocks.map(({ rule }) => rule).toSorted(), ['private-wishes', 'unknown-person']);
  });

  it('a running pair may be fixed although the two were paired before, but not beyond the places', () => {
    const mentees = [aMentee({ id: 'a', pairedBefore: ['m'] }), aMentee({ id: 'b' })];
    const locked = [
      { mentee: 'a', mentor: 'm' },
      { mentee: 'b', mentor: 'm' },
    ];
    const { pairs, brokenLocks, leftOut } = propose({ mentees, mentors: [aMentor({ id: 'm' })], locked });
    assert.deepEqual(
      pairs.map(({ mentee, locked: isLocked }) => [mentee, isLocked]),
      [['a', true]],
    );
    assert.deepEqual(brokenLocks, [{ mentee: 'b', mentor: 'm', rule: 'capacity' }]);
    assert.deepEqual(
      leftOut.map(({ mentee }) => mentee),
      ['b'],
    );
  });

  it('changes little on a re-run: with the bonus more pairs stay than without', () => {
    const before = propose(pool);
    const problem = { ...pool, mentors: pool.mentors.slice(2), kept: pairsOf(before), weights: { topics: 40 } };
    const stayed = new Set(namesOf(before));
    const stays = (keptBonus: number) =>
      namesOf(propose({ ...problem, keptBonus })).filter((name) => stayed.has(name)).length;
    assert.ok(stays(100) > stays(0));
    assert.equal(propose(problem).objective.kept, stays(100));
  });

  it('repeats itself when nothing changed', () => {
    const before = propose(pool);
    assert.deepEqual(namesOf(propose({ ...pool, kept: pairsOf(before) })), namesOf(before));
  });

  it('weights decide: who asked for whom, when nothing else counts', () => {
    const mentees = [aMentee({ id: 'a', picks: ['y'] }), aMentee({ id: 'b', picks: ['x'] })];
    const mentors = [aMentor({ id: 'x' }), aMentor({ id: 'y' })];
    assert.deepEqual(namesOf(propose({ mentees, mentors })), ['a/y', 'b/x']);
    assert.deepEqual(namesOf(propose({ mentees, mentors, weights: { picks: 0 } })), ['a/x', 'b/y']);
  });

  it('answers with nothing for nobody', () => {
    const { pairs, leftOut, objective } = propose({ mentees: [], mentors: [] });
    assert.deepEqual([pairs, leftOut, objective.floor], [[], [], null]);
    assert.throws(() => propose({ mentees: [aMentee(), aMentee()], mentors: [] }), RangeError);
  });

  it('proposes for 300 x 200 well within 2 s', () => {
    const large = aPool({ seed: 5, mentees: 300, mentors: 200 });
    const start = performance.now();
    propose(large);
    assert.ok(performance.now() - start < 2000);
  });

  it('is proven without a floor where fixed pairs are all that can be done, and a second mentor comes on top', () => {
    const mentees = [aMentee({ wants: 2 })];
    const mentors = [aMentor({ id: 'x' }), aMentor({ id: 'y' })];
    const problem = { mentees, mentors, locked: [{ mentee: 'mentee', mentor: 'x' }] };
    const proposal = propose(problem);
    assert.deepEqual([proposal.pairs.length, proposal.objective.floor], [2, null]);
    assert.ok(checkProposal(problem, proposal).holds);
  });

  it('any small pool with refusals and locks is proven', () => {
    fc.assert(
      fc.property(
        fc.nat(),
        fc.integer({ min: 1, max: 9 }),
        fc.integer({ min: 1, max: 6 }),
        (seed, mentees, mentors) => {
          const small = aPool({ seed, mentees, mentors, places: 2 });
          const before = pairsOf(propose(small));
          const problem = { ...small, refused: before.slice(0, 1), locked: before.slice(1, 3), kept: before };
          const after = propose(problem);
          assert.ok(checkProposal(problem, after).holds);
          assert.equal(
            pairSetOf(before.slice(1, 3)).size > 0,
            after.pairs.some(({ locked }) => locked),
          );
        },
      ),
      { numRuns: 60 },
    );
  });
});
