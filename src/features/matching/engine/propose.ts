/** The one door of the engine: a problem in, a proposal with reasons, alternatives and proof out. */
import type { EdgeAlternative } from './alternatives.ts';
import { alternativesOf } from './alternatives.ts';
import type { Assignment } from './assignment.ts';
import { assigning, totalsOf } from './assignment.ts';
import type { Candidates } from './candidates.ts';
import { candidatesMost, candidatesOf, columnsFrom, isSmall } from './candidates.ts';
import type { Certificate, Verdict } from './certificate.ts';
import { checkCertificate } from './certificate.ts';
import { edgeAt } from './columns.ts';
import { answer } from './drive.ts';
import { explainPair } from './explanations.ts';
import type { DualPrices } from './floor.ts';
import type { MatchGraph } from './graph.ts';
import { explainLeftOut } from './left-out.ts';
import type { Alternative, MatchProblem, Objective, PairIds, Prices, Proposal, ProposedPair } from './model.ts';
import type { Pool } from './pool.ts';
import { hasPair, whyNot } from './rules.ts';
import type { Asking, Found, ScanJob } from './scan.ts';
import { scorePair, weightList } from './scores.ts';

/** A computation over a pool; `asking` asks for scans of it on the way (`drive.ts`). */
export interface Work<Answer> {
  readonly pool: Pool;
  readonly asking: Asking<Answer>;
}

/** Throws a RangeError when an id is given twice or a number of places, or the bonus, is not whole. */
export function propose(problem: MatchProblem): Proposal {
  const { pool, asking } = proposing(problem);
  return answer(pool, asking);
}

/** The same for whoever has several threads, or wants to show how far it is. */
export function proposing(problem: MatchProblem): Work<Proposal> {
  const candidates = candidatesOf(problem);
  return { pool: candidates.pool, asking: proposal(problem, candidates) };
}

function* proposal(problem: MatchProblem, candidates: Candidates): Asking<Proposal> {
  const isComplete = isSmall(candidates.pool);
  const most = isComplete ? candidates.mentors.length : candidatesMost;
  const columns = columnsFrom(candidates, yield { prices: null, isScored: true, floor: 0, most }, isComplete);
  const assignment = yield* assigning(columns, problem.floor);
  const { graph, edges, certificate } = assignment;
  const verdict = checkCertificate(graph, edges, certificate);
  if (!verdict.holds) throw new Error(`the matching is not proven: ${verdict.faults.join('; ')}`);

  const { mentees, brokenLocks, weights } = candidates;
  const alternatives = alternativesOf(graph, assignment, isComplete);
  const pairs = Array.from(edges, (e) => proposedPair(e, graph, candidates));
  return {
    pairs,
    leftOut: explainLeftOut(candidates, assignment, { isComplete, floor: problem.floor }),
    alternatives: mentees.map(({ id }, i) => ({
      mentee: id,
      options: alternatives[i]!.map((option) => alternativeOf(option, graph, candidates)),
    })),
    brokenLocks,
    objective: objectiveOf(assignment.totals, pairs),
    weights,
    certificate: certificateOf(certificate, verdict.gap, candidates),
  };
}

/**
 * Whether nothing better than this proposal exists for this problem, from its pairs and prices alone, over all feasible
 * pairs: without the solver.
 */
export function checkProposal(problem: MatchProblem, claimed: Proposal): Verdict {
  const { pool, asking } = checking(problem, claimed);
  return answer(pool, asking);
}

export function checking(problem: MatchProblem, claimed: Proposal): Work<Verdict> {
  const candidates = candidatesOf(problem);
  return { pool: candidates.pool, asking: verdictOn(problem, candidates, claimed) };
}

function* verdictOn(
  problem: MatchProblem,
  candidates: Candidates,
  { pairs, objective, certificate }: Proposal,
): Asking<Verdict> {
  const read = (prices: { readonly mentees: Prices; readonly mentors: Prices }): DualPrices => ({
    menteePrice: Float64Array.from(candidates.mentees, ({ id }) => prices.mentees[id] ?? NaN),
    mentorPrice: Float64Array.from(candidates.mentors, ({ id }) => prices.mentors[id] ?? NaN),
  });
  const { floorProof } = certificate;
  const proof = floorProof && { reach: read(floorProof.reach), above: read(floorProof.above) };
  const prices: Certificate = { ...read(certificate), floor: objective.floor, proof };
  const columns = columnsFrom(candidates, foundOf(pairs, candidates), false);
  for (const job of bargainsOf(prices, candidates.bonus)) columns.add(yield job);
  const { graph } = columns;
  const edges = edgesOf(pairs, graph, candidates);
  const verdict = checkCertificate(graph, edges, prices);

  const faults = [...verdict.faults, ...claimFaults(problem, pairs, objective, certificate.floorProof !== null)];
  const known = edges.filter((e) => e >= 0);
  const totals = objectiveOf(totalsOf(graph, known, objective.floor), pairs);
  if (JSON.stringify(totals) !== JSON.stringify(objective)) faults.push('the totals are not those of the pairs');
  edges.forEach((e, k) => {
    if (e >= 0 && graph.score[e] !== pairs[k]!.score) faults.push(`pair ${k} has another score`);
    const { mentee, mentor, locked, kept } = pairs[k]!;
    const isMarked = (graph.locked[e] === 1) === locked && hasPair(candidates.kept, mentee, mentor) === kept;
    if (e >= 0 && !isMarked) faults.push(`pair ${k} is not fixed or kept as it says`);
  });
  return { ...verdict, holds: faults.length === 0, faults };
}

