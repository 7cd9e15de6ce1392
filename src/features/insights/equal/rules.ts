/** Recognition by parts, in told ranges; what is said of a part against the others follows from these alone. */
import type { Range } from '../funnel/model.ts';
import { apart, others, withoutSmall } from '../funnel/rules.ts';
import { toldParts, totalOf } from '../funnel/telling/rules.ts';
import { kinds, type EqualPart, type Kind } from './model.ts';

/** For each kind the people it reached; each stands among those who take part. */
export type Reached = Readonly<Record<Kind, ReadonlySet<string>>>;

export interface Belongs {
  readonly key: string;
  readonly name: EqualPart['name'];
}
type Parting = (personId: string) => Belongs;

/** Parts with few people stand among the others. */
export function partsOf(reached: Reached, parting: Parting): EqualPart[] {
  const groups = new Map<string, Group>();
  for (const personId of reached['taking-part']) {
    const { key, name } = parting(personId);
    const group = groups.get(key) ?? { key, name, ids: new Set() };
    groups.set(key, group);
    group.ids.add(personId);
  }
  const kept = withoutSmall([...groups.values()], ({ ids }) => ids.size, othersOf);
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

const othersOf = (few: readonly Group[]): Group => ({
  ...others,
  ids: new Set(few.flatMap(({ ids }) => [...ids])),
});

function verdictAt(
  at: number,
  range: Range | null,
  takingPart: Range | null | undefined,
  totals: readonly Range[],
): EqualPart['verdicts'][number] {
  const [all, total] = [totals[0], totals[at]];
  if (at === 0 || !range || !takingPart || !all || !total) return null;
  return apart([takingPart, range], [without(all, takingPart), without(total, range)]);
}

const without = (total: Range, part: Range): Range => ({
  from: Math.max(0, total.from - part.to),
  to: Math.max(0, total.to - part.from),
});
