/**
 * Feasible pairs as a graph in typed arrays, and what its objective counts in points. Persons are indices in the order of
 * their ids; the edges of a mentee stand together, by mentor.
 */

/** The best score that there is. */
export const scoreMost = 10_000;

export interface MatchGraph {
  readonly wants: Int32Array;
  /** 1 for mentees who waited. */
  readonly waited: Uint8Array;
  readonly capacity: Int32Array;
  /** The edges of mentee i are `rowStart[i]` up to, without, `rowStart[i + 1]`. */
  readonly rowStart: Int32Array;
  readonly mentee: Int32Array;
  readonly mentor: Int32Array;
  readonly score: Int32Array;
  /** Points on top of the score, for pairs kept from before. */
  readonly bonus: Int32Array;
  /** 1 for edges that must be in the matching. */
  readonly locked: Uint8Array;
}

/** Edges in any order; lists that are absent are all zero. Whole numbers from 0 up. */
export interface GraphInput {
  readonly wants: ArrayLike<number>;
  readonly waited?: ArrayLike<number>;
  readonly capacity: ArrayLike<number>;
  readonly mentee: ArrayLike<number>;
  readonly mentor: ArrayLike<number>;
  readonly score: ArrayLike<number>;
  readonly bonus?: ArrayLike<number>;
  readonly locked?: ArrayLike<number>;
}

/** Sorts and checks. Throws a RangeError for a pair given twice, an index that nobody has, a number that is not whole. */
export function graphOf(input: GraphInput): MatchGraph {
  const mentees = input.wants.length;
  const edges = input.mentee.length;
  checkNumbers(input);
  const order = sortedEdges(input);
  const rowStart = new Int32Array(mentees + 1);
  for (let e = 0; e < edges; e++) rowStart[input.mentee[e]! + 1]!++;
  for (let i = 0; i < mentees; i++) rowStart[i + 1]! += rowStart[i]!;
  const pick = (list: ArrayLike<number> | undefined): Int32Array => {
    const picked = new Int32Array(edges);
    if (list) for (let e = 0; e < edges; e++) picked[e] = list[order[e]!]!;
    return picked;
  };
  const graph: MatchGraph = {
    wants: Int32Array.from(input.wants),
    waited: Uint8Array.from(input.waited ?? new Uint8Array(mentees)),
    capacity: Int32Array.from(input.capacity),
    rowStart,
    mentee: pick(input.mentee),
    mentor: pick(input.mentor),
    score: pick(input.score),
    bonus: pick(input.bonus),
    locked: Uint8Array.from(pick(input.locked)),
  };
  checkPairs(graph);
  return graph;
}

/** Edge indices by mentee and then mentor: a counting sort by mentor, then a stable one by mentee. */
function sortedEdges({ mentee, mentor, wants, capacity }: GraphInput): Int32Array {
  const byMentor = countingSort(
    Int32Array.from(mentor, (_, e) => e),
    mentor,
    capacity.length,
  );
  return countingSort(byMentor, mentee, wants.length);
}

function countingSort(items: Int32Array, keys: ArrayLike<number>, keyCount: number): Int32Array {
  const next = new Int32Array(keyCount + 1);
  for (let k = 0; k < items.length; k++) next[keys[items[k]!]! + 1]!++;
  for (let k = 0; k < keyCount; k++) next[k + 1]! += next[k]!;
  const sorted = new Int32Array(items.length);
  for (let k = 0; k < items.length; k++) sorted[next[keys[items[k]!]!]!++] = items[k]!;
  return sorted;
}

function checkNumbers({ wants, capacity, mentee, mentor, score, bonus }: GraphInput): void {
  for (const list of [wants, capacity, score, bonus ?? []]) {
    for (let k = 0; k < list.length; k++) {
      if (!(Number.isInteger(list[k]) && list[k]! >= 0))
        throw new RangeError(`not a whole number from 0 up: ${list[k]}`);
    }
  }
  for (let e = 0; e < mentee.length; e++) {
    if (!(mentee[e]! >= 0 && mentee[e]! < wants.length && mentor[e]! >= 0 && mentor[e]! < capacity.length)) {
      throw new RangeError(`edge ${e} joins ${mentee[e]} and ${mentor[e]}, whom nobody is`);
    }
  }
}

function checkPairs({ wants, capacity, mentee, mentor, locked }: MatchGraph): void {
  const menteeLocks = new Int32Array(wants.length);
  const mentorLocks = new Int32Array(capacity.length);
  for (let e = 0; e < mentee.length; e++) {
    const i = mentee[e]!;
    const j = mentor[e]!;
    if (e > 0 && i === mentee[e - 1] && j === mentor[e - 1]) throw new RangeError(`pair ${i}, ${j} is given twice`);
    if (locked[e] && (++menteeLocks[i]! > wants[i]! || ++mentorLocks[j]! > capacity[j]!)) {
      throw new RangeError(`more locked pairs than places at pair ${i}, ${j}`);
    }
  }
}

/**
 * What a mentee matched, a mentee who waited, and a pair count in points, so that one sum has the order of the
 * objective. Two matchings differ by alternating cycles; each changes the first three counts by one at most and the
 * points by less than half of `pair`. So every level outweighs those below it, exactly, in small integers.
 */
export interface Encoding {
  readonly mentee: number;
  readonly waited: number;
  readonly pair: number;
}

export function encodingOf(graph: MatchGraph): Encoding {
  let most = scoreMost;
  for (let e = 0; e < graph.score.length; e++) most = Math.max(most, graph.score[e]! + graph.bonus[e]!);
  // To a power of two, so that prices stay what they are when a few people come or go.
  const longest = 2 ** Math.ceil(Math.log2(Math.min(graph.wants.length, graph.capacity.length) + 1));
  const pair = 2 * longest * most + 1;
  return { mentee: 16 * pair, waited: 4 * pair, pair };
}

/** Reads a difference of encoded sums as counts. */
export function decode(
  sum: number,
  { mentee, waited, pair }: Encoding,
): {
  readonly mentees: number;
  readonly waited: number;
  readonly pairs: number;
  readonly points: number;
} {
  const mentees = wholeOf(sum / mentee);
  const afterMentees = sum - mentees * mentee;
  const waiting = wholeOf(afterMentees / waited);
  const afterWaited = afterMentees - waiting * waited;
  const pairs = wholeOf(afterWaited / pair);
  return { mentees, waited: waiting, pairs, points: afterWaited - pairs * pair };
}

/** The nearest whole number; never -0, which JSON and comparisons would tell apart. */
function wholeOf(quotient: number): number {
  return Math.round(quotient) + 0;
}
