import assert from 'node:assert/strict';
import { solveWithHighs } from '../../../../src/cli/bench/other-solvers.ts';
import { answerOnThreads } from '../../../../src/cli/match/scan.ts';
import { assign, assigning, type Assignment } from '../../../../src/features/matching/engine/assignment.ts';
import { checkCertificate } from '../../../../src/features/matching/engine/certificate.ts';
import { Columns } from '../../../../src/features/matching/engine/columns.ts';
import { answer } from '../../../../src/features/matching/engine/drive.ts';
import { graphOf, type MatchGraph } from '../../../../src/features/matching/engine/graph.ts';
import type { FloorWish } from '../../../../src/features/matching/engine/model.ts';
import type { Pool } from '../../../../src/features/matching/engine/pool.ts';
import type { Asking } from '../../../../src/features/matching/engine/scan.ts';
import { programmeOf, workload } from '../../../support/workload.ts';

type Draw = (below: number) => number;

function drawsFrom(seed: number): Draw {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** Up to 60 x 40 people, with few different scores and scarce places in every second one. */
function aMediumGraph(seed: number): MatchGraph {
  const below = drawsFrom(seed);
  const [mentees, mentors] = [20 + below(40), 10 + below(30)];
  const spread = below(2) ? 10_000 : 4;
  const edges = Array.from({ length: mentees * mentors }, (_, k) => k).filter(() => below(5) < 2);
  return graphOf({
    wants: Array.from({ length: mentees }, () => [0, 1, 1, 1, 2, 3][below(6)]!),
    capacity: Array.from({ length: mentors }, () => below(seed % 2 ? 2 : 4)),
    mentee: edges.map((k) => Math.floor(k / mentors)),
    mentor: edges.map((k) => k % mentors),
    score: edges.map(() => below(spread)),
    bonus: edges.map(() => (below(6) ? 0 : 100)),
  });
}

/** The optimum over all pairs of a pool, from a few candidates of each mentee. */
function* fewCandidates(pool: Pool, floor: FloorWish, most: number): Asking<Assignment> {
  const found = yield { prices: null, isScored: true, floor: 0, most };
  const graph = graphOf({ wants: pool.wants, waited: pool.waited, capacity: pool.capacity, ...found });
  return yield* assigning(new Columns(graph, false), floor);
}

describe('the optimum', () => {
  it('is that of HiGHS on medium graphs, with one or several mentors each', async () => {
    for (let seed = 1; seed <= 40; seed++) {
      const graph = aMediumGraph(seed);
      const { edges, totals, certificate } = assign(graph, 'off');
      const other = await solveWithHighs(graph);
      assert.deepEqual([totals.pairs, totals.score + totals.bonus], [other.pairs, other.score], `seed ${seed}`);
      assert.ok(checkCertificate(graph, edges, certificate).holds);
    }
  }).timeout(300_000);

  it('is rejected by the checker in 1,000 of 1,000 corruptions', () => {
    const below = drawsFrom(99);
    let rejected = 0;
    for (let k = 0; k < 1000; k++) {
      const graph = aMediumGraph(1 + (k % 50));
      const { edges, certificate } = assign(graph, 'off');
      if (edges.length === 0) continue;
      const at = below(edges.length);
      const [i, j] = [graph.mentee[edges[at]!]!, graph.mentor[edges[at]!]!];
      const other = graph.mentee.findIndex((one, e) => one === i && graph.mentor[e] !== j && !edges.includes(e));
      const corrupted = [
        () =>
          checkCertificate(
            graph,
            edges.filter((_, n) => n !== at),
            certificate,
          ),
        () =>
          checkCertificate(graph, other < 0 ? edges.filter((_, n) => n !== at) : [...edges, other, other], certificate),
        () => checkCertificate(graph, edges, { ...certificate, menteePrice: certificate.menteePrice.with(i, NaN) }),
        () => checkCertificate(graph, edges, { ...certificate, mentorPrice: certificate.mentorPrice.with(j, -1) }),
      ];
      rejected += Number(!corrupted[k % 4]!().holds);
    }
    assert.equal(rejected, 1000);
  }).timeout(300_000);

  it('over all pairs is found from eight candidates of each mentee, with any floor', () => {
    for (const multi of [false, true]) {
      const size = { mentees: 400, mentors: 250, multi };
      const { pool } = programmeOf(size);
      const all = graphOf(workload(size));
      for (const floor of ['off', 'best', 5000] as const) {
        const whole = assign(all, floor);
        const few = answer(pool, fewCandidates(pool, floor, 8));
        assert.deepEqual(few.totals, whole.totals);
        assert.ok(few.graph.score.length < all.score.length / 4);
      }
    }
  }).timeout(300_000);

  it('is the same, to the byte, on one, two and four threads', async () => {
    const { pool } = programmeOf({ mentees: 3000, mentors: 1800 });
    const bytes = async (threads: number): Promise<string> => {
      const asking = fewCandidates(pool, 'off', 20);
      const { graph, edges, certificate } = await answerOnThreads({ pool, asking }, { threads });
      return JSON.stringify([[...edges].map((e) => [graph.mentee[e], graph.mentor[e]]), [...certificate.mentorPrice]]);
    };
    const one = await bytes(1);
    assert.equal(await bytes(2), one);
    assert.equal(await bytes(4), one);
  }).timeout(300_000);

  it('is the same when it begins from the matching before, after 1 % said no', () => {
    const size = { mentees: 1000, mentors: 600, best: 50 };
    for (const multi of [false, true]) {
      const before = graphOf(workload({ ...size, multi }));
      const start = assign(before, 'off');
      const below = drawsFrom(5);
      const declined = new Set(Array.from({ length: 10 }, () => start.edges[below(start.edges.length)]!));
      const stays = (list: ArrayLike<number>) => Array.from(list).filter((_, e) => !declined.has(e));
      const after = graphOf({
        ...{ wants: before.wants, capacity: before.capacity, mentee: stays(before.mentee) },
        ...{ mentor: stays(before.mentor), score: stays(before.score) },
      });
      const [cold, warm] = [assign(after, 'off'), assign(after, 'off', start)];
      assert.deepEqual([...warm.edges], [...cold.edges]);
      assert.deepEqual(warm.totals, cold.totals);
      assert.ok(checkCertificate(after, warm.edges, warm.certificate).holds);
    }
  }).timeout(300_000);
});
