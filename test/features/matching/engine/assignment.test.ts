import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { assign } from '../../../../src/features/matching/engine/assignment.ts';
import { checkCertificate } from '../../../../src/features/matching/engine/certificate.ts';
import { decode, encodingOf, graphOf } from '../../../../src/features/matching/engine/graph.ts';
import { workload } from '../../../support/workload.ts';
import { bestByTrying, tinyGraphs } from './brute-force.ts';

const floors = fc.constantFrom('best' as const, 'off' as const, 2);

/** Reference optima on which several exact solvers agreed (without floor). */
const references = [
  { mentees: 100, mentors: 60, multi: false, edges: 2963, objective: [96, 96, 458_446] },
  { mentees: 100, mentors: 60, multi: true, edges: 2963, objective: [96, 101, 478_090] },
  { mentees: 1000, mentors: 600, multi: false, edges: 285_542, objective: [981, 981, 5_432_454] },
  { mentees: 1000, mentors: 600, multi: false, best: 50, edges: 46_665, objective: [981, 981, 5_432_338] },
  { mentees: 1000, mentors: 600, multi: true, edges: 285_542, objective: [981, 998, 5_515_864] },
];

describe('assignment', () => {
  it('is the best of all matchings, and of the equally good ones the first by ids', function () {
    this.timeout(300_000);
    fc.assert(
      fc.property(tinyGraphs, floors, (input, floor) => {
        const { edges, totals } = assign(graphOf(input), floor);
        assert.deepEqual({ edges: [...edges], floor: totals.floor }, bestByTrying(input, floor));
      }),
      { numRuns: 20_000 },
    );
  });

  it('proves itself', () => {
    fc.assert(
      fc.property(tinyGraphs, floors, (input, floor) => {
        const graph = graphOf(input);
        const { edges, certificate } = assign(graph, floor);
        assert.deepEqual(checkCertificate(graph, edges, certificate), { holds: true, gap: 0, faults: [] });
      }),
      { numRuns: 1000 },
    );
  });

  for (const { edges, objective, ...size } of references) {
    const variant = [size.best ? `k${size.best}` : 'full', size.multi ? 'multi' : 'w1'].join('_');
    it(`reaches the reference optimum of ${size.mentees}x${size.mentors}_${variant}, and proves it`, () => {
      const graph = graphOf(workload(size));
      assert.equal(graph.score.length, edges);
      const { totals, certificate, edges: chosen } = assign(graph, 'off');
      assert.deepEqual([totals.mentees, totals.pairs, totals.score], objective);
      assert.equal(checkCertificate(graph, chosen, certificate).gap, 0);
    });
  }

  it('gives everybody at least the floor, matches as many, and proves that no floor is higher', () => {
    const graph = graphOf(workload({ mentees: 100, mentors: 60 }));
    const { totals, edges, certificate } = assign(graph);
    assert.equal(totals.mentees, 96);
    assert.equal(Math.min(...Array.from(edges, (e) => graph.score[e]!)), totals.floor);
    assert.equal(assign(graph, totals.floor! + 1).totals.mentees < 96, true);
    assert.ok(checkCertificate(graph, edges, certificate).holds);
  });

  it('finds its way through a pool in which everybody scores the same', () => {
    const people = Array.from({ length: 200 }, (_, k) => k);
    const pairs = people.flatMap((mentee) => people.slice(0, 150).map((mentor) => ({ mentee, mentor })));
    const graph = graphOf({
      wants: people.map(() => 1),
      capacity: people.slice(0, 150).map(() => 1),
      mentee: pairs.map(({ mentee }) => mentee),
      mentor: pairs.map(({ mentor }) => mentor),
      score: pairs.map(() => 5000),
    });
    const { edges } = assign(graph);
    assert.deepEqual(
      Array.from(edges, (e) => [graph.mentee[e], graph.mentor[e]]),
      people.slice(0, 150).map((k) => [k, k]),
    );
  });

  it('puts those who waited before a better score, and a mentee more before everything', () => {
    const two = { wants: [1, 1], capacity: [1], mentee: [0, 1], mentor: [0, 0], score: [10_000, 0] };
    assert.deepEqual([...assign(graphOf({ ...two, waited: [0, 1] })).edges], [1]);
    const path = { wants: [1, 1], capacity: [1, 1], mentee: [0, 0, 1], mentor: [0, 1, 0], score: [10_000, 0, 0] };
    assert.deepEqual([...assign(graphOf({ ...path, waited: [1, 0] })).edges], [1, 2]);
  });

  it('reads encoded differences as counts', () => {
    const encoding = encodingOf(graphOf({ wants: [1], capacity: [1], mentee: [0], mentor: [0], score: [900] }));
    const counts = { mentees: 1, waited: -1, pairs: 1, points: -1700 };
    const sum = encoding.mentee - encoding.waited + encoding.pair - 1700;
    assert.deepEqual(decode(sum, encoding), counts);
    assert.deepEqual(decode(-5, encoding), { mentees: 0, waited: 0, pairs: 0, points: -5 });
  });

  it('refuses a graph that cannot be: a pair twice, nobody, half a point, more locks than places', () => {
    const one = { wants: [1, 1], capacity: [1], mentee: [0], mentor: [0], score: [1] };
    assert.throws(() => graphOf({ ...one, mentee: [0, 0], mentor: [0, 0], score: [1, 1] }), RangeError);
    assert.throws(() => graphOf({ ...one, mentee: [2] }), RangeError);
    assert.throws(() => graphOf({ ...one, score: [0.5] }), RangeError);
    const locked = { mentee: [0, 1], mentor: [0, 0], score: [1, 1], locked: [1, 1] };
    assert.throws(() => graphOf({ ...one, ...locked }), RangeError);
  });
});
