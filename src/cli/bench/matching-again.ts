/**
 * The second matching of a programme: after people came, went and changed, how many of the surviving pairs change, and for which
 * price (matching.md 1, step 5); after declines, how long the warm solution takes of the cold one.
 */
import { randomFrom } from '../../../test/support/delivery/chance.ts';
import { workload } from '../../../test/support/workload.ts';
import { assign, solve, type Assignment } from '../../features/matching/engine/assignment.ts';
import { usualKeptBonus } from '../../features/matching/engine/candidates.ts';
import { graphOf, scoreMost, type MatchGraph } from '../../features/matching/engine/graph.ts';
import type { Figures } from '../bench.ts';

const size = { mentees: 10_000, mentors: 6_000 };
const share = { mentees: 0.02, mentors: 0.01, scores: 0.02, declines: 0.01 };
/** Points by which a score is another, at most: about what one answer makes. */
const otherBy = 200;

export function againFigures(): Figures {
  return { ...leastChange(), ...warmFigures() };
}

/** Some leave, on both sides, and some scores are others. */
function leastChange(): Figures {
  const before = graphOf(workload({ ...size, best: 50 }));
  const old = pairsOf(assign(before, 'off'));
  const draw = randomFrom(11);
  const gone = {
    mentees: someOf(size.mentees, share.mentees, draw),
    mentors: someOf(size.mentors, share.mentors, draw),
  };
  const isHere = (i: number, j: number): boolean => !gone.mentees.has(i) && !gone.mentors.has(j);
  const after = graphWith(before, isHere, (score) => {
    if (draw() >= share.scores) return score;
    return Math.max(0, Math.min(scoreMost, score + Math.round((2 * draw() - 1) * otherBy)));
  });
  const free = assign(after, 'off');
  const surviving = [...old].filter((pair) => isHere(...(pair.split(' ').map(Number) as [number, number])));
  const changedIn = (now: ReadonlySet<string>): number =>
    surviving.filter((pair) => !now.has(pair)).length / surviving.length;
  const bonus = after.mentee.map((i, e) => (old.has(`${i} ${after.mentor[e]!}`) ? usualKeptBonus : 0));
  const found = assign({ ...after, bonus }, 'off');
  if (found.totals.mentees !== free.totals.mentees) throw new Error('keeping pairs costs somebody a mentor');
  return {
    'changed-share': changedIn(pairsOf(found)),
    'changed-share-without-bonus': changedIn(pairsOf(free)),
    'least-change-price': (free.totals.score - found.totals.score) / free.totals.score,
  };
}

function pairsOf({ graph, edges }: Assignment): Set<string> {
  return new Set(Array.from(edges, (e) => `${graph.mentee[e]!} ${graph.mentor[e]!}`));
}

function graphWith(
  all: MatchGraph,
  isIn: (i: number, j: number) => boolean,
  scored = (score: number) => score,
): MatchGraph {
  const edges = [...all.mentee.keys()].filter((e) => isIn(all.mentee[e]!, all.mentor[e]!));
  return graphOf({
    ...{ wants: all.wants, waited: all.waited, capacity: all.capacity },
    mentee: edges.map((e) => all.mentee[e]!),
    mentor: edges.map((e) => all.mentor[e]!),
    score: edges.map((e) => scored(all.score[e]!)),
  });
}

/**
 * One of a hundred pairs is declined: it is out, and everything else is as it was. `warm-to-cold` is of solving alone, as
 * `solve-ms` is; with the order of ids and the totals it is `warm-to-cold-whole`.
 */
function warmFigures(): Figures {
  const before = graphOf(workload({ ...size, best: 50 }));
  const first = assign(before, 'off');
  const draw = randomFrom(12);
  const declined = new Set([...pairsOf(first)].filter(() => draw() < share.declines));
  const after = graphWith(before, (i, j) => !declined.has(`${i} ${j}`));
  const runs = [0, 1, 2, 3, 4].map(() => {
    const [, coldSolve] = timed(() => solve(after, null));
    const [, warmSolve] = timed(() => solve(after, null, first));
    const [cold, coldMs] = timed(() => assign(after, 'off'));
    const [warm, warmMs] = timed(() => assign(after, 'off', first));
    if (cold.edges.join() !== warm.edges.join()) throw new Error('the warm answer is another than the cold one');
    return { solving: warmSolve / coldSolve, whole: warmMs / coldMs, ms: warmMs };
  });
  const median = (of: (run: (typeof runs)[number]) => number): number => runs.map(of).toSorted((a, b) => a - b)[2]!;
  return {
    'declined-pairs': declined.size,
    'warm-to-cold': median(({ solving }) => solving),
    'warm-to-cold-whole': median(({ whole }) => whole),
    'warm-ms-10000': median(({ ms }) => ms),
  };
}

function timed<T>(work: () => T): readonly [T, number] {
  const begun = performance.now();
  return [work(), performance.now() - begun];
}

function someOf(count: number, part: number, draw: () => number): Set<number> {
  const found = new Set<number>();
  while (found.size < count * part) found.add(Math.floor(draw() * count));
  return found;
}
