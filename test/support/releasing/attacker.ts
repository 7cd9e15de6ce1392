/**
 * Somebody who has every figure that was ever told of one question, knows exactly who is behind each and how figures are rounded, and one
 * answer besides. Of each figure all counts that would be told alike are gone through; of two figures, one set within the other, all
 * differences. Then everybody's possible answers are narrowed until nothing moves. Who is left with one answer is named.
 */
import type { Figure } from '../../../src/features/release/model.ts';
import {
  areAlike,
  meanRounded,
  ratingScale,
  sharesTold,
  shareStepFor,
} from '../../../src/features/release/worlds/model.ts';

export type Counts = readonly number[];

/** A figure: who is behind it, between which sums their answers lie, and every way in which they may be spread. */
export interface Known {
  readonly members: readonly number[];
  readonly least: number;
  readonly most: number;
  readonly ways?: readonly Counts[];
  /** Into which of five places somebody's answer falls; its own where this is not said. */
  placeOf?(this: void, person: number, answer: number): number;
}

const points = [1, 2, 3, 4, 5] as const;
const sumOf = (counts: Counts): number => counts.reduce((sum, one, at) => sum + one * (at + 1), 0);

export function fromWays(members: readonly number[], ways: readonly Counts[]): Known {
  const sums = ways.map(sumOf);
  return { members, ways, least: Math.min(...sums), most: Math.max(...sums) };
}

/** From what is told of everybody; nothing where nothing is. */
export function fromFigure(members: readonly number[], figure: Figure): Known[] {
  if (figure.state === 'shown') return [fromShares(members, figure)];
  if (figure.state !== 'nearly-all') return [];
  const places = { high: [3, 4], middle: [2], low: [0, 1, 2] }[figure.side];
  const most = Math.floor(Math.max(1, members.length / 20));
  const spread = waysIn(
    points.map((_, at) => (places.includes(at) ? [0, members.length] : [0, most])),
    members.length,
  );
  return [
    fromWays(
      members,
      spread.filter((one) => areAlike(one) && places.includes(one.indexOf(Math.max(...one)))),
    ),
  ];
}

export interface ToldShares {
  readonly shares: readonly number[];
  readonly mean: number;
}

export function fromShares(members: readonly number[], told: ToldShares, as = members.length): Known {
  const spread = waysTold(members.length, told.shares, as);
  const isMean = (one: Counts): boolean =>
    meanRounded(sumOf(one), members.length, ratingScale, as) === Math.round(told.mean * ratingScale.steps);
  return fromWays(members, spread.filter(isMean));
}

/** All counts of so many people that are told in these shares. */
export function waysTold(people: number, shares: readonly number[], as = people): Counts[] {
  const seats = 100 / shareStepFor(as);
  const near = shares.map((share): Range => {
    const seat = (share * seats) / 100;
    return [Math.max(0, Math.floor(((seat - 1) * people) / seats)), Math.ceil(((seat + 1) * people) / seats)];
  });
  const text = shares.join();
  return waysIn(near, people).filter((one) => sharesTold(one, as).join() === text);
}

type Range = readonly [least: number, most: number];

function waysIn(ranges: readonly Range[], people: number): number[][] {
  const [first, ...more] = ranges;
  if (!first) return people === 0 ? [[]] : [];
  const found: number[][] = [];
  for (let count = first[0]; count <= Math.min(first[1], people); count += 1)
    for (const rest of waysIn(more, people - count)) found.push([count, ...rest]);
  return found;
}

/** What is left of a set when one that lies within it is taken away. */
export function differencesOf(known: readonly Known[]): Known[] {
  return known.flatMap((whole) => {
    const inside = new Set(whole.members);
    const parts = known.filter((part) => part.members.length < whole.members.length && !part.placeOf && !whole.placeOf);
    return parts.filter(({ members }) => members.every((one) => inside.has(one))).map((part) => without(whole, part));
  });
}

function without(whole: Known, part: Known): Known {
  const taken = new Set(part.members);
  const members = whole.members.filter((one) => !taken.has(one));
  const [least, most] = [whole.least - part.most, whole.most - part.least];
  if (!whole.ways || !part.ways) return { members, least, most };
  const ways = new Map<string, Counts>();
  for (const all of whole.ways)
    for (const some of part.ways) {
      const left = all.map((one, at) => one - (some[at] ?? 0));
      if (left.every((one) => one >= 0)) ways.set(left.join(), left);
    }
  return fromWays(members, [...ways.values()]);
}

