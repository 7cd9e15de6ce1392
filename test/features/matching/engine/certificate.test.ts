import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { assign } from '../../../../src/features/matching/engine/assignment.ts';
import { type Certificate, checkCertificate } from '../../../../src/features/matching/engine/certificate.ts';
import { graphOf } from '../../../../src/features/matching/engine/graph.ts';
import { workload } from '../../../support/workload.ts';
import { tinyGraphs } from './brute-force.ts';

const graph = graphOf(workload({ mentees: 100, mentors: 60, multi: true }));
const best = assign(graph);

function faultsOf(edges: ArrayLike<number>, certificate: Certificate = best.certificate): readonly string[] {
  const verdict = checkCertificate(graph, edges, certificate);
  assert.equal(verdict.holds, verdict.faults.length === 0);
  return verdict.faults;
}

describe('certificate', () => {
  it('holds for the matching that it was made for', () => assert.deepEqual(faultsOf(best.edges), []));

  it('does not hold when any one pair is missing', () => {
    for (const missing of best.edges)
      assert.match(faultsOf(best.edges.filter((e) => e !== missing)).join(), /gap|proven/);
  });

  it('does not hold when any one mentee has another mentor', () => {
    let tampered = 0;
    for (const [k, edge] of best.edges.entries()) {
      for (let e = graph.rowStart[graph.mentee[edge]!]!; e < graph.rowStart[graph.mentee[edge]! + 1]!; e += 7) {
        if (best.edges.includes(e)) continue;
        tampered++;
        assert.notDeepEqual(faultsOf(best.edges.with(k, e)), []);
      }
    }
    assert.ok(tampered > 300);
  });

  it('never holds for a worse matching, whatever the prices', () => {
    fc.assert(
      fc.property(
        tinyGraphs,
        fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 7, maxLength: 7 }),
        (input, shifts) => {
          const tiny = graphOf(input);
          const { edges, certificate, totals } = assign(tiny, 'off');
          fc.pre(totals.score > 0);
          const menteePrice = certificate.menteePrice.map((price, i) => price + shifts[i]!);
          const mentorPrice = certificate.mentorPrice.map((price, j) => price + shifts[4 + j]!);
          const worse = edges.filter((e) => e !== edges[0]);
          assert.equal(checkCertificate(tiny, worse, { ...certificate, menteePrice, mentorPrice }).holds, false);
        },
      ),
    );
  });

  it('does not hold with another price, a negative one, or one that is no number', () => {
    const priced = best.certificate.mentorPrice.findIndex((price) => price > 0);
    for (const price of [0, -1, NaN, best.certificate.mentorPrice[priced]! + 1e6]) {
      const mentorPrice = best.certificate.mentorPrice.with(priced, price);
      assert.match(faultsOf(best.edges, { ...best.certificate, mentorPrice }).join(), /gap/);
    }
  });

  it('does not hold for a place left empty that somebody could have, nor with a price below 0 that hides it', () => {
    const one = graphOf({ wants: [1], capacity: [1], mentee: [0], mentor: [0], score: [5] });
    const prices = (mentee: number, mentor: number): Certificate => ({
      menteePrice: Float64Array.of(mentee),
      mentorPrice: Float64Array.of(mentor),
      floor: null,
      proof: null,
    });
    assert.equal(checkCertificate(one, [0], prices(5, 0)).holds, true);
    assert.equal(checkCertificate(one, [], prices(5, 0)).holds, false);
    assert.equal(checkCertificate(one, [0], prices(6, -1)).holds, false);
  });

  it('does not hold for a pair twice, an edge that is none, or a locked pair left out', () => {
    const [first] = best.edges;
    assert.match(faultsOf([...best.edges, first!]).join(), /used twice/);
    assert.match(faultsOf([...best.edges, graph.score.length]).join(), /no edge/);
    const locked = graphOf({ wants: [1], capacity: [1], mentee: [0], mentor: [0], score: [5], locked: [1] });
    assert.match(checkCertificate(locked, [], assign(locked).certificate).faults.join(), /locked edge 0 is missing/);
  });

  it('does not hold when a lower or a higher floor is claimed', () => {
    const lower = { ...best.certificate, floor: best.totals.floor! - 500 };
    assert.match(faultsOf(best.edges, lower).join(), /no higher floor/);
    const higher = { ...best.certificate, floor: best.totals.floor! + 1 };
    assert.match(faultsOf(best.edges, higher).join(), /below the floor/);
  });
});
