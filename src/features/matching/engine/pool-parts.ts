/** Makes the parts of a pool out of people: kinds of people by what a part asks of them, and points for each two kinds. */
import type { CellPart, OverlapPart, SpecialPairs } from './pool.ts';

export type Key = string | number;

export interface CellRule<Mentee, Mentor> {
  /** People with the same key are alike for this part. */
  readonly menteeKey: (mentee: Mentee) => Key;
  readonly mentorKey: (mentor: Mentor) => Key;
  /** Points, or `out`. */
  readonly points: (mentee: Mentee, mentor: Mentor) => number;
}

/** Throws a RangeError beyond 65,535 kinds of people. */
export function cellPart<Mentee, Mentor>(
  mentees: readonly Mentee[],
  mentors: readonly Mentor[],
  { menteeKey, mentorKey, points }: CellRule<Mentee, Mentor>,
): CellPart {
  const [one, other] = [kindsOf(mentees, menteeKey), kindsOf(mentors, mentorKey)];
  const width = other.examples.length;
  const table = new Int16Array(one.examples.length * width);
  one.examples.forEach((mentee, a) =>
    other.examples.forEach((mentor, b) => (table[a * width + b] = points(mentee, mentor))),
  );
  return { menteeKind: one.kinds, mentorKind: other.kinds, width, table };
}

export interface OverlapRule<Mentee, Mentor> {
  readonly menteeKey: (mentee: Mentee) => Key;
  readonly mentorKey: (mentor: Mentor) => Key;
  /** Features that count, with the amount that each adds when the mentor has it. */
  readonly sought: (mentee: Mentee) => readonly (readonly [feature: Key, amount: number])[];
  readonly held: (mentor: Mentor) => readonly Key[];
  readonly points: (mentee: Mentee, mentor: Mentor, sum: number) => number;
}

export function overlapPart<Mentee, Mentor>(
  mentees: readonly Mentee[],
  mentors: readonly Mentor[],
  { menteeKey, mentorKey, sought, held, points }: OverlapRule<Mentee, Mentor>,
): OverlapPart {
  const [one, other] = [kindsOf(mentees, menteeKey), kindsOf(mentors, mentorKey)];
  const features = new Map<Key, number>();
  const lists = mentees.map(sought);
  for (const list of lists)
    for (const [feature] of list) if (!features.has(feature)) features.set(feature, features.size);
  const holders = holdersOf(mentors.map(held), features);
  const all = lists.flat();
  // Sums are counted in the largest unit that all amounts are made of: the table then has no entry that no pair can have.
  const unit = all.reduce((common, [, amount]) => commonDivisor(common, amount), 0) || 1;
  const span = lists.reduce((most, list) => Math.max(most, sumOf(list)), 0) / unit + 1;
  const width = other.examples.length * span;
  const table = new Int16Array(one.examples.length * width);
  one.examples.forEach((mentee, a) =>
    other.examples.forEach((mentor, b) => {
      for (let sum = 0; sum < span; sum++) table[a * width + b * span + sum] = points(mentee, mentor, sum * unit);
    }),
  );
  return {
    menteeStart: startsOf(lists.map((list) => list.length)),
    feature: Uint16Array.from(all, ([feature]) => features.get(feature)!),
    amount: Uint16Array.from(all, ([, amount]) => amount / unit),
    ...{ holderStart: startsOf(holders.map((list) => list.length)), holder: Int32Array.from(holders.flat()) },
    ...{ menteeRow: one.kinds, mentorBase: other.kinds.map((kind) => kind * span), span, width, table },
  };
}

const sumOf = (list: readonly (readonly [Key, number])[]): number => list.reduce((sum, [, amount]) => sum + amount, 0);

function commonDivisor(one: number, other: number): number {
  return other === 0 ? one : commonDivisor(other, one % other);
}

/** Each list by mentee: mentors with a score, or -1. What comes first of a pair given twice counts. */
export function specialPairs(lists: readonly ReadonlyMap<number, number>[]): SpecialPairs {
  const sorted = lists.map((list) => [...list].toSorted(([a], [b]) => a - b));
  const all = sorted.flat();
  return {
    start: startsOf(sorted.map((list) => list.length)),
    mentor: Int32Array.from(all, ([mentor]) => mentor),
    score: Int16Array.from(all, ([, score]) => score),
  };
}

function startsOf(lengths: readonly number[]): Int32Array {
  const starts = new Int32Array(lengths.length + 1);
  for (const [k, length] of lengths.entries()) starts[k + 1] = starts[k]! + length;
  return starts;
}

function holdersOf(lists: readonly (readonly Key[])[], features: ReadonlyMap<Key, number>): number[][] {
  const holders = Array.from(features, (): number[] => []);
  for (const [j, list] of lists.entries()) {
    for (const feature of new Set(list)) {
      const at = features.get(feature);
      if (at !== undefined) holders[at]!.push(j);
    }
  }
  return holders;
}

function kindsOf<Person>(people: readonly Person[], keyOf: (person: Person) => Key) {
  const numbers = new Map<Key, number>();
  const examples: Person[] = [];
  const kinds = new Uint16Array(people.length);
  for (const [k, person] of people.entries()) {
    const key = keyOf(person);
    let kind = numbers.get(key);
    if (kind === undefined) {
      kind = examples.push(person) - 1;
      if (kind > 0xffff) throw new RangeError('more than 65,535 kinds of people');
      numbers.set(key, kind);
    }
    kinds[k] = kind;
  }
  return { kinds, examples };
}
