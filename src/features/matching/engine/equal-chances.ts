/** The same chance of a mentor for each part of the organisation, for a whole problem: what `parity.ts` finds, as points by mentee. */
import { candidatesOf, columnsFrom, isSmall } from './candidates.ts';
import type { MatchProblem } from './model.ts';
import { meetRates } from './parity.ts';
import { scan } from './scan.ts';

export interface EqualChances {
  /** For `MatchProblem.bonus`. */
  readonly bonus: Readonly<Record<string, number>>;
  /** Highest minus lowest match rate with it, 0 to 1. */
  readonly gap: number;
  /** Points that the whole scores less by it. */
  readonly price: number;
}

/** Rates closer than this count as equal. */
const tolerance = 0.003;

/** `groupOf`: the part of each mentee; who has none is a part of their own. Throws a RangeError for a pool that is not looked at whole. */
export function equalChances(problem: MatchProblem, groupOf: Readonly<Record<string, string>>): EqualChances {
  const candidates = candidatesOf(problem);
  const { pool, mentees } = candidates;
  if (!isSmall(pool)) throw new RangeError('equal chances need a pool that is looked at whole');
  const all = scan(pool, { from: 0, to: mentees.length }, { ...everything, most: candidates.mentors.length });
  const { graph } = columnsFrom(candidates, all, true);
  const names = [...new Set(mentees.map(({ id }) => groupOf[id] ?? ''))].toSorted();
  const group = mentees.map(({ id }) => names.indexOf(groupOf[id] ?? ''));
  const found = meetRates(graph, group, tolerance, problem.floor ?? 'best');
  const bonus = Object.fromEntries(mentees.map(({ id }, i) => [id, found.prices[group[i]!] ?? 0]));
  return { bonus, gap: found.gap, price: found.scoreWithout - found.score };
}

const everything = { prices: null, isScored: true, floor: 0 } as const;
