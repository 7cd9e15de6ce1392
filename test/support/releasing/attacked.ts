/** A history under attack: what the attacker names of what was told, and of what a product without a ledger would have told. */
import type { Response } from '../../../src/features/release/answers/model.ts';
import { groupsUnder } from '../attack.ts';
import { namedBy, type Known } from './attacker.ts';
import type { History, Tally } from './history.ts';
import { ratings } from './organisation.ts';
import { numberOf, type Watched } from './view.ts';

export interface Attacked {
  readonly histories: number;
  readonly tally: Tally;
  /** Answers that are named: seed, round, question and people of each. */
  readonly named: readonly string[];
  /** Answers in groups of five or more that are named when parts or comparisons are told, which the promise does not cover. */
  readonly namedInLargeGroups: number;
  readonly namedNaively: number;
  /** How many histories were told naively as well. */
  readonly naive: number;
  readonly moved: readonly string[];
}

export function attackHistory(history: History): Omit<Attacked, 'histories' | 'naive'> {
  const found = history.rounds.flatMap((round) => ratings.map((itemId) => attackRound(history, round, itemId)));
  return {
    ...{ tally: history.tally, moved: history.moved.map((one) => `seed ${history.seed}: ${one}`) },
    named: found.flatMap(({ named }) => named),
    namedInLargeGroups: found.reduce((sum, { large }) => sum + large, 0),
    namedNaively: [...history.naive.rounds.values()]
      .flatMap(({ known, counted }) =>
        ratings.map((itemId) => namedBy(known.get(itemId) ?? [], answersTo(itemId, counted)).size),
      )
      .reduce((sum, one) => sum + one, 0),
  };
}

function answersTo(itemId: string, said: Iterable<readonly [number, Response]>): Map<number, number> {
  return new Map(
    [...said].flatMap(([person, { ratings: of }]) => {
      const value = of[itemId];
      return value === undefined ? [] : [[person, value] as const];
    }),
  );
}

/**
 * Nobody of a group under five is named, also not by somebody who knows what all said in the other round. Where nothing is told by part
 * nobody at all is: with parts, those of larger groups who nearly all said the same are counted beside it.
 */
function attackRound({ seed, members, apart }: History, round: Watched, itemId: string) {
  const known = [...(round.known.get(itemId)?.values() ?? [])];
  const answers = answersTo(
    itemId,
    [...round.counted.values()].map((one) => [numberOf(one), one] as const),
  );
  const few = inSmallGroups(apart ? members : [], round, itemId, answers);
  const ofFew = few.size > 0 ? [...namedBy(known, answers)].filter((one) => few.has(one)) : [];
  // How people moved is read with everybody's answers of the other round: that is asked of small groups alone.
  const others = [...namedBy(known.filter(isOfOneRound), answers)].filter((one) => !few.has(one));
  const named = apart ? ofFew : [...ofFew, ...others];
  const text = named.map((one) => `${one} said ${answers.get(one)}`).join(', ');
  return {
    named: named.length > 0 ? [`seed ${seed}, ${round.surveyId}, ${itemId}: ${text}`] : [],
    large: apart ? others.length : 0,
  };
}

const isOfOneRound = ({ placeOf }: Known): boolean => placeOf === undefined;

function inSmallGroups(
  members: History['members'],
  { linked }: Watched,
  itemId: string,
  answers: ReadonlyMap<number, number>,
): Set<number> {
  const people = [...answers.keys()];
  const both = linked.get(itemId);
  const described = people.map((one) => ({
    of: {
      ...(members[one] ? { department: '', site: '' } : {}),
      ...members[one]?.of,
      ...(both ? { both: String(both.has(one)) } : {}),
    },
    ...{ value: 1, since: 1 },
  }));
  return new Set(groupsUnder(described, 5).flatMap((group) => group.map((place) => people[place]!)));
}

export function together(found: readonly ReturnType<typeof attackHistory>[], naive: number): Attacked {
  const none: Tally = { releases: 0, parts: 0, rates: 0, comparisons: 0, withdrawals: 0, erasures: 0, late: 0 };
  const tally = found.reduce((sum, one) => {
    for (const key of Object.keys(sum) as (keyof Tally)[]) sum[key] += one.tally[key];
    return sum;
  }, none);
  const count = (key: 'namedInLargeGroups' | 'namedNaively'): number => found.reduce((sum, one) => sum + one[key], 0);
  return {
    ...{ histories: found.length, naive, tally },
    named: found.flatMap((one) => one.named),
    moved: found.flatMap((one) => one.moved),
    ...{ namedInLargeGroups: count('namedInLargeGroups'), namedNaively: count('namedNaively') },
  };
}
