/** The bottleneck step of the objective: the highest score that everybody who can be matched can be given at least. */
import type { MatchGraph } from './graph.ts';
import { solveTransport } from './shortest-paths.ts';
import type { Flow } from './transport.ts';
import { coverageOf } from './transport.ts';

export interface DualPrices {
  readonly menteePrice: Float64Array;
  readonly mentorPrice: Float64Array;
}

export interface BestFloor {
  readonly floor: number;
  /** Proves that no matching reaches more mentees. */
  readonly reach: DualPrices;
  /** Proves that pairs above the floor alone reach fewer. */
  readonly above: DualPrices;
}

/** Null when there is nobody to match beyond the locked pairs. */
export function bestFloor(graph: MatchGraph): BestFloor | null {
  const cover = (level: number): Flow => solveTransport(coverageOf(graph, level));
  const reach = cover(0);
  const target = reached(graph, reach);
  if (target === 0) return null;

  const levels = [...new Set(graph.score.filter((_, e) => !graph.locked[e]))].toSorted((a, b) => a - b);
  let enough = 0;
  let tooHigh = levels.length;
  let above = cover(Infinity);
  while (tooHigh - enough > 1) {
    const level = (enough + tooHigh) >> 1;
    const flow = cover(levels[level]!);
    if (reached(graph, flow) === target) enough = level;
    else [tooHigh, above] = [level, flow];
  }
  return { floor: levels[enough]!, reach, above };
}

function reached(graph: MatchGraph, flow: Flow): number {
  return flow.menteeLoad.reduce((sum, load, i) => sum + load * (1 + graph.waited[i]!), 0);
}
