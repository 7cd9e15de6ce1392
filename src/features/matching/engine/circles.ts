/**
 * Circles: a mentor with a group of mentees who all seek one topic that the mentor offers, speak one language with each other,
 * and have one time in common. A mentee is in one circle at most, a mentor holds one at most, and each pair of mentor and
 * mentee keeps the rules of pairs (`rules.ts`).
 *
 * Who goes where among given circles is the assignment of pairs, and optimal. Which circles to hold is not: places that stay
 * closed below a least number (facility location with lower bounds) are NP-hard. So beyond a few mentors circles are opened,
 * changed and closed one at a time as long as the whole gets better, and a bound says how far from the best possible that is.
 */
import { assign } from './assignment.ts';
import { candidatesOf, type Candidates } from './candidates.ts';
import { graphOf } from './graph.ts';
import type { EngineMentee, EngineMentor, MatchProblem } from './model.ts';
import { whyNot } from './rules.ts';
import { scorePair, weightList } from './scores.ts';

/** How many mentees a circle has; a mentor with fewer places than the most has a smaller one. */
export interface CircleSize {
  readonly least: number;
  readonly most: number;
}
/** Below three there is no group to learn from, above eight not everybody gets to speak. */
export const usualCircle: CircleSize = { least: 3, most: 8 };

export interface Circle {
  readonly mentor: string;
  readonly topic: string;
  readonly language: string;
  /** As people call their times; absent where nobody named any. */
  readonly time?: string;
  /** In the order of their ids, each with the score of the pair with the mentor. */
  readonly members: readonly { readonly mentee: string; readonly score: number }[];
}

/** Compared in this order. */
export interface CircleTotals {
  readonly mentees: number;
  /** Of those who waited. */
  readonly waited: number;
  readonly score: number;
}

export interface CircleProposal {
  /** In the order of the mentors' ids. */
  readonly circles: readonly Circle[];
  readonly left: readonly string[];
  readonly totals: CircleTotals;
  /** Whatever circles are held: no more than this. The best possible is reached where both are equal. */
  readonly bound: CircleTotals;
}

/** A circle that a mentor could hold, and who could be in it. */
interface Option {
  readonly mentor: number;
  readonly topic: string;
  readonly language: string;
  readonly time?: string;
  readonly mentees: readonly number[];
  /** Scores of `mentees`. */
  readonly scores: readonly number[];
  readonly places: number;
}

/** Mentors by their index, and which of their options they hold. */
type Held = ReadonlyMap<number, Option>;

interface Filled {
  readonly totals: CircleTotals;
  /** The members of each mentor's circle. */
  readonly members: ReadonlyMap<number, readonly number[]>;
}

/** Up to so many sets of circles, all of them are tried. */
const setsMost = 1_500;
/** Places looked at over all tries, at most: the answer depends on no clock. */
const workMost = 3_000_000;

/**
 * Circles of the problem's people; `wants` only says who takes part (more than 0), `capacity` how many mentees a circle may
 * have. Wishes for single pairs (`locked`, `kept`, `bonus`, `floor`) are not looked at. Throws a RangeError for sizes that are
 * not whole or contradict each other, and as `propose` for ids and places.
 */
export function proposeCircles(problem: MatchProblem, size: CircleSize = usualCircle): CircleProposal {
  const { least, most } = size;
  if (!(Number.isInteger(least) && Number.isInteger(most) && least >= 2 && most >= least))
    throw new RangeError(`a circle cannot have from ${least} to ${most} mentees`);
  const { locked: _l, kept: _k, bonus: _b, ...plain } = problem;
  const people = candidatesOf(plain);
  const options = optionsOf(people, size);
  const fill = (held: Held): Filled | null => filled(people, held, least);
  const found = improved(options, greedy(options, people, least), fill);
  const placed = new Set([...found.members.values()].flat());
  return {
    circles: [...found.held]
      .toSorted(([a], [b]) => a - b)
      .map(([mentor, option]) => circleOf(people, option, found.members.get(mentor) ?? [])),
    left: people.mentees.filter((one, i) => one.wants > 0 && !placed.has(i)).map(({ id }) => id),
    totals: found.totals,
    bound: boundOf(people, options),
  };
}

function circleOf({ mentees, mentors }: Candidates, option: Option, members: readonly number[]): Circle {
  const scores = new Map(option.mentees.map((i, k) => [i, option.scores[k]!]));
  return {
    ...{ mentor: mentors[option.mentor]!.id, topic: option.topic, language: option.language },
    ...(option.time === undefined ? {} : { time: option.time }),
    members: members.map((i) => ({ mentee: mentees[i]!.id, score: scores.get(i)! })),
  };
}

