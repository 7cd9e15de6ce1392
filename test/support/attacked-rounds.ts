/** Two rounds of one organisation attacked: with what the product tells of those who answered both, and with what a minimum size alone would tell. */
import type { Answered, Attribute, Cut } from '../../src/features/release/cuts/model.ts';
import { releaseCuts, type ToldCut } from '../../src/features/release/cuts/rules.ts';
import type { LinkedFigure } from '../../src/features/release/rounds/model.ts';
import { releaseLinked, type LinkRequest, type Side } from '../../src/features/release/rounds/rules.ts';
import { countRatings, figureOf } from '../../src/features/release/rules.ts';
import { ratingScale as scale, stepFor } from '../../src/features/release/worlds/model.ts';
import { createRandom } from '../../src/sandbox/organisation/random.ts';
import { confined, derived, groupsUnder, toldFrom, type Told } from './attack.ts';
import { opinions } from './opinions.ts';

const floor = 5;
export const twoAttributes: readonly Attribute[] = [{ id: 'department' }, { id: 'site' }];

/** Which of an organisation's people answered which round. */
export interface Rounds {
  readonly people: readonly Answered[];
  /** What each says in the later round. */
  readonly later: readonly number[];
  readonly before: readonly number[];
  readonly after: readonly number[];
}

export interface AttackedRounds {
  readonly figure: LinkedFigure;
  readonly derived: number;
  /** Answers that can be named now, and could not be by what the two rounds told one by one. */
  readonly confined: number;
  /** With the same three sets told whenever five answered both. */
  readonly derivedByFloor: number;
  readonly isAllowedByFloor: boolean;
}

/** `share`: how many of a hundred answer each round; `stays`: how many of a hundred who answered the first answer the second too. */
export function twoRounds(people: number, seed: number, { share = 70, stays = 75 } = {}): Rounds {
  const random = createRandom('rounds', people, seed);
  const all = opinions(people, seed).map(({ of, value }) => {
    const { department = '', site = '' } = of;
    return { of: { department, site }, value, since: 1 };
  });
  const later = all.map(({ value }) => Math.max(1, Math.min(5, value + Math.floor(random.next() * 2.6 - 0.6))));
  const places = all.map((_, place) => place);
  const before = places.filter(() => random.next() * 100 < share);
  const first = new Set(before);
  const after = places.filter((place) => random.next() * 100 < (first.has(place) ? stays : 100 - stays));
  return { people: all, later, before, after };
}

export function attackRounds(rounds: Rounds, attributes: readonly Attribute[] = twoAttributes): AttackedRounds {
  const { people, later, before, after } = rounds;
  const answered = {
    before: before.map((one) => people[one]!),
    after: after.map((one) => ({ ...people[one]!, value: later[one]! })),
  };
  const told = {
    before: releaseCuts({ attributes, answers: answered.before, scale, floor }),
    after: releaseCuts({ attributes, answers: answered.after, scale, floor }),
  };
  const places = new Map(after.map((one, place) => [one, place]));
  const linked = before.flatMap((one, place) => {
    const other = places.get(one);
    return other === undefined ? [] : [[place, other] as const];
  });
  const request: LinkRequest = {
    ...{ itemId: 'time', attributes, floor, linked },
    before: sideOf(answered.before, told.before),
    after: sideOf(answered.after, told.after),
  };
  const { figure, behind } = releaseLinked(request);
  const size = people.length;
  // Two variables for each person: what was said before, and after.
  const values = [...people.map(({ value }) => value), ...later];
  const known = [
    ...told.before.flatMap((cut) => toldOf(cut, (place) => before[place]!)),
    ...told.after.flatMap((cut) => toldOf(cut, (place) => size + after[place]!)),
  ];
  const all = linked.map(([place]) => before[place]!);
  const kept = all.slice(behind?.leftOut ?? 0);
  const bothWays = (members: readonly number[]) => [members, members.map((one) => size + one)] as const;
  const more =
    figure.state === 'told' && behind
      ? bothWays(kept).map((members, at) => {
          const { mean } = at === 0 ? figure.before : figure.after;
          return toldFrom(members, { mean, step: stepFor(behind.as, scale) / scale.steps });
        })
      : [];
  const groups = [all, kept].flatMap((both) => [
    ...groupsOf(people, before, new Set(both)),
    ...groupsOf(people, after, new Set(both)).map((group) => group.map((one) => size + one)),
  ]);
  const watched = new Set(groups.flat());
  const isAllowedByFloor = linked.length >= floor;
  const byFloor = bothWays(all).map((members) => toldFrom(members, { mean: meanOf(members, values), step: 0.1 }));
  // What is told besides only narrows bounds: where nobody is named with it, nobody is without.
  const named = confined([...known, ...more], values, watched);
  return {
    figure,
    derived: derived([...known, ...more], groups, values.length),
    confined: named === 0 ? 0 : named - confined(known, values, watched),
    derivedByFloor: isAllowedByFloor ? derived([...known, ...byFloor], groups, values.length) : 0,
    isAllowedByFloor,
  };
}

function sideOf(answers: readonly Answered[], cuts: readonly ToldCut[]): Side {
  const counts = countRatings(
    'time',
    answers.map(({ value }) => ({ ratings: { time: value }, texts: {} })),
  );
  const parts = cuts.slice(1).map(({ parts: of, people, figure }): Cut => ({ parts: of, people, figure }));
  return { answers, whole: figureOf('time', counts), cuts: parts, compared: [] };
}

function toldOf({ figure, members: places }: ToldCut, personOf: (place: number) => number): Told[] {
  const members = places.map(personOf);
  if (figure.state === 'withheld') return [];
  if (figure.state === 'nearly-all') return [toldFrom(members, figure.side === 'low' ? 'low' : 'high')];
  return [toldFrom(members, { mean: figure.mean, step: stepFor(members.length, scale) / scale.steps })];
}

/** Small groups of those who answered a round; whether somebody answered both describes people as well. */
function groupsOf(people: readonly Answered[], who: readonly number[], both: ReadonlySet<number>): number[][] {
  const described = who.map((one) => ({ ...people[one]!, of: { ...people[one]!.of, both: String(both.has(one)) } }));
  return groupsUnder(described, floor).map((group) => group.map((place) => who[place]!));
}

function meanOf(members: readonly number[], values: readonly number[]): number {
  return Math.round((10 * members.reduce((sum, one) => sum + values[one]!, 0)) / members.length) / 10;
}
