import assert from 'node:assert/strict';
import { checkCertificate } from '../../../../src/features/matching/engine/certificate.ts';
import { graphOf } from '../../../../src/features/matching/engine/graph.ts';
import { meetRates } from '../../../../src/features/matching/engine/parity.ts';
import { programmeOf, workload } from '../../../support/workload.ts';

/** Mentors for four of five, and scores that put two groups at a disadvantage. */
function aBiasedProgramme(mentees: number, mentors: number) {
  const size = { mentees, mentors, best: 50 };
  const input = workload(size);
  const { mentees: people } = programmeOf(size);
  const group = people.map((one) => one.group);
  const wanted = Array.from(input.wants).reduce((sum, count) => sum + count, 0);
  const capacity = Array.from(input.capacity);
  let places = capacity.reduce((sum, count) => sum + count, 0);
  for (let j = 0; places > 0.8 * wanted; j = (j + 7) % capacity.length) {
    if (capacity[j]! === 0) continue;
    capacity[j]!--;
    places--;
  }
  const score = Array.from(input.score, (points, e) => Math.max(0, points - [0, 200, 500][group[input.mentee[e]!]!]!));
  return { graph: graphOf({ ...input, capacity, score }), group };
}

describe('parity', () => {
  it('brings the chances of all groups together, takes nobody’s mentor away, and costs little', () => {
    const { graph, group } = aBiasedProgramme(2000, 1200);
    const before = meetRates(graph, group, 1, 'off');
    const after = meetRates(graph, group, 0.01, 'off');
    assert.ok(before.gap > 0.1, `the bias shows: ${before.rates.join()}`);
    assert.ok(after.gap <= 0.01, `the rates met: ${after.rates.join()}`);
    assert.equal(after.assignment.totals.mentees, before.assignment.totals.mentees);
    assert.ok(after.score >= 0.997 * after.scoreWithout);
    const { graph: priced, edges, certificate } = after.assignment;
    assert.ok(checkCertificate(priced, edges, certificate).holds);
  }).timeout(300_000);

  it('changes nothing where the chances are equal already', () => {
    const graph = graphOf(workload({ mentees: 100, mentors: 60 }));
    const { prices, score, scoreWithout } = meetRates(graph, new Uint8Array(100), 0.003, 'best');
    assert.deepEqual(prices, [0]);
    assert.equal(score, scoreWithout);
  });
});