/** What each mentor could hold; what another option of the same mentor can do as well is left out. */
function optionsOf(people: Candidates, { least, most }: CircleSize): readonly (readonly Option[])[] {
  const { mentees, mentors, refused, weights } = people;
  const list = weightList(weights);
  const anyTimes = [...new Set(mentees.flatMap(({ times }) => times ?? []))].toSorted();
  return mentors.map((mentor, j) => {
    const places = Math.min(most, mentor.capacity);
    if (places < least) return [];
    const fits = mentees.flatMap((mentee, i) =>
      mentee.wants > 0 && whyNot(mentee, mentor, refused) === null
        ? [{ i, score: scorePair(mentee, mentor, list) }]
        : [],
    );
    const all = subjectsOf(mentor, anyTimes).flatMap((subject): Option[] => {
      const able = fits.filter(({ i }) => joins(mentees[i]!, subject));
      if (able.length < least) return [];
      const members = { mentees: able.map(({ i }) => i), scores: able.map(({ score }) => score) };
      return [{ mentor: j, ...subject, ...members, places }];
    });
    return all.filter((one, at) => !all.some((other, k) => k !== at && coversMore(other, one, k < at)));
  });
}

type Subject = Pick<Option, 'topic' | 'language' | 'time'>;

function subjectsOf(mentor: EngineMentor, anyTimes: readonly string[]): readonly Subject[] {
  const own = [...new Set(mentor.times ?? [])];
  const named = own.length > 0 ? own : anyTimes;
  const times: readonly { readonly time?: string }[] = named.length > 0 ? named.map((time) => ({ time })) : [{}];
  const topics = [...new Set(mentor.offers.map(({ topic }) => topic))];
  return topics.flatMap((topic) =>
    [...new Set(mentor.languages)].flatMap((language) => times.map((when) => ({ topic, language, ...when }))),
  );
}

/** Whoever names no times can always come, as whoever leaves an answer out is never worse off for it. */
function joins({ topics, languages, times }: EngineMentee, { topic, language, time }: Subject): boolean {
  const isFree = time === undefined || times === undefined || times.length === 0 || times.includes(time);
  return isFree && languages.includes(language) && topics.some((one) => one.topic === topic);
}

function coversMore(one: Option, other: Option, comesFirst: boolean): boolean {
  if (one.mentees.length < other.mentees.length) return false;
  const inOne = new Set(one.mentees);
  return other.mentees.every((i) => inOne.has(i)) && (one.mentees.length > other.mentees.length || comesFirst);
}

/** The fullest circle of those who are still free, then the next, as long as one is large enough. */
function greedy(options: readonly (readonly Option[])[], { mentees }: Candidates, least: number): Held {
  const free = new Set(mentees.keys());
  const held = new Map<number, Option>();
  for (;;) {
    let best: { readonly option: Option; readonly takes: readonly number[]; readonly sum: number } | undefined;
    for (const option of options.flat()) {
      if (held.has(option.mentor)) continue;
      const takes = option.mentees
        .map((i, k) => ({ i, score: option.scores[k]! }))
        .filter(({ i }) => free.has(i))
        .toSorted((a, b) => b.score - a.score || a.i - b.i)
        .slice(0, option.places);
      const sum = takes.reduce((total, { score }) => total + score, 0);
      const isMore = takes.length - (best?.takes.length ?? 0) || sum - (best?.sum ?? 0);
      if (takes.length >= least && isMore > 0) best = { option, takes: takes.map(({ i }) => i), sum };
    }
    if (!best) return held;
    held.set(best.option.mentor, best.option);
    for (const i of best.takes) free.delete(i);
  }
}

/**
 * In small pools every set of circles is tried. Otherwise one mentor's circle is opened, changed or closed; if that helps nobody,
 * together with another's.
 */
function improved(
  options: readonly (readonly Option[])[],
  start: Held,
  fill: (held: Held) => Filled | null,
): Filled & { readonly held: Held } {
  const isSmall = options.reduce((sets, own) => sets * (own.length + 1), 1) <= setsMost;
  let held = start;
  let best = fill(held)!;
  let work = 0;
  const attempt = (next: Held): boolean => {
    work += [...next.values()].reduce((sum, { mentees }) => sum + mentees.length, 1);
    const found = fill(next);
    if (!found || !isBetter(found.totals, best.totals)) return false;
    [held, best] = [next, found];
    return true;
  };
  for (let changed = true; changed && work < workMost;) {
    changed = false;
    for (const change of isSmall ? everySet(options) : changesOf(options, () => held)) {
      if (work >= workMost) break;
      if (attempt(change) && !isSmall) changed = true;
    }
  }
  return { ...best, held };
}

