/** The one door of the engine: a problem in, a proposal with reasons, alternatives and proof out. */
import type { EdgeAlternative } from './alternatives.ts';
import { alternativesOf } from './alternatives.ts';
import type { Assignment } from './assignment.ts';
import { assign, totalsOf } from './assignment.ts';
import type { Candidates } from './candidates.ts';
import { candidatesOf } from './candidates.ts';
import type { Certificate, Verdict } from './certificate.ts';
import { checkCertificate } from './certificate.ts';
import { explainPair } from './explanations.ts';
import type { DualPrices } from './floor.ts';
import { explainLeftOut } from './left-out.ts';
import type { Alternative, MatchProblem, Objective, PairIds, Prices, Proposal, ProposedPair } from './model.ts';
import { hasPair } from './rules.ts';

/** Throws a RangeError when an id is given twice or a number of places, or the bonus, is not whole. */
export function propose(problem: MatchProblem): Proposal {
  const candidates = candidatesOf(problem);
  const { graph, mentees, weights, brokenLocks } = candidates;
  const assignment = assign(graph, problem.floor);
  const verdict = checkCertificate(graph, assignment.edges, assignment.certificate);
  if (!verdict.holds) throw new Error(`the matching is not proven: ${verdict.faults.join('; ')}`);

  const alternatives = alternativesOf(graph, assignment);
  const pairs = Array.from(assignment.edges, (e) => proposedPair(e, candidates));
  return {
    pairs,
    leftOut: explainLeftOut(candidates, assignment, problem.floor),
    alternatives: mentees.map(({ id }, i) => ({
      mentee: id,
      options: alternatives[i]!.map((option) => alternativeOf(option, candidates)),
    })),
    brokenLocks,
    objective: objectiveOf(assignment.totals, pairs),
    weights,
    certificate: certificateOf(assignment.certificate, verdict.gap, candidates),
  };
}

/** Whether nothing better than this proposal exists for this problem, from its pairs and prices alone: without the solver. */
export function checkProposal(problem: MatchProblem, { pairs, objective, certificate }: Proposal): Verdict {
  const candidates = candidatesOf(problem);
  const { graph } = candidates;
  const read = (prices: { readonly mentees: Prices; readonly mentors: Prices }): DualPrices => ({
    menteePrice: Float64Array.from(candidates.mentees, ({ id }) => prices.mentees[id] ?? NaN),
    mentorPrice: Float64Array.from(candidates.mentors, ({ id }) => prices.mentors[id] ?? NaN),
  });
  const { floorProof } = certificate;
  const proof = floorProof && { reach: read(floorProof.reach), above: read(floorProof.above) };
  const edges = edgesOf(pairs, candidates);
  const verdict = checkCertificate(graph, edges, { ...read(certificate), floor: objective.floor, proof });

  const faults = [...verdict.faults, ...claimFaults(problem, pairs, objective, certificate.floorProof !== null)];
  const totals = objectiveOf(
    totalsOf(
      graph,
      edges.filter((e) => e >= 0),
      objective.floor,
    ),
    pairs,
  );
  if (JSON.stringify(totals) !== JSON.stringify(objective)) faults.push('the totals are not those of the pairs');
  edges.forEach((e, k) => {
    if (e >= 0 && graph.score[e] !== pairs[k]!.score) faults.push(`pair ${k} has another score`);
    const { mentee, mentor, locked, kept } = pairs[k]!;
    const isMarked = (graph.locked[e] === 1) === locked && hasPair(candidates.kept, mentee, mentor) === kept;
    if (e >= 0 && !isMarked) faults.push(`pair ${k} is not fixed or kept as it says`);
  });
  return { ...verdict, holds: faults.length === 0, faults };
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

function edgesOf(pairs: readonly PairIds[], { mentees, mentors, graph }: Candidates): Int32Array {
  const menteeAt = new Map(mentees.map(({ id }, i) => [id, i]));
  const mentorAt = new Map(mentors.map(({ id }, j) => [id, j]));
  return Int32Array.from(pairs, ({ mentee, mentor }) => {
    const i = menteeAt.get(mentee);
    if (i === undefined) return -1;
    const at = graph.mentor.subarray(graph.rowStart[i], graph.rowStart[i + 1]).indexOf(mentorAt.get(mentor) ?? -1);
    return at < 0 ? -1 : graph.rowStart[i]! + at;
  });
}

function proposedPair(edge: number, { mentees, mentors, graph, kept, weights }: Candidates): ProposedPair {
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

function alternativeOf(option: EdgeAlternative, { mentees, mentors, graph }: Candidates): Alternative {
  return {
    mentor: mentors[graph.mentor[option.edge]!]!.id,
    score: graph.score[option.edge]!,
    cost: option.cost,
    belowFloor: option.belowFloor,
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
