/** Which circles to hold, and who is in them. */
import { assign } from './assignment.ts';
import type { Candidates } from './candidates.ts';
import type { CircleSize, Option } from './circle-options.ts';
import { graphOf, scoreMost, type MatchGraph } from './graph.ts';

/** Compared in this order. */
export interface CircleTotals {
  readonly mentees: number;
  /** Of those who waited. */
  readonly waited: number;
  readonly score: number;
}

/** Mentors by their index, and which of their options they hold. */
export type Held = ReadonlyMap<number, Option>;

export interface Filled {
  readonly totals: CircleTotals;
  /** The members of each mentor's circle. */
  readonly members: ReadonlyMap<number, readonly number[]>;
}

/** Up to so many sets of circles, all of them are tried. */
const setsMost = 1_500;
/** Places looked at over all tries, at most: the answer depends on no clock. */
const workMost = 1_000_000;

/** The best found, from the options of each mentor. */
export function searchCircles(
  people: Candidates,
  options: readonly (readonly Option[])[],
  { least }: CircleSize,
): Filled & { readonly held: Held } {
  return improved(options, greedy(options, people, least), (held) => filled(people, held, least));
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
function filled(people: Candidates, held: Held, least: number): Filled | null {
  const circles = [...held.values()];
  const must = (scoreMost + 1) * Math.max(1, people.mentees.length);
  const graph = circleGraph(
    people,
    circles.flatMap(({ places }) => [least, places - least]),
    circles.flatMap(({ mentees, scores }, c) =>
      mentees.flatMap((mentee, k) => [
        { mentee, mentor: 2 * c, score: scores[k]!, bonus: must },
        { mentee, mentor: 2 * c + 1, score: scores[k]! },
      ]),
    ),
  );
  const { edges: chosen, totals } = assign(graph, 'off');
  const taken = Array.from({ length: 2 * circles.length }, (): number[] => []);
  for (const e of chosen) taken[graph.mentor[e]!]!.push(graph.mentee[e]!);
  if (circles.some((_, c) => taken[2 * c]!.length < least)) return null;
  const members = new Map(
    circles.map(({ mentor }, c) => [mentor, [...taken[2 * c]!, ...taken[2 * c + 1]!].toSorted((a, b) => a - b)]),
  );
  return { totals: { mentees: totals.mentees, waited: totals.waited, score: totals.score }, members };
}

interface Edge {
  readonly mentee: number;
  readonly mentor: number;
  readonly score: number;
  readonly bonus?: number;
}

/** Everybody who takes part has one place at most, wherever that is. */
export function circleGraph(
  { mentees, pool }: Candidates,
  capacity: readonly number[],
  edges: readonly Edge[],
): MatchGraph {
  return graphOf({
    wants: mentees.map(({ wants }) => Math.min(1, wants)),
    waited: pool.waited,
    capacity,
    mentee: edges.map(({ mentee }) => mentee),
    mentor: edges.map(({ mentor }) => mentor),
    score: edges.map(({ score }) => score),
    bonus: edges.map(({ bonus = 0 }) => bonus),
  });
}