function* everySet(options: readonly (readonly Option[])[], held: Held = new Map()): Generator<Held> {
  const [own, ...rest] = options;
  if (!own) yield held;
  else
    for (const option of [undefined, ...own])
      yield* everySet(rest, option ? withOption(held, option.mentor, option) : held);
}

/** From the set that is held at that moment, single changes first. */
function* changesOf(options: readonly (readonly Option[])[], now: () => Held): Generator<Held> {
  const choices = options.flatMap((own, mentor) => (own.length > 0 ? [{ mentor, own }] : []));
  const others = (mentor: number, own: readonly Option[]): readonly (Option | undefined)[] =>
    [undefined, ...own].filter((option) => option !== now().get(mentor));
  for (const { mentor, own } of choices)
    for (const option of others(mentor, own)) yield withOption(now(), mentor, option);
  for (const { mentor, own } of choices)
    for (const option of own.filter((one) => one !== now().get(mentor)))
      for (const second of choices) {
        if (second.mentor === mentor || !now().has(second.mentor)) continue;
        for (const other of others(second.mentor, second.own).filter((one) => !one || meet(one, option)))
          yield withOption(withOption(now(), mentor, option), second.mentor, other);
      }
}

/** They take mentees from each other: else one has nothing to do with the other. */
function meet(one: Option, other: Option): boolean {
  const inOne = new Set(one.mentees);
  return other.mentees.some((i) => inOne.has(i));
}

function withOption(held: Held, mentor: number, option: Option | undefined): Held {
  const next = new Map(held);
  if (option) next.set(mentor, option);
  else next.delete(mentor);
  return next;
}

function isBetter(one: CircleTotals, other: CircleTotals): boolean {
  return (one.mentees - other.mentees || one.waited - other.waited || one.score - other.score) > 0;
}

/**
 * The best way to fill these circles; null where they cannot all have as many as they must. Each circle is two mentors of a
 * graph: the places that must be taken, worth more than all scores together, and those that may. As matchings go, whoever is
 * placed at all can be placed with the first ones filled (Mendelsohn and Dulmage, 1958).
 */
function filled({ mentees, pool }: Candidates, held: Held, least: number): Filled | null {
  const circles = [...held.values()];
  const edges = circles.flatMap(({ mentees: able, scores }, c) =>
    able.flatMap((i, k) => [
      { mentee: i, mentor: 2 * c, score: scores[k]!, bonus: 1 },
      { mentee: i, mentor: 2 * c + 1, score: scores[k]!, bonus: 0 },
    ]),
  );
  const must = 10_001 * Math.max(1, Math.min(mentees.length, circles.length * 8));
  const graph = graphOf({
    wants: mentees.map(({ wants }) => Math.min(1, wants)),
    waited: pool.waited,
    capacity: circles.flatMap(({ places }) => [least, places - least]),
    mentee: edges.map(({ mentee }) => mentee),
    mentor: edges.map(({ mentor }) => mentor),
    score: edges.map(({ score }) => score),
    bonus: edges.map(({ bonus }) => bonus * must),
  });
  const { edges: chosen, totals } = assign(graph, 'off');
  const taken = Array.from({ length: 2 * circles.length }, (): number[] => []);
  for (const e of chosen) taken[graph.mentor[e]!]!.push(graph.mentee[e]!);
  if (circles.some((_, c) => taken[2 * c]!.length < least)) return null;
  const members = new Map(
    circles.map(({ mentor }, c) => [mentor, [...taken[2 * c]!, ...taken[2 * c + 1]!].toSorted((a, b) => a - b)]),
  );
  return { totals: { mentees: totals.mentees, waited: totals.waited, score: totals.score }, members };
}

/** As if every mentor could hold all of his or her circles at once, however few come. */
function boundOf({ mentees, pool }: Candidates, options: readonly (readonly Option[])[]): CircleTotals {
  const edges = options.flatMap((own) => {
    const scores = new Map(own.flatMap((one) => one.mentees.map((i, k): [number, number] => [i, one.scores[k]!])));
    return [...scores].map(([mentee, score]) => ({ mentee, mentor: own[0]!.mentor, score }));
  });
  const graph = graphOf({
    wants: mentees.map(({ wants }) => Math.min(1, wants)),
    waited: pool.waited,
    capacity: options.map(([first]) => first?.places ?? 0),
    mentee: edges.map(({ mentee }) => mentee),
    mentor: edges.map(({ mentor }) => mentor),
    score: edges.map(({ score }) => score),
  });
  const { mentees: most, waited, score } = assign(graph, 'off').totals;
  return { mentees: most, waited, score };
}
