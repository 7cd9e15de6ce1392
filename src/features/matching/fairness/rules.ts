/** Fairness by cut out of a proposal that knows no wish for a person: what the engine counts, rounded, by part of the organisation. */
import { chancesOf, type Chance } from '../engine/chances.ts';
import { fairnessOf, peopleLeast, type Estimate, type GroupFigures } from '../engine/fairness.ts';
import type { MatchProblem, PairIds } from '../engine/model.ts';
import { cuts, type Cut } from '../model.ts';
import { strengthOf, withoutPrivateWishes } from '../rules.ts';
import type { CutFigures, FairnessFigures, PartFigures, Share } from './model.ts';

/** By cut the part of each mentee; who is left out has none. */
export type PartsOf = Readonly<Record<Cut, Readonly<Record<string, string>>>>;

export function fairnessByCut(problem: MatchProblem, pairs: readonly PairIds[], partsOf: PartsOf): FairnessFigures {
  const mentorOf = new Map(pairs.map(({ mentee, mentor }) => [mentee, mentor]));
  const chances = [...chancesOf(withoutPrivateWishes(problem), mentorOf)];
  return cuts.map((cut) => figuresOf(cut, chances, partsOf[cut]));
}

function figuresOf(
  cut: Cut,
  chances: readonly (readonly [string, Chance])[],
  partOf: Readonly<Record<string, string>>,
): CutFigures {
  const people = chances.flatMap(([id, chance]) => {
    const group = partOf[id];
    return group === undefined ? [] : [{ ...chance, group }];
  });
  const { groups, gap, gapByChance } = fairnessOf(people);
  const hidden = new Set(people.map(({ group }) => group)).size - groups.length;
  const chance = gapByChance === null ? {} : { gapByChance: percentOf(gapByChance) };
  return { cut, parts: groups.map(partFiguresOf), hidden, ...(gap ? { gap: shareOf(gap) } : {}), ...chance };
}

function partFiguresOf(one: GroupFigures): PartFigures {
  const given = <K extends string>(key: K, estimate: Estimate | null): Partial<Record<K, Share>> =>
    (estimate ? { [key]: shareOf(estimate) } : {}) as Partial<Record<K, Share>>;
  return {
    ...{ part: one.group, people: Math.max(peopleLeast, one.people), matched: shareOf(one.matchRate) },
    ...given('ofPossible', one.rateOfPossible),
    ...given('attainment', one.attainment),
    ...(one.lowestTenth === null ? {} : { lowestTenth: strengthOf(one.lowestTenth) }),
    ...given('first', one.firstChoice),
    ...given('firstFive', one.firstFive),
  };
}

const percentOf = (one: number): number => Math.round(100 * Math.min(1, Math.max(0, one)));

function shareOf({ value, from, to }: Estimate): Share {
  return { percent: percentOf(value), from: percentOf(from), to: percentOf(to) };
}
