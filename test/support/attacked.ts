/** One organisation attacked: with what the product tells, and with what a minimum group size alone would tell. */
import { candidatesOf, releaseCuts } from '../../src/features/release/cuts/rules.ts';
import { ratingScale as scale, stepFor } from '../../src/features/release/worlds/model.ts';
import { confined, derived, groupsUnder, toldFrom, type Told } from './attack.ts';
import { fiveAttributes as attributes, opinions } from './opinions.ts';

const floor = 5;

export interface Attacked {
  /** Views that the product told, and those that the minimum size alone would tell. */
  readonly views: number;
  readonly viewsByFloor: number;
  readonly groups: number;
  readonly derived: number;
  readonly derivedByFloor: number;
  /** Answers that can be named from whole numbers and bounds, one other answer being known. */
  readonly confined: number;
  readonly confinedByFloor: number;
}

export function attack(people: number, seed: number, looks = 0): Attacked {
  const answers = opinions(people, seed, looks);
  const values = answers.map(({ value }) => value);
  const meanOf = (members: readonly number[]): number =>
    members.reduce((sum, one) => sum + (values[one] ?? 0), 0) / members.length;
  const cuts = releaseCuts({ attributes, answers, scale });
  const told = cuts.flatMap(({ figure, members }): Told[] => {
    if (figure.state === 'withheld') return [];
    if (figure.state === 'nearly-all') return [toldFrom(members, figure.side === 'low' ? 'low' : 'high')];
    return [toldFrom(members, { mean: figure.mean, step: stepFor(members.length, scale) / scale.steps })];
  });
  const earlier = Array.from({ length: looks }, (_, look): Told => {
    const members = answers.flatMap(({ since }, place) => (since > 0 && since <= look + 1 ? [place] : []));
    return toldFrom(members, { mean: Math.round(10 * meanOf(members)) / 10, step: 0.1 });
  });
  const byFloor = candidatesOf({ attributes, answers, scale })
    .filter(({ members }) => members.length >= floor)
    .map(({ members }) => toldFrom(members, { mean: Math.round(10 * meanOf(members)) / 10, step: 0.1 }));
  const groups = groupsUnder(answers, floor);
  const watched = new Set(groups.flat());
  return {
    ...{ views: told.length, viewsByFloor: byFloor.length, groups: groups.length },
    derived: derived([...told, ...earlier], groups, people),
    derivedByFloor: derived(byFloor, groups, people),
    confined: confined([...told, ...earlier], values, watched),
    confinedByFloor: confined(byFloor, values, watched),
  };
}
