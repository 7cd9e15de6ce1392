/** How long the matching computes: a whole proposal with its reasons, and the assignment alone on the measured workload. */
import { workload } from '../../../test/support/workload.ts';
import { aPool } from '../../../test/features/matching/engine/people.ts';
import { assign } from '../../features/matching/engine/assignment.ts';
import { checkCertificate } from '../../features/matching/engine/certificate.ts';
import { graphOf } from '../../features/matching/engine/graph.ts';
import { checkProposal, propose } from '../../features/matching/engine/propose.ts';
import type { Figures } from '../bench.ts';

export async function benchMatching(): Promise<Figures> {
  const pool = aPool({ seed: 20240601, mentees: 300, mentors: 200 });
  const proposal = timed(() => propose(pool));
  const graph = graphOf(workload({ mentees: 1000, mentors: 600 }));
  const solved = timed(() => assign(graph, 'off'));
  const { gap } = checkCertificate(graph, solved.result.edges, solved.result.certificate);
  if (!checkProposal(pool, proposal.result).holds) throw new Error('the proposal does not prove itself');
  return Promise.resolve({
    gap,
    'solve-ms-1000': solved.ms,
    'pairs-1000': solved.result.totals.pairs,
    'proposal-ms-300x200': proposal.ms,
    'pairs-300x200': proposal.result.pairs.length,
  });
}

/** The median of three. */
function timed<T>(work: () => T): { readonly ms: number; readonly result: T } {
  const runs = Array.from({ length: 3 }, () => {
    const begun = performance.now();
    const result = work();
    return { ms: performance.now() - begun, result };
  });
  return runs.toSorted((one, other) => one.ms - other.ms)[1]!;
}
