/** Who got how far, by parts, and what can be said against the organisation. Figures are made of told ranges, so they tell nothing more. */
import { difference, ratioTo } from './interval/rules.ts';
import { steps, type Before, type Comparison, type Part, type PartName, type Range, type Verdict } from './model.ts';
import { toldParts, totalOf } from './telling/rules.ts';

/** For everybody who took any step, the place of the furthest. */
export type Furthest = ReadonlyMap<string, number>;

export function furthestOf(taken: Readonly<Record<(typeof steps)[number], Iterable<string>>>): Furthest {
  const found = new Map<string, number>();
  steps.forEach((name, place) => {
    for (const personId of taken[name]) found.set(personId, place);
  });
  return found;
}

/** For each step how many took it or a later one. */
export function countsOf(places: Iterable<number>): number[] {
  const counts = steps.map(() => 0);
  for (const place of places) for (let at = 0; at <= place; at += 1) counts[at] = (counts[at] ?? 0) + 1;
  return counts;
}

/** Everybody who got anywhere, in ranges. */
export function totalsOf(furthest: Furthest): Range[] {
  return countsOf(furthest.values()).map((count) => totalOf([count]));
}

/** To which part somebody belongs; `key` is unique. */
export interface Belongs {
  readonly key: string;
  readonly name: PartName;
}
export type Parting = (personId: string) => Belongs;

/** A part of the organisation with fewer people stands among the others: with fewer its few would be too well known. */
export const leastPeople = 10;
export const others: Belongs = { key: 'others', name: { kind: 'others' } };

/** `organisation`: everybody who can be asked; without it the parts have no people of their own, as sources. */
export function partsOf(furthest: Furthest, belongs: Parting, organisation?: readonly string[]): Part[] {
  const groups = groupsOf(furthest, belongs, organisation ?? []);
  const kept = organisation ? withoutSmall(groups, ({ people }) => people, othersOf) : groups;
  const counts = kept.map(({ places }) => countsOf(places));
  const told = steps.map((_, at) => toldParts(counts.map((one) => one[at] ?? 0)));
  const totals = totalsOf(furthest);
  const everybody = organisation?.length ?? 0;
  return kept
    .map(({ key, name, people }, place) => {
      const ranges = told.map((step) => step?.[place] ?? null);
      const compared = ranges.map((range, at) => {
        const total = totals[at];
        return range && total && organisation ? compare(range, total, people / everybody) : null;
      });
      return { key, name, ...(organisation ? { people } : {}), counts: ranges, comparisons: compared };
    })
    .sort((a, b) => byWeight(a, b));
}

interface Group extends Belongs {
  people: number;
  readonly places: number[];
}

function groupsOf(furthest: Furthest, belongs: Parting, organisation: readonly string[]): Group[] {
  const groups = new Map<string, Group>();
  const groupOf = (personId: string): Group => {
    const { key, name } = belongs(personId);
    const found = groups.get(key) ?? { key, name, people: 0, places: [] };
    groups.set(key, found);
    return found;
  };
  for (const personId of organisation) groupOf(personId).people += 1;
  for (const [personId, place] of furthest) groupOf(personId).places.push(place);
  return [...groups.values()];
}

/** Small parts go together under one name, and take the next smallest with them as long as they are few even so. */
export function withoutSmall<G extends Belonging>(
  groups: readonly G[],
  sizeOf: (one: G) => number,
  together: (few: readonly G[]) => G,
): G[] {
  const sorted = groups.toSorted((a, b) => sizeOf(a) - sizeOf(b) || (a.key < b.key ? -1 : 1));
  let small = sorted.filter((one) => sizeOf(one) < leastPeople).length;
  const sizeOfFirst = (count: number): number => sorted.slice(0, count).reduce((sum, one) => sum + sizeOf(one), 0);
  while (small > 0 && small < sorted.length && sizeOfFirst(small) < leastPeople) small += 1;
  return small === 0 ? sorted : [together(sorted.slice(0, small)), ...sorted.slice(small)];
}

interface Belonging {
  readonly key: string;
}

const othersOf = (few: readonly Group[]): Group => ({
  ...others,
  people: few.reduce((sum, { people }) => sum + people, 0),
  places: few.flatMap(({ places }) => places),
});

const lastKinds: readonly PartName['kind'][] = ['unknown', 'others'];

function byWeight(a: Part, b: Part): number {
  const late = (one: Part): number => lastKinds.indexOf(one.name.kind);
  const weight = (one: Part): number => one.people ?? one.counts[0]?.to ?? 0;
  if (a.name.kind === 'level' && b.name.kind === 'level') return a.name.level - b.name.level;
  return late(a) - late(b) || weight(b) - weight(a) || (a.key < b.key ? -1 : 1);
}

/** Surely more or fewer only if that holds for every number within what is told. */
export function compare(count: Range, total: Range, expected: number): Comparison {
  if (total.from < leastPeople || expected <= 0) return { verdict: 'too-few' };
  const low = ratioTo(expected, count.from, Math.max(total.to, count.from)).low;
  const high = ratioTo(expected, Math.min(count.to, total.to), Math.max(total.from, count.from)).high;
  const ratio = { low: Math.floor(low * 10) / 10, high: Math.ceil(high * 10) / 10 };
  return { verdict: low > 1 ? 'more' : high < 1 ? 'fewer' : 'no-difference', ratio };
}

/** How many of those at the step before went on, here and in the programme before. */
export function comparedWith(name: string, now: readonly Range[], then: readonly Range[]): Before {
  const lines = steps.slice(1).map((step, place) => {
    const [here, there] = [pairAt(now, place), pairAt(then, place)];
    const told = { ...rated('now', here), ...rated('earlier', there) };
    return { step, ...told, verdict: apart(here, there) };
  });
  return { name, lines: lines.filter((one) => one.now !== undefined && one.earlier !== undefined) };
}

/** So many took a step, and so many of them the next. */
export type TwoSteps = readonly [before: Range, after: Range];
const none: Range = { from: 0, to: 0 };

const pairAt = (totals: readonly Range[], place: number): TwoSteps => [
  totals[place] ?? none,
  totals[place + 1] ?? none,
];

function rated<K extends string>(key: K, [before, after]: TwoSteps): Partial<Record<K, number>> {
  if (before.from < leastPeople || after.from === 0) return {};
  const share = (after.from + after.to) / (before.from + before.to);
  return { [key]: Math.min(100, Math.round(share * 20) * 5) } as Partial<Record<K, number>>;
}

/** More or fewer only where it holds for every number within what is told (Newcombe's interval for two shares). */
export function apart(here: TwoSteps, there: TwoSteps): Verdict {
  if (here[0].from < leastPeople || there[0].from < leastPeople) return 'too-few';
  const [mine, theirs] = [cornersOf(here), cornersOf(there)];
  const all = mine.flatMap((one) => theirs.map((other) => difference(one, other)));
  if (all.every(({ low }) => low > 0)) return 'more';
  return all.every(({ high }) => high < 0) ? 'fewer' : 'no-difference';
}

function cornersOf([before, after]: TwoSteps): (readonly [number, number])[] {
  return [after.from, after.to].flatMap((count) =>
    [before.from, before.to].map((of) => [Math.min(count, of), of] as const),
  );
}
