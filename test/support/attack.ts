/**
 * What somebody can work out who has everything that was ever told, and the list of who belongs where. Written apart from the
 * product: exact linear algebra over whole numbers (fraction-free elimination), and bounds of whole answers from 1 to 5.
 */
import type { Answered } from '../../src/features/release/cuts/model.ts';

/** A figure as it was told: who is behind it, and between which sums their answers lie. */
export interface Told {
  readonly members: readonly number[];
  readonly least: number;
  readonly most: number;
}

/** From a mean and how far it was rounded; or from "nearly all", which stands for the outermost eighth of the scale. */
export function toldFrom(members: readonly number[], figure: { mean: number; step: number } | 'low' | 'high'): Told {
  const people = members.length;
  if (figure === 'low') return { members, least: people, most: Math.floor(1.5 * people) };
  if (figure === 'high') return { members, least: Math.ceil(4.5 * people), most: 5 * people };
  const { mean, step } = figure;
  const slack = 1e-9;
  return {
    members,
    least: Math.max(people, Math.ceil(people * (mean - step / 2) - slack)),
    most: Math.min(5 * people, Math.floor(people * (mean + step / 2) + slack)),
  };
}

/** Groups of 1 to `under` - 1 people that up to three attributes describe. */
export function groupsUnder(people: readonly Answered[], under: number): number[][] {
  const ids = Object.keys(people[0]?.of ?? {});
  const found = new Map<string, number[]>();
  const choices = [...ids.keys()].flatMap((a) => [
    [a],
    ...[...ids.keys()].flatMap((b) =>
      b > a ? [[a, b], ...[...ids.keys()].flatMap((c) => (c > b ? [[a, b, c]] : []))] : [],
    ),
  ]);
  for (const choice of choices) {
    const groups = new Map<string, number[]>();
    for (const [place, { of }] of people.entries()) {
      const key = choice.map((id) => of[ids[id] ?? '']).join('|');
      groups.set(key, [...(groups.get(key) ?? []), place]);
    }
    for (const group of groups.values()) if (group.length < under) found.set(group.join(), group);
  }
  return [...found.values()];
}

/** How many of the groups follow exactly from sums over these sets. */
export function derived(told: readonly Told[], groups: readonly (readonly number[])[], people: number): number {
  const { classOf, sizes } = classesOf(told, people);
  const rows = told.map(({ members }) => {
    const row = Array.from(sizes, () => 0n);
    for (const one of members) row[classOf[one] ?? 0] = 1n;
    return row;
  });
  const reduced = eliminate(rows);
  return groups.filter((group) => follows(group, { classOf, sizes, reduced })).length;
}

/** People who are in the same sets cannot be told apart by any sum. */
function classesOf(told: readonly Told[], people: number): { classOf: number[]; sizes: number[] } {
  const signatures = Array.from({ length: people }, () => '');
  for (const [place, { members }] of told.entries()) for (const one of members) signatures[one] += `${place},`;
  const numbers = new Map<string, number>();
  const sizes: number[] = [];
  const classOf = signatures.map((signature) => {
    const number = numbers.get(signature) ?? numbers.size;
    numbers.set(signature, number);
    sizes[number] = (sizes[number] ?? 0) + 1;
    return number;
  });
  return { classOf, sizes };
}

/** Rows with one pivot column each in which all others are 0. */
type Reduced = ReadonlyMap<number, readonly bigint[]>;

function eliminate(rows: readonly bigint[][]): Reduced {
  const reduced = new Map<number, bigint[]>();
  for (const start of rows) {
    let row = start;
    for (const [pivot, other] of reduced) row = without(row, other, pivot);
    const pivot = row.findIndex((one) => one !== 0n);
    if (pivot < 0) continue;
    for (const [column, other] of reduced) reduced.set(column, without(other, row, pivot));
    reduced.set(pivot, row);
  }
  return reduced;
}

