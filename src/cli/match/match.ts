/** `tandem match`: the matching of files, with its proof, for whoever works without Teams or checks the engine. */
import { existsSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { assign, type Assignment } from '../../features/matching/engine/assignment.ts';
import { checkCertificate } from '../../features/matching/engine/certificate.ts';
import type { FloorWish, Prices, Proposal } from '../../features/matching/engine/model.ts';
import { proposeCircles, type CircleProposal } from '../../features/matching/engine/circles.ts';
import { proposing } from '../../features/matching/engine/propose.ts';
import { say } from '../../features/matching/words.ts';
import { regionOf, type Language } from '../../platform/words.ts';
import { UsageProblem } from '../usage.ts';
import { csvText } from './csv.ts';
import { readGraph, type GraphFiles } from './graph-files.ts';
import { readPeople, writeTemplate } from './people-files.ts';
import { pictureOf, type Bar } from './picture.ts';
import { answerOnThreads } from './scan.ts';

export interface MatchWish {
  readonly graph?: string | undefined;
  readonly people?: string | undefined;
  readonly template?: string | undefined;
  readonly out?: string | undefined;
  readonly picture?: string | undefined;
  readonly noFloor: boolean;
  /** Groups with a mentor instead of pairs. */
  readonly circles: boolean;
  readonly threads?: number | undefined;
  readonly language: Language;
  readonly json: boolean;
}

/** The answer of matching.md 7. */
export interface MatchAnswer {
  readonly pairs: readonly (readonly [mentee: string, mentor: string, score: number])[];
  readonly left: readonly string[];
  readonly objective: {
    readonly mentees: number;
    readonly floor: number | null;
    readonly pairs: number;
    readonly score: number;
  };
  readonly certificate: { readonly mentees: Prices; readonly mentors: Prices; readonly gap: number };
  readonly ms: { readonly read: number; readonly solve: number; readonly prove: number };
}

export async function match(wish: MatchWish): Promise<number> {
  if (wish.template !== undefined) {
    const files = writeTemplate(wish.template);
    process.stdout.write(`Written to ${wish.template}: ${files.join(', ')}\n`);
    return 0;
  }
  if ((wish.graph === undefined) === (wish.people === undefined))
    throw new UsageProblem('name one of --graph DIR and --people DIR: see --help');
  if (wish.out === undefined) throw new UsageProblem('--out FILE is missing: where the answer goes');
  for (const path of [wish.out, wish.picture ?? wish.out])
    if (!existsSync(dirname(path))) throw new UsageProblem(`there is no folder ${dirname(path)} to write to`);
  if (wish.circles) return matchCircles(wish, wish.out);
  const { answer, bars } =
    wish.graph === undefined ? await matchPeople(wish) : matchGraph(wish.graph, floorOf(wish) ?? 'best');
  writeFileSync(wish.out, `${JSON.stringify(answer)}\n`);
  if (wish.picture !== undefined)
    writeFileSync(
      wish.picture,
      pictureOf(
        answer.pairs.map(([, , score]) => score),
        bars,
      ),
    );
  process.stdout.write(
    wish.json
      ? `${JSON.stringify({ ...answer.objective, gap: answer.certificate.gap, left: answer.left.length, ms: answer.ms })}\n`
      : summary(answer, wish.out),
  );
  return 0;
}

/** Circles of a spreadsheet of people: the answer as JSON, and `circles.csv` beside it. */
function matchCircles(wish: MatchWish, out: string): number {
  if (wish.people === undefined) throw new UsageProblem('--circles needs --people DIR: a graph says nothing of topics');
  if (wish.picture !== undefined) throw new UsageProblem('--picture draws pairs: leave it out, or leave --circles out');
  const begun = performance.now();
  const problem = readPeople(wish.people);
  const read = performance.now();
  const found = proposeCircles(problem);
  const ms = { read: round(read - begun), solve: round(performance.now() - read) };
  writeFileSync(out, `${JSON.stringify({ ...found, ms })}\n`);
  writeFileSync(join(dirname(out), 'circles.csv'), circlesText(found));
  const { circles, left, totals, bound } = found;
  process.stdout.write(
    wish.json
      ? `${JSON.stringify({ circles: circles.length, left: left.length, totals, bound, ms })}\n`
      : `${circlesSummary(found)}Read in ${ms.read} ms, solved in ${ms.solve} ms. Written to ${out}.\n`,
  );
  return 0;
}

function circlesText({ circles }: CircleProposal): string {
  const rows = circles.flatMap(({ mentor, topic, language, time, members }) =>
    members.map(({ mentee, score }) => [mentor, topic, language, time ?? '', mentee, score]),
  );
  return csvText([['mentor', 'topic', 'language', 'time', 'mentee', 'score'], ...rows]);
}

function circlesSummary({ circles, left, totals, bound }: CircleProposal): string {
  const isBest = totals.mentees === bound.mentees && totals.waited === bound.waited && totals.score === bound.score;
  return [
    `${circles.length} circles hold ${totals.mentees} mentees, ${left.length} are in none; they score ${totals.score} together.`,
    isBest
      ? 'Proven: no circles hold more, or score more.'
      : `No circles can hold more than ${bound.mentees} mentees${totals.mentees === bound.mentees ? ` or score more than ${bound.score}` : ''}; whether that can be reached is not known.`,
    '',
  ].join('\n');
}

const floorOf = ({ noFloor }: MatchWish): FloorWish | undefined => (noFloor ? 'off' : undefined);

function summary({ objective, left, certificate, ms }: MatchAnswer, out: string): string {
  const { mentees, pairs, score, floor } = objective;
  const lines = [
    `${mentees} mentees have a mentor, ${left.length} have none; ${pairs} pairs score ${score} together.`,
    floor === null ? 'No floor.' : `Every pair but fixed ones scores at least ${floor}.`,
    `Proven: nothing better exists (gap ${certificate.gap}).`,
    `Read in ${ms.read} ms, solved in ${ms.solve} ms, proven in ${ms.prove} ms. Written to ${out}.`,
  ];
  return `${lines.join('\n')}\n`;
}

interface Answered {
  readonly answer: MatchAnswer;
  readonly bars: readonly Bar[];
}

function matchGraph(folder: string, floor: FloorWish): Answered {
  const begun = performance.now();
  const files = readGraph(folder);
  const read = performance.now();
  const assignment = assign(files.graph, floor);
  const solved = performance.now();
  const verdict = checkCertificate(files.graph, assignment.edges, assignment.certificate);
  if (!verdict.holds) throw new Error(`not proven: ${verdict.faults.join('; ')}`);
  const ms = { read: round(read - begun), solve: round(solved - read), prove: round(performance.now() - solved) };
  return graphAnswer(files, assignment, { gap: verdict.gap, ms });
}

const round = (ms: number): number => Math.round(ms);

function graphAnswer(
  { graph, mentees, mentors, groups }: GraphFiles,
  { edges, totals, certificate }: Assignment,
  { gap, ms }: { readonly gap: number; readonly ms: MatchAnswer['ms'] },
): Answered {
  const matched = new Set(Array.from(edges, (e) => graph.mentee[e]!));
  const isOpen = (i: number): boolean => graph.wants[i]! > 0;
  const prices = (ids: readonly string[], list: Float64Array): Prices =>
    Object.fromEntries(ids.map((id, k) => [id, list[k]!]));
  const answer: MatchAnswer = {
    pairs: Array.from(edges, (e) => [mentees[graph.mentee[e]!]!, mentors[graph.mentor[e]!]!, graph.score[e]!] as const),
    left: mentees.filter((_, i) => isOpen(i) && !matched.has(i)),
    objective: { mentees: totals.mentees, floor: totals.floor, pairs: totals.pairs, score: totals.score },
    certificate: {
      mentees: prices(mentees, certificate.menteePrice),
      mentors: prices(mentors, certificate.mentorPrice),
      gap,
    },
    ms,
  };
  const seekers = [...mentees.keys()].filter(isOpen);
  return { answer, bars: barsOf(seekers.map((i) => ({ group: groups[i]! || 'all', isMatched: matched.has(i) }))) };
}

function barsOf(people: readonly { readonly group: string; readonly isMatched: boolean }[]): readonly Bar[] {
  const bars = new Map<string, { name: string; count: number; of: number }>();
  for (const { group, isMatched } of people) {
    const bar = bars.get(group) ?? { name: group, count: 0, of: 0 };
    bar.of++;
    bar.count += Number(isMatched);
    bars.set(group, bar);
  }
  return [...bars.values()];
}

async function matchPeople(wish: MatchWish): Promise<Answered> {
  const begun = performance.now();
  const asked = readPeople(wish.people!);
  const problem = { ...asked, ...(wish.noFloor ? { floor: 'off' as const } : {}) };
  const read = performance.now();
  const shows = process.stderr.isTTY && !wish.json;
  const proposal = await answerOnThreads(proposing(problem), {
    threads: wish.threads,
    ...(shows ? { progress: (line) => process.stderr.write(`\r${line}`) } : {}),
  });
  if (shows) process.stderr.write('\r\x1b[K');
  const solve = round(performance.now() - read);
  for (const { mentee, mentor, rule } of proposal.brokenLocks)
    process.stderr.write(`policy.json: the fixed pair ${mentee}, ${mentor} cannot be: ${rule}\n`);
  const folder = dirname(wish.out!);
  writeFileSync(
    join(folder, 'pairs.csv'),
    csvText([
      ['mentee', 'mentor', 'score'],
      ...proposal.pairs.map(({ mentee, mentor, score }) => [mentee, mentor, score]),
    ]),
  );
  writeFileSync(join(folder, 'reasons.csv'), reasonsOf(proposal, wish.language));
  const { mentees, floor, pairs, score } = proposal.objective;
  const { certificate } = proposal;
  const matched = new Set(proposal.pairs.map(({ mentee }) => mentee));
  return {
    answer: {
      pairs: proposal.pairs.map((one) => [one.mentee, one.mentor, one.score] as const),
      left: proposal.leftOut.map(({ mentee }) => mentee),
      objective: { mentees, floor, pairs, score },
      certificate: { mentees: certificate.mentees, mentors: certificate.mentors, gap: certificate.gap },
      ms: { read: round(read - begun), solve, prove: 0 },
    },
    bars: barsOf(
      problem.mentees
        .filter(({ wants }) => wants > 0)
        .map(({ id, site }) => ({ group: site ?? '-', isMatched: matched.has(id) })),
    ),
  };
}

/** The sentences of the product; what is in common as the files call it. */
function reasonsOf(proposal: Proposal, language: Language): string {
  const lists = new Intl.ListFormat(regionOf(language), { type: 'conjunction' });
  const rows = proposal.pairs.flatMap(({ mentee, mentor, reasons }) => {
    const told = reasons.matters.flatMap(({ part, facts }) =>
      part === 'picks' ? [] : [say(language, `reason.${part}`, { what: lists.format(facts) })],
    );
    return [...told, say(language, 'reason.private')].map((sentence) => [mentee, mentor, sentence]);
  });
  return csvText([['mentee', 'mentor', 'reason'], ...rows]);
}
