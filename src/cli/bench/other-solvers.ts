/** Solvers from npm that the engine is held against, in optimum and in time. */
import { createRequire } from 'node:module';
import type { MatchGraph } from '../../features/matching/engine/graph.ts';
import { encodingOf } from '../../features/matching/engine/graph.ts';

/** What is used of the two packages, whose own types do not say it. */
interface Highs {
  solve(
    model: string,
    options: { readonly output_flag: boolean },
  ): {
    readonly Columns: Readonly<Record<string, { readonly Primal?: number }>>;
  };
}
const load = createRequire(import.meta.url);
const startHighs = load('highs') as () => Promise<Highs>;
const munkres = load('munkres-js') as (costs: readonly (readonly number[])[]) => [number, number][];

export interface OtherAnswer {
  readonly ms: number;
  /** Points, the bonus of kept pairs included, of what is matched. */
  readonly score: number;
  readonly pairs: number;
}

/** As a linear programme; the first pair of a mentee and each further one gain so much that they come first. */
export async function solveWithHighs(graph: MatchGraph, gains = gainsOf(graph)): Promise<OtherAnswer> {
  const solver = await startHighs();
  const model = modelOf(graph, gains);
  const begun = performance.now();
  const { Columns: columns } = solver.solve(model, { output_flag: false });
  const ms = performance.now() - begun;
  let [score, pairs] = [0, 0];
  for (let e = 0; e < graph.score.length; e++) {
    if ((columns[`x${e}`]?.Primal ?? 0) < 0.5) continue;
    pairs++;
    score += graph.score[e]! + graph.bonus[e]!;
  }
  return { ms, score, pairs };
}

interface Gains {
  readonly first: (mentee: number) => number;
  readonly further: number;
}

/** Small gains where the instance allows: floating point has 15 digits. */
function gainsOf(graph: MatchGraph): Gains {
  const { pair } = encodingOf(graph);
  const most = Math.min(pair, 100_000_000);
  return { first: () => 4 * most, further: most };
}

function modelOf({ wants, capacity, mentee, mentor, score, bonus }: MatchGraph, { first, further }: Gains): string {
  const rows = new Map<string, string[]>();
  const put = (row: string, term: string): void => void (rows.get(row)?.push(term) ?? rows.set(row, [term]));
  const goal: string[] = [];
  const bounds: string[] = [];
  for (let e = 0; e < score.length; e++) {
    goal.push(`+ ${score[e]! + bonus[e]!} x${e}`);
    bounds.push(`0 <= x${e} <= 1`);
    put(`m${mentee[e]}`, `+ x${e}`);
    put(`r${mentor[e]}`, `+ x${e}`);
  }
  for (let i = 0; i < wants.length; i++) {
    if (!rows.has(`m${i}`)) continue;
    goal.push(`+ ${first(i)} f${i} + ${further} g${i}`);
    put(`m${i}`, `- f${i} - g${i}`);
    bounds.push(`0 <= f${i} <= ${Math.min(1, wants[i]!)}`, `0 <= g${i} <= ${Math.max(0, wants[i]! - 1)}`);
  }
  const limits = [...rows].map(([row, terms]) =>
    row.startsWith('m') ? ` ${terms.join(' ')} = 0` : ` ${terms.join(' ')} <= ${capacity[Number(row.slice(1))]}`,
  );
  return ['Maximize', goal.join('\n'), 'Subject To', ...limits, 'Bounds', ...bounds, 'End'].join('\n');
}

/** As a square matrix of places; pairs that may not be cost more than all others together. */
export function solveWithMunkres({ wants, capacity, mentee, mentor, score }: MatchGraph): OtherAnswer {
  const seats = [...capacity.keys()].flatMap((j) => Array.from({ length: capacity[j]! }, () => j));
  const seekers = [...wants.keys()].flatMap((i) => Array.from({ length: wants[i]! }, () => i));
  const size = Math.max(seats.length, seekers.length);
  const worth = new Map<string, number>();
  for (let e = 0; e < score.length; e++) worth.set(`${mentee[e]} ${mentor[e]}`, score[e]!);
  const never = 10_000_000;
  const of = (a: number, b: number): number | undefined => worth.get(`${seekers[a]} ${seats[b]}`);
  const matrix = Array.from({ length: size }, (_, a) =>
    Array.from({ length: size }, (__, b) => never - (of(a, b) ?? -never)),
  );
  const begun = performance.now();
  const chosen = munkres(matrix);
  const ms = performance.now() - begun;
  const scores = chosen.map(([a, b]) => of(a, b)).filter((one) => one !== undefined);
  return { ms, score: scores.reduce((sum, one) => sum + one, 0), pairs: scores.length };
}