/** Everybody whose answer is named when one other answer is known besides, or none; with some more, those of `friends`. */
export function namedBy(
  known: readonly Known[],
  answers: ReadonlyMap<number, number>,
  friends: readonly number[] = [],
): Set<number> {
  const facts = [...known, ...differencesOf(known)];
  const factsOf = new Map([...answers.keys()].map((one) => [one, [] as number[]]));
  for (const [place, { members }] of facts.entries()) for (const one of members) factsOf.get(one)?.push(place);
  const open = new Map([...answers].map(([one, answer]) => [one, friends.includes(one) ? 1 << (answer - 1) : 0b11111]));
  const named = new Set<number>();
  const look = (masks: Masks, own?: number): void => {
    for (const [one, mask] of masks)
      if (one !== own && !friends.includes(one) && pointsIn(mask).length < 2) named.add(one);
  };
  narrow(open, facts, { factsOf, first: facts.keys() });
  look(open);
  const tried = new Set<string>();
  for (const [own, answer] of answers) {
    // Whoever is behind the same figures and said the same knows the same, of all but the two.
    const key = `${factsOf.get(own)?.join() ?? ''} ${answer}`;
    if (tried.has(key)) continue;
    tried.add(key);
    const masks = new Map(open).set(own, 1 << (answer - 1));
    narrow(masks, facts, { factsOf, first: factsOf.get(own) ?? [] });
    look(masks, own);
  }
  return named;
}

/** By person: the answers that are still possible, a bit for each. */
type Masks = Map<number, number>;

const listed = Array.from({ length: 32 }, (_, mask) => points.filter((one) => (mask & (1 << (one - 1))) !== 0));
const pointsIn = (mask: number): readonly number[] => listed[mask] ?? [];

interface Order {
  readonly factsOf: ReadonlyMap<number, readonly number[]>;
  readonly first: Iterable<number>;
}

function narrow(masks: Masks, facts: readonly Known[], { factsOf, first }: Order): void {
  const waiting = new Set(first);
  for (const place of waiting) {
    waiting.delete(place);
    const fact = facts[place];
    if (!fact) continue;
    const bySpread = placesLeft(masks, fact);
    const { low, high } = spanOf(masks, fact.members);
    for (const one of fact.members) {
      const mask = masks.get(one) ?? 0;
      const own = pointsIn(mask);
      const [least, most] = [fact.least - (high - (own.at(-1) ?? 0)), fact.most - (low - (own[0] ?? 0))];
      const left = own.filter((point) => point >= least && point <= most && bySpread(one, mask, point));
      const next = left.reduce((bits, point) => bits | (1 << (point - 1)), 0);
      if (next === mask) continue;
      if (next === 0) throw new Error('the figures contradict one another: the attacker reads one of them wrongly');
      masks.set(one, next);
      for (const other of factsOf.get(one) ?? []) waiting.add(other);
    }
  }
}

function spanOf(masks: Masks, members: readonly number[]): { low: number; high: number } {
  let [low, high] = [0, 0];
  for (const one of members) {
    const own = pointsIn(masks.get(one) ?? 0);
    [low, high] = [low + (own[0] ?? 0), high + (own.at(-1) ?? 0)];
  }
  return { low, high };
}

/** Which answers the ways that are left still allow. */
function placesLeft(
  masks: Masks,
  { members, ways, placeOf }: Known,
): (one: number, mask: number, point: number) => boolean {
  if (!ways) return () => true;
  const at = placeOf ?? ((_: number, point: number): number => point - 1);
  const placesOf = (one: number, mask: number): number[] => [...new Set(pointsIn(mask).map((point) => at(one, point)))];
  const [fixed, can] = [
    [0, 0, 0, 0, 0],
    [0, 0, 0, 0, 0],
  ];
  for (const one of members) {
    const places = placesOf(one, masks.get(one) ?? 0);
    for (const place of places) can[place]! += 1;
    if (places.length === 1) fixed[places[0]!]! += 1;
  }
  const left = ways.filter((way) => way.every((count, place) => count >= fixed[place]! && count <= can[place]!));
  const [low, high] = [fixed.map(() => Infinity), fixed.map(() => 0)];
  for (const way of left)
    for (const [place, count] of way.entries()) {
      low[place] = Math.min(low[place]!, count);
      high[place] = Math.max(high[place]!, count);
    }
  return (one, mask, point) => {
    const places = placesOf(one, mask);
    const place = at(one, point);
    if (places.length === 1) return true;
    // All who may be there are needed there, or nobody else has room.
    if (places.some((other) => other !== place && low[other] === can[other])) return false;
    return high[place]! > fixed[place]!;
  };
}
