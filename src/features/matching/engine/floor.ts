/** The bottleneck step of the objective: the highest score that everybody who can be matched can be given at least. */
import type { Columns } from './columns.ts';
import type { Levels } from './coverage.ts';
import { levelsOf } from './coverage.ts';
import { scoreMost } from './graph.ts';
import type { Asking } from './scan.ts';
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
export function* bestFloor(columns: Columns): Asking<BestFloor | null> {
  const reach = yield* cover(columns, 0, Infinity);
  if (reach.gain === 0) return null;
  let above = levelsOf(coverageOf(columns.graph, scoreMost + 1));
  let [enough, tooHigh] = [0, scoreMost + 1];
  while (tooHigh - enough > 1) {
    const level = (enough + tooHigh) >> 1;
    const found = yield* cover(columns, level, reach.gain);
    if (found.gain === reach.gain) enough = level;
    else [tooHigh, above] = [level, found];
  }
  return { floor: enough, reach: pricesOf(reach), above: pricesOf(above) };
}

/** The most that pairs from this score up can reach, or `target` when they reach that; over all pairs, not only those at hand. */
export function* cover(columns: Columns, floor: number, target: number): Asking<Levels> {
  for (;;) {
    const levels = levelsOf(coverageOf(columns.graph, floor));
    if (levels.gain >= target || columns.isComplete) return levels;
    const { menteePrice: mentee, mentorPrice: mentor } = pricesOf(levels);
    const found = yield { prices: { mentee, mentor, least: 1 }, isScored: false, floor, most: 8 };
    if (columns.add(found) === 0) return levels;
  }
}

function pricesOf({ mentee, mentor }: Levels): DualPrices {
  return { menteePrice: mentee.map((level) => 0 - level), mentorPrice: mentor };
}