/** The pairs that would break each of the three proofs: when there are any, the gap is not 0. */
function bargainsOf(
  { menteePrice, mentorPrice, floor, proof }: Certificate,
  bonus: Int32Array | null,
): readonly ScanJob[] {
  const job = (prices: DualPrices, isScored: boolean, from: number): ScanJob => ({
    ...{ prices: { mentee: prices.menteePrice, mentor: prices.mentorPrice, least: 1 }, isScored, floor: from, most: 8 },
  });
  // A scan knows no bonus: what it adds to every pair of a mentee is taken off the mentee's price.
  const bare = bonus ? menteePrice.map((price, i) => price - bonus[i]!) : menteePrice;
  const own = job({ menteePrice: bare, mentorPrice }, true, floor ?? 0);
  return proof ? [own, job(proof.reach, false, 0), job(proof.above, false, (floor ?? 0) + 1)] : [own];
}

/** Pairs of known people that the rules allow; the others are found out as edges that there are not. */
function foundOf(pairs: readonly PairIds[], { mentees, mentors, refused, weights }: Candidates): Found {
  const menteeAt = new Map(mentees.map(({ id }, i) => [id, i]));
  const mentorAt = new Map(mentors.map(({ id }, j) => [id, j]));
  const list = weightList(weights);
  const found = new Map<string, readonly [number, number, number]>();
  for (const pair of pairs) {
    const [i, j] = [menteeAt.get(pair.mentee) ?? -1, mentorAt.get(pair.mentor) ?? -1];
    const [mentee, mentor] = [mentees[i], mentors[j]];
    if (!mentee || !mentor || whyNot(mentee, mentor, refused) !== null) continue;
    found.set(`${i} ${j}`, [i, j, scorePair(mentee, mentor, list)]);
  }
  const column = (at: 0 | 1 | 2): Int32Array => Int32Array.from([...found.values()], (one) => one[at]);
  return { mentee: column(0), mentor: column(1), score: column(2) };
}

/**
 * The floor must be the one that was asked for. A best one must be proven, unless the locked pairs are all that can be
 * done for anybody: then there is none.
 */
function claimFaults(
  { floor = 'best' }: MatchProblem,
  pairs: readonly ProposedPair[],
  objective: Objective,
  isProven: boolean,
): readonly string[] {
  const locked = new Set(pairs.filter((pair) => pair.locked).map(({ mentee }) => mentee));
  const isWithoutBest = objective.floor === null && pairs.every(({ mentee }) => locked.has(mentee));
  const isBest = isProven ? objective.floor !== null : isWithoutBest;
  const isRight = floor === 'best' ? isBest : objective.floor === (floor === 'off' ? null : floor);
  return isRight ? [] : ['the floor is not the one asked for'];
}

function edgesOf(pairs: readonly PairIds[], graph: MatchGraph, { mentees, mentors }: Candidates): Int32Array {
  const menteeAt = new Map(mentees.map(({ id }, i) => [id, i]));
  const mentorAt = new Map(mentors.map(({ id }, j) => [id, j]));
  return Int32Array.from(pairs, ({ mentee, mentor }) => {
    const i = menteeAt.get(mentee);
    return i === undefined ? -1 : edgeAt(graph, i, mentorAt.get(mentor) ?? -1);
  });
}

function proposedPair(edge: number, graph: MatchGraph, { mentees, mentors, kept, weights }: Candidates): ProposedPair {
  const mentee = mentees[graph.mentee[edge]!]!;
  const mentor = mentors[graph.mentor[edge]!]!;
  return {
    mentee: mentee.id,
    mentor: mentor.id,
    score: graph.score[edge]!,
    locked: graph.locked[edge] === 1,
    kept: hasPair(kept, mentee.id, mentor.id),
    reasons: explainPair(mentee, mentor, weights),
  };
}

function alternativeOf(option: EdgeAlternative, graph: MatchGraph, { mentees, mentors }: Candidates): Alternative {
  return {
    mentor: mentors[graph.mentor[option.edge]!]!.id,
    score: graph.score[option.edge]!,
    cost: option.cost,
    belowFloor: option.belowFloor,
    exact: option.exact,
    ...(option.displaces >= 0 ? { displaces: mentees[option.displaces]!.id } : {}),
  };
}

function objectiveOf(totals: Assignment['totals'], pairs: readonly ProposedPair[]): Objective {
  const { mentees, waited, floor, score } = totals;
  return { mentees, waited, floor, pairs: totals.pairs, score, kept: pairs.filter(({ kept }) => kept).length };
}

function certificateOf(
  certificate: Certificate,
  gap: number,
  { mentees, mentors }: Candidates,
): Proposal['certificate'] {
  const write = ({ menteePrice, mentorPrice }: DualPrices) => ({
    mentees: Object.fromEntries(mentees.map(({ id }, i) => [id, menteePrice[i]!])),
    mentors: Object.fromEntries(mentors.map(({ id }, j) => [id, mentorPrice[j]!])),
  });
  const { proof } = certificate;
  return { ...write(certificate), gap, floorProof: proof && { reach: write(proof.reach), above: write(proof.above) } };
}