/** The row times a whole number, less the other times another, so that the column becomes 0; then divided by what all share. */
function without(row: bigint[], other: readonly bigint[], column: number): bigint[] {
  const [mine, its] = [row[column] ?? 0n, other[column] ?? 0n];
  if (mine === 0n) return row;
  const left = row.map((one, place) => one * its - (other[place] ?? 0n) * mine);
  let shared = 0n;
  for (const one of left) if (one !== 0n) shared = divisor(shared, one < 0n ? -one : one);
  return shared > 1n ? left.map((one) => one / shared) : left;
}

function divisor(one: bigint, other: bigint): bigint {
  let [a, b] = [one, other];
  while (b !== 0n) [a, b] = [b, a % b];
  return a;
}

interface Space {
  readonly classOf: readonly number[];
  readonly sizes: readonly number[];
  readonly reduced: Reduced;
}

function follows(group: readonly number[], { classOf, sizes, reduced }: Space): boolean {
  const inside = new Map<number, number>();
  for (const one of group) inside.set(classOf[one] ?? 0, (inside.get(classOf[one] ?? 0) ?? 0) + 1);
  if ([...inside].some(([number, count]) => sizes[number] !== count)) return false;
  const used = [...inside.keys()].flatMap((number) => {
    const row = reduced.get(number);
    return row ? [{ row, pivot: row[number] ?? 1n }] : [];
  });
  const common = used.reduce((product, { pivot }) => product * pivot, 1n);
  return sizes.every((_, column) => {
    let sum = 0n;
    for (const { row, pivot } of used) sum += (row[column] ?? 0n) * (common / pivot);
    return sum === (inside.has(column) ? common : 0n);
  });
}

/** How many answers of watched people somebody can name who knows one other answer (or none) besides. */
export function confined(told: readonly Told[], answers: readonly number[], watched: ReadonlySet<number>): number {
  const facts = [...told, ...differences(told)];
  const factsOf = answers.map(() => [] as number[]);
  for (const [place, { members }] of facts.entries()) for (const one of members) factsOf[one]?.push(place);
  const start = { least: answers.map(() => 1), most: answers.map(() => 5) };
  tighten(start, facts, factsOf, [...facts.keys()]);
  const named = new Set<number>();
  const name = ({ least, most }: Bounds, knower: number): void => {
    for (const one of watched) if (one !== knower && least[one] === most[one]) named.add(one);
  };
  name(start, -1);
  for (const [knower, answer] of answers.entries()) {
    const bounds = { least: [...start.least], most: [...start.most] };
    [bounds.least[knower], bounds.most[knower]] = [answer, answer];
    tighten(bounds, facts, factsOf, factsOf[knower] ?? []);
    name(bounds, knower);
  }
  return named.size;
}

/** What is left of a set when one that lies within it is taken away. */
function differences(told: readonly Told[]): Told[] {
  return told.flatMap((whole) => {
    const inside = new Set(whole.members);
    return told
      .filter((one) => one.members.length < whole.members.length && one.members.every((member) => inside.has(member)))
      .map((one) => {
        const taken = new Set(one.members);
        return {
          members: whole.members.filter((member) => !taken.has(member)),
          least: whole.least - one.most,
          most: whole.most - one.least,
        };
      });
  });
}

interface Bounds {
  readonly least: number[];
  readonly most: number[];
}

/** Narrows every bound as far as the sums allow, until nothing moves. */
function tighten({ least, most }: Bounds, facts: readonly Told[], factsOf: readonly number[][], first: number[]): void {
  const waiting = new Set(first);
  for (const place of waiting) {
    waiting.delete(place);
    const fact = facts[place];
    if (!fact) continue;
    let [low, high] = [0, 0];
    for (const one of fact.members) [low, high] = [low + (least[one] ?? 1), high + (most[one] ?? 5)];
    for (const one of fact.members) {
      const [from, to] = [least[one] ?? 1, most[one] ?? 5];
      const next = { from: Math.max(from, fact.least - (high - to)), to: Math.min(to, fact.most - (low - from)) };
      if (next.from === from && next.to === to) continue;
      [least[one], most[one]] = [next.from, next.to];
      [low, high] = [low + next.from - from, high + next.to - to];
      for (const other of factsOf[one] ?? []) waiting.add(other);
    }
  }
}
