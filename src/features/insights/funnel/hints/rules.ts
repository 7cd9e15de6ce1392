/** What a coordinator could do next, out of what is told. At most one sentence of each sort that is about everybody, two about parts. */
import { steps, type Cut, type Hint, type Part, type PartName, type Range } from '../model.ts';

const at = (name: (typeof steps)[number]): number => steps.indexOf(name);
const middle = ({ from, to }: Range): number => (from + to) / 2;
const most = 2;
/** So many followed a link and more than a third of them without a code, before it is worth a sentence. */
const worthSaying = 10;

export interface PartOfCut extends Part {
  readonly by: Cut;
}

/** `parts` are those of several cuts, in the order in which they are spoken of. */
export function hintsOf(totals: readonly Range[], sources: readonly Part[], parts: readonly PartOfCut[]): Hint[] {
  return [
    ...bestSources(sources),
    ...notReached(parts),
    ...rarely(parts),
    ...lostMost(totals),
    ...withoutCode(totals, sources),
  ];
}

/** The sources of which most applied of those who were reached. */
function bestSources(sources: readonly Part[]): Hint[] {
  return sources
    .flatMap(({ name, counts }) => {
      const [reached, applied] = [counts[at('reached')], counts[at('applied')]];
      if (name.kind !== 'source' || !reached || !applied || applied.from < 5) return [];
      return [{ kind: 'source' as const, name, reached, applied }];
    })
    .sort((a, b) => middle(b.applied) / middle(b.reached) - middle(a.applied) / middle(a.reached))
    .slice(0, most);
}

const isUnreached = ({ counts, comparisons }: Part): boolean =>
  comparisons[at('reached')]?.verdict === 'fewer' && counts[at('reached')]?.from === 0;

const isPlain = (name: PartName): boolean => name.kind === 'named' || name.kind === 'level';

function notReached(parts: readonly PartOfCut[]): Hint[] {
  const found = parts.filter((one) => isPlain(one.name) && isUnreached(one)).slice(0, most);
  return found.map(({ by, name }) => ({ kind: 'not-reached', by, name }));
}

/** The first step at which a part that is reached is surely rarer than in the organisation. */
function rarely(parts: readonly PartOfCut[]): Hint[] {
  return parts
    .filter((one) => isPlain(one.name) && !isUnreached(one))
    .flatMap(({ by, name, comparisons }) => {
      const step = steps.find((_, place) => comparisons[place]?.verdict === 'fewer');
      return step ? [{ kind: 'rarely' as const, by, name, step }] : [];
    })
    .slice(0, most);
}

/** The step that costs most of those who had begun to apply; before that not wanting is no loss. */
function lostMost(totals: readonly Range[]): Hint[] {
  const losses = steps.slice(at('started') + 1, at('completed')).flatMap((step) => {
    const [from, to] = [totals[at(step) - 1], totals[at(step)]];
    return from && to && from.from > to.to && to.to > 9 ? [{ kind: 'lost' as const, step, from, to }] : [];
  });
  const lost = (one: { from: Range; to: Range }): number => middle(one.from) - middle(one.to);
  return losses.sort((a, b) => lost(b) - lost(a)).slice(0, 1);
}

function withoutCode(totals: readonly Range[], sources: readonly Part[]): Hint[] {
  const followed = sources.find(({ name }) => name.kind === 'unknown')?.counts[at('followed')];
  const all = totals[at('followed')];
  if (!followed || !all || followed.from < worthSaying || followed.from * 3 < all.to) return [];
  return [{ kind: 'unknown', followed }];
}
