/** Recognition by parts, in told ranges; what is said of a part against the others follows from these alone. */
import { difference } from '../funnel/interval/rules.ts';
import type { Range } from '../funnel/model.ts';
import { leastPeople } from '../funnel/rules.ts';
import { toldParts, totalOf } from '../funnel/telling/rules.ts';
import { kinds, type EqualPart, type Kind } from './model.ts';

/** For each kind the people it reached; each stands among those who take part. */
export type Reached = Readonly<Record<Kind, ReadonlySet<string>>>;

export interface Belongs {
  readonly key: string;
  readonly name: EqualPart['name'];
}
type Parting = (personId: string) => Belongs;

const others: Belongs = { key: 'others', name: { kind: 'others' } };

/** Parts with few people stand among the others. */
export function partsOf(reached: Reached, parting: Parting): EqualPart[] {
  const groups = new Map<string, Group>();
  for (const personId of reached['taking-part']) {
    const { key, name } = parting(personId);
    const group = groups.get(key) ?? { key, name, ids: new Set() };
    groups.set(key, group);
    group.ids.add(personId);
  }
  const kept = withoutSmall([...groups.values()]);
  const counts = kept.map(({ ids }) => kinds.map((kind) => [...ids].filter((one) => reached[kind].has(one)).length));
  const told = kinds.map((_, at) => toldParts(counts.map((one) => one[at] ?? 0)));
  const totals = totalsOf(reached);
  return kept
    .map(({ key, name }, place): EqualPart => {
      const ranges = told.map((kind) => kind?.[place] ?? null);
      return {
        key,
        name,
        counts: ranges,
        verdicts: ranges.map((range, at) => verdictAt(at, range, ranges[0], totals)),
      };
    })
    .toSorted((a, b) => (b.counts[0]?.to ?? 0) - (a.counts[0]?.to ?? 0) || (a.key < b.key ? -1 : 1));
}

export const totalsOf = (reached: Reached): Range[] => kinds.map((kind) => totalOf([reached[kind].size]));

interface Group extends Belongs {
  readonly ids: Set<string>;
}

function withoutSmall(groups: readonly Group[]): Group[] {
  const sorted = groups.toSorted((a, b) => a.ids.size - b.ids.size || (a.key < b.key ? -1 : 1));
  let small = sorted.filter(({ ids }) => ids.size < leastPeople).length;
  const sizeOf = (count: number): number => sorted.slice(0, count).reduce((sum, { ids }) => sum + ids.size, 0);
  while (small > 0 && small < sorted.length && sizeOf(small) < leastPeople) small += 1;
  if (small === 0) return sorted;
  const ids = new Set(sorted.slice(0, small).flatMap((one) => [...one.ids]));
  return [{ ...others, ids }, ...sorted.slice(small)];
}

function verdictAt(
  at: number,
  range: Range | null,
  takingPart: Range | null | undefined,
  totals: readonly Range[],
): EqualPart['verdicts'][number] {
  const [all, total] = [totals[0], totals[at]];
  if (at === 0 || !range || !takingPart || !all || !total) return null;
  return verdictOf([range, takingPart], [without(total, range), without(all, takingPart)]);
}

const without = (total: Range, part: Range): Range => ({
  from: Math.max(0, total.from - part.to),
  to: Math.max(0, total.to - part.from),
});

type Share = readonly [reached: Range, of: Range];

/** More or fewer only where it holds for every number within what is told (Newcombe's interval for two shares). */
export function verdictOf(part: Share, rest: Share): NonNullable<EqualPart['verdicts'][number]> {
  if (part[1].from < leastPeople || rest[1].from < leastPeople) return 'too-few';
  const apart = cornersOf(part).flatMap((one) => cornersOf(rest).map((other) => difference(one, other)));
  if (apart.every(({ low }) => low > 0)) return 'more';
  return apart.every(({ high }) => high < 0) ? 'fewer' : 'no-difference';
}

const cornersOf = ([reached, of]: Share): (readonly [number, number])[] =>
  [reached.from, reached.to].flatMap((count) =>
    [of.from, of.to].map((people) => [Math.min(count, people), people] as const),
  );
