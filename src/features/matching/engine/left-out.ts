/**
 * Why somebody is left without a mentor, and what would help: the rules that took mentors out, or the scarcity, which is
 * a group of mentees for whom there are fewer places than people (Hall 1935). Each help is true of the whole: a new
 * proposal after it has one mentee more.
 */
import type { Assignment } from './assignment.ts';
import type { Candidates } from './candidates.ts';
import type { MatchGraph } from './graph.ts';
import type { EngineMentee, Help, LeftOut, MatchProblem } from './model.ts';
import { ruleIds } from './model.ts';
import { toldRule, whyNot } from './rules.ts';
import { scorePair, weightList } from './scores.ts';
import type { Transport } from './transport.ts';
import { coverageOf } from './transport.ts';

const namedMentors = 3;
const namedTopics = 3;

interface Situation {
  readonly candidates: Candidates;
  readonly graph: MatchGraph;
  readonly mentorLoad: Int32Array;
  /** The mentees whom each mentor has by a pair that is not locked. */
  readonly holders: readonly (readonly number[])[];
  /** Who could be with whom: pairs that are not locked, nor below a floor that was set as a number. */
  readonly open: Pick<Transport, 'rowStart' | 'mentor' | 'edge'>;
  readonly leftOut: readonly number[];
  /** The best floor keeps nobody out, so it is 0 here. */
  readonly setFloor: number;
}

export function explainLeftOut(
  candidates: Candidates,
  assignment: Assignment,
  floor: MatchProblem['floor'],
): readonly LeftOut[] {
  const { graph } = candidates;
  const mentorLoad = new Int32Array(graph.capacity.length);
  const holders = Array.from(graph.capacity, (): number[] => []);
  const matched = new Set<number>();
  for (const e of assignment.edges) {
    if (!graph.locked[e]) holders[graph.mentor[e]!]!.push(graph.mentee[e]!);
    mentorLoad[graph.mentor[e]!]!++;
    matched.add(graph.mentee[e]!);
  }
  const leftOut = [...graph.wants.keys()].filter((i) => graph.wants[i]! > 0 && !matched.has(i));
  const setFloor = typeof floor === 'number' ? floor : 0;
  const situation = { candidates, graph, mentorLoad, holders, open: coverageOf(graph, setFloor), leftOut, setFloor };
  return leftOut.map((i) => explainOne(i, situation));
}

function explainOne(i: number, situation: Situation): LeftOut {
  const { candidates, graph } = situation;
  const mentee = candidates.mentees[i]!;
  const compatible = graph.rowStart[i + 1]! - graph.rowStart[i]!;
  const base = { mentee: mentee.id, compatible, rules: countRules(mentee, candidates) };
  const { rowStart, edge } = situation.open;
  const open = edge.subarray(rowStart[i], rowStart[i + 1]);
  const others = [meetOtherwise(mentee, situation)].filter((help) => help !== null);
  if (open.length === 0) {
    const why = compatible === 0 ? ('nobody-fits' as const) : ('below-floor' as const);
    return { ...base, why, helps: [...others, newMentor(mentee, [mentee])] };
  }
  const { scarcity, competing } = scarcityAround(i, situation);
  const anotherPlace: Help = {
    help: 'another-place',
    mentors: Array.from(open)
      .toSorted((a, b) => graph.score[b]! - graph.score[a]! || a - b)
      .slice(0, namedMentors)
      .map((e) => candidates.mentors[graph.mentor[e]!]!.id),
  };
  return { ...base, why: 'places-taken', scarcity, helps: [anotherPlace, ...others, newMentor(mentee, competing)] };
}

function countRules(mentee: EngineMentee, { mentors, refused }: Candidates): LeftOut['rules'] {
  const broken = mentors.map((mentor) => whyNot(mentee, mentor, refused));
  return ruleIds.flatMap((id) => {
    const rule = toldRule(id);
    const count = broken.filter((one) => one === id).length;
    return rule === 'private-wishes' || count === 0 ? [] : [{ rule, mentors: count }];
  });
}

/** Everybody who could be moved for this mentee: their mentors are full, and there are more of them than places. */
function scarcityAround(
  start: number,
  { holders, leftOut, candidates, open }: Situation,
): { readonly scarcity: NonNullable<LeftOut['scarcity']>; readonly competing: readonly EngineMentee[] } {
  const { rowStart, mentor } = open;
  const inGroup = new Uint8Array(holders.length);
  const mentees = new Set([start]);
  let mentors = 0;
  let places = 0;
  for (const i of mentees) {
    for (let e = rowStart[i]!; e < rowStart[i + 1]!; e++) {
      const j = mentor[e]!;
      if (inGroup[j]) continue;
      inGroup[j] = 1;
      mentors++;
      places += holders[j]!.length;
      for (const holder of holders[j]!) mentees.add(holder);
    }
  }
  const hasOnlyGroup = (i: number): boolean => {
    for (let e = rowStart[i]!; e < rowStart[i + 1]!; e++) if (!inGroup[mentor[e]!]) return false;
    return rowStart[i]! < rowStart[i + 1]!;
  };
  const left = leftOut.filter(hasOnlyGroup);
  for (const i of left) mentees.add(i);
  return { scarcity: { mentees: mentees.size, mentors, places }, competing: left.map((i) => candidates.mentees[i]!) };
}

function meetOtherwise(mentee: EngineMentee, { candidates, mentorLoad, setFloor }: Situation): Help | null {
  if ((mentee.meeting ?? 'either') === 'either') return null;
  const flexible = { ...mentee, meeting: 'either' as const };
  const weights = weightList(candidates.weights);
  const opened = candidates.mentors.filter(
    (mentor, j) =>
      mentorLoad[j]! < mentor.capacity &&
      whyNot(mentee, mentor, candidates.refused) === 'meeting' &&
      whyNot(flexible, mentor, candidates.refused) === null &&
      scorePair(flexible, mentor, weights) >= setFloor,
  );
  return opened.length > 0 ? { help: 'meet-otherwise', mentors: opened.length } : null;
}

function newMentor(mentee: EngineMentee, competing: readonly EngineMentee[]): Help {
  const sought = new Map<string, number>();
  for (const { topic, level } of competing.flatMap(({ topics }) => topics)) {
    sought.set(topic, (sought.get(topic) ?? 0) + (level === 'much' ? 2 : 1));
  }
  const topics = [...sought].toSorted(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).map(([topic]) => topic);
  return {
    help: 'new-mentor',
    languages: mentee.languages,
    topics: topics.slice(0, namedTopics),
    ...(mentee.meeting === 'site' && mentee.site !== undefined ? { site: mentee.site } : {}),
  };
}
