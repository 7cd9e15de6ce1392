/**
 * How long the matching computes, on the synthetic programme whose optima several exact solvers agreed on: a figure counts
 * only if the answer is that optimum and its gap is 0. Times are medians of three; beyond a minute of one.
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { aPool } from '../../../test/features/matching/engine/people.ts';
import { programmeOf, workload, type WorkloadSize } from '../../../test/support/workload.ts';
import { alternativesOf } from '../../features/matching/engine/alternatives.ts';
import { assign, assigning, type Assignment } from '../../features/matching/engine/assignment.ts';
import { checkCertificate } from '../../features/matching/engine/certificate.ts';
import { Columns } from '../../features/matching/engine/columns.ts';
import { encodingOf, graphOf, type MatchGraph } from '../../features/matching/engine/graph.ts';
import type { FloorWish } from '../../features/matching/engine/model.ts';
import { checkProposal, propose, proposing, type Work } from '../../features/matching/engine/propose.ts';
import type { Asking } from '../../features/matching/engine/scan.ts';
import { solveTransport } from '../../features/matching/engine/shortest-paths.ts';
import { transportOf } from '../../features/matching/engine/transport.ts';
import type { BenchWish, Figures } from '../bench.ts';
import { answerOnThreads } from '../match/scan.ts';
import { againFigures } from './matching-again.ts';
import { solveWithHighs, solveWithMunkres } from './other-solvers.ts';

/** Mentees, pairs, score of the reference optimum. */
type Optimum = readonly [number, number, number];

export async function benchMatching({ full }: BenchWish): Promise<Figures> {
  const small = await smallFigures();
  const middle = await middleFigures();
  const large = full ? largeFigures() : {};
  return { ...small, ...middle, ...againFigures(), ...large, gap: 0 };
}

async function smallFigures(): Promise<Figures> {
  const pool = aPool({ seed: 20240601, mentees: 300, mentors: 200 });
  const proposal = timed(() => propose(pool));
  if (!checkProposal(pool, proposal.result).holds) throw new Error('the proposal does not prove itself');
  const graph = graphOf(workload({ mentees: 1000, mentors: 600 }));
  const ms = solveMs(graph, [981, 981, 5_432_454]);
  const highs = await solveWithHighs(graph);
  if (highs.score !== 5_432_454) throw new Error(`HiGHS found ${highs.score}`);
  const three = graphOf(workload({ mentees: 300, mentors: 180 }));
  const own = timed(() => assign(three, 'off'));
  const munkres = solveWithMunkres(three);
  if (munkres.score !== own.result.totals.score) throw new Error(`munkres found ${munkres.score}`);
  const cold = [20, 50, 100].map((mentees) => coldMs(mentees));
  return {
    'solve-ms-1000': ms,
    'highs-ms-1000': highs.ms,
    'ratio-highs-1000': ms / highs.ms,
    'ratio-munkres-300': own.ms / munkres.ms,
    'proposal-ms-300x200': proposal.ms,
    'cold-ms-20': cold[0]!,
    'cold-ms-50': cold[1]!,
    'cold-ms-100': cold[2]!,
  };
}

/** The first proposal of a new process, without what loading the program takes. */
function coldMs(mentees: number): number {
  const words = ['--import', 'tsx', fileURLToPath(new URL('matching-cold.ts', import.meta.url)), String(mentees)];
  const { stdout } = spawnSync(process.execPath, words, { encoding: 'utf8' });
  return Number(stdout);
}

async function middleFigures(): Promise<Figures> {
  const size = { mentees: 10_000, mentors: 6_000 };
  const candidates = timed(() => workload({ ...size, best: 50 }), 1);
  const ms = solveMs(graphOf(candidates.result), [9807, 9807, 61_111_468]);
  const multi = solveMs(graphOf(workload({ ...size, best: 50, multi: true })), [9807, 10_153, 63_077_346]);
  const whole = await endToEnd(size, 'off', [9807, 9807, 61_115_374]);
  const floor = await endToEnd(size, 'best', null);
  const people = aPool({ seed: 20240601, ...size });
  const begun = performance.now();
  await answerOnThreads(proposing(people));
  return {
    'solve-ms-10000': ms,
    'solve-ms-10000-multi': multi,
    'candidates-ms-10000': candidates.ms,
    'end-to-end-ms-10000': whole,
    'end-to-end-floor-ms-10000': floor,
    'proposal-ms-10000': performance.now() - begun,
    'rss-mb-10000': process.resourceUsage().maxRSS / 1024,
  };
}

/** In a process of its own, so that its memory is its own. */
function largeFigures(): Figures {
  const file = fileURLToPath(new URL('matching-large.ts', import.meta.url));
  const { stdout, stderr, status } = spawnSync(process.execPath, ['--import', 'tsx', file], {
    ...{ encoding: 'utf8', maxBuffer: 2 ** 24 },
  });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout) as Figures;
}

export async function largeRun(): Promise<Figures> {
  const size = { mentees: 100_000, mentors: 50_000 };
  const ms = await endToEnd(size, 'off', [84_949, 84_949, 580_341_816]);
  const rss = process.resourceUsage().maxRSS / 1024;
  const solve = solveMs(graphOf(workload({ ...size, best: 50 })), [84_615, 84_615, 578_037_206]);
  return { 'end-to-end-s-100000': ms / 1000, 'rss-mb-100000': rss, 'solve-ms-100000': solve };
}

/** The assignment with its prices, graph in memory. */
function solveMs(graph: MatchGraph, optimum: Optimum): number {
  const { ms } = timed(() => solveTransport(transportOf(graph, 0, encodingOf(graph))));
  demand(assign(graph, 'off'), optimum);
  return ms;
}

function demand({ graph, edges, certificate, totals }: Assignment, optimum: Optimum | null): void {
  const verdict = checkCertificate(graph, edges, certificate);
  if (!verdict.holds) throw new Error(`not proven: ${verdict.faults.join('; ')}`);
  const found = [totals.mentees, totals.pairs, totals.score].join();
  if (optimum && found !== optimum.join()) throw new Error(`found ${found} in the place of ${optimum.join()}`);
}

/** Profiles in memory to the matching with its proof over all feasible pairs, the alternatives of everybody among them. */
async function endToEnd(size: WorkloadSize, floor: FloorWish, optimum: Optimum | null): Promise<number> {
  const { pool } = programmeOf(size);
  const begun = performance.now();
  const work: Work<Assignment> = {
    pool,
    asking: (function* (): Asking<Assignment> {
      const found = yield { prices: null, isScored: true, floor: 0, most: 50 };
      const graph = graphOf({ wants: pool.wants, waited: pool.waited, capacity: pool.capacity, ...found });
      return yield* assigning(new Columns(graph, false), floor);
    })(),
  };
  const assignment = await answerOnThreads(work);
  demand(assignment, optimum);
  alternativesOf(assignment.graph, assignment, false);
  return performance.now() - begun;
}

/** The median of some runs. */
function timed<T>(work: () => T, runs = 3): { readonly ms: number; readonly result: T } {
  const all = Array.from({ length: runs }, () => {
    const begun = performance.now();
    const result = work();
    return { ms: performance.now() - begun, result };
  });
  return all.toSorted((one, other) => one.ms - other.ms)[runs >> 1]!;
}
