/**
 * Why somebody is left without a mentor, and what would help: the rules that took mentors out, or the scarcity, which is
 * a group of mentees for whom there are fewer places than people (Hall 1935). Each help is true of the whole: a new
 * proposal after it has one mentee more.
 */
import type { Assignment } from './assignment.ts';
import type { Candidates } from './candidates.ts';
import type { Levels } from './coverage.ts';
import { levelsOf } from './coverage.ts';
import type { MatchGraph } from './graph.ts';
import type { EngineMentee, Help, LeftOut, MatchProblem } from './model.ts';
import { ruleIds } from './model.ts';
import { Rows } from './rows.ts';
import { toldRule, whyNot } from './rules.ts';
import { scorePair, weightList } from './scores.ts';
import type { Transport } from './transport.ts';
import { coverageOf } from './transport.ts';

const namedMentors = 3;
const namedTopics = 3;

interface Situation {
  readonly candidates: Candidates;
  readonly graph: MatchGraph;
  /** Otherwise the graph holds only some of the pairs that may be. */
  readonly isComplete: boolean;
  readonly levels: Levels;
  readonly rows: Rows;
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
  { isComplete, floor }: { readonly isComplete: boolean; readonly floor: MatchProblem['floor'] },
): readonly LeftOut[] {
  const { graph } = assignment;
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
  const open = coverageOf(graph, setFloor);
  const shared = { isComplete, levels: levelsOf(open), rows: new Rows(candidates.pool) };
  const situation = { ...shared, candidates, graph, mentorLoad, holders, open, leftOut, setFloor };
  return leftOut.map((i) => explainOne(i, situation));
}

function explainOne(i: number, situation: Situation): LeftOut {
  const { candidates, graph } = situation;
  const mentee = candidates.mentees[i]!;
  const compatible = situation.rows.read(i).reduce((count, score) => count + Number(score >= 0), 0);
  const isAffordable = situation.isComplete || compatible === 0;
  const rules = isAffordable ? countRules(mentee, candidates) : [];
  const base = { mentee: mentee.id, compatible, rules };
  const { rowStart, edge } = situation.open;
  const open = edge.subarray(rowStart[i], rowStart[i + 1]);
  const others = [isAffordable ? meetOtherwise(mentee, situation) : null].filter((help) => help !== null);
  if (open.length === 0) {
    const why = compatible === 0 ? ('nobody-fits' as const) : ('below-floor' as const);
    return { ...base, why, helps: [...others, newMentor(mentee, [mentee])] };
  }
  const { scarcity, competing } = situation.isComplete ? scarcityAround(i, situation) : scarcityOfLevel(i, situation);
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

/** In a large pool: all who compete at the level of this mentee. Nobody of them may be with a mentor of a lower level. */
function scarcityOfLevel(
  i: number,
  { levels, graph, holders, leftOut, candidates }: Situation,
): { readonly scarcity: NonNullable<LeftOut['scarcity']>; readonly competing: readonly EngineMentee[] } {
  const least = levels.mentee[i]!;
  const counts = { mentees: 0, mentors: 0, places: 0 };
  for (let other = 0; other < graph.wants.length; other++) counts.mentees += Number(levels.mentee[other]! >= least);
  for (let j = 0; j < graph.capacity.length; j++) {
    if (levels.mentor[j]! < least) continue;
    counts.mentors++;
    counts.places += holders[j]!.length;
  }
  const competing = leftOut
    .filter((other) => levels.mentee[other]! >= least)
    .map((other) => candidates.mentees[other]!);
  return { scarcity: counts, competing };
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
